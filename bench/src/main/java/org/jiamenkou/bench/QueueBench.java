package org.jiamenkou.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jiamenkou.app.Application;
import org.jiamenkou.catalogue.ItemId;
import org.jiamenkou.notices.Outbox;
import org.jiamenkou.platform.Readiness;
import org.jiamenkou.platform.Settings;
import org.jiamenkou.platform.StartupProgress;
import org.jiamenkou.platform.postgres.Connections;
import org.jiamenkou.queue.BookingAnswer;
import org.jiamenkou.queue.BookingChannel;
import org.jiamenkou.queue.BookingWish;
import org.jiamenkou.queue.BookingWriter;
import org.jiamenkou.queue.PriorityGroup;
import org.jiamenkou.queue.SlotId;
import org.jiamenkou.registry.PersonId;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Bookings per second with limits, idempotency key, audit row, change and fsync included, answered after commit; rows =
 * acknowledgements. {@code hot_slot_http}: the request the page posts, on one popular slot; {@code hot_slot_in_process} and
 * {@code many_slots_in_process} (200 slots): the same writer without HTTP. Peer: pgbench, one UPDATE … RETURNING + INSERT
 * statement per booking on the same server with synchronous commit.
 */
final class QueueBench {
    private static final int ROUNDS = 3;
    private static final int SECONDS = 8;
    private static final int CALLERS = 1_000;
    private static final int HTTP_CALLERS = 64;
    private static final int PEOPLE = 24_000;
    /** The hidden field of every form that writes. */
    static final Pattern TOKEN = Pattern.compile("type=\"hidden\" name=\"(_csrf)\" value=\"([^\"]*)\"");

    private final Figures figures;
    private final Site site;
    private final List<SlotId> slots = new ArrayList<>();
    private String place = "";
    private String slug = "";
    private ItemId item = new ItemId(new UUID(0, 0));

    QueueBench(Figures figures, Site site) {
        this.figures = figures;
        this.site = site;
    }

    void run() throws Exception {
        try (Connection sql = database()) {
            Settings settings = Settings.from(
                    new String[] {"--data", site.folder().resolve("in-process").toString()}, Map.of());
            Map<String, String> given = site.databaseEnvironment();
            Connections connections = new Connections(
                    given.get("JMK_DB_URL"),
                    given.get("JMK_DB_OWNER"),
                    given.get("JMK_DB_OWNER_PASSWORD"),
                    given.get("JMK_DB_APP"),
                    given.get("JMK_DB_APP_PASSWORD"));
            copyKeys(settings);
            try (ConfigurableApplicationContext node =
                    Application.start(settings, connections, new Silent(), Map.of("server.port", "0"))) {
                // the first round of a node brings slots in line with their plans; afterwards they stay as they are set
                // here
                while (!node.getBean(Readiness.class).isReady()) {
                    Thread.sleep(200);
                }
                Thread.sleep(12_000);
                prepare(sql);
                BookingWriter writer = node.getBean(BookingWriter.class);
                inProcess(sql, writer, "hot_slot_in_process", 1);
                inProcess(sql, writer, "many_slots_in_process", slots.size());
                http(sql, node);
            }
        }
    }

    /** The second process reads the same personal data. */
    private void copyKeys(Settings settings) throws IOException {
        Path from = site.folder().resolve("data").resolve("keys");
        Path to = settings.data().resolve("keys");
        Files.createDirectories(to);
        try (var files = Files.list(from)) {
            for (Path file : files.toList()) {
                if (Files.isRegularFile(file)) {
                    Files.copy(file, to.resolve(file.getFileName()));
                }
            }
        }
    }

    private static final class Silent implements StartupProgress {
        @Override
        public void show(String nameKey, int done, int total) {}

        @Override
        public void done() {}
    }

    private Connection database() throws IOException, SQLException {
        Map<String, String> given = site.databaseEnvironment();
        Connection sql = DriverManager.getConnection(
                given.get("JMK_DB_URL"), given.get("JMK_DB_OWNER"), given.get("JMK_DB_OWNER_PASSWORD"));
        execute(
                sql,
                "select set_config('jmk.actor', 'system:bench', false), set_config('jmk.areas', '*', false),"
                        + " set_config('jmk.write_areas', '*', false)");
        return sql;
    }

    static void execute(Connection sql, String statement) throws SQLException {
        try (Statement run = sql.createStatement()) {
            run.execute(statement);
        }
    }

    /** Two hundred slots of one item at the sample centre, each with room for everybody; and the peer's tables. */
    private void prepare(Connection sql) throws SQLException {
        execute(
                sql,
                "update queue.slots set capacity = 32000, reserved = 0 where (subdistrict_id, id) in"
                        + " (select s.subdistrict_id, s.id from queue.slots s"
                        + " join queue.places q on q.subdistrict_id = s.subdistrict_id and q.id = s.place_id"
                        + " join catalogue.items i on i.id = s.item_id"
                        + " where q.kind = 'CENTRE' and i.slug = 'social-security-card' and s.state = 'OPEN'"
                        + " and s.starts_at > now() + interval '1 day' and s.opens_at <= now()"
                        + " order by s.starts_at limit 200)");
        try (Statement statement = sql.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select s.subdistrict_id, s.id, s.item_id, q.code, i.slug from queue.slots s"
                                + " join queue.places q on q.subdistrict_id = s.subdistrict_id and q.id = s.place_id"
                                + " join catalogue.items i on i.id = s.item_id"
                                + " where s.capacity = 32000 order by s.starts_at")) {
            while (rows.next()) {
                slots.add(new SlotId(rows.getObject(1, UUID.class), rows.getObject(2, UUID.class)));
                item = new ItemId(rows.getObject(3, UUID.class));
                place = rows.getString(4);
                slug = rows.getString(5);
            }
        }
        execute(sql, "create schema if not exists peer");
        execute(sql, "drop table if exists peer.bookings, peer.slots");
        execute(sql, "create table peer.slots (id int primary key, taken int not null, capacity int not null)");
        execute(
                sql,
                "create table peer.bookings (id uuid primary key default gen_random_uuid(), slot_id int not null,"
                        + " person_id uuid not null, at timestamptz not null)");
        execute(sql, "insert into peer.slots select n, 0, 1000000000 from generate_series(1, 200) n");
        System.out.println("bench: " + slots.size() + " slots of " + slug + " at " + place);
    }

    private void inProcess(Connection sql, BookingWriter writer, String figure, int over) throws Exception {
        double[] ours = new double[ROUNDS];
        double[] peer = new double[ROUNDS];
        for (int round = -1; round < ROUNDS; round++) {
            empty(sql);
            double mine = booked(sql, writer, over);
            double theirs = pgbench(over);
            if (round >= 0) {
                ours[round] = mine;
                peer[round] = theirs;
            }
        }
        figures.compare(figure, ours, peer, "bookings/s");
    }

    private static void empty(Connection sql) throws SQLException {
        execute(sql, "truncate queue.bookings cascade");
        execute(sql, "update queue.slots set taken = 0, taken_priority = 0 where taken > 0");
        execute(sql, "vacuum analyze queue.slots");
        execute(sql, "vacuum analyze queue.bookings");
    }

    /** Callers who each book for one person after another until the time is over. */
    private double booked(Connection sql, BookingWriter writer, int over) throws Exception {
        AtomicLong acknowledged = new AtomicLong();
        AtomicInteger turn = new AtomicInteger();
        long from = System.nanoTime();
        long until = from + SECONDS * 1_000_000_000L;
        List<Thread> callers = new ArrayList<>();
        for (int i = 0; i < CALLERS; i++) {
            callers.add(Thread.ofVirtual().start(() -> {
                while (System.nanoTime() < until) {
                    // a slot holds 32,000: a popular one is followed by the next when it is full
                    int n = turn.getAndIncrement();
                    SlotId slot = slots.get(over == 1 ? Math.min(slots.size() - 1, n / 31_000) : n % over);
                    if (writer.write(wish(slot)) instanceof BookingAnswer.Booked) {
                        acknowledged.incrementAndGet();
                    }
                }
            }));
        }
        for (Thread caller : callers) {
            caller.join();
        }
        double seconds = (System.nanoTime() - from) / 1e9;
        check(sql, acknowledged.get());
        return acknowledged.get() / seconds;
    }

    private BookingWish wish(SlotId slot) {
        UUID person = UUID.randomUUID();
        return new BookingWish.Seat(
                new BookingWish.Wanted(slot, item, new PersonId(person), PriorityGroup.NONE),
                new BookingWish.Request(person.toString(), BookingChannel.WEB, UUID.randomUUID()),
                null);
    }

    /** Rows are acknowledgements: bookings, seats, and an audit row each. */
    private static void check(Connection sql, long acknowledged) throws SQLException {
        try (Statement statement = sql.createStatement();
                ResultSet row = statement.executeQuery(
                        "select (select count(*) from queue.bookings), (select sum(taken) from queue.slots),"
                                + " (select count(*) from queue.bookings b where exists (select 1 from access.audit a"
                                + " where a.subject_type = 'queue.bookings' and a.subject = b.id::text))")) {
            row.next();
            if (row.getLong(1) != acknowledged || row.getLong(2) != acknowledged || row.getLong(3) != acknowledged) {
                throw new IllegalStateException(acknowledged + " acknowledged, but " + row.getLong(1) + " rows, "
                        + row.getLong(2) + " seats, " + row.getLong(3) + " audit rows");
            }
        }
    }

    /** Transactions per second of pgbench, prepared, sixteen clients. */
    private double pgbench(int over) throws IOException, InterruptedException {
        Path script = site.folder().resolve("peer.sql");
        Files.writeString(script, """
                \\set slot random(1, %d)
                with seat as (update peer.slots set taken = taken + 1 where id = :slot and taken < capacity returning id)
                insert into peer.bookings (slot_id, person_id, at) select id, gen_random_uuid(), now() from seat;
                """.formatted(over));
        Map<String, String> given = site.databaseEnvironment();
        URI address = URI.create(given.get("JMK_DB_URL").substring("jdbc:".length()));
        ProcessBuilder builder = new ProcessBuilder(
                program(),
                "-n",
                "-M",
                "prepared",
                "-c",
                "16",
                "-j",
                "2",
                "-T",
                String.valueOf(SECONDS),
                "-f",
                script.toString(),
                "-h",
                address.getHost(),
                "-p",
                String.valueOf(address.getPort()),
                "-U",
                given.get("JMK_DB_OWNER"),
                address.getPath().substring(1));
        builder.environment().put("PGPASSWORD", given.get("JMK_DB_OWNER_PASSWORD"));
        builder.redirectErrorStream(true);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        Matcher tps = Pattern.compile("tps = ([0-9.]+)").matcher(output);
        if (!tps.find()) {
            throw new IOException("pgbench said: " + output);
        }
        return Double.parseDouble(tps.group(1));
    }

    private static String program() throws IOException {
        Path versions = Path.of("/usr/lib/postgresql");
        if (Files.isDirectory(versions)) {
            try (var all = Files.list(versions)) {
                for (Path one : all.sorted().toList().reversed()) {
                    if (Files.isExecutable(one.resolve("bin/pgbench"))) {
                        return one.resolve("bin/pgbench").toString();
                    }
                }
            }
        }
        return "pgbench";
    }

    private void http(Connection sql, ConfigurableApplicationContext node) throws Exception {
        List<String> sessions = new SignedInResidents(sql, site, node.getBean(Outbox.class)).signedIn(PEOPLE);
        double[] ours = new double[ROUNDS];
        double[] peer = new double[ROUNDS];
        int each = PEOPLE / (ROUNDS + 1);
        for (int round = -1; round < ROUNDS; round++) {
            empty(sql);
            double mine = posted(sql, sessions.subList((round + 1) * each, (round + 2) * each));
            double theirs = pgbench(1);
            if (round >= 0) {
                ours[round] = mine;
                peer[round] = theirs;
            }
        }
        figures.compare("hot_slot_http", ours, peer, "bookings/s");
    }

    /** Each resident posts the form once, until all have or the time is over. */
    private double posted(Connection sql, List<String> sessions) throws Exception {
        HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        HttpResponse<String> page = http.send(
                HttpRequest.newBuilder(site.address("/services/" + slug + "/book?place=" + place))
                        .header("Cookie", "JMK_SESSION=" + sessions.getFirst())
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        Matcher token = TOKEN.matcher(page.body());
        if (!token.find()) {
            throw new IOException("no form for a resident who is signed in: " + page.statusCode());
        }
        String cookie = page.headers().allValues("Set-Cookie").stream()
                .filter(one -> one.startsWith("XSRF-TOKEN="))
                .map(one -> one.substring(0, one.indexOf(';')))
                .findFirst()
                .orElseThrow();
        String body = "_csrf=" + token.group(2) + "&place=" + place + "&whom=me&slot="
                + slots.getFirst().id() + "&key=";
        AtomicInteger next = new AtomicInteger();
        AtomicLong acknowledged = new AtomicLong();
        long from = System.nanoTime();
        long until = from + SECONDS * 1_000_000_000L;
        List<Thread> callers = new ArrayList<>();
        for (int i = 0; i < HTTP_CALLERS; i++) {
            callers.add(Thread.ofPlatform().start(() -> {
                try {
                    for (int n = next.getAndIncrement();
                            n < sessions.size() && System.nanoTime() < until;
                            n = next.getAndIncrement()) {
                        HttpResponse<Void> answer = http.send(
                                HttpRequest.newBuilder(site.address("/services/" + slug + "/book"))
                                        .header("Cookie", "JMK_SESSION=" + sessions.get(n) + "; " + cookie)
                                        .header("Content-Type", "application/x-www-form-urlencoded")
                                        .POST(HttpRequest.BodyPublishers.ofString(body + UUID.randomUUID()))
                                        .build(),
                                HttpResponse.BodyHandlers.discarding());
                        if (answer.statusCode() == 303
                                && answer.headers()
                                        .firstValue("Location")
                                        .orElse("")
                                        .startsWith("/bookings/")) {
                            acknowledged.incrementAndGet();
                        } else {
                            throw new IllegalStateException("answered " + answer.statusCode());
                        }
                    }
                } catch (IOException | InterruptedException failed) {
                    throw new IllegalStateException(failed);
                }
            }));
        }
        for (Thread caller : callers) {
            caller.join();
        }
        double seconds = (System.nanoTime() - from) / 1e9;
        check(sql, acknowledged.get());
        return acknowledged.get() / seconds;
    }
}
