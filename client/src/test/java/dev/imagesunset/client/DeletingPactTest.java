package dev.imagesunset.client;

class DeletingPactTest extends DeletingPact {
    @Override
    String doing() {
        return "deleting an image";
    }

    @Override
    String images() {
        return "/v2/images/";
    }

    @Override
    Deletion delete(ImageServiceClient images, String id) {
        return images.deleteImage(id);
    }
}
