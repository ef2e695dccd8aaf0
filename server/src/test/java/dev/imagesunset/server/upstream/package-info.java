/** The delete on an image service: a stand-in that answers as a Glance was recorded to answer. */
@NullMarked
package dev.imagesunset.server.upstream;

import org.jspecify.annotations.NullMarked;
