/** Who still calls the API version that ends, and who calls its successor: counted in memory, kept in the database. */
@NullMarked
package dev.imagesunset.server.calls;

import org.jspecify.annotations.NullMarked;
