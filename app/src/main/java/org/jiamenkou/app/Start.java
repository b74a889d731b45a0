package org.jiamenkou.app;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jiamenkou.platform.CannotStartException;
import org.jiamenkou.platform.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** From the command line to a running node, or to one plain line that says why not. */
final class Start {
    /** Said by the launcher to the process that records the AOT cache; not for people. */
    private static final String TRAIN = "--train";

    /** {@code ./jmk import}: followed by what is imported and from where. */
    private static final String IMPORT = "--import";

    /** {@code ./jmk backup}, {@code restore}, {@code keys} and {@code audit}. */
    private static final Set<String> COMMANDS = Set.of("--backup", "--restore", "--keys", "--audit");

    private static final int FAILED = 1;

    private Start() {}

    static void main(String[] args, Class<?> application) {
        Map<String, String> env = System.getenv();
        try {
            if (Arrays.asList(args).contains(TRAIN)) {
                String[] others =
                        Arrays.stream(args).filter(arg -> !arg.equals(TRAIN)).toArray(String[]::new);
                Training.run(Settings.from(others, env), application);
                System.exit(0);
            }
            if (args.length >= 3 && args[0].equals(IMPORT)) {
                Settings settings = Settings.from(Arrays.copyOfRange(args, 3, args.length), env);
                System.exit(new DivisionImport(System.out).run(args[1], Path.of(args[2]), settings));
            }
            if (args.length > 0 && COMMANDS.contains(args[0])) {
                quiet();
                List<String> words = Arrays.asList(args).subList(1, args.length);
                Keeping keeping = new Keeping(System.out, env);
                System.exit(
                        switch (args[0]) {
                            case "--backup" -> keeping.backup(words);
                            case "--restore" -> keeping.restore(words);
                            case "--audit" -> new AuditVerify(System.out, env).run(words);
                            default -> keeping.keys(words);
                        });
            }
            new Node(Settings.from(args, env), application).run();
        } catch (CannotStartException reason) {
            System.err.println(
                    StartLines.both(reason.messageKey(), reason.details().toArray()));
            System.exit(reason.exitCode());
        } catch (RuntimeException fault) {
            // A defect, not something the reader can mend: here the trace is what helps.
            fault.printStackTrace();
            System.exit(FAILED);
        }
    }

    /** What libraries log outside an application would bury the one line that matters. */
    private static void quiet() {
        if (LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME) instanceof ch.qos.logback.classic.Logger root) {
            root.setLevel(ch.qos.logback.classic.Level.OFF);
        }
    }
}
