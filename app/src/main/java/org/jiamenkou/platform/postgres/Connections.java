package org.jiamenkou.platform.postgres;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.jiamenkou.platform.CannotStartException;
import org.jiamenkou.platform.Settings;

/**
 * Where the database is and as whom to reach it: the owner migrates, the application owns nothing and is held by
 * row-level security.
 */
public record Connections(String url, String ownerUser, String ownerPassword, String appUser, String appPassword) {
    static final String DATABASE = "jmk";
    static final String OWNER = "jmk_owner";
    static final String APP = "jmk_app";
    private static final int OLDEST_VERSION = 15;
    private static final int PER_MAJOR = 10_000;

    /**
     * A server in use, checked: new enough, and the application's log-in really is one that row-level security binds.
     *
     * @throws CannotStartException saying what is wrong with it
     */
    public static Connections to(Settings.ExternalDatabase database) {
        Connections connections = new Connections(
                database.url(),
                database.ownerUser(),
                database.ownerPassword(),
                database.appUser(),
                database.appPassword());
        if (connections.ownerUser.equals(connections.appUser)) {
            throw CannotStartException.notPossibleHere("start.database.sameUser", connections.appUser);
        }
        connections.checkVersion();
        connections.checkAppUser();
        return connections;
    }

    /** The embedded server that another process runs on this folder, for the process that trains the AOT cache. */
    public static Connections toRunning(Path dir) {
        DataFolder folder = new DataFolder(dir);
        int port = folder.keptPort()
                .orElseThrow(() -> CannotStartException.notPossibleHere("start.train.notRunning", dir.toString()));
        return new Connections(
                ServerProbe.url(port, DATABASE), OWNER, folder.password(OWNER), APP, folder.password(APP));
    }

    private void checkVersion() {
        try (Connection connection = open(ownerUser, ownerPassword);
                Statement sql = connection.createStatement();
                ResultSet rows = sql.executeQuery("show server_version_num")) {
            rows.next();
            refuseOld(rows.getInt(1));
        } catch (SQLException e) {
            throw unreachable(ownerUser, e);
        }
    }

    /** @param versionNumber as PostgreSQL counts: 150004 is 15.4 */
    static void refuseOld(int versionNumber) {
        int version = versionNumber / PER_MAJOR;
        if (version < OLDEST_VERSION) {
            throw CannotStartException.notPossibleHere(
                    "start.database.tooOld", String.valueOf(version), String.valueOf(OLDEST_VERSION));
        }
    }

    private void checkAppUser() {
        try (Connection connection = open(appUser, appPassword);
                var sql = connection.prepareStatement("""
                        select rolsuper or rolbypassrls
                            or exists (select from pg_roles o where o.rolname = ? and pg_has_role(r.oid, o.oid, 'MEMBER'))
                        from pg_roles r where rolname = current_user""")) {
            sql.setString(1, ownerUser);
            try (ResultSet rows = sql.executeQuery()) {
                rows.next();
                if (rows.getBoolean(1)) {
                    throw CannotStartException.notPossibleHere("start.database.appTooStrong", appUser);
                }
            }
        } catch (SQLException e) {
            throw unreachable(appUser, e);
        }
    }

    private static CannotStartException unreachable(String user, SQLException e) {
        String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        return CannotStartException.notPossibleHere("start.database.unreachable", user, reason);
    }

    private Connection open(String user, String password) throws SQLException {
        Properties login = new Properties();
        login.setProperty("user", user);
        login.setProperty("password", password);
        login.setProperty("connectTimeout", "5");
        login.setProperty("loginTimeout", "10");
        return DriverManager.getConnection(url, login);
    }

    @Override
    public String toString() {
        return "Connections[" + url + ", " + ownerUser + ", " + appUser + "]";
    }
}
