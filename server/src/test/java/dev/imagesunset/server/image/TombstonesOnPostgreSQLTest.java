package dev.imagesunset.server.image;

import dev.imagesunset.server.OnPostgreSQL;

@OnPostgreSQL
class TombstonesOnPostgreSQLTest extends TombstonesTest {}
