package org.jiamenkou.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The public directory: {@code search_p99} in process over 100,000 entries (peer: a plain Lucene bigram query),
 * {@code station_page_rps} over HTTP (peer: nginx serving the same bytes with the same headers as a static file), a change of
 * hours in the next response, {@code rss_mb}.
 */
final class DirectoryBench {
    private static final int ROUNDS = 5;
    private static final int WRK_SECONDS = 6;
    private static final Pattern REQUESTS = Pattern.compile("Requests/sec:\\s+([\\d.]+)");

    private final Figures figures;

    DirectoryBench(Figures figures) {
        this.figures = figures;
    }

    void run() throws Exception {
        new SearchBench(figures).run();
        Path folder = Files.createTempDirectory("jmk-bench-directory");
        try (Site site = new Site(folder)) {
            String station = StartupBench.firstStation(site);
            try (Nginx nginx = Nginx.serving(folder.resolve("nginx"), page(site.address(station)))) {
                check(site.address(station), nginx.address());
                double[] ours = new double[ROUNDS];
                double[] peer = new double[ROUNDS];
                wrk(site.address(station), 2 * WRK_SECONDS);
                for (int round = 0; round < ROUNDS; round++) {
                    ours[round] = wrk(site.address(station), WRK_SECONDS);
                    peer[round] = wrk(nginx.address(), WRK_SECONDS);
                }
                figures.compare("station_page_rps", ours, peer, "req/s");
            }
            figures.state("rss_mb", Program.residentMegabytes(site.process()), "MB");
            new ChangeOfHours(site, station).check();
            System.out.println("bench directory: a change of hours was in the next response");
        }
    }

    /** Body and the headers that a static file must carry too. */
    record PageBytes(byte[] body, List<String[]> headers) {}

    private static PageBytes page(URI address) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer =
                Program.HTTP.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofByteArray());
        List<String[]> headers = answer.headers().map().entrySet().stream()
                .filter(header -> !List.of(
                                "content-length",
                                "content-type",
                                "date",
                                "connection",
                                "keep-alive",
                                "transfer-encoding")
                        .contains(header.getKey()))
                .flatMap(header -> header.getValue().stream().map(value -> new String[] {header.getKey(), value}))
                .toList();
        return new PageBytes(answer.body(), headers);
    }

    private static void check(URI ours, URI peer) throws IOException, InterruptedException {
        if (!new String(page(ours).body(), StandardCharsets.UTF_8)
                .equals(new String(page(peer).body(), StandardCharsets.UTF_8))) {
            throw new IOException("nginx does not serve the same bytes");
        }
    }

    private static double wrk(URI address, int seconds) throws IOException, InterruptedException {
        Process wrk = new ProcessBuilder("wrk", "-t1", "-c32", "-d" + seconds + "s", address.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(wrk.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        wrk.waitFor();
        Matcher rate = REQUESTS.matcher(output);
        if (!rate.find() || output.contains("Non-2xx")) {
            throw new IOException("wrk: " + output);
        }
        return Double.parseDouble(rate.group(1));
    }
}
