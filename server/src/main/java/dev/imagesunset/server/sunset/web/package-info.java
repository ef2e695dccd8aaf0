/** The pages about the end: for callers the one that the deprecation headers lead to, and one for operators. */
@NullMarked
package dev.imagesunset.server.sunset.web;

import org.jspecify.annotations.NullMarked;
