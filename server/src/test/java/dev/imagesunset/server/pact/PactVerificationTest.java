package dev.imagesunset.server.pact;

import au.com.dius.pact.provider.junitsupport.loader.PactFilter;

/** The server as it is by default. */
@PactFilter("(?!.*on a server that answers with 200).*")
class PactVerificationTest extends PactVerification {}
