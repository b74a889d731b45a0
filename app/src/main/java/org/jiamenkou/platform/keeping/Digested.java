package org.jiamenkou.platform.keeping;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HexFormat;
import org.bouncycastle.crypto.digests.SM3Digest;

/** Passes bytes on, counts them and keeps their SM3. */
final class Digested extends FilterOutputStream {
    private final SM3Digest digest = new SM3Digest();
    private long bytes;

    Digested(OutputStream out) {
        super(out);
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] data, int offset, int length) throws IOException {
        out.write(data, offset, length);
        digest.update(data, offset, length);
        bytes += length;
    }

    /** What is underneath goes on. */
    @Override
    public void close() throws IOException {
        flush();
    }

    long bytes() {
        return bytes;
    }

    /** Ends the sum. */
    String sm3() {
        return hex(digest);
    }

    static String hex(SM3Digest digest) {
        byte[] sum = new byte[digest.getDigestSize()];
        digest.doFinal(sum, 0);
        return HexFormat.of().formatHex(sum);
    }
}
