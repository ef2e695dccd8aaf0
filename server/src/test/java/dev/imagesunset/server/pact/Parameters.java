package dev.imagesunset.server.pact;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The parameters that a provider state cannot do without. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface Parameters {
    String[] value();
}
