/** What the web layers share: the rules of a query, the types and bounds of a body, pages of a list. */
@NullMarked
package dev.imagesunset.server.http;

import org.jspecify.annotations.NullMarked;
