package dev.imagesunset.server.problem;

import java.util.Locale;
import org.springframework.http.HttpStatus;

/** Why a request was refused or failed: the contract's codes, each with its status and what a person is told. */
public enum ProblemCode {
    /** The request cannot be read. */
    REQUEST_MALFORMED(
            HttpStatus.BAD_REQUEST,
            "The request cannot be read: its path or a header is too long, or has characters or escapes that are not allowed, or its body is too long or too slow. Send the path percent-encoded once, in UTF-8, and no body."),
    /** The image id is not a UUID in its canonical form. */
    IMAGE_ID_MALFORMED(
            HttpStatus.BAD_REQUEST,
            "The image id is not a UUID. Send it as 8-4-4-4-12 hexadecimal digits, like 3c3d1d01-b48a-4639-8a88-08be3b9b5d78."),
    /** No token was sent. */
    TOKEN_MISSING(HttpStatus.UNAUTHORIZED, "The request has no token. Send one in the header X-Auth-Token."),
    /** More than one token was sent. */
    TOKEN_AMBIGUOUS(
            HttpStatus.UNAUTHORIZED, "The request has more than one header X-Auth-Token. Send exactly one token."),
    /** A token was sent that is not good. */
    TOKEN_INVALID(
            HttpStatus.UNAUTHORIZED,
            "The token in X-Auth-Token is unknown, expired or revoked. Get a new one and try again."),
    /** The caller sees the image, and may not delete it. */
    DELETE_NOT_PERMITTED(
            HttpStatus.FORBIDDEN,
            "Only a member of the project that owns the image may delete it. Use a token of that project with the role member."),
    /** The caller may delete the image, were it not protected. */
    IMAGE_PROTECTED(
            HttpStatus.FORBIDDEN,
            "The image is protected against deletion. Remove the protection first, then delete it."),
    /** There is no such image for the caller. */
    IMAGE_NOT_FOUND(
            HttpStatus.NOT_FOUND,
            "There is no such image, it is deleted already, or it is not visible to your project. Check the id and the project of your token."),
    /** There is nothing at the request's path. */
    PATH_NOT_FOUND(
            HttpStatus.NOT_FOUND,
            "There is nothing at this path. The contract, /openapi/image-service.yaml, lists what there is."),
    /** The request's path has no such method. */
    METHOD_NOT_ALLOWED(
            HttpStatus.METHOD_NOT_ALLOWED,
            "This path does not have that method. The header Allow lists those that it has."),
    /** The caller accepts no type of answer that there is. */
    NOT_ACCEPTABLE(
            HttpStatus.NOT_ACCEPTABLE,
            "What is here comes in no type that the header Accept names. Leave the header out, or send Accept: */*."),
    /** A fault of this server's. */
    INTERNAL_ERROR(
            HttpStatus.INTERNAL_SERVER_ERROR,
            "The service failed unexpectedly. Report the request id to its operators."),
    /** The database does not answer, or not in time. */
    CATALOGUE_UNAVAILABLE(
            HttpStatus.SERVICE_UNAVAILABLE,
            "The image catalogue does not answer. Try again shortly; repeating a delete is safe."),
    /** Who tells good tokens from bad ones does not answer. */
    IDENTITY_UNAVAILABLE(
            HttpStatus.SERVICE_UNAVAILABLE,
            "The identity service does not answer. Try again shortly; repeating a delete is safe.");

    private final HttpStatus status;
    private final String detail;

    ProblemCode(HttpStatus status, String detail) {
        this.status = status;
        this.detail = detail;
    }

    /** The stable word that programs decide by. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    HttpStatus status() {
        return status;
    }

    String detail() {
        return detail;
    }
}
