/** What the web layers share: the rules of queries, the types and limits of bodies, and the pages of lists. */
@NullMarked
package dev.imagesunset.server.http;

import org.jspecify.annotations.NullMarked;
