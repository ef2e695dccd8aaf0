package dev.imagesunset.server.image;

/** The successor keeps the very rules of the abandoned call. */
class DeletingAnImageThroughV2Test extends DeletingAnImageTest {
    @Override
    String images() {
        return "/v2/images/";
    }
}
