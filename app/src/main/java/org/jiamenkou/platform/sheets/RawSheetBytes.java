package org.jiamenkou.platform.sheets;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/** A raw sheet as compressed bytes: counts and lengths before texts, -1 for an empty cell. */
final class RawSheetBytes {
    private static final int BUFFER = 1 << 16;

    private RawSheetBytes() {}

    static byte[] of(RawSheet sheet) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(BUFFER);
        Deflater fast = new Deflater(Deflater.BEST_SPEED);
        try (DataOutputStream out = new DataOutputStream(
                new java.io.BufferedOutputStream(new DeflaterOutputStream(bytes, fast, BUFFER), BUFFER))) {
            out.writeInt(sheet.header().size());
            for (String name : sheet.header()) {
                write(out, name);
            }
            out.writeInt(sheet.rows().size());
            for (RawSheet.Row row : sheet.rows()) {
                out.writeInt(row.number());
                out.writeInt(row.cells().length);
                for (String cell : row.cells()) {
                    write(out, cell);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            fast.end();
        }
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, @Nullable String text) throws IOException {
        if (text == null) {
            out.writeInt(-1);
            return;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    static RawSheet read(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(
                new java.io.BufferedInputStream(new InflaterInputStream(new ByteArrayInputStream(bytes)), BUFFER))) {
            int width = in.readInt();
            List<String> header = new ArrayList<>();
            for (int i = 0; i < width; i++) {
                String name = text(in);
                header.add(name == null ? "" : name);
            }
            int count = in.readInt();
            List<RawSheet.Row> rows = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                int number = in.readInt();
                @Nullable String[] cells = new @Nullable String[in.readInt()];
                for (int j = 0; j < cells.length; j++) {
                    cells[j] = text(in);
                }
                rows.add(new RawSheet.Row(number, cells));
            }
            return new RawSheet(header, rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable String text(DataInputStream in) throws IOException {
        int length = in.readInt();
        return length < 0 ? null : new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }
}
