package dev.imagesunset.server.usage;

import dev.imagesunset.server.OnPostgreSQL;

@OnPostgreSQL
class CountingCallsOnPostgreSQLTest extends CountingCallsTest {}
