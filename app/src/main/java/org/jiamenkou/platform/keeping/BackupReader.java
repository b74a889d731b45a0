package org.jiamenkou.platform.keeping;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.jiamenkou.platform.CannotStartException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A backup that was found whole: nothing in it is read before its last bytes were compared with its sum. */
final class BackupReader implements AutoCloseable {
    private static final int BUFFER = 1 << 16;

    private final Path file;
    private final ZipFile zip;
    private final byte[] manifestBytes;
    private final Manifest manifest;

    private BackupReader(Path file, ZipFile zip) throws IOException {
        this.file = file;
        this.zip = zip;
        this.manifestBytes = bytes(Manifest.ENTRY);
        this.manifest = JsonMapper.shared().readValue(manifestBytes, Manifest.class);
    }

    /** @throws CannotStartException when it is no backup, was cut short or altered */
    static BackupReader open(Path file) {
        try {
            checkSum(file);
            BackupReader reader = new BackupReader(file, new ZipFile(file.toFile()));
            if (reader.manifest.format() != Manifest.FORMAT) {
                throw CannotStartException.notPossibleHere(
                        "start.restore.newerProgram", reader.manifest.program(), "format " + reader.manifest.format());
            }
            return reader;
        } catch (NoSuchFileException | FileNotFoundException missing) {
            throw CannotStartException.notPossibleHere("start.restore.noFile", file.toString());
        } catch (ZipException | JacksonException broken) {
            throw damaged(file);
        } catch (IOException e) {
            throw CannotStartException.notPossibleHere(
                    "start.restore.unreadable", file.toString(), String.valueOf(e.getMessage()));
        }
    }

    private static CannotStartException damaged(Path file) {
        return CannotStartException.notPossibleHere("start.restore.damaged", file.toString());
    }

    private static void checkSum(Path file) throws IOException {
        long whole = Files.size(file);
        int mark = BackupWriter.COMMENT.length();
        long summed = whole - BackupWriter.SUM_CHARACTERS;
        if (summed < mark) {
            throw damaged(file);
        }
        String found;
        try (RandomAccessFile end = new RandomAccessFile(file.toFile(), "r")) {
            byte[] comment = new byte[mark + BackupWriter.SUM_CHARACTERS];
            end.seek(whole - comment.length);
            end.readFully(comment);
            found = new String(comment, StandardCharsets.ISO_8859_1);
        }
        SM3Digest digest = new SM3Digest();
        try (InputStream in = Files.newInputStream(file)) {
            byte[] buffer = new byte[BUFFER];
            long left = summed;
            while (left > 0) {
                int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (read < 0) {
                    throw damaged(file);
                }
                digest.update(buffer, 0, read);
                left -= read;
            }
        }
        if (!found.equals(BackupWriter.COMMENT + Digested.hex(digest))) {
            throw damaged(file);
        }
    }

    Manifest manifest() {
        return manifest;
    }

    byte[] manifestBytes() {
        return manifestBytes;
    }

    byte[] bytes(String entry) throws IOException {
        try (InputStream in = stream(entry)) {
            return in.readAllBytes();
        }
    }

    InputStream stream(String entry) throws IOException {
        ZipEntry found = zip.getEntry(entry);
        if (found == null) {
            throw damaged(file);
        }
        return zip.getInputStream(found);
    }

    /** Reads everything once: each entry is there and is what the manifest says. */
    void verifyEntries() throws IOException {
        for (Manifest.Table table : manifest.tables()) {
            verify(table.entry(), table.sm3());
        }
        for (Manifest.StoredFile stored : manifest.files()) {
            verify(stored.entry(), stored.sm3());
        }
    }

    private void verify(String entry, Object sm3) throws IOException {
        Digested digested = new Digested(OutputStream.nullOutputStream());
        try (InputStream in = stream(entry)) {
            in.transferTo(digested);
        }
        if (!digested.sm3().equals(sm3)) {
            throw damaged(file);
        }
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException ignored) {
            // it was only read
        }
    }
}
