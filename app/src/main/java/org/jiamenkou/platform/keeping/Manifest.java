package org.jiamenkou.platform.keeping;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a backup holds, written last.
 *
 * @param format version of this layout
 * @param id of this backup; the keys file names the same one
 * @param at when the snapshot was taken
 * @param program version of the program that wrote it
 * @param migrations those that were applied, in that order
 * @param partitions of partitioned tables, to be made anew where a migration does not make them
 */
record Manifest(
        int format,
        String id,
        Instant at,
        String program,
        List<Migration> migrations,
        List<Table> tables,
        List<Partition> partitions,
        List<Sequence> sequences,
        List<StoredFile> files) {
    static final int FORMAT = 1;
    static final String ENTRY = "manifest.json";
    static final String MAC_ENTRY = "manifest.mac";

    /** @param script its file under db/migration; @param checksum Flyway's */
    record Migration(String script, @Nullable Integer checksum) {}

    /** @param name with its schema; @param sm3 of the rows as they stand in the entry */
    record Table(String name, List<String> columns, long rows, String sm3) {
        String entry() {
            return "tables/" + name + ".copy";
        }
    }

    /** @param bounds as PostgreSQL writes them after the name of the table */
    record Partition(Name table, Name name, String bounds) {}

    /** Of something in the database. */
    record Name(String name) {}

    record Sequence(String name, long value) {}

    /** @param path below the folder {@code files} of the data folder */
    record StoredFile(String path, long bytes, String sm3) {
        String entry() {
            return "files/" + path;
        }
    }
}
