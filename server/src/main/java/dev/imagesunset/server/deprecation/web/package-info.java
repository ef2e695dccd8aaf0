/** The page that the deprecation headers lead to. */
@NullMarked
package dev.imagesunset.server.deprecation.web;

import org.jspecify.annotations.NullMarked;
