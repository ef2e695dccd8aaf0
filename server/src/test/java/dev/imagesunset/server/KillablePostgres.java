package dev.imagesunset.server;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A durable PostgreSQL that can be killed, and started again with the data and on the port that it had. */
public final class KillablePostgres implements AutoCloseable {
    private final int port = FreePort.find();
    private final Path data;
    private EmbeddedPostgres postgres;

    /** Starts it with its data in a folder. */
    public KillablePostgres(Path data) throws IOException {
        this.data = data;
        postgres = start();
    }

    public int port() {
        return port;
    }

    public JdbcClient client() {
        return JdbcClient.create(postgres.getPostgresDatabase());
    }

    /** Kills all of its processes at once, as a loss of power would, but for what the kernel has to write. */
    public void kill() throws IOException {
        List<ProcessHandle> all = processes();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(process -> process.onExit().join());
        postgres.close();
    }

    public void startAgain() throws IOException {
        postgres = start();
    }

    /** Those that run, the one that started the others first. */
    public List<ProcessHandle> processes() throws IOException {
        String pid = Files.readAllLines(data.resolve("postmaster.pid")).get(0);
        ProcessHandle postmaster = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
        return Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }

    private EmbeddedPostgres start() throws IOException {
        // It complains of every connection that it loses, and of each that comes while it recovers.
        return PostgreSQL.durable()
                .setOutputRedirector(ProcessBuilder.Redirect.DISCARD)
                .setErrorRedirector(ProcessBuilder.Redirect.DISCARD)
                .setPort(port)
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .start();
    }
}
