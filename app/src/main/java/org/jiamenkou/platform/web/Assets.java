package org.jiamenkou.platform.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.concurrent.ConcurrentHashMap;
import org.jiamenkou.platform.crypto.Sm3;
import org.springframework.stereotype.Component;

/** Addresses of style sheets and scripts with a fingerprint of their content, so that browsers may keep them for ever. */
@Component
public final class Assets {
    private final ConcurrentHashMap<String, String> urls = new ConcurrentHashMap<>();

    String url(String name) {
        return urls.computeIfAbsent(name, n -> "/assets/" + n + "?v=" + fingerprint(n));
    }

    private static String fingerprint(String name) {
        try (InputStream in = Assets.class.getResourceAsStream("/static/assets/" + name)) {
            if (in == null) {
                throw new IllegalStateException("no such asset: " + name);
            }
            return HexFormat.of().formatHex(Sm3.hash(in.readAllBytes()), 0, 5);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
