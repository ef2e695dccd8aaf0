/** Checks of the settings, and what is said when one is wrong. */
@NullMarked
package dev.imagesunset.server.settings;

import org.jspecify.annotations.NullMarked;
