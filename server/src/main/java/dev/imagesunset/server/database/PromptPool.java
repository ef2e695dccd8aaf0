package dev.imagesunset.server.database;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.stereotype.Component;

/**
 * A connection pool that does not let a crowd find out one by one that the database hangs. Once a caller has waited for
 * a connection until the timeout while nobody else got one, and until somebody does, no more callers wait than there
 * are connections; any others are refused at once.
 */
@Component
@ConfigurationProperties("spring.datasource.hikari")
class PromptPool extends HikariDataSource {
    private volatile long lastServed = System.nanoTime();
    private volatile boolean isStuck;

    PromptPool(JdbcConnectionDetails address) {
        setJdbcUrl(address.getJdbcUrl());
        setUsername(address.getUsername());
        setPassword(address.getPassword());
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (isStuck && getHikariPoolMXBean().getThreadsAwaitingConnection() >= getMaximumPoolSize()) {
            throw new SQLTransientConnectionException("The database is too slow for those who wait already");
        }
        long asked = System.nanoTime();
        try {
            Connection connection = super.getConnection();
            lastServed = System.nanoTime();
            isStuck = false;
            return connection;
        } catch (SQLTransientConnectionException e) {
            if (lastServed - asked < 0) {
                isStuck = true;
            }
            throw e;
        }
    }
}
