package dev.imagesunset.server;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/** A {@link ServerTest} on a database of its own in a real PostgreSQL, with production's settings and the demo's tokens. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ActiveProfiles({"demo", "production"})
@ContextConfiguration(initializers = PostgreSQL.class)
public @interface OnPostgreSQL {}
