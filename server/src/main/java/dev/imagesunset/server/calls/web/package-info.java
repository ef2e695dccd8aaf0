/** What operators and callers see of the calls of the operation that ends. */
@NullMarked
package dev.imagesunset.server.calls.web;

import org.jspecify.annotations.NullMarked;
