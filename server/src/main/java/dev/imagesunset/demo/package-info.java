/** The demo: what {@code ./mvnw spring-boot:run} starts. The server's jar has nothing of it. */
@NullMarked
package dev.imagesunset.demo;

import org.jspecify.annotations.NullMarked;
