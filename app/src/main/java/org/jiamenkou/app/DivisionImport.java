package org.jiamenkou.app;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.UUID;
import org.jiamenkou.network.DivisionDifference;
import org.jiamenkou.network.DivisionEditions;
import org.jiamenkou.network.DivisionFiles;
import org.jiamenkou.network.EditionAnswer;
import org.jiamenkou.platform.Settings;
import org.jiamenkou.platform.database.SystemScope;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * {@code ./jmk import}: a newer edition of the divisions beside the running node. {@code divisions DIR} stores it and prints
 * its difference list, {@code confirm EDITION} makes it count. Nothing counts before it is confirmed.
 */
final class DivisionImport {
    private static final SystemScope SCOPE = new SystemScope("network.import-command");

    private final PrintStream out;

    DivisionImport(PrintStream out) {
        this.out = out;
    }

    /**
     * @param what {@code divisions} or {@code confirm}
     * @param with the folder of the edition, or the id of the one to confirm
     * @return the exit code: 0 done, 1 refused
     */
    int run(String what, Path with, Settings settings) {
        try (ConfigurableApplicationContext context = Training.beside(settings, Application.class)) {
            DivisionEditions editions = context.getBean(DivisionEditions.class);
            EditionAnswer answer = what.equals("confirm")
                    ? editions.confirm(SCOPE, UUID.fromString(with.toString()))
                    : editions.propose(SCOPE, DivisionFiles.read(with));
            return say(answer);
        } catch (IllegalArgumentException unreadable) {
            out.println(unreadable.getMessage());
            return 1;
        }
    }

    private int say(EditionAnswer answer) {
        out.println(StartLines.both(answer.messageKey(), answer.args()));
        return switch (answer) {
            case EditionAnswer.Proposed proposed -> {
                proposed.differences().forEach(this::say);
                out.println("./jmk import confirm " + proposed.edition());
                yield 0;
            }
            case EditionAnswer.Confirmed confirmed -> 0;
            case EditionAnswer.NameTaken refused -> 1;
            case EditionAnswer.BadRows refused -> 1;
            case EditionAnswer.NotProposed refused -> 1;
            case EditionAnswer.OutOfDate refused -> 1;
        };
    }

    private void say(DivisionDifference one) {
        out.printf(
                "%-8s %s %s -> %s %s%s%n",
                one.kind(),
                String.join(",", one.oldCodes()),
                String.join(",", one.oldNames()),
                String.join(",", one.newCodes()),
                String.join(",", one.newNames()),
                one.inferred() ? " (?)" : "");
    }
}
