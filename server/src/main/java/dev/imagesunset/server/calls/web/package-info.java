/** What operators see of the end of an operation. */
@NullMarked
package dev.imagesunset.server.calls.web;

import org.jspecify.annotations.NullMarked;
