/** Makes what production starts. */
@NullMarked
package dev.imagesunset.server.dist;

import org.jspecify.annotations.NullMarked;
