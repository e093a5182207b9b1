import { type NextFunction, type Request, type Response, Router, json as readJson } from 'express';
import type { JoinReply, WorkshopListing } from '../shared/protocol/http.ts';
import { parseBody } from '../shared/protocol/parse.ts';
import { groupHistory } from '../shared/views/groupHistory.ts';
import { buildReport } from '../shared/views/report.ts';
import type { WorkshopEvent } from '../shared/workshop/events.ts';
import type { Doors } from './doors.ts';
import { reportToJson } from './exports/json.ts';
import { reportToMarkdown } from './exports/markdown.ts';
import { foundWorkshop } from './found.ts';
import { bearerOf, problemOf, refuse } from './httpAnswers.ts';
import type { Limits } from './realtime/limits.ts';
import { hashToken, type Secrets } from './secrets.ts';
import type { EventStore } from './store/eventStore.ts';
import { arrive } from './workshop/arrive.ts';
import type { WorkshopRegistry } from './workshop/registry.ts';

export interface ApiDeps {
  readonly store: EventStore;
  readonly registry: WorkshopRegistry;
  readonly secrets: Secrets;
  readonly limits: Limits;
  readonly doors: Doors;
  /** What else is asked over HTTP, under the same limits. */
  readonly more: readonly Router[];
  readonly reportFault: (fault: unknown, workshopId: string) => string;
}

/** A name, a link, an identity. */
export const readBody = readJson({ limit: '16kb' });
/** The longest programme of 200 slots with its notes. */
export const readWorkshop = readJson({ limit: '2mb' });

/** Everything that is not the live workshop: coming in, founding, fetching links and reports. */
export function createApi(deps: ApiDeps): Router {
  const { store, registry, secrets, limits, doors, reportFault, more } = deps;
  const { refuseSecret, findLink, findMember, shared } = doors;
  const api = Router();
  api.use(async (request, response, next) => {
    response.set('Cache-Control', 'no-store');
    const retryMs = await limits.requestsPerAddress.take(request.ip ?? '');
    if (retryMs === undefined) next();
    else refuse(response, { code: 'too_many_requests', retryMs });
  });

  async function requireSetUpKey(request: Request, response: Response, next: NextFunction): Promise<void> {
    if (secrets.isSetUpKey(bearerOf(request))) next();
    else await refuseSecret(request, response, { code: 'denied' });
  }

  api.post('/invitation', readBody, async (request, response) => {
    const body = parseBody('invitation', request.body);
    if (!body.ok) return refuse(response, { code: 'invalid', path: body.problem.path });
    const found = await findLink(body.value.link, request, response);
    if (found === undefined) return;
    const { state, link } = found;
    response.json(doors.invitation(state, link.id, link));
  });

  api.post('/join', readBody, async (request, response) => {
    const body = parseBody('join', request.body);
    if (!body.ok) return refuse(response, { code: 'invalid', path: body.problem.path });
    const { link: typed, ...joining } = body.value;
    const found = await findLink(typed, request, response);
    if (found === undefined) return;
    const tokenHash = hashToken(joining.identity);
    const arrived = await arrive(
      { store, limits },
      { runtime: found.runtime, link: found.link, request: joining, tokenHash, address: request.ip ?? '' },
    );
    if (arrived.ok) response.json(arrived.value satisfies JoinReply);
    else refuse(response, problemOf(arrived.problem));
  });

  api.post('/workshops', requireSetUpKey, readWorkshop, async (request, response) => {
    const body = parseBody('workshop', request.body);
    if (!body.ok) return refuse(response, { code: 'invalid', path: body.problem.path });
    const { commandId, workshop } = body.value;
    const founded = await foundWorkshop(registry, commandId, workshop);
    if (!founded.ok) return refuse(response, founded.problem);
    const state = founded.value;
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

  api.get('/workshops/:workshopId/report.json', requireSetUpKey, async (request, response) => {
    const workshopId = String(request.params.workshopId);
    const isHere = (await store.workshops()).some((workshop) => workshop.workshopId === workshopId);
    const runtime = isHere ? await registry.open(workshopId) : undefined;
    if (runtime?.state === undefined) return refuse(response, { code: 'not_found' });
    const { state, names } = runtime;
    response.type('application/json').send(reportToJson(buildReport({ state, names, now: runtime.now() })));
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

  api.get('/groups/history', async (request, response) => {
    const found = await findMember(bearerOf(request));
    const { slotId, groupId } = request.query;
    if (found === undefined || typeof slotId !== 'string' || typeof groupId !== 'string') {
      return refuse(response, { code: 'denied' });
    }
    const { state, member, runtime } = found;
    const isTheirs = member.role === 'host' || (member.role === 'animator' && member.groupId === groupId);
    const work = state.breakouts[slotId]?.works[groupId];
    if (!isTheirs) return refuse(response, { code: 'denied' });
    if (work === undefined) return refuse(response, { code: 'not_found' });
    const stored = await store.load(state.id, 0);
    const facts = stored.map(({ data, ...place }) => ({ ...place, event: data as WorkshopEvent }));
    response.json(groupHistory({ facts, place: { slotId, groupId }, names: runtime.names, work }));
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

  for (const router of more) api.use(router);
  api.use((_request, response) => refuse(response, { code: 'not_found' }));
  return api;
}
