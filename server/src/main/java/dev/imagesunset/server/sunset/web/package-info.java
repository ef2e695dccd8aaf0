/**
 * The web side of the end: the page for callers that the deprecation headers link to, the page for operators, and their
 * decisions.
 */
@NullMarked
package dev.imagesunset.server.sunset.web;

import org.jspecify.annotations.NullMarked;
