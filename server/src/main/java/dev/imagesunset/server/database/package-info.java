/** The database: where it is, what its tables are, and what its failures mean. */
@NullMarked
package dev.imagesunset.server.database;

import org.jspecify.annotations.NullMarked;
