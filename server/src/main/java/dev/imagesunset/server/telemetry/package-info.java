/** What operators see of every request: a line in the log, and figures. */
@NullMarked
package dev.imagesunset.server.telemetry;

import org.jspecify.annotations.NullMarked;
