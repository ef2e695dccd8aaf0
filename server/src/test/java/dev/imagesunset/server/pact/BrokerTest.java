package dev.imagesunset.server.pact;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okForContentType;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a stand-in for a broker, which gives the answers of the Pact Broker's documentation. */
class BrokerTest {
    private static final String FOR_VERIFICATION = "/pacts/provider/image-service/for-verification";
    private static final String PACT = "/pacts/provider/image-service/consumer/webshop/pact-version/1";
    private static final String RESULTS = PACT + "/verification-results";
    private static final String BRANCH_VERSION = "/pacticipants/image-service/branches/a-branch/versions/a-version";

    private final WireMockServer broker = new WireMockServer(options().dynamicPort());
    private final Map<String, String> properties = new HashMap<>();

    @BeforeEach
    void aBrokerHasAPact(@TempDir Path temporary) {
        broker.start();
        properties.put("pact.folder", temporary.toString());
        properties.put("pact.endReport", temporary.resolve("endings.json").toString());
        properties.put("pact.summary", temporary.resolve("summary.md").toString());
        properties.put("pactbroker.url", broker.baseUrl());
        properties.put("pactbroker.auth.token", "a-token");
        properties.put("pact.provider.version", "a-version");
        properties.put("pact.provider.branch", "a-branch");
        properties.put("pactbroker.providerBranch", "a-branch");
        properties.put("pact.verifier.publishResults", "true");
        broker.stubFor(get("/").willReturn(hal("""
                {"_links": {
                  "pb:provider-pacts-for-verification":
                    {"href": "%s/pacts/provider/{provider}/for-verification", "templated": true}}}
                """)));
        broker.stubFor(get("/pacticipants/image-service").willReturn(hal("""
                {"name": "image-service", "_links": {
                  "pb:branch-version":
                    {"href": "%s/pacticipants/image-service/branches/{branch}/versions/{version}", "templated": true}}}
                """)));
        broker.stubFor(put(BRANCH_VERSION).willReturn(hal("{}")));
        broker.stubFor(post(RESULTS).willReturn(hal("{}").withStatus(201)));
    }

    @AfterEach
    void stopTheBroker() {
        broker.stop();
    }

    @Test
    void aPactIsFetchedAndItsResultPublished() {
        serve(false, 204);
        assertThat(Verification.with(properties)).isEqualTo(new Verification(1, List.of()));
        broker.verify(postRequestedFor(urlEqualTo(FOR_VERIFICATION))
                .withHeader("Authorization", equalTo("Bearer a-token"))
                .withRequestBody(equalToJson("""
                        {"consumerVersionSelectors": [{"mainBranch": true}, {"deployedOrReleased": true}],
                         "includePendingStatus": false, "providerVersionBranch": "a-branch"}
                        """)));
        broker.verify(putRequestedFor(urlEqualTo(BRANCH_VERSION)));
        broker.verify(postRequestedFor(urlEqualTo(RESULTS))
                .withRequestBody(matchingJsonPath("$.success", equalTo("true")))
                .withRequestBody(matchingJsonPath("$.providerApplicationVersion", equalTo("a-version"))));
    }

    @Test
    void theVersionAndTheBranchAreThoseThatAreCheckedOut(@TempDir Path temporary) {
        publishedFrom(GitCheckout.in(temporary));
    }

    @Test
    void aDetachedHeadIsOfTheBranchThatEndsThere(@TempDir Path temporary) {
        GitCheckout checkout = GitCheckout.in(temporary);
        checkout.detach();
        publishedFrom(checkout);
    }

    @Test
    void aDetachedHeadWhereSeveralBranchesEndIsOfNone(@TempDir Path temporary) {
        GitCheckout checkout = GitCheckout.in(temporary);
        checkout.detach();
        checkout.alsoEnds("release");
        assertThat(verificationOf(checkout).failures())
                .singleElement()
                .asString()
                .contains("Git knows no pact.provider.branch here", "-Dpact.provider.branch=…");
    }

    private void publishedFrom(GitCheckout checkout) {
        assertThat(verificationOf(checkout).failures()).isEmpty();
        String commit = checkout.commit();
        broker.verify(postRequestedFor(urlEqualTo(FOR_VERIFICATION))
                .withRequestBody(matchingJsonPath("$.providerVersionBranch", equalTo("feature/next"))));
        broker.verify(
                putRequestedFor(urlEqualTo("/pacticipants/image-service/branches/feature%2Fnext/versions/" + commit)));
        broker.verify(postRequestedFor(urlEqualTo(RESULTS))
                .withRequestBody(matchingJsonPath("$.providerApplicationVersion", equalTo(commit))));
    }

    private Verification verificationOf(GitCheckout checkout) {
        serve(false, 204);
        broker.stubFor(put(anyUrl()).willReturn(hal("{}")));
        properties.put("pact.provider.checkout", checkout.folder().toString());
        List.of("pact.provider.version", "pact.provider.branch", "pactbroker.providerBranch")
                .forEach(unknown -> properties.put(unknown, ""));
        return Verification.with(properties);
    }

    @Test
    void aPactThatIsNotKeptIsPublishedAsSuch() {
        serve(false, 404);
        assertThat(Verification.with(properties).failures())
                .singleElement()
                .asString()
                .contains("expected status of 404 but was 204");
        broker.verify(
                postRequestedFor(urlEqualTo(RESULTS)).withRequestBody(matchingJsonPath("$.success", equalTo("false"))));
    }

    @Test
    void aPendingPactFailsNothing() {
        properties.put("pactbroker.enablePending", "true");
        properties.put("pactbroker.includeWipPactsSince", "2026-01-01");
        serve(true, 404);
        assertThat(Verification.with(properties).failures()).isEmpty();
        broker.verify(postRequestedFor(urlEqualTo(FOR_VERIFICATION))
                .withRequestBody(matchingJsonPath("$.includePendingStatus", equalTo("true")))
                .withRequestBody(matchingJsonPath("$.includeWipPactsSince", equalTo("2026-01-01"))));
        broker.verify(
                postRequestedFor(urlEqualTo(RESULTS)).withRequestBody(matchingJsonPath("$.success", equalTo("false"))));
    }

    @Test
    void aPendingPactThatNoServerCouldKeepFailsNothingEither() {
        properties.put("pactbroker.enablePending", "true");
        serve(true, 299);
        assertThat(Verification.with(properties).failures()).isEmpty();
    }

    @Test
    void whatHoldsAsOfAnotherDayIsNotPublished() {
        serve(false, 204);
        properties.put("pact.asOf", "2028-01-01");
        assertThat(Verification.with(properties).failures())
                .singleElement()
                .asString()
                .contains("leave out pact.asOf or pact.verifier.publishResults");
    }

    @Test
    void aBrokerThatRefusesTheTokenFailsTheVerification() {
        broker.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(401)));
        assertThat(Verification.with(properties).failures())
                .singleElement()
                .asString()
                .contains("Look at pactbroker.url and pactbroker.auth.token");
    }

    private void serve(boolean isPending, int status) {
        broker.stubFor(post(FOR_VERIFICATION).willReturn(hal("""
                {"_embedded": {"pacts": [{
                  "shortDescription": "latest from main branch",
                  "verificationProperties": {"pending": %s, "notices": []},
                  "_links": {"self": {"name": "Pact between webshop and image-service", "href": "%%s%s"}}}]}}
                """.formatted(isPending, PACT))));
        broker.stubFor(get(PACT).willReturn(hal("""
                {"consumer": {"name": "webshop"}, "provider": {"name": "image-service"},
                 "interactions": [{
                   "_id": "1", "description": "deleting an image",
                   "providerStates": [{
                     "name": "an image of the caller's project",
                     "params": {"id": "a3f1c9a0-5f0e-4f55-9f5c-9b6a3f9b1c11"}}],
                   "request": {
                     "method": "DELETE", "path": "/v2/images/a3f1c9a0-5f0e-4f55-9f5c-9b6a3f9b1c11",
                     "headers": {"X-Auth-Token": "a-token"}},
                   "response": {"status": %d}}],
                 "metadata": {"pactSpecification": {"version": "3.0.0"}},
                 "_links": {
                   "pb:provider": {"href": "%%s/pacticipants/image-service"},
                   "pb:publish-verification-results": {"href": "%%s%s"}}}
                """.formatted(status, RESULTS))));
    }

    /** Its links begin with the broker's address. */
    private ResponseDefinitionBuilder hal(String json) {
        return okForContentType("application/hal+json", json.replace("%s", broker.baseUrl()));
    }
}
