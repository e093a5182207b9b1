import { randomBytes } from 'node:crypto';
import { type Request, type Response, Router } from 'express';
import { rolePages } from '../shared/protocol/http.ts';
import { parseBody } from '../shared/protocol/parse.ts';
import { type PassReply, passMark, type TeamsOpenReply } from '../shared/protocol/teams.ts';
import { readBody } from './api.ts';
import type { Doors, FoundMember } from './doors.ts';
import { bearerOf, refuse } from './httpAnswers.ts';
import type { Limits } from './realtime/limits.ts';
import { formatCode, hashToken, isCode, normaliseLink, type Secrets } from './secrets.ts';
import type { Directory } from './store/directory.ts';
import type { WorkshopRegistry } from './workshop/registry.ts';

/** Long enough to fetch a phone, short enough that a picture of the code is worth nothing. */
const passMs = 10 * 60_000;

export interface PassesDeps {
  readonly directory: Directory;
  readonly registry: WorkshopRegistry;
  readonly secrets: Secrets;
  readonly limits: Limits;
  readonly doors: Doors;
  readonly originOf: (request: Request) => string;
  readonly now: () => number;
}

export interface PassKeeper {
  /** Uses a pass up. `refused`: it is none that is good, or its person is gone, and the answer is sent. */
  take(typed: string, request: Request, response: Response): Promise<FoundMember | 'refused'>;
  readonly router: Router;
}

/** Passes make one more device the same person: each once, and for a short while. */
export function createPasses({ directory, registry, secrets, limits, doors, originOf, now }: PassesDeps): PassKeeper {
  const keeper: PassKeeper = {
    async take(typed, request, response) {
      const token = normaliseLink(typed);
      const retryMs = isCode(token) ? await limits.wrongSecretsPerAddress.waitMs(request.ip ?? '') : undefined;
      if (retryMs !== undefined) {
        refuse(response, { code: 'too_many_requests', retryMs });
        return 'refused';
      }
      const taken = await directory.takePass(secrets.passHash(token), now());
      const runtime = taken === undefined ? undefined : await registry.open(taken.workshopId);
      const state = runtime?.state;
      const member = taken === undefined ? undefined : state?.people[taken.personId];
      if (runtime === undefined || state === undefined || member === undefined || member.removed) {
        if (isCode(token)) await doors.refuseSecret(request, response, { code: 'pass_unknown' });
        else refuse(response, { code: 'pass_unknown' });
        return 'refused';
      }
      return { runtime, state, member };
    },
    router: Router(),
  };

  keeper.router.post('/pass', readBody, async (request, response) => {
    const body = parseBody('pass', request.body);
    if (!body.ok) return refuse(response, { code: 'invalid', path: body.problem.path });
    const found = await doors.findMember(bearerOf(request));
    if (found === undefined || found.member.role === 'display') return refuse(response, { code: 'denied' });
    const { state, member } = found;
    const { medium } = body.value;
    const token = secrets.passToken(randomBytes(24), medium);
    const expiresAt = now() + passMs;
    const place = { workshopId: state.id, personId: member.id };
    await directory.issuePass({ tokenHash: secrets.passHash(token), ...place, expiresAt }, now());
    const value =
      medium === 'code' ? formatCode(token) : `${originOf(request)}${rolePages[member.role]}#${passMark}${token}`;
    response.json({ value, expiresAt } satisfies PassReply);
  });

  keeper.router.post('/pass/take', readBody, async (request, response) => {
    const body = parseBody('passTake', request.body);
    if (!body.ok) return refuse(response, { code: 'invalid', path: body.problem.path });
    const { pass, identity } = body.value;
    // A code is for Teams, where the account is known as well: alone it would be too short to trust.
    if (isCode(normaliseLink(pass))) return refuse(response, { code: 'pass_unknown' });
    // The answer to the first try may have been lost.
    const found = (await doors.findMember(identity)) ?? (await keeper.take(pass, request, response));
    if (found === 'refused') return;
    const { state, member } = found;
    const device = { tokenHash: hashToken(identity), workshopId: state.id, personId: member.id, way: 'pass' } as const;
    if (!(await directory.addIdentity(device, now()))) return refuse(response, { code: 'denied' });
    const reply: TeamsOpenReply = {
      kind: 'open',
      invitation: doors.invitation(state, member.linkId, member),
      personId: member.id,
    };
    response.json(reply);
  });
  return keeper;
}
