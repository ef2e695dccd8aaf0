/** What only the demo has: its fixed tokens and the words with which it starts. */
@NullMarked
package dev.imagesunset.server.demo;

import org.jspecify.annotations.NullMarked;
