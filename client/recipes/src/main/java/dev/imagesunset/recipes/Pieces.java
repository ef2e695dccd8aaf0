package dev.imagesunset.recipes;

import java.util.regex.Pattern;

/**
 * Recognizes paths that a program puts together from pieces: somewhere in a file, a text ends in the version, and another begins
 * with the images, each there or beside a place to fill in.
 *
 * @param hasImages whether the file has the second piece
 */
record Pieces(boolean hasImages) {
    private static final Pattern VERSION = Pattern.compile("(?<=[\"'`/}])v1\\.1/?(?=[\"'`%{$])");
    private static final Pattern IMAGES = Pattern.compile("([\"'`}]|%s|\\$\\w+)/?images(?![\\w.-])(?! )");

    static Pieces of(String file) {
        return new Pieces(IMAGES.matcher(file).find());
    }

    boolean isIn(String line) {
        return hasImages && VERSION.matcher(line).find();
    }
}
