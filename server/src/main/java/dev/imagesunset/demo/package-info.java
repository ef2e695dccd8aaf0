/** The demo: what {@code ./mvnw spring-boot:run} starts. The server's jar does not contain it. */
@NullMarked
package dev.imagesunset.demo;

import org.jspecify.annotations.NullMarked;
