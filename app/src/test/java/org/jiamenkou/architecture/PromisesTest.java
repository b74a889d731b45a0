package org.jiamenkou.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What prose promises is kept: commands that README names exist, changes that are published are declared. */
class PromisesTest {
    private static final Pattern COMMAND = Pattern.compile("\\./jmk ([a-z]+)");
    private static final Pattern CHANGE = Pattern.compile("new Change\\(\\s*\"([a-z]+)\",\\s*\"([A-Za-z]+)\"");

    @Test
    void commands_that_readme_names_are_commands_of_jmk() throws IOException {
        Set<String> named = matches(COMMAND, Files.readString(Path.of("..", "README.md")));
        Set<String> known = matches(COMMAND, Files.readString(Path.of("..", "jmk")));
        assertThat(named).isNotEmpty();
        assertThat(known).containsAll(named);
    }

    @Test
    void changes_that_are_published_stand_in_the_package_info_of_their_module() throws IOException {
        Set<String> undeclared = new TreeSet<>();
        int found = 0;
        for (Path file : SourcesTest.files("src/main/java", ".java")) {
            Matcher change = CHANGE.matcher(Files.readString(file));
            while (change.find()) {
                found++;
                Path info = Path.of("src/main/java/org/jiamenkou", change.group(1), "package-info.java");
                if (!Files.readString(info).contains(change.group(2))) {
                    undeclared.add(change.group(1) + "." + change.group(2));
                }
            }
        }
        assertThat(found).isGreaterThan(4);
        assertThat(undeclared).isEmpty();
    }

    private static Set<String> matches(Pattern pattern, String text) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }
}
