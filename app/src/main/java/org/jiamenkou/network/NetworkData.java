package org.jiamenkou.network;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The files under {@code data/network}; see the README there for source and licence. */
final class NetworkData {
    private static final YAMLMapper YAML = new YAMLMapper();

    private NetworkData() {}

    static String text(String name) {
        try (InputStream in = NetworkData.class.getResourceAsStream("/data/network/" + name)) {
            if (in == null) {
                throw new IllegalStateException("no such file: data/network/" + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode yaml(String name) {
        return YAML.readTree(text(name));
    }
}
