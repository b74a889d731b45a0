package org.jiamenkou.platform.sheets;

import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** The parts of a zipped file. What they unpack to is counted while it flows; what headers claim is not believed. */
final class BoundedParts implements Closeable {
    private static final int MOST_PARTS = 2_000;

    private final ZipFile zip;
    private final SheetLimits limits;
    private final long fileBytes;
    private long unpacked;

    BoundedParts(Path file, SheetLimits limits) throws IOException {
        this.limits = limits;
        this.fileBytes = Files.size(file);
        try {
            this.zip = new ZipFile(file.toFile());
        } catch (ZipException damaged) {
            throw new RefusedSheetException(new SheetRefusal.Broken());
        }
    }

    /** Refuses programs, links to other files and data connections by the names of their parts. */
    void refuseWhatIsNotASheet() {
        if (zip.size() > MOST_PARTS) {
            throw new RefusedSheetException(new SheetRefusal.Bomb());
        }
        boolean workbook = false;
        Enumeration<? extends ZipEntry> entries = zip.entries();
        while (entries.hasMoreElements()) {
            String name = entries.nextElement().getName().toLowerCase(java.util.Locale.ROOT);
            if (name.contains("vbaproject") || name.contains("macrosheets/") || name.contains("activex")) {
                throw new RefusedSheetException(new SheetRefusal.Macros());
            }
            if (name.contains("externallinks/") || name.endsWith("connections.xml") || name.contains("querytables/")) {
                throw new RefusedSheetException(new SheetRefusal.ExternalLinks());
            }
            workbook |= name.equals("xl/workbook.xml");
        }
        if (!workbook) {
            throw new RefusedSheetException(new SheetRefusal.NotASheet());
        }
    }

    boolean has(String name) {
        return zip.getEntry(name) != null;
    }

    InputStream open(String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new RefusedSheetException(new SheetRefusal.Broken());
        }
        return new Counted(zip.getInputStream(entry));
    }

    private void count(int bytes) {
        unpacked += bytes;
        boolean swollen = unpacked > limits.freeBytes() && unpacked > fileBytes * limits.ratio();
        if (swollen || unpacked > limits.unpackedBytes()) {
            throw new RefusedSheetException(new SheetRefusal.Bomb());
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private final class Counted extends FilterInputStream {
        Counted(InputStream part) {
            super(part);
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            count(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int got = super.read(into, from, length);
            count(Math.max(got, 0));
            return got;
        }

        @Override
        public long skip(long bytes) throws IOException {
            return read(new byte[(int) Math.min(bytes, 8_192)]);
        }
    }
}
