package dev.imagesunset.server.problem;

import java.util.Locale;
import org.springframework.http.HttpStatus;

/**
 * Why a request was refused or failed: the contract's codes, each with its status and an explanation for people, which
 * tells what the code means unless a comment says more.
 */
public enum ProblemCode {
    REQUEST_MALFORMED(
            HttpStatus.BAD_REQUEST,
            "The request cannot be read: its path or a header is too long, or has characters or escapes that are not allowed, or its body is too long or too slow. Send the path percent-encoded once, in UTF-8, and no body."),
    IMAGE_ID_MALFORMED(
            HttpStatus.BAD_REQUEST,
            "The image id is not a UUID. Send it as 8-4-4-4-12 hexadecimal digits, like 3c3d1d01-b48a-4639-8a88-08be3b9b5d78."),
    /** A query parameter is unknown or has an invalid value. */
    PARAMETER_INVALID(
            HttpStatus.BAD_REQUEST,
            "A parameter of the query cannot have its value. The contract, /openapi/image-service.yaml, tells which it can have."),
    /** The body is not JSON, or does not have the form that the operation takes. */
    BODY_MALFORMED(
            HttpStatus.BAD_REQUEST,
            "The body is not what this operation takes, or has a property twice. The contract, /openapi/image-service.yaml, has its schema and an example."),
    IMAGE_INVALID(
            HttpStatus.BAD_REQUEST,
            "A property has a value that it cannot have. The contract, /openapi/image-service.yaml, tells which values it takes."),
    TOKEN_MISSING(HttpStatus.UNAUTHORIZED, "The request has no token. Send one in the header X-Auth-Token."),
    TOKEN_AMBIGUOUS(
            HttpStatus.UNAUTHORIZED, "The request has more than one header X-Auth-Token. Send exactly one token."),
    TOKEN_INVALID(
            HttpStatus.UNAUTHORIZED,
            "The token in X-Auth-Token is unknown, expired or revoked. Get a new one and try again."),
    /** The caller sees the image but may not delete it. */
    DELETE_NOT_PERMITTED(
            HttpStatus.FORBIDDEN,
            "Only a member of the project that owns the image may delete it. Use a token of that project with the role member."),
    /** The caller sees the image but may not change it, or may not create images at all. */
    CHANGE_NOT_PERMITTED(
            HttpStatus.FORBIDDEN,
            "Only a member of a project may create and change its images. Use a token of that project with the role member."),
    /** The caller may change the image but not make it public. */
    PUBLISHING_NOT_PERMITTED(
            HttpStatus.FORBIDDEN,
            "Only an admin may make an image public. Make it shared or community, or ask an admin."),
    QUOTA_EXCEEDED(
            HttpStatus.FORBIDDEN,
            "The project has as many images as it may have. Delete one that is not needed, or ask an operator for more."),
    PROPERTY_READ_ONLY(HttpStatus.FORBIDDEN, "The service alone sets this property. Leave it out."),
    ADMIN_ONLY(HttpStatus.FORBIDDEN, "This is for operators. Use a token with the role admin."),
    /** The caller could delete the image if it were not protected. */
    IMAGE_PROTECTED(
            HttpStatus.FORBIDDEN,
            "The image is protected against deletion. Remove the protection first, then delete it."),
    IMAGE_NOT_FOUND(
            HttpStatus.NOT_FOUND,
            "There is no such image, it is deleted already, or it is not visible to your project. Check the id, and the project and roles of your token."),
    TOMBSTONE_NOT_FOUND(
            HttpStatus.NOT_FOUND,
            "There is no deleted image with this id. If there is one that is not deleted, /v2/images shows it."),
    TAG_NOT_FOUND(HttpStatus.NOT_FOUND, "The image does not have this tag. Show the image to see its tags."),
    IMAGE_EXISTS(
            HttpStatus.CONFLICT,
            "There is, or was, an image with this id, and an id is never reused. Choose another one, or leave it out."),
    /** The image service behind this server does not delete an image that is in use. */
    IMAGE_IN_USE(
            HttpStatus.CONFLICT,
            "The image is in use, for example by a server that runs from it or by a copy that shares its data. Remove what uses it, then delete it."),
    /** The image does not have a property that is to be replaced or removed. */
    PROPERTY_NOT_FOUND(
            HttpStatus.CONFLICT, "The image does not have this property. Show the image, and change what it has."),
    /** A decision about the end conflicts with the current plan. */
    DECISION_IMPOSSIBLE(HttpStatus.CONFLICT),
    /** The sunset of the deprecated operation has come. */
    OPERATION_GONE(HttpStatus.GONE),
    /** The deprecated operation is suspended for a while. */
    BROWNOUT(HttpStatus.GONE),
    /** The deprecated operation is closed to projects that never called it before. */
    CLOSED_TO_NEWCOMERS(HttpStatus.GONE),
    PATH_NOT_FOUND(
            HttpStatus.NOT_FOUND,
            "There is nothing at this path. The contract, /openapi/image-service.yaml, lists what there is."),
    /** The operation belongs to the image service behind this server. */
    OPERATION_ELSEWHERE(
            HttpStatus.NOT_FOUND,
            "This server stands in front of the image service and only deletes images. Ask the image service itself: the catalog of your identity service has its address, as the endpoint of the type image."),
    METHOD_NOT_ALLOWED(
            HttpStatus.METHOD_NOT_ALLOWED,
            "This path does not have that method. The header Allow lists those that it has."),
    NOT_ACCEPTABLE(
            HttpStatus.NOT_ACCEPTABLE,
            "The answer has no type that the header Accept allows. Leave the header out, or send Accept: */*."),
    BODY_TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "The body is larger than 64 KiB. Send less."),
    MEDIA_TYPE_UNSUPPORTED(
            HttpStatus.UNSUPPORTED_MEDIA_TYPE,
            "The operation does not take a body of this Content-Type. The contract, /openapi/image-service.yaml, tells which it takes."),
    INTERNAL_ERROR(
            HttpStatus.INTERNAL_SERVER_ERROR,
            "The service failed unexpectedly. Report the request id to its operators."),
    IMAGE_SERVICE_FAILED(
            HttpStatus.INTERNAL_SERVER_ERROR,
            "The image service failed. The image may have been deleted all the same; repeating the delete is safe. If it fails again, report the request id to its operators."),
    /** The database does not answer, or not in time. */
    CATALOGUE_UNAVAILABLE(
            HttpStatus.SERVICE_UNAVAILABLE,
            "The image catalogue does not answer. Try again shortly; repeating a delete is safe. Of anything else, look first whether it was done."),
    IDENTITY_UNAVAILABLE(
            HttpStatus.SERVICE_UNAVAILABLE,
            "The identity service does not answer, so the request was refused. Try again shortly."),
    /** Too many bodies arrive slowly, each of which keeps a thread waiting. */
    TOO_MANY_BODIES(
            HttpStatus.SERVICE_UNAVAILABLE,
            "Too many request bodies are arriving slowly. Send the whole body right after the headers, and try again shortly."),
    /** The server is stopping: it finishes open requests but reads no new ones. */
    SERVER_STOPPING(
            HttpStatus.SERVICE_UNAVAILABLE,
            "This server is stopping, and did nothing with the request. Send it again; another server takes it, or this one when it has started."),
    /** The image service behind this server does not answer, or not as an image service does. */
    IMAGE_SERVICE_UNAVAILABLE(
            HttpStatus.SERVICE_UNAVAILABLE,
            "The image service did not answer in time, and the delete may have happened. Try again shortly; repeating it is safe, and 404 then means that the image is deleted.");

    private final HttpStatus status;
    private final String detail;

    /** A code whose details depend on the request and are in the {@link Refusal}. */
    ProblemCode(HttpStatus status) {
        this(status, "");
    }

    ProblemCode(HttpStatus status, String detail) {
        this.status = status;
        this.detail = detail;
    }

    /** The stable word for programs to act on. */
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
