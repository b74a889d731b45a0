package org.jiamenkou.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every message key stands in both languages, and every key that pages and code name exists. */
class MessageKeysTest {
    private static final Path FOLDER = Path.of("src/main/resources/messages");
    private static final Pattern IN_TEMPLATE = Pattern.compile("page\\.t\\(\\s*\"([\\w.-]+)\"\\s*[,)]");
    private static final Pattern IN_JAVA = Pattern.compile("\"([a-z]+\\.[a-zA-Z][\\w-]*(?:\\.[\\w-]+)+)\"");

    private static Map<String, String> bundle(String language) throws IOException {
        Map<String, String> all = new TreeMap<>();
        for (Path file : SourcesTest.files(FOLDER.toString(), "_" + language + ".properties")) {
            Properties one = new Properties();
            try (Reader reader = Files.newBufferedReader(file)) {
                one.load(reader);
            }
            one.forEach((key, value) -> assertThat(all.put((String) key, (String) value))
                    .as("%s stands twice", key)
                    .isNull());
        }
        return all;
    }

    @Test
    void both_languages_have_the_same_keys_and_no_empty_text() throws IOException {
        Map<String, String> zh = bundle("zh_CN");
        Map<String, String> en = bundle("en");
        assertThat(zh.keySet()).isEqualTo(en.keySet()).hasSizeGreaterThan(60);
        assertThat(zh).allSatisfy((key, text) -> assertThat(text).as(key).isNotBlank());
        assertThat(en).allSatisfy((key, text) -> assertThat(text).as(key).isNotBlank());
        assertThat(en)
                .allSatisfy((key, text) -> assertThat(key.equals("ui.otherLanguage") || !hasHan(text))
                        .as("%s is English: %s", key, text)
                        .isTrue());
    }

    @Test
    void arguments_agree_in_both_languages() throws IOException {
        Map<String, String> en = bundle("en");
        bundle("zh_CN")
                .forEach((key, text) ->
                        assertThat(arguments(en.getOrDefault(key, ""))).as(key).isEqualTo(arguments(text)));
    }

    @Test
    void every_key_that_a_template_names_exists() throws IOException {
        Set<String> known = bundle("en").keySet();
        Set<String> missing = new TreeSet<>();
        int found = 0;
        for (Path file : SourcesTest.files("src/main/jte", ".jte")) {
            Matcher matcher = IN_TEMPLATE.matcher(Files.readString(file));
            while (matcher.find()) {
                found++;
                if (!known.contains(matcher.group(1))) {
                    missing.add(file.getFileName() + ": " + matcher.group(1));
                }
            }
        }
        assertThat(found).isGreaterThan(40);
        assertThat(missing).isEmpty();
    }

    @Test
    void every_key_that_code_names_exists() throws IOException {
        Set<String> known = bundle("en").keySet();
        Set<String> modules = new TreeSet<>();
        known.forEach(key -> modules.add(key.substring(0, key.indexOf('.'))));
        Set<String> missing = new TreeSet<>();
        for (Path file : SourcesTest.files("src/main/java", ".java")) {
            Matcher matcher = IN_JAVA.matcher(Files.readString(file));
            while (matcher.find()) {
                String key = matcher.group(1);
                boolean looksLikeKey = modules.contains(key.substring(0, key.indexOf('.')));
                boolean isFragment = known.stream().anyMatch(one -> one.startsWith(key + "."));
                if (looksLikeKey && !known.contains(key) && !isFragment && !isNameOfTable(key, file)) {
                    missing.add(file.getFileName() + ": " + key);
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    /** Audit actions and system actors look like keys; they are written in calls that say what they are. */
    private static boolean isNameOfTable(String key, Path file) throws IOException {
        String text = Files.readString(file);
        return text.contains("SystemScope(\"" + key + "\")")
                || Pattern.compile("Entry\\(\\s*\"" + Pattern.quote(key) + "\"")
                        .matcher(text)
                        .find();
    }

    private static Set<String> arguments(String text) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = Pattern.compile("\\{(\\d)[^}]*}").matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    private static boolean hasHan(String text) {
        return Pattern.compile("\\p{IsHan}").matcher(text).find();
    }
}
