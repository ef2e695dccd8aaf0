package dev.imagesunset.server.calls;

/** The number of calls of one project with the same API version, program family and outcome. */
record CallGroup(String project, String version, String agent, String outcome, long week, long month) {}
