package org.jiamenkou.directory.search;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import org.apache.lucene.util.Version;

/** What an index was built from, so that an index on disk is used only when it is exactly that. */
final class Fingerprint {
    /** Raise it whenever {@link EntryTerms} or the fields change. */
    private static final int FORMAT = 1;

    private Fingerprint() {}

    static String of(Collection<SearchEntry> sorted) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((FORMAT + " " + Version.LATEST + "\n").getBytes(StandardCharsets.UTF_8));
            for (SearchEntry entry : sorted) {
                digest.update((entry + "\n").getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
