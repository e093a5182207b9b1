import { z } from 'zod';
import { err, ok, type Result } from '../../shared/core/result.ts';
import type { HttpProblem } from '../../shared/protocol/http.ts';
import type { RoomLobby } from '../../shared/protocol/teams.ts';
import { isTeamsAddress } from '../../shared/protocol/teamsLinks.ts';
import { limits } from '../../shared/workshop/limits.ts';
import type { Subject } from './identity.ts';
import { type Asking, createPatientFetch } from './patientFetch.ts';

/** The one permission that is asked for, and the only thing that its token can do. */
export const graphScope = 'https://graph.microsoft.com/OnlineMeetings.ReadWrite';

export interface GraphOptions {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly loginOrigin: string;
  readonly graphOrigin: string;
  /** Told of what only the administrator of this server can mend: a code of Entra's, never a token. */
  readonly reportFault: (fault: unknown) => string;
  /** Of one call, and before the first repeat; milliseconds. */
  readonly callMs?: number;
  readonly firstWaitMs?: number;
}

export interface MeetingAsked {
  /** The same account and the same id: the same meeting. */
  readonly externalId: string;
  readonly subject: string;
  readonly lobby: RoomLobby;
  /** Day on which it takes place, "2026-07-07"; absent: today. A link lives on for weeks after it. */
  readonly date?: string;
}

export interface Meeting {
  readonly joinUrl: string;
  /** `teamsOwn`: Teams did not take the lobby that was asked for. */
  readonly lobby: 'asAsked' | 'teamsOwn';
}

/** Meetings in the name of one account, as long as one request takes: its token is kept nowhere. */
export interface GraphSession {
  createOrGet(asked: MeetingAsked): Promise<Result<Meeting, HttpProblem>>;
}

/**
 * Microsoft Graph in the name of whoever is signed in. Nothing rejects. Problems: `graph_consent_needed` when the account
 * has not given the permission, `graph_refused` when it or its organisation may not, `graph_unavailable` when Microsoft
 * does not answer in time or asks to wait (`retryMs`), `sign_in_expired`, and `fault` for what the administrator must mend.
 */
export interface GraphMeetings {
  /**
   * Exchanges the token of Teams' single sign-on for one of Graph.
   * @param deadline `performance.now()` after which nothing more is begun
   */
  signIn(subject: Subject, ssoToken: string, deadline: number): Promise<Result<GraphSession, HttpProblem>>;
}

const tokenSchema = z.object({ access_token: z.string().min(1) });
const lobbySchema = z.object({ scope: z.string(), isDialInBypassEnabled: z.boolean().nullish() }).nullish();
const meetingSchema = z.object({ id: z.string().min(1), joinWebUrl: z.string(), lobbyBypassSettings: lobbySchema });
const changedSchema = z.object({ lobbyBypassSettings: lobbySchema });
const refusalSchema = z.object({ error: z.string(), error_codes: z.array(z.number()).optional() });

/** The only file that speaks to Graph and exchanges tokens for it. */
export function createGraphMeetings(options: GraphOptions): GraphMeetings {
  const { clientId, clientSecret, loginOrigin, graphOrigin, reportFault } = options;
  const { callMs = 6_000, firstWaitMs = 500 } = options;
  const ask = createPatientFetch({ callMs, firstWaitMs });

  /** `createOrGet` takes no lobby, and a meeting that stood before has its own. Undefined when the time is over. */
  async function setLobby(id: string, lobby: RoomLobby, headers: Readonly<Record<string, string>>, asking: Asking) {
    const lobbyBypassSettings = lobbyOf(lobby);
    const answer = await ask(
      `${graphOrigin}/v1.0/me/onlineMeetings/${encodeURIComponent(id)}`,
      { headers, method: 'PATCH', body: JSON.stringify({ lobbyBypassSettings }) },
      asking,
    );
    if (answer.status === 'none') return performance.now() >= asking.deadline ? undefined : 'teamsOwn';
    const changed = answer.status === 200 ? changedSchema.safeParse(answer.body).data : undefined;
    return changed?.lobbyBypassSettings?.scope === lobbyBypassSettings.scope ? 'asAsked' : 'teamsOwn';
  }

  const sessionOf = (tenantId: string, token: string, deadline: number): GraphSession => ({
    async createOrGet({ externalId, subject, lobby, date }) {
      const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
      // Whoever is asked to wait, waits for all of the organisation.
      const asking: Asking = { lane: `graph ${tenantId}`, deadline };
      const day = date === undefined ? {} : { startDateTime: `${date}T00:00:00Z`, endDateTime: `${date}T23:59:00Z` };
      const answer = await ask(
        `${graphOrigin}/v1.0/me/onlineMeetings/createOrGet`,
        { headers, method: 'POST', body: JSON.stringify({ externalId, subject, ...day }) },
        asking,
      );
      if (answer.status === 'none') return err(unavailable(answer.retryMs));
      if (answer.status !== 200 && answer.status !== 201) return err({ code: 'graph_refused' });
      const meeting = meetingSchema.safeParse(answer.body).data;
      if (meeting === undefined || !isMeetingUrl(meeting.joinWebUrl)) return err(unavailable());
      const { id, joinWebUrl, lobbyBypassSettings } = meeting;
      const wanted = lobbyOf(lobby);
      const stands =
        lobbyBypassSettings?.scope === wanted.scope &&
        lobbyBypassSettings.isDialInBypassEnabled === wanted.isDialInBypassEnabled;
      const set = stands ? 'asAsked' : await setLobby(id, lobby, headers, asking);
      // Whoever asks again is given the same meeting, and time for its lobby.
      return set === undefined ? err(unavailable()) : ok({ joinUrl: joinWebUrl, lobby: set });
    },
  });

  return {
    async signIn({ tenantId }, ssoToken, deadline) {
      const body = new URLSearchParams({
        grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
        requested_token_use: 'on_behalf_of',
        assertion: ssoToken,
        client_id: clientId,
        client_secret: clientSecret,
        scope: graphScope,
      });
      const answer = await ask(
        `${loginOrigin}/${tenantId}/oauth2/v2.0/token`,
        { method: 'POST', body },
        { lane: `login ${tenantId}`, deadline },
      );
      if (answer.status === 'none') return err(unavailable(answer.retryMs));
      const token = answer.status === 200 ? tokenSchema.safeParse(answer.body).data?.access_token : undefined;
      if (token !== undefined) return ok(sessionOf(tenantId, token, deadline));
      const { error, error_codes: codes = [] } = refusalSchema.safeParse(answer.body).data ?? { error: 'no_token' };
      const problem = signInProblem(error, codes);
      if (problem !== 'fault') return err({ code: problem });
      const fault = new Error(`Entra gives no token for Graph: ${error.slice(0, 60)} ${codes.join(' ')}`);
      return err({ code: 'fault', reference: reportFault(fault) });
    },
  };
}

const lobbyOf = (lobby: RoomLobby) => ({ scope: lobby, isDialInBypassEnabled: lobby === 'everyone' });

/** What participants will press: nothing but an address of Teams, in plain letters. */
const isMeetingUrl = (url: string): boolean =>
  url.length <= limits.urlChars && isTeamsAddress(url) && /^[\x21-\x7e]+$/.test(url);

const unavailable = (retryMs?: number): HttpProblem => ({
  code: 'graph_unavailable',
  ...(retryMs === undefined ? {} : { retryMs: Math.ceil(retryMs) }),
});

/** Blocked by a rule of the organisation, or not among those whom it lets use the application: agreeing changes nothing. */
const blocked: readonly number[] = [50_105, 53_000, 53_001, 53_002, 53_003];
/** The token of Teams ran out between its check and now. */
const outOfDate = 500_133;
/** The token is not for this application, as it is registered: nobody's agreement mends that. */
const misconfigured: readonly number[] = [50_013, 500_131];
const interactive: readonly string[] = ['invalid_grant', 'interaction_required', 'consent_required'];

/** docs: "Microsoft Entra authentication and authorization error codes" */
function signInProblem(error: string, codes: readonly number[]): HttpProblem['code'] {
  if (codes.includes(outOfDate)) return 'sign_in_expired';
  if (codes.some((code) => blocked.includes(code)) || error === 'access_denied') return 'graph_refused';
  if (codes.some((code) => misconfigured.includes(code))) return 'fault';
  return interactive.includes(error) ? 'graph_consent_needed' : 'fault';
}
