package org.jiamenkou.elements;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.StreamSupport;
import org.jiamenkou.elements.store.CodeStore;
import org.jiamenkou.platform.StartupTask;
import org.jiamenkou.platform.changes.Change;
import org.jiamenkou.platform.changes.Changes;
import org.jiamenkou.platform.crypto.Sm3;
import org.jiamenkou.platform.database.Scoped;
import org.jiamenkou.platform.database.SystemScope;
import org.jiamenkou.platform.text.LocalText;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Merges the code sets that ship with the program into the database whenever the file is another than the one loaded last:
 * codes are added or reworded, those gone from the file end today. All in one transaction, so that a power cut leaves the
 * old state.
 */
@Component
class CodeSetFile implements StartupTask {
    private static final SystemScope SCOPE = new SystemScope("elements.code-set-file");
    private static final String FILE = "/data/elements/code-sets.yaml";

    /** Keys of a code that have a column of their own; every other key is an addition. */
    private static final Set<String> OWN_KEYS = Set.of("code", "zh", "en", "seal", "parent", "mapsTo");

    private final Scoped scoped;
    private final CodeStore codes;
    private final Changes changes;
    private final Clock clock;

    CodeSetFile(Scoped scoped, CodeStore codes, Changes changes, Clock clock) {
        this.scoped = scoped;
        this.codes = codes;
        this.changes = changes;
        this.clock = clock;
    }

    @Override
    public int floor() {
        return 2;
    }

    @Override
    public String nameKey() {
        return "elements.task.codeSets";
    }

    @Override
    public void run(BiConsumer<Integer, Integer> progress) {
        try (InputStream in = CodeSetFile.class.getResourceAsStream(FILE)) {
            load(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return whether anything was written */
    boolean load(byte[] yaml) {
        String hash = HexFormat.of().formatHex(Sm3.hash(yaml));
        return scoped.transaction(SCOPE, () -> {
            if (codes.loadedHash().equals(hash)) {
                return false;
            }
            codes.merge(parse(yaml), LocalDate.now(clock));
            codes.remember(hash, clock.instant());
            changes.publish(new Change("elements", "CodeSetsLoaded", hash.substring(0, 16), null));
            return true;
        });
    }

    static List<LoadedSet> parse(byte[] yaml) {
        List<LoadedSet> sets = new ArrayList<>();
        for (JsonNode set : new YAMLMapper().readTree(yaml)) {
            String name = required(set, "set");
            List<Code> own = new ArrayList<>();
            for (JsonNode code : set.get("codes")) {
                own.add(code(name, code));
            }
            sets.add(new LoadedSet(
                    new CodeSet(name, text(set.get("name")), required(set, "source"), own, List.of()),
                    LocalDate.parse(required(set, "validFrom"))));
        }
        return sets;
    }

    private static Code code(String set, JsonNode code) {
        Map<String, String> more = new TreeMap<>();
        code.properties().stream()
                .filter(entry -> !OWN_KEYS.contains(entry.getKey()))
                .forEach(entry -> more.put(entry.getKey(), String.join(",", values(entry.getValue()))));
        return new Code(
                set,
                required(code, "code"),
                text(code),
                optional(code, "seal"),
                optional(code, "parent"),
                values(code.get("mapsTo")),
                more);
    }

    private static LocalText text(JsonNode node) {
        return new LocalText(required(node, "zh"), optional(node, "en"));
    }

    private static List<String> values(@Nullable JsonNode node) {
        if (node == null) {
            return List.of();
        }
        return node.isArray()
                ? StreamSupport.stream(node.spliterator(), false)
                        .map(JsonNode::asString)
                        .toList()
                : List.of(node.asString());
    }

    private static String required(JsonNode node, String key) {
        JsonNode value = node.get(key);
        if (value == null) {
            throw new IllegalArgumentException(FILE + ": no " + key + " in " + node);
        }
        return value.asString();
    }

    private static @Nullable String optional(JsonNode node, String key) {
        JsonNode value = node.get(key);
        return value == null ? null : value.asString();
    }
}
