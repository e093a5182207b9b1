import { type Request, type Response, Router } from 'express';
import type { Result } from '../../shared/core/result.ts';
import type { CreateReply, HttpProblem } from '../../shared/protocol/http.ts';
import { parseBody } from '../../shared/protocol/parse.ts';
import type { TeamsJoinReply, TeamsPlace, TeamsSessionReply } from '../../shared/protocol/teams.ts';
import type { Link, Member, WorkshopState } from '../../shared/workshop/state.ts';
import { readBody, readWorkshop } from '../api.ts';
import type { Doors } from '../doors.ts';
import { foundWorkshop } from '../found.ts';
import { refuse } from '../httpAnswers.ts';
import type { PassKeeper } from '../passes.ts';
import type { Directory } from '../store/directory.ts';
import type { WorkshopRegistry } from '../workshop/registry.ts';
import type { WorkshopRuntime } from '../workshop/runtime.ts';
import { subjectOf } from './accountDoor.ts';
import type { Choosing, TeamsMembers } from './members.ts';

export interface TeamsApiDeps {
  readonly members: TeamsMembers;
  readonly doors: Doors;
  readonly passes: PassKeeper;
  readonly directory: Directory;
  readonly registry: WorkshopRegistry;
  readonly now: () => number;
  /** Called once a conversation is a workshop's: what is told there begins. */
  readonly onLinked: (workshopId: string) => void;
  /** Called each time that a page opens somebody's own screen. */
  readonly onOpened: (workshopId: string, personId: string) => void;
}

/** Where a page of Teams leads: by the link that it was opened with, a workshop of one's own, or the conversation. */
interface Target {
  readonly runtime: WorkshopRuntime;
  readonly state: WorkshopState;
  readonly link?: Link;
}

interface Asked {
  readonly place: TeamsPlace;
  readonly link?: string;
  readonly workshopId?: string;
}

/** Coming in by an account of Teams, behind its door: everything here has a token that was checked, and believes nothing else. */
export function createTeamsApi(deps: TeamsApiDeps): Router {
  const { members, doors, passes, directory, registry, now, onLinked, onOpened } = deps;
  const api = Router();

  /** `undefined`: refused, and the answer sent. `none`: no workshop is meant. */
  async function targetOf(asked: Asked, request: Request, response: Response): Promise<Target | 'none' | undefined> {
    if (asked.link !== undefined) return doors.findLink(asked.link, request, response);
    if (asked.workshopId !== undefined) {
      const runtime = await registry.open(asked.workshopId);
      const { state } = runtime;
      // An id is no secret: it leads only to a workshop that the account is in.
      const member = state === undefined ? undefined : await members.memberOf(state, subjectOf(response));
      return state === undefined || member === undefined ? 'none' : { runtime, state };
    }
    const runtime = await members.workshopIn(asked.place);
    return runtime?.state === undefined ? 'none' : { runtime, state: runtime.state };
  }

  function answer(response: Response, { runtime }: Target, outcome: Result<Member | Choosing, HttpProblem>): void {
    const { state } = runtime;
    if (!outcome.ok) refuse(response, outcome.problem);
    else if (state === undefined) refuse(response, { code: 'workshop_unknown' });
    else if ('candidates' in outcome.value) response.json(outcome.value satisfies TeamsJoinReply);
    else {
      const member = outcome.value;
      const reply: TeamsSessionReply = {
        kind: 'open',
        invitation: doors.invitation(state, member.linkId, member),
        personId: member.id,
      };
      response.json(reply);
      if (member.role !== 'display') onOpened(state.id, member.id);
    }
  }

  api.post('/teams/session', readBody, async (request, response) => {
    const body = parseBody('teamsSession', request.body);
    if (!body.ok) return refuse(response, { code: 'invalid', path: body.problem.path });
    const { place, surface, identity } = body.value;
    const subject = subjectOf(response);
    const target = await targetOf(body.value, request, response);
    if (target === undefined) return;
    if (target === 'none') {
      const [mayLink, workshops] = await Promise.all([members.mayLink(place, subject), members.workshopsOf(subject)]);
      const meetingTitle = mayLink ? await members.titleAt(place) : undefined;
      const reply: TeamsSessionReply = {
        kind: 'unlinked',
        mayLink,
        workshops,
        ...(meetingTitle === undefined ? {} : { meetingTitle }),
      };
      response.json(reply);
      return;
    }
    const { runtime, state, link } = target;
    if (surface === 'stage')
      return answer(
        response,
        target,
        await members.joinStage(runtime, state, subject, { identity, address: request.ip ?? '' }),
      );
    const member = await members.memberOf(state, subject);
    const rises = member !== undefined && link !== undefined && members.isRise(member, link);
    if (member !== undefined && !rises)
      return answer(response, target, await members.open(runtime, member.id, identity));
    const door = link ?? (await members.doorFor(state, place, subject));
    if (door === undefined) return refuse(response, { code: 'link_revoked' });
    const reply: TeamsSessionReply = {
      kind: 'newcomer',
      invitation: doors.invitation(state, door.id, door),
      suggestedName: subject.name,
    };
    response.json(reply);
  });

  api.post('/teams/join', readBody, async (request, response) => {
    const body = parseBody('teamsJoin', request.body);
    if (!body.ok) return refuse(response, { code: 'invalid', path: body.problem.path });
    const { place, link: _link, workshopId: _workshopId, identity, ...newcomer } = body.value;
    const subject = subjectOf(response);
    const target = await targetOf(body.value, request, response);
    if (target === undefined) return;
    if (target === 'none') return refuse(response, { code: 'workshop_unknown' });
    const { runtime, state } = target;
    const member = await members.memberOf(state, subject);
    const rises = member !== undefined && target.link !== undefined && members.isRise(member, target.link);
    if (member !== undefined && !rises)
      return answer(response, target, await members.open(runtime, member.id, identity));
    const door = target.link ?? (await members.doorFor(state, place, subject));
    if (door === undefined) return refuse(response, { code: 'link_revoked' });
    const device = { identity, address: request.ip ?? '' };
    return answer(response, target, await members.join(runtime, door, subject, newcomer, device, member));
  });

  api.post('/teams/attach', readBody, async (request, response) => {
    const body = parseBody('teamsAttach', request.body);
    if (!body.ok) return refuse(response, { code: 'invalid', path: body.problem.path });
    const { identity, code } = body.value;
    const found = code === undefined ? await doors.findMember(identity) : await passes.take(code, request, response);
    if (found === 'refused') return;
    if (found === undefined || found.member.role === 'display') return refuse(response, { code: 'denied' });
    const { runtime, state, member } = found;
    const attached = await members.attach(runtime, member, subjectOf(response), identity);
    return answer(response, { runtime, state }, attached);
  });

  api.post('/teams/conversation', readBody, async (request, response) => {
    const body = parseBody('teamsLink', request.body);
    if (!body.ok) return refuse(response, { code: 'invalid', path: body.problem.path });
    const { place, link } = body.value;
    const subject = subjectOf(response);
    const { conversationId, meetingId } = place;
    if (conversationId === undefined || !(await members.mayLink(place, subject))) {
      return refuse(response, { code: 'may_not_link' });
    }
    const found = await doors.findLink(link, request, response);
    if (found === undefined) return;
    if (found.link.role !== 'host') return refuse(response, { code: 'denied' });
    const reference = { tenantId: subject.tenantId, ...(meetingId === undefined ? {} : { meetingId }) };
    const workshopId = found.state.id;
    await directory.linkConversation({ conversationId, workshopId, kind: 'meeting', reference, linkedAt: now() });
    onLinked(workshopId);
    response.json({});
  });

  /** A large body is read of whoever is signed in; what it founds is for those who lead the meeting. */
  api.post('/teams/workshops', readWorkshop, async (request, response) => {
    const body = parseBody('teamsWorkshop', request.body);
    if (!body.ok) return refuse(response, { code: 'invalid', path: body.problem.path });
    const { place, commandId, workshop } = body.value;
    if (!(await members.mayLink(place, subjectOf(response)))) return refuse(response, { code: 'may_not_link' });
    const founded = await foundWorkshop(registry, commandId, workshop);
    if (!founded.ok) return refuse(response, founded.problem);
    const links = Object.values(founded.value.links)
      .filter(({ revoked }) => !revoked)
      .map((each) => doors.shared(founded.value, each, request));
    response.status(201).json({ workshopId: founded.value.id, links } satisfies CreateReply);
  });
  return api;
}
