/** The name of each answer, and of the request behind it. */
@NullMarked
package dev.imagesunset.server.requestid;

import org.jspecify.annotations.NullMarked;
