// A team that calls the service from TypeScript: it still deletes through v1.1, and shows images through v2.
import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { test } from 'node:test';
import { MatchersV3, PactV4, SpecificationVersion } from '@pact-foundation/pact';

const { like, regex, uuid } = MatchersV3;

const ID = '0c7a5c53-94a4-4a35-9d4e-0c1d3a2b7f01';
const PACTS = 'pacts';

rmSync(PACTS, { recursive: true, force: true });

const service = new PactV4({
  consumer: 'webshop',
  provider: 'image-service',
  dir: PACTS,
  spec: SpecificationVersion.SPECIFICATION_VERSION_V4,
  logLevel: 'error',
});

const token = regex(/\S+/.source, 'a-token');

test('an image is deleted through v1.1, which says when it ends', async () => {
  await service
    .addInteraction()
    .given("an image of the caller's project", { id: ID })
    .uponReceiving('deleting an image')
    .withRequest('DELETE', `/v1.1/images/${ID}`, (request) => {
      request.headers({ 'X-Auth-Token': token });
    })
    .willRespondWith(204, (answer) => {
      answer.headers({
        Sunset: 'Fri, 31 Dec 2027 00:00:00 GMT',
        Link: `</v2/images/${ID}>; rel="successor-version", </deprecation>; rel="deprecation"; type="text/html", </deprecation>; rel="sunset"; type="text/html"`,
      });
    })
    .executeTest(async (mock) => {
      const answer = await fetch(`${mock.url}/v1.1/images/${ID}`, {
        method: 'DELETE',
        headers: { 'X-Auth-Token': 'mine' },
      });
      assert.equal(answer.status, 204);
      assert.equal(answer.headers.get('Sunset'), 'Fri, 31 Dec 2027 00:00:00 GMT');
    });
});

test('an image is shown', async () => {
  await service
    .addInteraction()
    .given("an image of the caller's project", { id: ID })
    .uponReceiving('showing an image')
    .withRequest('GET', `/v2/images/${ID}`, (request) => {
      request.headers({ 'X-Auth-Token': token });
    })
    .willRespondWith(200, (answer) => {
      answer.jsonBody({ id: uuid(ID), status: like('active'), visibility: regex('public|private', 'private') });
    })
    .executeTest(async (mock) => {
      const answer = await fetch(`${mock.url}/v2/images/${ID}`, { headers: { 'X-Auth-Token': 'mine' } });
      assert.equal(((await answer.json()) as { id: string }).id, ID);
    });
});

test('a token that is not good is refused', async () => {
  await service
    .addInteraction()
    .given('a caller whose token is not good', { id: ID })
    .uponReceiving('showing an image with a bad token')
    .withRequest('GET', `/v2/images/${ID}`, (request) => {
      request.headers({ 'X-Auth-Token': token });
    })
    .willRespondWith(401, (answer) => {
      answer.headers({ 'Content-Type': 'application/problem+json' });
      answer.jsonBody({ status: 401, code: 'token-invalid', detail: like('The token is not good.') });
    })
    .executeTest(async (mock) => {
      const answer = await fetch(`${mock.url}/v2/images/${ID}`, { headers: { 'X-Auth-Token': 'mine' } });
      assert.equal(answer.status, 401);
    });
});
