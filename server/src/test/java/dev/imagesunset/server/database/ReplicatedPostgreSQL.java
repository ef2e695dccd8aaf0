package dev.imagesunset.server.database;

import static org.awaitility.Awaitility.await;

import dev.imagesunset.server.PostgreSQL;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;

/** A primary and its replica, streaming. */
final class ReplicatedPostgreSQL implements AutoCloseable {
    private final EmbeddedPostgres primary;
    private final EmbeddedPostgres replica;

    ReplicatedPostgreSQL(Path folder) throws IOException {
        Path first = folder.resolve("first");
        Path second = folder.resolve("second");
        start(first).close();
        copy(first, second);
        primary = start(first);
        Files.createFile(second.resolve("standby.signal"));
        Files.writeString(
                second.resolve("postgresql.auto.conf"),
                "primary_conninfo = 'host=localhost port=" + primary.getPort() + " user=postgres'\n",
                StandardOpenOption.APPEND);
        replica = start(second);
    }

    String url() {
        return "jdbc:postgresql://localhost:" + primary.getPort() + ",localhost:" + replica.getPort()
                + "/postgres?targetServerType=primary";
    }

    /** Leaves the primary running, connections and all, but as one that takes no writes any more. */
    void demotePrimary() throws SQLException {
        execute(primary, "ALTER SYSTEM SET default_transaction_read_only = on");
        execute(primary, "SELECT pg_reload_conf()");
        await().until(() -> "on".equals(ask(primary, "SHOW default_transaction_read_only")));
    }

    /** Waits until the replica has everything that the primary has. */
    void catchUp() throws SQLException {
        String position = ask(primary, "SELECT pg_current_wal_lsn()");
        await().until(() -> "t".equals(ask(replica, "SELECT pg_last_wal_replay_lsn() >= '" + position + "'::pg_lsn")));
    }

    void stopPrimary() throws IOException {
        primary.close();
    }

    void promoteReplica() throws SQLException {
        execute(replica, "SELECT pg_promote()");
    }

    @Override
    public void close() throws IOException {
        primary.close();
        replica.close();
    }

    private static String ask(EmbeddedPostgres server, String sql) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(sql)) {
            answer.next();
            return String.valueOf(answer.getString(1));
        }
    }

    private static void execute(EmbeddedPostgres server, String sql) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static EmbeddedPostgres start(Path data) throws IOException {
        return PostgreSQL.ofItsOwn()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setServerConfig("synchronous_commit", "remote_apply")
                .start();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            files.forEach(file -> copyOne(file, to.resolve(from.relativize(file))));
        }
    }

    private static void copyOne(Path from, Path to) {
        try {
            Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
