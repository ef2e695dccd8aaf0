/** What OpenStack's own clients ask before they do anything: versions and schemas. */
@NullMarked
package dev.imagesunset.server.discovery;

import org.jspecify.annotations.NullMarked;
