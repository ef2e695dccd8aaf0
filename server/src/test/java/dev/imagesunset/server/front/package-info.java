@NullMarked
package dev.imagesunset.server.front;

import org.jspecify.annotations.NullMarked;
