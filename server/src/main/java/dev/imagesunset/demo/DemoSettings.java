package dev.imagesunset.demo;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The demo's settings.
 *
 * @param directory the folder of its database
 */
@ConfigurationProperties("image-sunset.demo")
record DemoSettings(@DefaultValue(".demo") Path directory) {}
