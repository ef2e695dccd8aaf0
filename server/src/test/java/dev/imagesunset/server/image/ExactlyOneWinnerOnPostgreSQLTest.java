package dev.imagesunset.server.image;

import dev.imagesunset.server.OnPostgreSQL;
import org.springframework.test.context.TestPropertySource;

/** With patience, because this is not about time. */
@OnPostgreSQL
@TestPropertySource(
        properties = {
            "spring.datasource.hikari.connection-timeout=20000",
            "spring.datasource.hikari.data-source-properties.socketTimeout=20",
            "spring.datasource.hikari.data-source-properties.options=-c statement_timeout=20s"
        })
class ExactlyOneWinnerOnPostgreSQLTest extends ExactlyOneWinnerTest {}
