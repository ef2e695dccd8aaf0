/** What is said when a setting is wrong. */
@NullMarked
package dev.imagesunset.server.settings;

import org.jspecify.annotations.NullMarked;
