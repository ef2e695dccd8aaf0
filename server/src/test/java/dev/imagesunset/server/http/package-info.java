@NullMarked
package dev.imagesunset.server.http;

import org.jspecify.annotations.NullMarked;
