/** The recipes by which OpenRewrite moves callers to API v2. They are run, not called. */
@NullMarked
package dev.imagesunset.recipes;

import org.jspecify.annotations.NullMarked;
