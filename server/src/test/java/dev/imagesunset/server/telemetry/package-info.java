@NullMarked
package dev.imagesunset.server.telemetry;

import org.jspecify.annotations.NullMarked;
