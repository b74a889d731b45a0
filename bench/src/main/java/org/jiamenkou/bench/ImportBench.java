package org.jiamenkou.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.net.CookieManager;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jiamenkou.access.DemoAccounts;
import org.postgresql.PGConnection;

/**
 * {@code import_xlsx}: an officer uploads a workbook of 100,000 rooms and confirms it; rights, checks, preview, history, audit
 * and fsync included. Peer: COPY of the same rows into a table with the same columns, keys and indexes on the same server.
 */
final class ImportBench {
    private static final int ROWS = 100_000;
    private static final int ROUNDS = 3;
    private static final int FIRST_POSITION = 1_000;
    private static final String SUBDISTRICT = "310115014000";
    private static final String BOUNDARY = "jiamenkou-bench";
    private static final Pattern TOKEN = Pattern.compile("type=\"hidden\" name=\"(_csrf)\" value=\"([^\"]*)\"");

    private static final Pattern DEMO_CODE = Pattern.compile("id=\"demo-code\">(\\d{6})<");

    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final Figures figures;
    private final Site site;

    ImportBench(Figures figures, Site site) {
        this.figures = figures;
        this.site = site;
    }

    private record Home(UUID subdistrict, UUID station, String code, UUID area) {}

    void run() throws Exception {
        signIn();
        try (Connection sql = database()) {
            List<Home> homes = homes(sql);
            byte[] workbook = workbook(homes);
            String rows = copyRows(homes);
            double[] ours = new double[ROUNDS];
            double[] peer = new double[ROUNDS];
            for (int round = -1; round < ROUNDS; round++) {
                double mine = imported(workbook);
                check(sql, "network.rooms where position >= " + FIRST_POSITION);
                execute(sql, "delete from network.rooms where position >= " + FIRST_POSITION);
                double theirs = copied(sql, rows);
                check(sql, "network.rooms_copy");
                if (round >= 0) {
                    ours[round] = mine;
                    peer[round] = theirs;
                }
            }
            execute(sql, "drop table network.rooms_copy");
            figures.compare("import_xlsx", ours, peer, "s");
        }
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

    private static void execute(Connection sql, String statement) throws SQLException {
        try (Statement run = sql.createStatement()) {
            run.execute(statement);
        }
    }

    private static List<Home> homes(Connection sql) throws SQLException {
        List<Home> homes = new ArrayList<>();
        try (Statement statement = sql.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select s.subdistrict_id, s.id, s.code, s.area_id from network.stations s"
                                + " join network.division_codes d on d.division_id = s.subdistrict_id"
                                + " where d.code = '" + SUBDISTRICT + "' and s.closed_on is null order by s.code")) {
            while (rows.next()) {
                homes.add(new Home(
                        rows.getObject(1, UUID.class),
                        rows.getObject(2, UUID.class),
                        rows.getString(3),
                        rows.getObject(4, UUID.class)));
            }
        }
        return homes;
    }

    private static int position(int row, int homes) {
        return FIRST_POSITION + row / homes;
    }

    private static byte[] workbook(List<Home> homes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "bench", "1.0")) {
            Worksheet sheet = book.newWorksheet("rooms");
            List<String> header = List.of("station", "position", "purpose", "name_zh", "square_metres", "resident_use");
            for (int i = 0; i < header.size(); i++) {
                sheet.value(0, i, header.get(i));
            }
            for (int i = 0; i < ROWS; i++) {
                sheet.value(i + 1, 0, homes.get(i % homes.size()).code());
                sheet.value(i + 1, 1, position(i, homes.size()));
                sheet.value(i + 1, 2, "red-harbour");
                sheet.value(i + 1, 3, "room " + i);
                sheet.value(i + 1, 4, 20 + i % 80);
                sheet.value(i + 1, 5, i % 2 == 0 ? "yes" : "no");
            }
        }
        return out.toByteArray();
    }

    private static String copyRows(List<Home> homes) {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < ROWS; i++) {
            Home home = homes.get(i % homes.size());
            rows.append(home.subdistrict())
                    .append('\t')
                    .append(UUID.randomUUID())
                    .append('\t')
                    .append(home.station());
            rows.append('\t').append(home.area()).append('\t').append(position(i, homes.size()));
            rows.append("\tred-harbour\troom ")
                    .append(i)
                    .append('\t')
                    .append(20 + i % 80)
                    .append('\t');
            rows.append(i % 2 == 0).append("\tfalse\n");
        }
        return rows.toString();
    }

    private static double copied(Connection sql, String rows) throws SQLException, IOException {
        execute(sql, "drop table if exists network.rooms_copy");
        execute(sql, "create table network.rooms_copy (like network.rooms including all)");
        long start = System.nanoTime();
        sql.unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn(
                        "copy network.rooms_copy (subdistrict_id, id, station_id, area_id, position, purpose, name_zh,"
                                + " square_metres, resident_use, sample) from stdin",
                        new StringReader(rows));
        return (System.nanoTime() - start) / 1e9;
    }

    /** Both ways must have written the same. */
    private static void check(Connection sql, String from) throws SQLException {
        try (Statement statement = sql.createStatement();
                ResultSet row = statement.executeQuery(
                        "select count(*), sum(square_metres), count(*) filter (where resident_use) from " + from)) {
            row.next();
            long metres = 0;
            for (int i = 0; i < ROWS; i++) {
                metres += 20 + i % 80;
            }
            if (row.getLong(1) != ROWS || row.getLong(2) != metres || row.getLong(3) != ROWS / 2) {
                throw new IllegalStateException("not the same rows in " + from + ": " + row.getLong(1));
            }
        }
    }

    private double imported(byte[] workbook) throws IOException, InterruptedException {
        String token = token("/desk/imports");
        long start = System.nanoTime();
        String page = location(send(HttpRequest.newBuilder(site.address("/desk/imports"))
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(HttpRequest.BodyPublishers.ofByteArray(multipart(token, workbook)))));
        String confirmation = token(page);
        location(form(page + "/confirm", Map.of("_csrf", confirmation)));
        return (System.nanoTime() - start) / 1e9;
    }

    private static byte[] multipart(String token, byte[] workbook) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (Map.Entry<String, String> field :
                Map.of("_csrf", token, "kind", "rooms").entrySet()) {
            body.write(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + field.getKey() + "\"\r\n\r\n"
                            + field.getValue() + "\r\n")
                    .getBytes(StandardCharsets.UTF_8));
        }
        body.write(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"rooms.xlsx\"\r\n"
                        + "Content-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.write(workbook);
        body.write(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return body.toByteArray();
    }

    private void signIn() throws IOException, InterruptedException {
        location(form(
                "/sign-in", Map.of("_csrf", token("/sign-in"), "login", "wang", "password", DemoAccounts.PASSWORD)));
        String page = send(HttpRequest.newBuilder(site.address("/sign-in/code")).GET())
                .body();
        Matcher code = DEMO_CODE.matcher(page);
        if (code.find()) {
            location(form("/sign-in/code", Map.of("_csrf", token("/sign-in/code"), "code", code.group(1))));
        }
    }

    private String token(String path) throws IOException, InterruptedException {
        Matcher token = TOKEN.matcher(
                send(HttpRequest.newBuilder(site.address(path)).GET()).body());
        if (!token.find()) {
            throw new IOException("no form on " + path);
        }
        return token.group(2);
    }

    private HttpResponse<String> form(String path, Map<String, String> fields)
            throws IOException, InterruptedException {
        StringBuilder body = new StringBuilder();
        fields.forEach((name, value) -> body.append(body.isEmpty() ? "" : "&")
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return send(HttpRequest.newBuilder(site.address(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String location(HttpResponse<String> answer) throws IOException {
        if (answer.statusCode() != 303) {
            throw new IOException(answer.uri() + " answered " + answer.statusCode());
        }
        return answer.headers().firstValue("Location").orElseThrow();
    }
}
