module com.example {
    requires dev.imagesunset.client;
}
