/** The server in front of a real Glance with a real Keystone, which {@code .ci/glance} installs and starts. */
@NullMarked
package dev.imagesunset.server.glance;

import org.jspecify.annotations.NullMarked;
