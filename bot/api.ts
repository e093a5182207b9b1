import { type NextFunction, type Request, type Response, Router, json as readJson } from 'express';
import type { HttpProblem, Invitation, JoinReply, SharedLink, WorkshopListing } from '../shared/protocol/http.ts';
import { rolePages } from '../shared/protocol/http.ts';
import type { Ack } from '../shared/protocol/messages.ts';
import { parseBody } from '../shared/protocol/parse.ts';
import { buildReport } from '../shared/views/report.ts';
import type { Link, Member, WorkshopState } from '../shared/workshop/state.ts';
import { reportToJson } from './exports/json.ts';
import { reportToMarkdown } from './exports/markdown.ts';
import type { Limits } from './realtime/limits.ts';
import { formatCode, hashToken, isCode, normaliseLink, type Secrets } from './secrets.ts';
import type { EventStore } from './store/eventStore.ts';
import type { WorkshopRegistry } from './workshop/registry.ts';
import type { WorkshopRuntime } from './workshop/runtime.ts';

export interface ApiDeps {
  readonly store: EventStore;
  readonly registry: WorkshopRegistry;
  readonly secrets: Secrets;
  readonly limits: Limits;
  /** Origin of the links that are handed out: "https://ateliers.example.org". */
  readonly originOf: (request: Request) => string;
  readonly reportFault: (fault: unknown, workshopId: string) => string;
}

/** A name, a link, an identity. */
const readBody = readJson({ limit: '16kb' });
/** The longest programme of 200 slots with its notes. */
const readWorkshop = readJson({ limit: '2mb' });

interface FoundLink {
  readonly runtime: WorkshopRuntime;
  readonly state: WorkshopState;
  readonly link: Link;
}

const statusOf: Partial<Record<HttpProblem['code'], number>> = {
  invalid: 400,
  denied: 403,
  not_found: 404,
  too_large: 413,
  too_many_requests: 429,
  fault: 500,
};

const refuse = (response: Response, problem: HttpProblem): void => {
  response.status(statusOf[problem.code] ?? 409).json(problem);
};

const problemOf = (ack: Extract<Ack, { ok: false }>): HttpProblem => {
  const { problem } = ack;
  switch (problem.kind) {
    case 'rejected':
      return { code: problem.code };
    case 'invalid':
      return { code: 'invalid', path: problem.path };
    case 'denied':
    case 'outdated':
      return { code: 'denied' };
    case 'busy':
      return { code: 'too_many_requests', retryMs: problem.retryMs };
    case 'fault':
      return { code: 'fault', reference: problem.reference };
  }
};

const bearerOf = (request: Request): string =>
  /^Bearer (\S{1,200})$/.exec(request.get('authorization') ?? '')?.[1] ?? '';

/** Everything that is not the live workshop: coming in, founding, fetching links and reports. */
export function createApi({ store, registry, secrets, limits, originOf, reportFault }: ApiDeps): Router {
  const api = Router();
  api.use(async (request, response, next) => {
    response.set('Cache-Control', 'no-store');
    const retryMs = await limits.requestsPerAddress.take(request.ip ?? '');
    if (retryMs === undefined) next();
    else refuse(response, { code: 'too_many_requests', retryMs });
  });

  /** Refuses a secret that leads nowhere, and counts it: many of them are guesses. */
  async function refuseSecret(request: Request, response: Response, problem: HttpProblem): Promise<void> {
    const retryMs = await limits.wrongSecretsPerAddress.take(request.ip ?? '');
    refuse(response, retryMs === undefined ? problem : { code: 'too_many_requests', retryMs });
  }

  async function requireSetUpKey(request: Request, response: Response, next: NextFunction): Promise<void> {
    if (secrets.isSetUpKey(bearerOf(request))) next();
    else await refuseSecret(request, response, { code: 'denied' });
  }

  const shared = (state: WorkshopState, link: Link, request: Request): SharedLink => {
    const token = secrets.linkToken(state.id, link);
    const { id: linkId, role, groupId, medium } = link;
    const value = medium === 'code' ? formatCode(token) : `${originOf(request)}${rolePages[role]}#${token}`;
    return { linkId, role, ...(groupId === undefined ? {} : { groupId }), medium, value };
  };

  async function standingLink(token: string): Promise<FoundLink | undefined> {
    const found = await store.findLink(secrets.linkHash(token));
    if (found === undefined) return undefined;
    const runtime = await registry.open(found.workshopId);
    const { state } = runtime;
    const link = state?.links[found.linkId];
    return state === undefined || link === undefined || link.revoked ? undefined : { runtime, state, link };
  }

  /** What a link or a code leads to; undefined when it was refused, and the answer sent. */
  async function findLink(typed: string, request: Request, response: Response): Promise<FoundLink | undefined> {
    const token = normaliseLink(typed);
    // After too many wrong codes none is looked up, or the right guess would pass among the wrong ones. The token of a
    // link cannot be guessed: a room behind one address that scans an old QR code is not locked out.
    const mayBeGuessed = isCode(token);
    const retryMs = mayBeGuessed ? await limits.wrongSecretsPerAddress.waitMs(request.ip ?? '') : undefined;
    if (retryMs !== undefined) {
      refuse(response, { code: 'too_many_requests', retryMs });
      return undefined;
    }
    const found = await standingLink(token);
    if (found !== undefined) return found;
    if (mayBeGuessed) await refuseSecret(request, response, { code: 'link_unknown' });
    else refuse(response, { code: 'link_unknown' });
    return undefined;
  }

  async function findMember(
    identity: string,
  ): Promise<{ runtime: WorkshopRuntime; state: WorkshopState; member: Member } | undefined> {
    const found = identity === '' ? undefined : await store.findPerson(hashToken(identity));
    if (found === undefined) return undefined;
    const runtime = await registry.open(found.workshopId);
    const { state } = runtime;
    const member = state?.people[found.personId];
    return state === undefined || member === undefined || member.removed ? undefined : { runtime, state, member };
  }

  api.post('/invitation', readBody, async (request, response) => {
    const body = parseBody('invitation', request.body);
    if (!body.ok) return refuse(response, { code: 'invalid', path: body.problem.path });
    const found = await findLink(body.value.link, request, response);
    if (found === undefined) return;
    const { state, link } = found;
    const group = state.groups.find((other) => other.id === link.groupId);
    const invitation: Invitation = {
      workshopId: state.id,
      linkId: link.id,
      title: state.title,
      language: state.language,
      role: link.role,
      ...(group === undefined ? {} : { group: { number: group.number, name: group.name } }),
    };
    response.json(invitation);
  });

  api.post('/join', readBody, async (request, response) => {
    const body = parseBody('join', request.body);
    if (!body.ok) return refuse(response, { code: 'invalid', path: body.problem.path });
    const { link: typed, joinId, identity, name, organisation } = body.value;
    const found = await findLink(typed, request, response);
    if (found === undefined) return;
    const { runtime, state, link } = found;
    // A screen has no name; a person needs one, so that the others know whom they meet.
    if (name === '' && link.role !== 'display') return refuse(response, { code: 'invalid', path: 'name' });
    const tokenHash = hashToken(identity);
    // An identity is one person's. And a repeat must come from whoever joined: the id alone is no secret.
    const isOwner = (person: Awaited<ReturnType<EventStore['findPerson']>>): boolean =>
      person?.personId === joinId && person.workshopId === state.id;
    const owner = await store.findPerson(tokenHash);
    if (owner !== undefined && !isOwner(owner)) return refuse(response, { code: 'denied' });
    const command = { kind: 'Join', linkId: link.id, name, organisation } as const;
    const ack = await runtime.submit({ commandId: joinId, actorId: joinId, command, tokenHash });
    if (!ack.ok) return refuse(response, problemOf(ack));
    const member = runtime.state?.people[joinId];
    if (member === undefined || !isOwner(await store.findPerson(tokenHash))) {
      return refuse(response, { code: 'denied' });
    }
    const reply: JoinReply = { workshopId: state.id, personId: joinId, role: member.role };
    response.json(reply);
  });

  api.post('/workshops', requireSetUpKey, readWorkshop, async (request, response) => {
    const body = parseBody('workshop', request.body);
    if (!body.ok) return refuse(response, { code: 'invalid', path: body.problem.path });
    const { commandId, workshop } = body.value;
    // The workshop's id is the command's: founding twice with the same one is founding once.
    const runtime = await registry.open(commandId);
    const ack = await runtime.submit({ commandId, actorId: 'set-up', command: workshop });
    if (!ack.ok) return refuse(response, problemOf(ack));
    const { state } = runtime;
    if (state === undefined) return refuse(response, { code: 'workshop_unknown' });
    const links = Object.values(state.links)
      .filter((link) => !link.revoked)
      .map((link) => shared(state, link, request));
    response.status(201).json({ workshopId: state.id, links });
  });

  api.get('/workshops', requireSetUpKey, async (request, response) => {
    const listings: WorkshopListing[] = [];
    for (const { workshopId, lastEventAt } of (await store.workshops()).slice(0, 100)) {
      // One that cannot be read must not hide the others.
      const runtime = await registry.open(workshopId).catch((fault) => void reportFault(fault, workshopId));
      const state = runtime?.state;
      const hostLink = Object.values(state?.links ?? {}).find((link) => link.role === 'host' && !link.revoked);
      if (state === undefined || hostLink === undefined) continue;
      listings.push({
        workshopId,
        title: state.title,
        ...(state.date === undefined ? {} : { date: state.date }),
        hostUrl: shared(state, hostLink, request).value,
        lastEventAt,
      });
    }
    response.json(listings);
  });

  api.get('/links', async (request, response) => {
    const found = await findMember(bearerOf(request));
    if (found === undefined) return refuse(response, { code: 'denied' });
    const { state, member } = found;
    const links = Object.values(state.links).filter(
      ({ role, revoked }) =>
        !revoked && (member.role === 'host' || (member.role === 'display' && role === 'participant')),
    );
    response.json(links.map((link) => shared(state, link, request)));
  });

  api.get('/report.:format', async (request, response) => {
    const found = await findMember(bearerOf(request));
    if (found?.member.role !== 'host') return refuse(response, { code: 'denied' });
    const { state, runtime } = found;
    const report = buildReport({ state, names: runtime.names, now: runtime.now() });
    if (request.params.format === 'md') {
      const language = request.query.language === 'en' ? 'en' : request.query.language === 'fr' ? 'fr' : state.language;
      response.type('text/markdown').send(reportToMarkdown(report, language));
    } else if (request.params.format === 'json') {
      response.type('application/json').send(reportToJson(report));
    } else refuse(response, { code: 'not_found' });
  });

  api.use((_request, response) => refuse(response, { code: 'not_found' }));
  return api;
}
