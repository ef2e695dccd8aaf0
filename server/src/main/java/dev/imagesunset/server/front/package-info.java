/** What every request passes before Spring sees it, and what is told of it when it has been answered. */
@NullMarked
package dev.imagesunset.server.front;

import org.jspecify.annotations.NullMarked;
