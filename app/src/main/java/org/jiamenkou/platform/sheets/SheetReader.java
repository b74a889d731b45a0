package org.jiamenkou.platform.sheets;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads an uploaded file, whatever it is. */
public final class SheetReader {
    private final SheetLimits limits;

    public SheetReader(SheetLimits limits) {
        this.limits = limits;
    }

    /** How reading ended. */
    public sealed interface Answer {
        record Read(RawSheet sheet) implements Answer {}

        record Refused(SheetRefusal refusal) implements Answer {}
    }

    /** The kind is told by content; the name of a file is not believed. */
    public Answer read(Path file) {
        try {
            return new Answer.Read(sheet(file));
        } catch (RefusedSheetException refused) {
            return new Answer.Refused(refused.refusal());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read an uploaded sheet", e);
        }
    }

    private RawSheet sheet(Path file) throws IOException {
        if (Files.size(file) > limits.fileBytes()) {
            throw new RefusedSheetException(new SheetRefusal.TooLarge(limits.megabytes()));
        }
        byte[] start = start(file);
        if (start.length == 0) {
            throw new RefusedSheetException(new SheetRefusal.Empty());
        }
        if (begins(start, 'P', 'K', 3, 4)) {
            try (BoundedParts parts = new BoundedParts(file, limits)) {
                return new XlsxReader(parts, limits).read();
            }
        }
        if (isBinary(start)) {
            throw new RefusedSheetException(new SheetRefusal.NotASheet());
        }
        return new CsvReader(limits).read(Files.readAllBytes(file));
    }

    private static byte[] start(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(8);
        }
    }

    private static boolean begins(byte[] start, int... wanted) {
        if (start.length < wanted.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if ((start[i] & 0xFF) != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    /** Old .xls and files with a password (OLE), PDF, pictures, other archives. */
    private static boolean isBinary(byte[] start) {
        return begins(start, 0xD0, 0xCF, 0x11, 0xE0)
                || begins(start, '%', 'P', 'D', 'F')
                || begins(start, 0x89, 'P', 'N', 'G')
                || begins(start, 0xFF, 0xD8, 0xFF)
                || begins(start, 0x1F, 0x8B)
                || begins(start, 'R', 'a', 'r', '!')
                || begins(start, '7', 'z', 0xBC, 0xAF)
                || begins(start, 'P', 'K');
    }
}
