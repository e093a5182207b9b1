import { describe, expect, it } from 'vitest';
import { err, ok, type Result } from '../../../shared/core/result.ts';
import type { Invitation, SharedLink } from '../../../shared/protocol/http.ts';
import type { TeamsSessionReply, TeamsSessionRequest } from '../../../shared/protocol/teams.ts';
import { groupInSubPage, groupSubPage, tabEntityId, teamsDeepLink } from '../../../shared/protocol/teamsLinks.ts';
import type { ApiProblem } from '../../../tab/net/api.ts';
import type { WorkshopClient } from '../../../tab/net/client.ts';
import type { TeamsApi } from '../../../tab/net/teamsApi.ts';
import type { TeamsHost, TokenProblem } from '../../../tab/net/teamsHost.ts';
import { attachAccount, openTeams, type TeamsSessionDeps } from '../../../tab/net/teamsSession.ts';

const invitation: Invitation = {
  workshopId: 'workshop-1',
  linkId: 'link-1',
  title: 'Atelier',
  language: 'fr',
  role: 'participant',
};
const opened = { kind: 'open', invitation, personId: 'person-1' } as const;
const place = { conversationId: 'c', meetingId: 'm' };
const links: readonly SharedLink[] = [
  { linkId: 'l', role: 'host', medium: 'link', value: 'https://exemple.test/h#the-host-token' },
];

/** A Teams and a server that answer what a test says, in order; the last answer again and again. */
function world(
  answers: readonly (TeamsSessionReply | ApiProblem)[],
  tokens: readonly Result<string, TokenProblem>[] = [ok('token-1'), ok('token-2'), ok('token-3')],
) {
  const asked: { readonly how: string }[] = [];
  const sent: { readonly path: string; readonly token: string; readonly body: unknown }[] = [];
  const connected: string[] = [];
  let closed = 0;
  let turn = 0;
  const answer = () => {
    const next = answers[Math.min(turn, answers.length - 1)];
    turn += 1;
    if (next === undefined) throw new Error('no answer');
    return 'code' in next ? err(next) : ok(next);
  };
  const note = (path: string, token: string, body: unknown) => sent.push({ path, token, body });
  const host: Pick<TeamsHost, 'token' | 'place' | 'surface'> = {
    place,
    surface: 'own',
    async token(how) {
      asked.push({ how });
      return tokens[Math.min(asked.length, tokens.length) - 1] ?? err('no_token');
    },
  };
  const teamsApi: Omit<TeamsApi, 'makeRooms'> = {
    async session(token, body) {
      note('session', token, body);
      return answer();
    },
    async join(token, body) {
      note('join', token, body);
      return ok(opened);
    },
    async attach(token, body) {
      note('attach', token, body);
      return ok(opened);
    },
    async linkConversation(token, body) {
      note('conversation', token, body);
      return ok({});
    },
    async createWorkshop(token, _place, commandId) {
      note('workshops', token, commandId);
      return ok({ workshopId: 'workshop-1', links });
    },
  };
  let identities = 0;
  const deps: TeamsSessionDeps = {
    api: { links: async () => ok(links) },
    teamsApi,
    newIdentity: () => `identity-${++identities}`,
    connect: (_workshopId, identity, personId) => {
      connected.push(`${identity} ${personId}`);
      return { close: () => (closed += 1) } as unknown as WorkshopClient;
    },
  };
  return { host, deps, asked, sent, connected, teamsApi, closed: () => closed };
}
const sessionsOf = (sent: ReturnType<typeof world>['sent']) =>
  sent.filter(({ path }) => path === 'session').map(({ body }) => body as TeamsSessionRequest);

describe('a session by an account of Teams', () => {
  it('MT14 who is known is connected at once, with an identity of this opening alone', async () => {
    const { host, deps, connected, sent } = world([opened]);
    expect(await openTeams(host, { link: 'x' }, 'silently', deps)).toMatchObject({
      kind: 'open',
      personId: 'person-1',
    });
    await openTeams(host, {}, 'silently', deps);
    expect(connected).toEqual(['identity-1 person-1', 'identity-2 person-1']);
    expect(sessionsOf(sent)).toEqual([
      { place, link: 'x', surface: 'own', identity: 'identity-1' },
      { place, surface: 'own', identity: 'identity-2' },
    ]);
  });

  it('MT14 without a token the server is asked nothing', async () => {
    const { host, deps, sent } = world([opened], [err('consent_needed')]);
    expect(await openTeams(host, {}, 'silently', deps)).toEqual({ kind: 'noToken', problem: 'consent_needed' });
    expect(sent).toEqual([]);
  });

  it('MT14 a token that is out of date is replaced once; any other refusal is told as it is', async () => {
    const stale = world([{ code: 'sign_in_expired' }, opened]);
    expect(await openTeams(stale.host, {}, 'silently', stale.deps)).toMatchObject({ kind: 'open' });
    expect(stale.sent.map(({ token }) => token)).toEqual(['token-1', 'token-2']);
    const never = world([{ code: 'sign_in_expired' }]);
    expect(await openTeams(never.host, {}, 'silently', never.deps)).toEqual({
      kind: 'refused',
      problem: { code: 'sign_in_expired' },
    });
    expect(never.sent).toHaveLength(2);
    const refused = world([{ code: 'tenant_not_allowed' }]);
    expect(await openTeams(refused.host, {}, 'silently', refused.deps)).toMatchObject({ kind: 'refused' });
    expect(refused.sent).toHaveLength(1);
  });

  it('MT14 a newcomer joins, or is somebody who came before, with the identity that was shown', async () => {
    const { host, deps, sent } = world([{ kind: 'newcomer', invitation, suggestedName: 'Zoé' }]);
    const entry = await openTeams(host, { link: 'x' }, 'silently', deps);
    if (entry.kind !== 'newcomer') throw new Error(entry.kind);
    expect(entry.suggested).toEqual({ name: 'Zoé', organisation: '' });
    expect(await entry.join({ name: 'Zoé M.', organisation: 'ADASI' })).toMatchObject({ ok: true });
    expect(await entry.attach('ABCD-EFGH')).toMatchObject({ ok: true });
    expect(sent.slice(1).map(({ body }) => body)).toEqual([
      { place, link: 'x', identity: 'identity-1', name: 'Zoé M.', organisation: 'ADASI' },
      { identity: 'identity-1', code: 'ABCD-EFGH' },
    ]);
  });

  it('MT8 a workshop of one’s own, a founded one and one by its link are linked by the token of the host’s link', async () => {
    const workshops = [{ workshopId: 'workshop-1', title: 'Atelier', role: 'host' }] as const;
    const unlinked: TeamsSessionReply = { kind: 'unlinked', mayLink: true, workshops };
    const { host, deps, sent, closed } = world([unlinked, opened]);
    const entry = await openTeams(host, {}, 'silently', deps);
    if (entry.kind !== 'unlinked') throw new Error(entry.kind);
    expect(await entry.linkOwn('workshop-1')).toMatchObject({ kind: 'open' });
    // What was opened only to read the links is closed again.
    expect(closed()).toBe(1);
    expect(await entry.link('https://exemple.test/h#typed-token')).toMatchObject({ kind: 'open' });
    expect(sent.filter(({ path }) => path === 'conversation').map(({ body }) => body)).toEqual([
      { place, link: 'the-host-token' },
      { place, link: 'typed-token' },
    ]);
    expect(sessionsOf(sent).at(-1)).toMatchObject({ link: 'typed-token' });
  });

  it('MT12 a guest’s account is asked for by a press, and never without', async () => {
    const { host, teamsApi, asked, sent } = world([opened]);
    expect(await attachAccount(host, 'identity-of-the-guest', teamsApi)).toEqual({ ok: true, value: undefined });
    expect(asked).toEqual([{ how: 'asking' }]);
    expect(sent).toEqual([{ path: 'attach', token: 'token-1', body: { identity: 'identity-of-the-guest' } }]);
    const refusing = world([opened], [err('consent_refused')]);
    expect(await attachAccount(refusing.host, 'i', refusing.teamsApi)).toEqual({
      ok: false,
      problem: { code: 'consent_refused' },
    });
  });
});

describe('deep links', () => {
  it('MT13 lead to the tab in its chat, and to a group in it', () => {
    const link = new URL(
      teamsDeepLink({
        appId: 'the-app',
        webUrl: 'https://ateliers.example.org/p#jeton',
        conversationId: '19:meeting@thread.v2',
        subPage: groupSubPage('group-0002'),
      }),
    );
    expect(link.pathname).toBe(`/l/entity/the-app/${tabEntityId}`);
    expect(link.searchParams.get('webUrl')).toBe('https://ateliers.example.org/p#jeton');
    const context = JSON.parse(link.searchParams.get('context') ?? '');
    expect(context).toEqual({ subEntityId: 'group.group-0002', chatId: '19:meeting@thread.v2', contextType: 'chat' });
    expect(groupInSubPage(context.subEntityId)).toBe('group-0002');
    for (const other of ['', 'group.', 'something else']) expect(groupInSubPage(other)).toBeUndefined();
  });

  it.each(['19:0123abc@thread.tacv2', '19:0123abc@thread.skype'])(
    'MT13 lead to the tab of a channel: %s',
    (channel) => {
      const link = new URL(teamsDeepLink({ appId: 'the-app', webUrl: '', conversationId: channel, subPage: '' }));
      expect(JSON.parse(link.searchParams.get('context') ?? '')).toEqual({ channelId: channel });
    },
  );
});
