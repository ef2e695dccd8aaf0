package dev.imagesunset.client.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A number in a document: a long if it is written as an integer that fits, or else a {@link BigDecimal}. */
final class JsonNumber {
    private static final int LONGEST = 1000;
    private static final Pattern NUMBER = Pattern.compile("-?(?:0|[1-9]\\d*+)(\\.\\d++)?([eE][+-]?\\d++)?");

    private JsonNumber() {}

    /** Looks for a number from here on. */
    static Matcher in(String text, int from) {
        return NUMBER.matcher(text).region(from, text.length());
    }

    /** The number that was found. */
    static Number of(Matcher found) {
        if (found.end() - found.start() > LONGEST) {
            throw new JsonException("It has a number of more than " + LONGEST + " characters");
        }
        boolean isInteger = found.group(1) == null && found.group(2) == null;
        return isInteger ? integer(found.group()) : decimal(found.group());
    }

    private static Number integer(String number) {
        BigInteger integer = new BigInteger(number);
        return integer.bitLength() < Long.SIZE ? (Number) integer.longValue() : new BigDecimal(integer);
    }

    private static BigDecimal decimal(String number) {
        try {
            return new BigDecimal(number);
        } catch (NumberFormatException e) {
            throw new JsonException("It has a number whose exponent is out of all bounds");
        }
    }
}
