package org.jiamenkou.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jiamenkou.notices.Outbox;

/** Residents who are signed in: one signs in over the pages, the others are that session with another account. */
final class SignedInResidents {
    private static final Pattern SIX = Pattern.compile("\\b([0-9]{6})\\b");
    private final Connection sql;
    private final Site site;
    private final Outbox outbox;
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    SignedInResidents(Connection sql, Site site, Outbox outbox) {
        this.sql = sql;
        this.site = site;
        this.outbox = outbox;
    }

    List<String> signedIn(int count) throws Exception {
        UUID first = signIn();
        byte[] context = one("select a.attribute_bytes from library.spring_session_attributes a"
                + " join library.spring_session s on s.primary_id = a.session_primary_id"
                + " where s.principal_name = '" + first + "' and a.attribute_name = 'SPRING_SECURITY_CONTEXT'");
        List<String> cookies = new ArrayList<>();
        sql.setAutoCommit(false);
        try (PreparedStatement account = sql.prepareStatement(
                        "insert into access.resident_accounts (id, name, phone, phone_index, state, created_at)"
                                + " select ?, ?, phone, phone_index, state, created_at from access.resident_accounts"
                                + " where id = ?");
                PreparedStatement session = sql.prepareStatement(
                        "insert into library.spring_session (primary_id, session_id, creation_time, last_access_time,"
                                + " max_inactive_interval, expiry_time, principal_name)"
                                + " select ?, ?, creation_time, last_access_time, max_inactive_interval, expiry_time, ?"
                                + " from library.spring_session where principal_name = ? limit 1");
                PreparedStatement attribute = sql.prepareStatement(
                        "insert into library.spring_session_attributes"
                                + " (session_primary_id, attribute_name, attribute_bytes) values (?, 'SPRING_SECURITY_CONTEXT', ?)");
                PreparedStatement person = sql.prepareStatement("insert into registry.persons (id, subdistrict_id,"
                        + " area_id, name, resident_id, met_at, source, sample) values (?, ?, ?, ?, ?, now(), 'bench',"
                        + " true)")) {
            QueueBench.execute(sql, "select set_config('jmk.actor', 'system:access.bench', true)");
            UUID home = new UUID(0, 1);
            for (int i = 0; i < count; i++) {
                UUID id = UUID.randomUUID();
                String key = UUID.randomUUID().toString();
                add(account, id, "bench" + letters(i), first);
                add(session, key, key, id.toString(), first.toString());
                add(attribute, key, with(context, first, id));
                add(person, UUID.randomUUID(), home, home, "bench", id);
                cookies.add(Base64.getEncoder().encodeToString(key.getBytes(StandardCharsets.US_ASCII)));
            }
            account.executeBatch();
            session.executeBatch();
            attribute.executeBatch();
            person.executeBatch();
            sql.commit();
        } finally {
            sql.setAutoCommit(true);
        }
        return cookies;
    }

    private static String letters(int n) {
        StringBuilder word = new StringBuilder();
        for (int left = n; left > 0 || word.isEmpty(); left /= 26) {
            word.append((char) ('a' + left % 26));
        }
        return word.toString();
    }

    private static void add(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        statement.addBatch();
    }

    /** The serialised session with another account's id in it. */
    private static byte[] with(byte[] context, UUID from, UUID to) {
        byte[] bytes = context.clone();
        replace(bytes, from.getMostSignificantBits(), to.getMostSignificantBits());
        replace(bytes, from.getLeastSignificantBits(), to.getLeastSignificantBits());
        return bytes;
    }

    private static void replace(byte[] bytes, long from, long to) {
        java.nio.ByteBuffer buffer = java.nio.ByteBuffer.wrap(bytes);
        for (int at = 0; at + 8 <= bytes.length; at++) {
            if (buffer.getLong(at) == from) {
                buffer.putLong(at, to);
                return;
            }
        }
        throw new IllegalStateException("the session does not hold the account's id");
    }

    private byte[] one(String query) throws SQLException {
        try (Statement statement = sql.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getBytes(1);
        }
    }

    private UUID signIn() throws Exception {
        post("/me/sign-in", "&consent=yes&phone=13800002222");
        Matcher code = SIX.matcher(outbox.listInDemo().getFirst().text());
        if (!code.find()) {
            throw new IOException("no code in the outbox");
        }
        post("/me/sign-in/code", "&code=" + code.group(1));
        post("/me/sign-in/name", "&name=bench");
        try (Statement statement = sql.createStatement();
                ResultSet row = statement.executeQuery("select principal_name from library.spring_session"
                        + " where principal_name is not null order by creation_time desc limit 1")) {
            row.next();
            return UUID.fromString(row.getString(1));
        }
    }

    private void post(String path, String fields) throws Exception {
        HttpResponse<String> page =
                http.send(HttpRequest.newBuilder(site.address(path)).build(), HttpResponse.BodyHandlers.ofString());
        Matcher token = QueueBench.TOKEN.matcher(page.body());
        if (!token.find()) {
            throw new IOException("no form on " + path);
        }
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(site.address(path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("_csrf=" + token.group(2) + fields))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 303) {
            throw new IOException(path + " answered " + answer.statusCode());
        }
    }
}
