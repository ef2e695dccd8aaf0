/** What every request passes through before Spring sees it, and what is logged about it once it is answered. */
@NullMarked
package dev.imagesunset.server.front;

import org.jspecify.annotations.NullMarked;
