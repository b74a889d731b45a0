package org.jiamenkou.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every action and subject that code writes into the audit trail has a name in messages/audit_*.properties. */
class AuditWordsTest {
    private static final Pattern ENTRY =
            Pattern.compile("new (?:Audit\\.)?Entry\\(([^;]*?)\\)\\s*\\)?;", Pattern.DOTALL);
    private static final Pattern LITERAL = Pattern.compile("\"([a-z][a-zA-Z_.-]*)\"");

    @Test
    void every_action_that_is_recorded_has_a_name() throws IOException {
        Properties known = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of("src/main/resources/messages/audit_en.properties"))) {
            known.load(reader);
        }
        Set<String> unnamed = new TreeSet<>();
        int found = 0;
        for (Path file : SourcesTest.files("src/main/java", ".java")) {
            Matcher entry = ENTRY.matcher(Files.readString(file));
            while (entry.find()) {
                Matcher word = LITERAL.matcher(entry.group(1));
                while (word.find()) {
                    found++;
                    String code = word.group(1);
                    boolean named = known.containsKey("audit.action." + code)
                            || known.containsKey("audit.subject." + code)
                            || known.containsKey("audit.field." + code);
                    if (!named && !code.equals("trail")) {
                        unnamed.add(file.getFileName() + ": " + code);
                    }
                }
            }
        }
        assertThat(found).isGreaterThan(20);
        assertThat(unnamed)
                .as("add audit.action., audit.subject. or audit.field. and the code to messages/audit_*.properties")
                .isEmpty();
    }
}
