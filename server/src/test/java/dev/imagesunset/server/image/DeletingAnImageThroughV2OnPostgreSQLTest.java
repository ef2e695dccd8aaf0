package dev.imagesunset.server.image;

import dev.imagesunset.server.OnPostgreSQL;

/** The successor keeps the very rules of the abandoned call. */
@OnPostgreSQL
class DeletingAnImageThroughV2OnPostgreSQLTest extends DeletingAnImageTest {
    @Override
    String images() {
        return "/v2/images/";
    }
}
