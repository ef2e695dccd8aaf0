package dev.imagesunset.demo;

import dev.imagesunset.server.settings.IllegalSetting;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.util.FileSystemUtils;

/**
 * The demo's PostgreSQL, as durable as one in production. Its folder holds {@code postgresql}, its data; {@code lock},
 * which the running demo holds; and {@code complete}, which exists once the data is complete.
 */
final class DemoDatabase implements JdbcConnectionDetails, FlywayConnectionDetails, AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final FileChannel lock;
    private final EmbeddedPostgres postgres;

    private DemoDatabase(FileChannel lock, EmbeddedPostgres postgres) {
        this.lock = lock;
        this.postgres = postgres;
    }

    /**
     * Starts the database in a folder, however the previous demo in that folder ended.
     *
     * @throws IllegalSetting if the folder cannot be used, or another demo uses it
     */
    static DemoDatabase in(Path folder) {
        try {
            return new DemoDatabase(lock(Files.createDirectories(folder)), start(folder));
        } catch (IOException e) {
            throw new IllegalSetting(
                    "The demo's database does not start in image-sunset.demo.directory, %s: %s."
                            .formatted(folder.toAbsolutePath(), e),
                    "Set another folder, or remove this one to start over.");
        }
    }

    private static FileChannel lock(Path folder) throws IOException {
        FileChannel lock =
                FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!isLocked(lock)) {
            lock.close();
            throw new IllegalSetting(
                    "A demo runs already in image-sunset.demo.directory, %s.".formatted(folder.toAbsolutePath()),
                    "Use that one, or stop it first. For a second one set image-sunset.demo.directory, server.port and management.server.port.");
        }
        return lock;
    }

    private static boolean isLocked(FileChannel lock) throws IOException {
        try {
            return lock.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static EmbeddedPostgres start(Path folder) throws IOException {
        Path data = folder.resolve("postgresql");
        Path complete = folder.resolve("complete");
        if (Files.exists(complete)) {
            stopWhatWasLeftRunning(data);
        } else {
            FileSystemUtils.deleteRecursively(data);
        }
        EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setPGStartupWait(PATIENCE)
                // The last request may need it after the signal to stop.
                .setRegisterShutdownHook(false)
                .start();
        Files.write(complete, new byte[0]);
        return postgres;
    }

    /** Stops the PostgreSQL that a killed demo has left behind. */
    private static void stopWhatWasLeftRunning(Path data) throws IOException {
        Path pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        long pid = Long.parseLong(Files.readAllLines(pidFile).get(0).strip());
        ProcessHandle.of(pid).filter(DemoDatabase::isPostgres).ifPresent(leftOver -> {
            leftOver.destroy();
            leftOver.onExit().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
        });
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .filter(command -> command.contains("postgres"))
                .isPresent();
    }

    @Override
    public String getJdbcUrl() {
        return postgres.getJdbcUrl(getUsername(), "postgres");
    }

    @Override
    public String getUsername() {
        return "postgres";
    }

    @Override
    public @Nullable String getPassword() {
        return null;
    }

    @Override
    public String getDriverClassName() {
        return JdbcConnectionDetails.super.getDriverClassName();
    }

    @Override
    public void close() throws IOException {
        postgres.close();
        lock.close();
    }
}
