package dev.imagesunset.server.pact;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.h2.tools.Server;

/** A database on a port of its own, which can go away and come back as one in production can. */
final class StoppableH2 {
    private final Path folder;
    private Server server;

    StoppableH2() {
        folder = newFolder();
        server = listenOn(0);
    }

    String url() {
        return "jdbc:h2:tcp://localhost:" + server.getPort() + "/./images;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE";
    }

    void stop() {
        server.stop();
    }

    void startAgain() {
        server = listenOn(server.getPort());
    }

    private Server listenOn(int port) {
        try {
            return Server.createTcpServer(
                            "-tcpPort", Integer.toString(port), "-ifNotExists", "-baseDir", folder.toString())
                    .start();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static Path newFolder() {
        try {
            return Files.createTempDirectory(Path.of("target"), "database").toAbsolutePath();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
