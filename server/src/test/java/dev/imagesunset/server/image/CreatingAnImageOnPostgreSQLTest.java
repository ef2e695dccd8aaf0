package dev.imagesunset.server.image;

import dev.imagesunset.server.OnPostgreSQL;

@OnPostgreSQL
class CreatingAnImageOnPostgreSQLTest extends CreatingAnImageTest {}
