package org.jiamenkou.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jiamenkou.TestDatabase;
import org.junit.jupiter.api.Test;

/** The first three administrators of an installation without sample accounts. */
class FirstAdministratorsTest {
    private static List<String> start(TestAccess parts, String... arguments) {
        FirstAdministrators first = parts.firstAdministrators(arguments);
        first.run((done, total) -> {});
        return first.lines();
    }

    private static String passwordOf(List<String> lines, String login) {
        return lines.stream()
                .filter(line -> line.strip().startsWith(login + " "))
                .map(line -> line.strip().split("\\s+")[1])
                .findFirst()
                .orElseThrow();
    }

    @Test
    void three_accounts_are_made_once_and_shown_until_they_are_used() throws Exception {
        try (TestDatabase database = TestDatabase.fresh()) {
            TestAccess parts = new TestAccess(database);
            parts.roles().run((done, total) -> {});
            assertThat(start(parts)).as("sample accounts suffice in a demo").isEmpty();

            List<String> lines = start(parts, "--no-demo");
            assertThat(lines).hasSize(5);
            String first = passwordOf(lines, "first-system-administrator");
            SignIn signIn = parts.signIn(TestDatabase.NOW, TestAccess.PASSWORDS, "--no-demo");
            assertThat(signIn.signIn(new SignIn.Attempt("first-system-administrator", first, null)))
                    .isInstanceOfSatisfying(
                            SignInOutcome.CodeNeeded.class,
                            needed -> assertThat(needed.half().mustChangePassword())
                                    .isTrue());

            List<String> again = start(parts, "--no-demo");
            assertThat(again).as("nobody used them yet").hasSize(5);
            assertThat(passwordOf(again, "first-system-administrator")).isNotEqualTo(first);
        }
    }
}
