package org.jiamenkou.app;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.jiamenkou.platform.CannotStartException;
import org.jiamenkou.platform.Settings;

/** From the command line to a running node, or to one plain line that says why not. */
final class Start {
    /** Said by the launcher to the process that records the AOT cache; not for people. */
    private static final String TRAIN = "--train";

    /** {@code ./jmk import}: followed by what is imported and from where. */
    private static final String IMPORT = "--import";

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
}
