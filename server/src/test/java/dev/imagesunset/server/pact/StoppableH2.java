package dev.imagesunset.server.pact;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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
        // Whoever opened it while it is being closed would find it closed for ever.
        await().until(this::isClosed);
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

    private boolean isClosed() throws IOException {
        Path file = folder.resolve("images.mv.db");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
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
