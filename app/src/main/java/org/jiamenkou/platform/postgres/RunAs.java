package org.jiamenkou.platform.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jiamenkou.platform.CannotStartException;

/**
 * As whom the server runs. PostgreSQL refuses to run as root, so a node started as root runs it in a user namespace of
 * its own, where root is nobody; where the kernel forbids that, as another user of this machine.
 */
sealed interface RunAs {
    Duration PATIENCE = Duration.ofSeconds(10);

    /** The command as it must be run. */
    List<String> wrap(List<String> command);

    /** Makes a file or folder, with all that is in it, belong to whom the server runs as. */
    void own(Path path);

    record Ourselves() implements RunAs {
        @Override
        public List<String> wrap(List<String> command) {
            return command;
        }

        @Override
        public void own(Path path) {
            // it is ours already
        }
    }

    record Namespace() implements RunAs {
        @Override
        public List<String> wrap(List<String> command) {
            return concat(List.of("unshare", "-U"), command);
        }

        @Override
        public void own(Path path) {
            changeOwner(path, 0);
        }
    }

    /** @param prefix the words before a command that run it as that user */
    record OtherUser(List<String> prefix, int uid) implements RunAs {
        @Override
        public List<String> wrap(List<String> command) {
            return concat(prefix, command);
        }

        @Override
        public void own(Path path) {
            changeOwner(path, uid);
        }
    }

    /**
     * Finds a way that works on this machine.
     *
     * @throws CannotStartException when root can become nobody here
     */
    static RunAs choose(Path dataFolder) {
        if (uidOf(Path.of("/proc/self")) != 0) {
            return new Ourselves();
        }
        if (works(List.of("unshare", "-U", "true"))) {
            return new Namespace();
        }
        return otherUser(dataFolder);
    }

    static RunAs otherUser(Path dataFolder) {
        boolean known = false;
        for (String user : List.of("postgres", "nobody")) {
            Command.Outcome id = Command.run(List.of("id", "-u", user), PATIENCE);
            Command.Outcome group = Command.run(List.of("id", "-g", user), PATIENCE);
            if (id.ok() && group.ok()) {
                String uid = id.output().strip();
                List<List<String>> ways = List.of(
                        List.of(
                                "setpriv",
                                "--reuid=" + uid,
                                "--regid=" + group.output().strip(),
                                "--clear-groups"),
                        List.of("runuser", "-u", user, "--"));
                for (List<String> way : ways) {
                    known |= works(concat(way, List.of("true")));
                    if (works(concat(way, List.of("test", "-x", dataFolder.toString())))) {
                        return new OtherUser(way, Integer.parseInt(uid));
                    }
                }
            }
        }
        throw known
                ? CannotStartException.notPossibleHere("start.postgres.rootFolder", dataFolder.toString())
                : CannotStartException.notPossibleHere("start.postgres.root");
    }

    private static boolean works(List<String> command) {
        return Command.run(command, PATIENCE).ok();
    }

    private static List<String> concat(List<String> first, List<String> second) {
        List<String> all = new ArrayList<>(first);
        all.addAll(second);
        return List.copyOf(all);
    }

    private static int uidOf(Path path) {
        try {
            return Files.exists(path) ? (Integer) Files.getAttribute(path, "unix:uid") : -1;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void changeOwner(Path path, int uid) {
        if (Files.exists(path) && uidOf(path) != uid) {
            Command.Outcome outcome =
                    Command.run(List.of("chown", "-R", String.valueOf(uid), path.toString()), Duration.ofMinutes(2));
            if (!outcome.ok()) {
                throw new IllegalStateException("cannot give " + path + " to user " + uid + ": " + outcome.output());
            }
        }
    }
}
