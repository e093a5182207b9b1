import { Router } from 'express';
import { parseBody } from '../../shared/protocol/parse.ts';
import type { TeamsRoomsReply } from '../../shared/protocol/teams.ts';
import { findSlot } from '../../shared/workshop/agenda/findSlot.ts';
import { readBody } from '../api.ts';
import { bearerOf, refuse } from '../httpAnswers.ts';
import type { WorkshopRegistry } from '../workshop/registry.ts';
import { subjectOf } from './accountDoor.ts';
import type { MakeRooms } from './makeRooms.ts';
import type { TeamsMembers } from './members.ts';

export interface RoomsApiDeps {
  readonly members: Pick<TeamsMembers, 'memberOf'>;
  readonly registry: WorkshopRegistry;
  readonly makeRooms: MakeRooms;
}

/** Rooms for the groups, made in the name of a host who is signed in by Teams. Behind its door. */
export function createRoomsApi({ members, registry, makeRooms }: RoomsApiDeps): Router {
  const api = Router();
  api.post('/teams/rooms', readBody, async (request, response) => {
    const body = parseBody('teamsRooms', request.body);
    if (!body.ok) return refuse(response, { code: 'invalid', path: body.problem.path });
    const { workshopId, slotId, lobby } = body.value;
    const subject = subjectOf(response);
    const runtime = await registry.open(workshopId);
    const { state } = runtime;
    // One answer for a workshop that is not there and one that is not theirs.
    const member = state === undefined ? undefined : await members.memberOf(state, subject);
    if (state === undefined || member?.role !== 'host' || member.removed) return refuse(response, { code: 'denied' });
    const slot = findSlot(state, slotId);
    if (slot?.kind !== 'breakout')
      return refuse(response, { code: slot === undefined ? 'slot_unknown' : 'slot_not_breakout' });
    const ssoToken = bearerOf(request);
    const made = await makeRooms({ runtime, personId: member.id, subject, ssoToken, slotId, lobby });
    if (made.ok) response.json({ rooms: made.value } satisfies TeamsRoomsReply);
    else refuse(response, made.problem);
  });
  return api;
}
