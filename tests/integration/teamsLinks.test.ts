import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { rolePages } from '../../shared/protocol/http.ts';
import { groupSubPage, tabEntityId } from '../../shared/protocol/teamsLinks.ts';
import { clientId, type FakeEntra, objectIdOf, startEntra, teamsEnvironment, tenantId } from '../doubles/fakeEntra.ts';
import {
  type FoundedWorkshop,
  foundWorkshop,
  identityOf,
  startServer,
  type TestServer,
} from '../doubles/testServer.ts';

const chat = { conversationId: '19:meeting_abc@thread.v2', meetingId: 'meeting-1' };
const channel = { conversationId: '19:0123abc@thread.tacv2', meetingId: 'meeting-2' };

let entra: FakeEntra;
/** Says where the keys are that Teams' own tokens are signed with. */
let metadata: Server;
let botOpenIdMetadata = '';
beforeAll(async () => {
  entra = await startEntra();
  metadata = createServer((_request, response) => {
    response.setHeader('content-type', 'application/json');
    const jwks_uri = `${entra.origin}/common/discovery/v2.0/keys`;
    response.end(JSON.stringify({ issuer: 'https://api.botframework.com', jwks_uri }));
  });
  await new Promise<void>((resolve) => metadata.listen(0, '127.0.0.1', resolve));
  const address = metadata.address();
  botOpenIdMetadata = typeof address === 'object' && address !== null ? `http://127.0.0.1:${address.port}/` : '';
});
afterAll(async () => {
  await entra.close();
  await new Promise((resolve) => metadata.close(resolve));
});

/** What the card says to the person who presses "Where am I?" in a linked meeting: everybody is an animator. */
async function cardIn(
  { conversationId, meetingId }: typeof chat,
  environment: Readonly<Record<string, string>>,
): Promise<{ readonly links: readonly URL[]; readonly workshop: FoundedWorkshop }> {
  const server = await startServer({
    environment: { ...teamsEnvironment, ...environment },
    teams: {
      loginOrigin: entra.origin,
      botOpenIdMetadata,
      meetings: { roleOf: async () => 'organizer', titleOf: async () => undefined },
    },
  });
  try {
    const workshop = await foundWorkshop(server);
    await asAccount(server, 'conversation', { link: workshop.tokenFor('host') }, { conversationId, meetingId });
    await asAccount(
      server,
      'join',
      { link: workshop.tokenFor('animator'), identity: identityOf('page'), name: 'Zoé', organisation: '' },
      { conversationId, meetingId },
    );
    const serviceUrl = 'http://127.0.0.1:9/';
    const press = await server.call('POST', '/api/messages', {
      bearer: await entra.token({ iss: 'https://api.botframework.com', serviceurl: serviceUrl }),
      body: {
        type: 'invoke',
        name: 'adaptiveCard/action',
        id: 'press-1',
        channelId: 'msteams',
        serviceUrl,
        from: { id: '29:zoe', name: 'Zoé', aadObjectId: objectIdOf(1) },
        recipient: { id: `28:${clientId}`, name: 'Aparté' },
        conversation: { id: conversationId, conversationType: 'groupChat', isGroup: true },
        channelData: { tenant: { id: tenantId }, meeting: { id: meetingId } },
        value: { action: { type: 'Action.Execute', verb: 'whereAmI', data: {} }, trigger: 'manual' },
      },
    });
    expect(press.status, press.text).toBe(200);
    const urls = [...press.text.matchAll(/"url":("https:[^"]*")/g)].map(([, url = '']) => new URL(JSON.parse(url)));
    return { links: urls, workshop };
  } finally {
    await server.stop();
  }
}

async function asAccount(server: TestServer, path: string, body: object, place: object): Promise<void> {
  const bearer = await entra.token();
  const reply = await server.call('POST', `/api/teams/${path}`, { bearer, body: { place, ...body } });
  expect(reply.status, reply.text).toBe(200);
}

const contextOf = (link: URL | undefined): unknown => JSON.parse(link?.searchParams.get('context') ?? 'null');
const appOf = (link: URL | undefined): string => link?.pathname ?? '';

it('MB21 a server in Teams leads its cards to the tab in the meeting that is linked, at the person’s group, and to the browser', async () => {
  const { links, workshop } = await cardIn(chat, {});
  const [own] = links.filter((link) => JSON.stringify(contextOf(link))?.includes('subEntityId'));
  const [join, browser] = links.filter((link) => link !== own && !link.hostname.startsWith('salles'));
  const page = `${teamsEnvironment.PUBLIC_URL}${rolePages.participant}#${workshop.tokenFor('participant')}`;
  expect(appOf(join)).toBe(`/l/entity/${teamsEnvironment.TEAMS_APP_ID}/${tabEntityId}`);
  expect(contextOf(join)).toEqual({ chatId: chat.conversationId, contextType: 'chat' });
  expect(join?.searchParams.get('webUrl')).toBe(page);
  expect(browser?.href).toBe(page);
  const groupId = workshop.linkFor('animator').groupId ?? '';
  expect(contextOf(own)).toEqual({ ...(contextOf(join) as object), subEntityId: groupSubPage(groupId) });
});

it('MB21 an app that an organisation has published is found by the id that its catalogue gave it', async () => {
  const catalogId = 'CCCCCCCC-bbbb-cccc-dddd-eeeeeeeeeeee';
  const { links } = await cardIn(chat, { TEAMS_CATALOG_ID: catalogId });
  expect(appOf(links.find(({ hostname }) => hostname === 'teams.microsoft.com'))).toBe(
    `/l/entity/${catalogId.toLowerCase()}/${tabEntityId}`,
  );
});

it('MB21 in the meeting of a channel the tab is that of the channel', async () => {
  const { links } = await cardIn(channel, {});
  const [join] = links.filter(({ hostname }) => hostname === 'teams.microsoft.com');
  expect(contextOf(join)).toMatchObject({ channelId: channel.conversationId });
  expect(contextOf(join)).not.toHaveProperty('chatId');
});
