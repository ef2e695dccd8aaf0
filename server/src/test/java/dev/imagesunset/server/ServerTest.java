package dev.imagesunset.server;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.ActiveProfiles;

/** A test of the whole server with the demo's tokens and images. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ProductionTest
@ActiveProfiles("demo")
public @interface ServerTest {}
