package dev.imagesunset.server;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/** A test of the whole server as its jar is, on a free port and a database of its own; who its callers are, the test says. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"server.address=127.0.0.1", "image-sunset.stop.drain-time=0s"})
@ContextConfiguration(initializers = PostgreSQL.class)
@Import({Catalogue.class, ClockBeforeTheEnd.class, ImageService.class})
public @interface ProductionTest {}
