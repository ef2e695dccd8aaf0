/** The database: where it is, what its tables are, and what a failure of it means. */
@NullMarked
package dev.imagesunset.server.database;

import org.jspecify.annotations.NullMarked;
