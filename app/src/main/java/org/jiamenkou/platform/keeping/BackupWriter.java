package org.jiamenkou.platform.keeping;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.bouncycastle.crypto.digests.SM3Digest;

/**
 * Writes the zip. Its comment, the very end of the file, is the SM3 of everything before it: a file that was cut short,
 * or in which one bit changed, is known before anything in it is believed.
 */
final class BackupWriter {
    static final String COMMENT = "jmk-sm3:";
    static final int SUM_CHARACTERS = 64;
    private static final int LEVEL = 4;
    private static final int BUFFER = 1 << 16;

    private final Tail tail;
    private final ZipOutputStream zip;

    BackupWriter(OutputStream out) {
        this.tail = new Tail(new BufferedOutputStream(out, BUFFER));
        this.zip = new ZipOutputStream(tail, StandardCharsets.UTF_8);
        zip.setLevel(LEVEL);
        zip.setComment(COMMENT + "0".repeat(SUM_CHARACTERS));
    }

    /** What fills an entry. */
    interface Content<T> {
        T writeTo(OutputStream out) throws IOException;
    }

    /** @param answer of the content; @param sm3 of the bytes it wrote */
    record Written<T>(T answer, long bytes, String sm3) {}

    <T> Written<T> entry(String name, Content<T> content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        Digested digested = new Digested(new BufferedOutputStream(zip, BUFFER));
        T answer = content.writeTo(digested);
        digested.flush();
        zip.closeEntry();
        return new Written<>(answer, digested.bytes(), digested.sm3());
    }

    void entry(String name, byte[] content) throws IOException {
        entry(name, out -> {
            out.write(content);
            return true;
        });
    }

    /** Ends the file; whoever gave the stream brings it to the disk. */
    void finish() throws IOException {
        zip.finish();
        tail.finish();
    }

    /** Holds the last bytes back until it is known what must stand there. */
    private static final class Tail extends OutputStream {
        private final OutputStream out;
        private final SM3Digest digest = new SM3Digest();
        private byte[] held = new byte[0];

        Tail(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] data, int offset, int length) throws IOException {
            byte[] all = Arrays.copyOf(held, held.length + length);
            System.arraycopy(data, offset, all, held.length, length);
            int passed = Math.max(0, all.length - SUM_CHARACTERS);
            out.write(all, 0, passed);
            digest.update(all, 0, passed);
            held = Arrays.copyOfRange(all, passed, all.length);
        }

        void finish() throws IOException {
            out.write(Digested.hex(digest).getBytes(StandardCharsets.US_ASCII));
            out.flush();
        }
    }
}
