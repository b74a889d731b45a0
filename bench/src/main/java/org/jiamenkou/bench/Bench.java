package org.jiamenkou.bench;

import java.nio.file.Path;

/** {@code ./jmk bench NAME}. */
public final class Bench {
    private Bench() {}

    public static void main(String[] args) throws Exception {
        String name = args.length == 0 ? "" : args[0];
        Figures figures = new Figures(name);
        switch (name) {
            case "startup" -> new StartupBench(figures).run();
            case "search" -> new SearchBench(figures).run();
            case "directory" -> new DirectoryBench(figures).run();
            case "hsds" -> {
                try (Site site = new Site(java.nio.file.Files.createTempDirectory("jmk-bench-hsds"))) {
                    new ImportBench(figures, site).run();
                }
            }
            case "queue" -> {
                try (Site site = new Site(java.nio.file.Files.createTempDirectory("jmk-bench-queue"))) {
                    new QueueBench(figures, site).run();
                }
            }
            default -> {
                System.err.println("no such bench: " + name + " (there are: startup, directory, search, hsds, queue)");
                System.exit(2);
            }
        }
        figures.write(Path.of("bench", "results"));
    }
}
