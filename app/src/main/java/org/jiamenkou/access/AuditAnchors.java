package org.jiamenkou.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jiamenkou.platform.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What is kept outside the database of the newest block: a line per day and the newest one, {@code day number hash}, in
 * {@code keys/audit-anchors}. Whoever cuts the end off the trail, or writes it anew, does not fit it. The first of each
 * day also goes to the log.
 */
@Component
class AuditAnchors {
    private static final Logger LOG = LoggerFactory.getLogger(AuditAnchors.class);

    private final Path file;
    private final Clock clock;

    @org.springframework.beans.factory.annotation.Autowired
    AuditAnchors(Settings settings, Clock clock) {
        this(settings.data().resolve("keys").resolve("audit-anchors"), clock);
    }

    AuditAnchors(Path file, Clock clock) {
        this.file = file;
        this.clock = clock;
    }

    /** A block that was there on that day. */
    record Anchor(LocalDate day, long number, byte[] hash) {
        String line() {
            return day + " " + number + " " + HexFormat.of().formatHex(hash);
        }
    }

    List<Anchor> list() {
        try {
            List<Anchor> anchors = new ArrayList<>();
            if (Files.exists(file)) {
                for (String line : Files.readAllLines(file)) {
                    String[] words = line.split(" ");
                    if (words.length == 3) {
                        anchors.add(new Anchor(
                                LocalDate.parse(words[0]),
                                Long.parseLong(words[1]),
                                HexFormat.of().parseHex(words[2])));
                    }
                }
            }
            return anchors;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    synchronized void keep(long number, byte[] hash) {
        List<Anchor> anchors = list();
        Anchor newest = new Anchor(LocalDate.now(clock), number, hash);
        if (!anchors.isEmpty() && anchors.getLast().day().equals(newest.day())) {
            anchors.removeLast();
        } else {
            LOG.info("audit trail sealed up to {}", newest.line());
        }
        anchors.add(newest);
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.createDirectories(file.resolveSibling("."));
            Files.write(fresh, anchors.stream().map(Anchor::line).toList(), StandardCharsets.US_ASCII);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            // The next block tries again; the seal itself stands in the database.
            LOG.warn("cannot keep the newest audit block in {}", file, e);
        }
    }
}
