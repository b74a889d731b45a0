package org.jiamenkou.platform.postgres;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/** Asks the server on a port of this machine whether it is the one of a data folder. */
final class ServerProbe {
    private static final String WRONG_PASSWORD = "28P01";

    enum Answer {
        OURS,
        /** A server of another data directory. */
        FOREIGN,
        /** It runs and refuses the password kept in the folder. */
        WRONG_PASSWORD,
        /** Nothing, or nothing that answers yet. */
        SILENT
    }

    private ServerProbe() {}

    static Answer probe(DataFolder folder, int port) {
        try (Connection connection = connect(folder, port);
                Statement sql = connection.createStatement();
                ResultSet rows = sql.executeQuery("show data_directory")) {
            rows.next();
            return Path.of(rows.getString(1))
                            .toRealPath()
                            .equals(folder.cluster().toRealPath())
                    ? Answer.OURS
                    : Answer.FOREIGN;
        } catch (SQLException e) {
            return WRONG_PASSWORD.equals(e.getSQLState()) ? Answer.WRONG_PASSWORD : Answer.SILENT;
        } catch (IOException gone) {
            return Answer.FOREIGN;
        }
    }

    static Connection connect(DataFolder folder, int port) throws SQLException {
        Properties login = new Properties();
        login.setProperty("user", Cluster.SUPERUSER);
        login.setProperty("password", folder.password(Cluster.SUPERUSER));
        login.setProperty("connectTimeout", "2");
        login.setProperty("loginTimeout", "3");
        login.setProperty("ApplicationName", "jiamenkou-launcher");
        return DriverManager.getConnection(url(port, "postgres"), login);
    }

    static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }
}
