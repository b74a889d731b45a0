package org.jiamenkou.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The figures of one bench: printed as they come, written as JSON at the end. */
final class Figures {
    private final String bench;
    private final List<String> rows = new ArrayList<>();

    Figures(String bench) {
        this.bench = bench;
    }

    /** A figure with a reference; medians of both. */
    void compare(String figure, double[] ours, double[] peer, String unit) {
        double mine = median(ours);
        double theirs = median(peer);
        System.out.printf(
                Locale.ROOT,
                "bench %s %s ours=%s peer=%s ratio=%s unit=%s%n",
                bench,
                figure,
                plain(mine),
                plain(theirs),
                plain(mine / theirs),
                unit);
        rows.add(String.format(
                Locale.ROOT,
                "{\"figure\":\"%s\",\"ours\":%s,\"peer\":%s,\"ratio\":%s,\"unit\":\"%s\",\"oursRuns\":%s,\"peerRuns\":%s}",
                figure,
                plain(mine),
                plain(theirs),
                plain(mine / theirs),
                unit,
                array(ours),
                array(peer)));
    }

    /** A figure that has no reference. */
    void state(String figure, double ours, String unit) {
        System.out.printf(Locale.ROOT, "bench %s %s ours=%s unit=%s%n", bench, figure, plain(ours), unit);
        rows.add(String.format(
                Locale.ROOT, "{\"figure\":\"%s\",\"ours\":%s,\"unit\":\"%s\"}", figure, plain(ours), unit));
    }

    void write(Path folder) {
        try {
            Files.createDirectories(folder);
            Files.writeString(
                    folder.resolve(bench + ".json"),
                    "{\"bench\":\"" + bench + "\",\"figures\":[\n" + String.join(",\n", rows) + "\n]}\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static String plain(double value) {
        return String.format(Locale.ROOT, value >= 100 ? "%.1f" : "%.3f", value);
    }

    private static String array(double[] values) {
        List<String> parts = new ArrayList<>();
        for (double value : values) {
            parts.add(plain(value));
        }
        return "[" + String.join(",", parts) + "]";
    }
}
