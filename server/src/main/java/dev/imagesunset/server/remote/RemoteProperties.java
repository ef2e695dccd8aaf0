package dev.imagesunset.server.remote;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings for calls of other services.
 *
 * @param httpsOnly whether a URL on another machine must be https
 */
@ConfigurationProperties("image-sunset.remote")
record RemoteProperties(@DefaultValue("false") boolean httpsOnly) {}
