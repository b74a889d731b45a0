package org.jiamenkou.access.rules;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jiamenkou.platform.crypto.Sm3;
import org.jspecify.annotations.Nullable;

/** The sums that seal the audit trail (SM3): of a row over everything it says, of a block over its rows and its predecessor. */
public final class AuditSums {
    /** What the first block names as its predecessor. */
    public static final byte[] NOTHING_BEFORE = new byte[32];

    private static final int NANOS_PER_MICRO = 1_000;

    private AuditSums() {}

    /** A row as it stands in the database. */
    public record Row(
            UUID id,
            Instant at,
            String actor,
            String action,
            String subjectType,
            String subject,
            @Nullable UUID area,
            @Nullable UUID subdistrict,
            List<String> fields) {}

    /** A block before it is sealed. */
    public record Block(long number, Instant sealedAt, byte[] before, List<UUID> rows, List<byte[]> sums) {}

    public static byte[] of(Row row) {
        return sum(out -> {
            text(out, row.id().toString());
            instant(out, row.at());
            text(out, row.actor());
            text(out, row.action());
            text(out, row.subjectType());
            text(out, row.subject());
            text(out, row.area() == null ? "" : row.area().toString());
            text(out, row.subdistrict() == null ? "" : row.subdistrict().toString());
            out.writeInt(row.fields().size());
            for (String field : row.fields()) {
                text(out, field);
            }
        });
    }

    public static byte[] of(Block block) {
        return sum(out -> {
            out.writeLong(block.number());
            instant(out, block.sealedAt());
            out.write(block.before());
            out.writeInt(block.rows().size());
            for (int i = 0; i < block.rows().size(); i++) {
                text(out, block.rows().get(i).toString());
                out.write(block.sums().get(i));
            }
        });
    }

    private interface Words {
        void writeTo(DataOutputStream out) throws IOException;
    }

    private static byte[] sum(Words words) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            words.writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Sm3.hash(bytes.toByteArray());
    }

    /** The length goes first, so that no two rows read alike when a word moves from one column to the next. */
    private static void text(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    /** As exact as PostgreSQL keeps it. */
    private static void instant(DataOutputStream out, Instant at) throws IOException {
        out.writeLong(at.getEpochSecond());
        out.writeInt(at.getNano() / NANOS_PER_MICRO);
    }
}
