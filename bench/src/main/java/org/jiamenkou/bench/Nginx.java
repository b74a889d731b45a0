package org.jiamenkou.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Debian's nginx on a free port of loopback, serving one file with given headers. */
final class Nginx implements AutoCloseable {
    private final Process process;
    private final int port;

    private Nginx(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static Nginx serving(Path folder, DirectoryBench.PageBytes page) throws IOException, InterruptedException {
        Files.createDirectories(folder.resolve("html"));
        Files.write(folder.resolve("html").resolve("page.html"), page.body());
        int port = Program.freePort();
        StringBuilder headers = new StringBuilder();
        for (String[] header : page.headers()) {
            headers.append("add_header ")
                    .append(header[0])
                    .append(" \"")
                    .append(header[1].replace("\"", "\\\""))
                    .append("\";\n");
        }
        // The worker runs as whoever measures: temporary folders are closed to "nobody". (Ignored unless started by
        // root.)
        Files.writeString(
                folder.resolve("nginx.conf"), """
                daemon off; user %4$s; worker_processes 1; pid %1$s/nginx.pid; error_log %1$s/error.log;
                events { worker_connections 1024; }
                http { access_log off; keepalive_requests 1000000; default_type text/html; charset utf-8; sendfile on;
                  types { text/html html; }
                  server { listen 127.0.0.1:%2$d; root %1$s/html; open_file_cache max=100; etag off;
                    %3$s } }
                """.formatted(folder, port, headers, System.getProperty("user.name")));
        Process process = new ProcessBuilder(
                        "nginx",
                        "-e",
                        folder.resolve("error.log").toString(),
                        "-p",
                        folder.toString(),
                        "-c",
                        folder.resolve("nginx.conf").toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out.log").toFile())
                .start();
        Nginx nginx = new Nginx(process, port);
        Program.waitFor(nginx.address(), process, Duration.ofSeconds(10));
        return nginx;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + port + "/page.html");
    }

    @Override
    public void close() throws InterruptedException {
        Program.stop(process);
    }
}
