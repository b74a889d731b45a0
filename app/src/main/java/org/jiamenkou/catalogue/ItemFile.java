package org.jiamenkou.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiamenkou.platform.crypto.Sm3;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** A file of items in the form of docs/item-format.md: every field present, every text in both languages. */
record ItemFile(String name, String hash, List<ItemContent> items) {
    private static final String FOLDER = "data/catalogue/items/";
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();
    /** Names in files where the program's differ. */
    private static final Map<String, String> NAME_IN_FILE = Map.of("serviceClass", "class", "codes", "basicCode");

    /** All files that ship, by name. */
    static List<ItemFile> readAll() {
        try {
            List<ItemFile> files = new ArrayList<>();
            for (Resource file :
                    new PathMatchingResourcePatternResolver().getResources("classpath:" + FOLDER + "*.yaml")) {
                try (InputStream in = file.getInputStream()) {
                    files.add(read(String.valueOf(file.getFilename()), in.readAllBytes()));
                }
            }
            files.sort(java.util.Comparator.comparing(ItemFile::name));
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws IllegalArgumentException naming every item and field that is missing or malformed */
    static ItemFile read(String name, byte[] bytes) {
        List<ItemContent> items = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        for (JsonNode entry : YAML.readTree(bytes)) {
            String slug = entry.path("slug").asString("?");
            List<String> missing = missing(entry);
            if (missing.isEmpty()) {
                try {
                    items.add(YAML.treeToValue(toContent((ObjectNode) entry), ItemContent.class));
                } catch (RuntimeException malformed) {
                    faults.add(slug + ": " + malformed.getMessage());
                }
            } else {
                faults.add(slug + ": " + String.join(", ", missing));
            }
        }
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(name + "\n" + String.join("\n", faults));
        }
        return new ItemFile(name, HexFormat.of().formatHex(Sm3.hash(bytes)), items);
    }

    private static ObjectNode toContent(ObjectNode entry) {
        entry.set("serviceClass", entry.remove("class"));
        ObjectNode guide = (ObjectNode) entry.get("guide");
        guide.putObject("codes").set("basicCode", guide.remove("basicCode"));
        // A law is often named by its title alone.
        ObjectNode fee = (ObjectNode) guide.get("fee");
        if (fee.path("basis").isString()) {
            String law = fee.remove("basis").asString();
            fee.putObject("basis").put("zh", law);
        }
        return entry;
    }

    private static List<String> missing(JsonNode entry) {
        List<String> missing = new ArrayList<>();
        missingFields(entry, ItemContent.class, "", missing);
        missingFields(entry.path("guide"), Guide.class, "guide.", missing);
        missingEnglish(entry, "", missing);
        return missing;
    }

    private static void missingFields(JsonNode node, Class<?> type, String prefix, List<String> missing) {
        Set<String> known = Stream.of(type.getRecordComponents())
                .map(RecordComponent::getName)
                .map(field -> NAME_IN_FILE.getOrDefault(field, field))
                .collect(Collectors.toCollection(TreeSet::new));
        for (String field : known) {
            if (!node.has(field)) {
                missing.add("no " + prefix + field);
            }
        }
        for (String field : node.propertyNames()) {
            if (!known.contains(field)) {
                missing.add("unknown " + prefix + field);
            }
        }
    }

    /** A text in Chinese needs its English. */
    private static void missingEnglish(JsonNode node, String path, List<String> missing) {
        if (node.has("zh") && node.path("en").asString("").isBlank()) {
            missing.add("no English at " + path);
        }
        if (node.isObject()) {
            node.properties().forEach(field -> missingEnglish(field.getValue(), path + "/" + field.getKey(), missing));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                missingEnglish(node.get(i), path + "/" + i, missing);
            }
        }
    }
}
