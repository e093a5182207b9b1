import { err, ok, type Result } from '../../shared/core/result.ts';
import type {
  CreateReply,
  HttpProblem,
  Invitation,
  JoinReply,
  JoinRequest,
  SharedLink,
  WorkshopListing,
} from '../../shared/protocol/http.ts';
import type { PassReply, PassTakeRequest, TeamsOpenReply } from '../../shared/protocol/teams.ts';
import type { GroupChange } from '../../shared/views/groupHistory.ts';
import type { CreateWorkshop } from '../../shared/workshop/commands.ts';
import type { GroupPlace } from '../../shared/workshop/groups/groupWork.ts';
import type { Language } from '../../shared/workshop/state.ts';

/** `unreachable`: no answer from the server of Aparté (no network, time-out, a proxy's own page). */
export type ApiProblem = HttpProblem | { readonly code: 'unreachable' };
export type ApiReply<Value> = Result<Value, ApiProblem>;

/** The server's HTTP side (shared/protocol/http.ts). No call throws; each may be made again with the same content. */
export interface Api {
  /** What a link's token or a code leads to. */
  invitation(link: string): Promise<ApiReply<Invitation>>;
  join(request: JoinRequest): Promise<ApiReply<JoinReply>>;
  createWorkshop(setUpKey: string, commandId: string, workshop: CreateWorkshop): Promise<ApiReply<CreateReply>>;
  workshops(setUpKey: string): Promise<ApiReply<readonly WorkshopListing[]>>;
  /** The JSON report of any workshop of the server, as it stands now. */
  workshopReport(setUpKey: string, workshopId: string): Promise<ApiReply<string>>;
  links(identity: string): Promise<ApiReply<readonly SharedLink[]>>;
  /** Who changed which key idea of a group, when and how: for a host and the group's animator. */
  history(identity: string, place: GroupPlace): Promise<ApiReply<readonly GroupChange[]>>;
  /** One more device for the same person: a link to scan, or a code to type in Teams. */
  pass(identity: string, medium: 'link' | 'code'): Promise<ApiReply<PassReply>>;
  takePass(request: PassTakeRequest): Promise<ApiReply<TeamsOpenReply>>;
  /** The text of the report as it stands now: for a host. */
  report(identity: string, format: 'md' | 'json', language: Language): Promise<ApiReply<string>>;
}

/** Long enough for a phone on a bad network, short enough that a person still waits. */
const timeoutMs = 15_000;

export interface ApiDeps {
  readonly fetch: typeof fetch;
  /** Origin of the server; empty for the page's own. */
  readonly origin: string;
  readonly setTimeout: (run: () => void, ms: number) => unknown;
  readonly clearTimeout: (id: unknown) => void;
}

/** One call to the server. `secret` travels in a header. */
export type Call = <Value>(
  path: string,
  secret: string | undefined,
  body?: unknown,
  read?: (response: Response) => Promise<Value>,
) => Promise<ApiReply<Value>>;

export function createCall(deps: ApiDeps): Call {
  return async function call<Value>(
    path: string,
    secret: string | undefined,
    body?: unknown,
    read: (response: Response) => Promise<Value> = (response) => response.json(),
  ): Promise<ApiReply<Value>> {
    const abort = new AbortController();
    const timer = deps.setTimeout(() => abort.abort(), timeoutMs);
    try {
      const response = await deps.fetch(`${deps.origin}${path}`, {
        method: body === undefined ? 'GET' : 'POST',
        headers: {
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(secret === undefined ? {} : { authorization: `Bearer ${secret}` }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        cache: 'no-store',
        signal: abort.signal,
      });
      if (response.ok) return ok(await read(response));
      const content: unknown = await response.json();
      return err(isProblem(content) ? content : { code: 'unreachable' });
    } catch {
      // No network, time-out, or a page that is not ours: for the person it is one and the same.
      return err({ code: 'unreachable' });
    } finally {
      deps.clearTimeout(timer);
    }
  };
}

export function createApi(deps: ApiDeps): Api {
  const call = createCall(deps);
  return {
    invitation: (link) => call('/api/invitation', undefined, { link }),
    join: (request) => call('/api/join', undefined, request),
    createWorkshop: (setUpKey, commandId, workshop) => call('/api/workshops', setUpKey, { commandId, workshop }),
    workshops: (setUpKey) => call('/api/workshops', setUpKey),
    workshopReport: (setUpKey, workshopId) =>
      call(`/api/workshops/${encodeURIComponent(workshopId)}/report.json`, setUpKey, undefined, readReport),
    links: (identity) => call('/api/links', identity),
    history: (identity, { slotId, groupId }) =>
      call(`/api/groups/history?slotId=${encodeURIComponent(slotId)}&groupId=${encodeURIComponent(groupId)}`, identity),
    pass: (identity, medium) => call('/api/pass', identity, { medium }),
    takePass: (request) => call('/api/pass/take', undefined, request),
    report: (identity, format, language) =>
      call(`/api/report.${format}?language=${language}`, identity, undefined, readReport),
  };
}

/** A network that asks people to sign in first answers 200 with a page of its own: that is not the report. */
async function readReport(response: Response): Promise<string> {
  if (response.headers.get('content-type')?.startsWith('text/html')) throw new Error('a page instead of the report');
  return response.text();
}

const isProblem = (content: unknown): content is HttpProblem =>
  typeof content === 'object' && content !== null && 'code' in content && typeof content.code === 'string';

const browserDeps: ApiDeps = {
  // Not `fetch` itself: called as a method of this object it would throw "Illegal invocation".
  fetch: (input, init) => fetch(input, init),
  origin: '',
  setTimeout: (run, ms) => setTimeout(run, ms),
  clearTimeout: (id) => clearTimeout(id as number),
};
export const browserApi: Api = createApi(browserDeps);
export const browserCall: Call = createCall(browserDeps);
