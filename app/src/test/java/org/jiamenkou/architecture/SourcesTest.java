package org.jiamenkou.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the sources themselves must keep: size, and no user text in Java or templates. */
class SourcesTest {
    private static final int MOST_LINES = 400;
    private static final int MOST_METHOD_LINES = 50;
    private static final Pattern HAN_IN_STRING = Pattern.compile("\"[^\"]*\\p{IsHan}");
    private static final Pattern METHOD_START = Pattern.compile("^    (?! )[^*/@}].*\\)( throws [\\w., ]+)? \\{$");

    static List<Path> files(String folder, String ending) throws IOException {
        try (Stream<Path> walk = Files.walk(Path.of(folder))) {
            List<Path> found = walk.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
            assertThat(found).as("scan of %s", folder).hasSizeGreaterThan(5);
            return found;
        }
    }

    @Test
    void files_stay_under_400_lines() throws IOException {
        for (String folder : List.of("src/main/java", "src/test/java")) {
            assertThat(files(folder, ".java"))
                    .allSatisfy(file -> assertThat(Files.readAllLines(file)).hasSizeLessThan(MOST_LINES));
        }
    }

    @Test
    void methods_stay_under_50_lines() throws IOException {
        List<String> tooLong = new ArrayList<>();
        for (Path file : files("src/main/java", ".java")) {
            List<String> lines = Files.readAllLines(file);
            int start = -1;
            for (int i = 0; i < lines.size(); i++) {
                if (METHOD_START.matcher(lines.get(i)).matches()
                        && !lines.get(i).contains(" record ")
                        && !lines.get(i).strip().startsWith("record ")) {
                    start = i;
                } else if (lines.get(i).equals("    }") && start >= 0) {
                    if (i - start > MOST_METHOD_LINES) {
                        tooLong.add(file + ":" + (start + 1));
                    }
                    start = -1;
                }
            }
        }
        assertThat(tooLong).isEmpty();
    }

    @Test
    void no_user_text_stands_in_java() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : files("src/main/java", ".java")) {
            for (String line : Files.readAllLines(file)) {
                String code = line.strip();
                if (!code.startsWith("*")
                        && !code.startsWith("//")
                        && HAN_IN_STRING.matcher(code).find()) {
                    found.add(file + ": " + code);
                }
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void no_user_text_stands_in_templates() throws IOException {
        List<String> found = new ArrayList<>();
        Pattern han = Pattern.compile("\\p{IsHan}");
        for (Path file : files("src/main/jte", ".jte")) {
            String text = Files.readString(file).replaceAll("(?s)<%--.*?--%>", "");
            Matcher matcher = han.matcher(text);
            if (matcher.find()) {
                found.add(file + ": " + text.substring(matcher.start(), Math.min(text.length(), matcher.start() + 20)));
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void templates_carry_no_inline_styles_or_scripts() throws IOException {
        Pattern inline = Pattern.compile("\\sstyle=|<style|<script(?![^>]*\\ssrc=)|\\son[a-z]+=\"");
        assertThat(files("src/main/jte", ".jte"))
                .allSatisfy(file -> assertThat(
                                inline.matcher(Files.readString(file)).find())
                        .isFalse());
    }
}
