package dev.imagesunset.server.database;

import dev.imagesunset.server.settings.IllegalSetting;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Fallback;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * The address of the catalogue's PostgreSQL, from {@code spring.datasource.*}. Migrations have their own connection,
 * because they may take longer than the pool allows a request.
 */
@Component
@Fallback
@Lazy
class DatabaseAddress implements JdbcConnectionDetails, FlywayConnectionDetails {
    private static final String POSTGRESQL = "jdbc:postgresql:";

    private final String url;
    private final DataSourceProperties settings;

    DatabaseAddress(DataSourceProperties settings) {
        this.settings = settings;
        url = requirePostgreSQL(settings.getUrl());
    }

    private static String requirePostgreSQL(@Nullable String url) {
        if (url == null || url.isBlank()) {
            throw new IllegalSetting(
                    "spring.datasource.url is not set.",
                    "Set it to your PostgreSQL, like jdbc:postgresql://db.example.com:5432/images, with spring.datasource.username and .password, and image-sunset.identity.urls to your Keystone. To try the demo instead, run ./mvnw spring-boot:run in the project's folder.");
        }
        if (!url.startsWith(POSTGRESQL) || !isUnderstood(url)) {
            throw new IllegalSetting(
                    "spring.datasource.url is not the address of a PostgreSQL database.",
                    "Set it to one like jdbc:postgresql://db.example.com:5432/images.");
        }
        return url;
    }

    private static boolean isUnderstood(String url) {
        try {
            return DriverManager.getDriver(url).acceptsURL(url);
        } catch (SQLException e) {
            return false;
        }
    }

    @Override
    public String getJdbcUrl() {
        return url;
    }

    @Override
    public @Nullable String getUsername() {
        return settings.getUsername();
    }

    @Override
    public @Nullable String getPassword() {
        return settings.getPassword();
    }

    @Override
    public String getDriverClassName() {
        return JdbcConnectionDetails.super.getDriverClassName();
    }
}
