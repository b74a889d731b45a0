package org.jiamenkou.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code first_page}: from starting the process to the first database-backed page (a station's), with PostgreSQL already
 * running and the AOT cache in use. Peer: an empty Spring Boot web application with its own AOT cache, to its first page.
 */
final class StartupBench {
    private static final int ROUNDS = 5;

    private final Figures figures;

    StartupBench(Figures figures) {
        this.figures = figures;
    }

    void run() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("jmk-bench-startup");
        try (Site site = new Site(folder)) {
            String station = firstStation(site);
            Map<String, String> environment = new HashMap<>(site.databaseEnvironment());
            environment.put("JMK_DATA", folder.resolve("second").toString());
            System.out.println("bench: training the AOT caches");
            Path profile = folder.resolve("program.conf");
            trained(
                    site,
                    environment,
                    List.of("-XX:TieredStopAtLevel=1", "-XX:AOTMode=record", "-XX:AOTConfiguration=" + profile));
            trained(
                    site,
                    environment,
                    List.of("-XX:AOTMode=create", "-XX:AOTConfiguration=" + profile, "-XX:AOTCache=" + site.cache()));
            Path emptyCache = folder.resolve("empty.aot");
            int emptyPort = Program.freePort();
            empty(folder, List.of("-XX:AOTCacheOutput=" + emptyCache), emptyPort)
                    .millisToFirstPage(URI.create("http://127.0.0.1:" + emptyPort + "/"));
            measure(site, environment, station, folder, emptyCache);
        }
    }

    private void measure(Site site, Map<String, String> environment, String station, Path folder, Path emptyCache)
            throws IOException, InterruptedException {
        double[] ours = new double[ROUNDS];
        double[] peer = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            int port = Program.freePort();
            ours[round] = ours(site, List.of("-XX:AOTCache=" + site.cache()), environment, port)
                    .millisToFirstPage(URI.create("http://127.0.0.1:" + port + station));
            int emptyPort = Program.freePort();
            peer[round] = empty(folder, List.of("-XX:AOTCache=" + emptyCache), emptyPort)
                    .millisToFirstPage(URI.create("http://127.0.0.1:" + emptyPort + "/"));
        }
        figures.compare("first_page", ours, peer, "ms");
    }

    private static Program ours(Site site, List<String> flags, Map<String, String> environment, int port)
            throws IOException {
        List<String> all = new ArrayList<>(Site.FLAGS);
        all.addAll(flags);
        all.add(Site.build());
        return new Program(
                all,
                Site.jar(Path.of("app", "target", "run")),
                List.of("--port", String.valueOf(port), "--data", environment.get("JMK_DATA")),
                environment,
                site.folder().resolve("startup.log"));
    }

    /** As ./jmk up does: a short life beside the running node, then the cache from what it needed. */
    private static void trained(Site site, Map<String, String> environment, List<String> flags)
            throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(Site.FLAGS);
        all.addAll(flags);
        Process training = new Program(
                        all,
                        Site.jar(Path.of("app", "target", "run")),
                        List.of("--data", environment.get("JMK_DATA"), "--train"),
                        environment,
                        site.folder().resolve("training.log"))
                .start();
        training.waitFor();
    }

    private static Program empty(Path folder, List<String> flags, int port) throws IOException {
        List<String> all = new ArrayList<>(Site.FLAGS);
        all.addAll(flags);
        return new Program(
                all,
                Site.jar(Path.of("bench", "empty", "target", "run")),
                List.of("--server.port=" + port),
                Map.of(),
                folder.resolve("empty.log"));
    }

    /** The path of some station's page, read from the list of stations. */
    static String firstStation(Site site) throws IOException, InterruptedException {
        String page = Program.get(site.address("/stations?q=" + "%E6%B5%A6%E5%85%B4%E8%B7%AF"));
        Matcher link = Pattern.compile("href=\"(/stations/[2-9A-Z]{4,8})\"").matcher(page);
        if (!link.find()) {
            throw new IOException("the list of stations links to none");
        }
        return link.group(1);
    }
}
