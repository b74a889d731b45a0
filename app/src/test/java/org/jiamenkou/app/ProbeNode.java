package org.jiamenkou.app;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jiamenkou.platform.StartupNotice;
import org.jiamenkou.platform.postgres.Connections;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * The smallest node: the launcher and the database are the product's, the pages are a few that a test of the launcher
 * needs. It carries no stereotype, so that the product's scan does not find it.
 */
@ImportAutoConfiguration({
    TomcatServletWebServerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    SslAutoConfiguration.class,
})
class ProbeNode {
    static final String NOTICE = "a module has something to say";

    public static void main(String[] args) {
        Start.main(args, ProbeNode.class);
    }

    @Bean
    StartupNotice notice() {
        return () -> java.util.List.of(NOTICE);
    }

    @Bean
    RouterFunction<ServerResponse> pages(Connections connections) {
        return RouterFunctions.route()
                .GET("/healthz", request -> ServerResponse.ok().body("ok"))
                .GET("/write/{word}", request -> {
                    write(connections, request.pathVariable("word"));
                    return ServerResponse.ok().body(read(connections));
                })
                .GET("/read", request -> ServerResponse.ok().body(read(connections)))
                .GET("/slow", request -> {
                    Thread.sleep(1_000);
                    return ServerResponse.ok().body("finished");
                })
                .build();
    }

    private static void write(Connections connections, String word) throws SQLException {
        try (Connection owner = DriverManager.getConnection(
                        connections.url(), connections.ownerUser(), connections.ownerPassword());
                Statement sql = owner.createStatement()) {
            sql.execute("create table if not exists words (word text)");
            sql.execute("grant select on words to " + connections.appUser());
            sql.execute("insert into words values ('" + word + "')");
        }
    }

    private static String read(Connections connections) throws SQLException {
        try (Connection app = DriverManager.getConnection(
                        connections.url(), connections.appUser(), connections.appPassword());
                Statement sql = app.createStatement();
                ResultSet rows = sql.executeQuery("select string_agg(word, ' ' order by word) from words")) {
            rows.next();
            return rows.getString(1);
        }
    }
}
