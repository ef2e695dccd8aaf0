package dev.imagesunset.server;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.TestPropertySource;

/** A test of a server that has patience with its database. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@TestPropertySource(
        properties = {
            "spring.datasource.hikari.connection-timeout=20000",
            "spring.datasource.hikari.data-source-properties.socketTimeout=20",
            "spring.datasource.hikari.data-source-properties.options=-c statement_timeout=20s"
        })
public @interface NotAboutTime {}
