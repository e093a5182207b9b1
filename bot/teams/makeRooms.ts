import { err, ok, type Result } from '../../shared/core/result.ts';
import type { HttpProblem } from '../../shared/protocol/http.ts';
import type { RoomLobby, TeamsRoom } from '../../shared/protocol/teams.ts';
import { groupTitle } from '../../shared/views/wording.ts';
import type { Group, WorkshopState } from '../../shared/workshop/state.ts';
import { problemOf } from '../httpAnswers.ts';
import type { Secrets } from '../secrets.ts';
import type { WorkshopRuntime } from '../workshop/runtime.ts';
import type { GraphMeetings, GraphSession } from './graphMeetings.ts';
import type { Subject } from './identity.ts';

export interface RoomMakerDeps {
  readonly graph: GraphMeetings;
  readonly secrets: Pick<Secrets, 'teamsHash'>;
  /** How long one request may go on making meetings, milliseconds: less than its page waits. */
  readonly budgetMs?: number;
}

export interface RoomsAsked {
  readonly runtime: WorkshopRuntime;
  /** The host in whose name. */
  readonly personId: string;
  readonly subject: Subject;
  /** Of Teams' single sign-on, checked. */
  readonly ssoToken: string;
  readonly slotId: string;
  readonly lobby: RoomLobby;
}

/** Meetings that are being made at once: of thirty groups nobody waits for one after the other. */
const atOnce = 4;
/** Graph says no limit; what a list of meetings shows of a title is far less. */
const longestTitle = 200;

/**
 * Makes a meeting for every group that has no room. One request at a time for each workshop, and each looks anew: of two
 * hosts who press together, the second finds the rooms of the first.
 */
export function createRoomMaker({ graph, secrets, budgetMs = 10_000 }: RoomMakerDeps) {
  /** Workshop → end of the last turn. */
  const turns = new Map<string, Promise<unknown>>();

  function inTurn<Value>(workshopId: string, work: () => Promise<Value>): Promise<Value> {
    const turn = (turns.get(workshopId) ?? Promise.resolve()).then(work);
    const end = turn.catch(() => undefined);
    turns.set(workshopId, end);
    void end.then(() => turns.get(workshopId) === end && turns.delete(workshopId));
    return turn;
  }

  /** The link of a meeting becomes the room of the group that it was made for, unless it has one by now. */
  async function makeRoom(asked: RoomsAsked, group: Group, session: GraphSession): Promise<TeamsRoom> {
    const { runtime, personId, slotId, lobby } = asked;
    const { state } = runtime;
    const groupId = group.id;
    if (state === undefined) return { groupId, kind: 'waiting' };
    const meeting = await session.createOrGet({
      // Of one length whatever the ids are, and nothing that anybody else could ask for.
      externalId: secrets.teamsHash('room', runtime.id, slotId, groupId).slice(0, 32),
      subject: meetingTitle(state, group),
      lobby,
      ...dayOf(state, runtime.now()),
    });
    if (!meeting.ok) return { groupId, kind: 'refused', problem: meeting.problem };
    const { joinUrl } = meeting.value;
    // With the version in it: a room that a host took out again may come back.
    const parts = [slotId, groupId, joinUrl, String(runtime.state?.version)];
    const commandId = `room-${secrets.teamsHash('room command', ...parts).slice(0, 48)}`;
    // Whatever was pasted meanwhile, here or on another node, stays.
    const command = { kind: 'ReviseGroup', groupId, group: { roomUrl: joinUrl }, seenRoomUrl: '' } as const;
    const ack = await runtime.submit({ commandId, actorId: personId, command });
    if (!ack.ok) {
      const problem = problemOf(ack.problem);
      return problem.code === 'room_changed' ? { groupId, kind: 'kept' } : { groupId, kind: 'refused', problem };
    }
    return { groupId, kind: 'made', lobby: meeting.value.lobby };
  }

  async function makeAll(asked: RoomsAsked, deadline: number): Promise<Result<readonly TeamsRoom[], HttpProblem>> {
    const { state } = asked.runtime;
    // A group that has joined another meets in the room of that one.
    const merged = state?.breakouts[asked.slotId]?.merged ?? {};
    const groups = (state?.groups ?? []).filter(({ id }) => merged[id] === undefined);
    const rooms = new Map<string, TeamsRoom>(
      groups.map(({ id, roomUrl }) => [id, { groupId: id, kind: roomUrl === '' ? 'waiting' : 'kept' }]),
    );
    const wanting = groups.filter(({ roomUrl }) => roomUrl === '');
    if (wanting.length === 0 || performance.now() >= deadline) return ok([...rooms.values()]);
    const session = await graph.signIn(asked.subject, asked.ssoToken, deadline);
    if (!session.ok) return err(session.problem);
    let isSilent = false;
    const work = async (): Promise<void> => {
      for (let group = wanting.shift(); group !== undefined; group = wanting.shift()) {
        if (isSilent || performance.now() >= deadline) return;
        const room = await makeRoom(asked, group, session.value);
        const isUnanswered = room.kind === 'refused' && room.problem.code === 'graph_unavailable';
        // That the time is over is nobody's refusal: it goes on with the next request.
        if (isUnanswered && performance.now() >= deadline) return;
        rooms.set(group.id, room);
        // Somebody who does not answer for one is not asked for twenty more.
        if (isUnanswered) isSilent = true;
      }
    };
    await Promise.all(Array.from({ length: atOnce }, work));
    return ok([...rooms.values()]);
  }

  /** What became of each group, in their order; a problem when Microsoft gives nothing at all in the name of this account. */
  return (asked: RoomsAsked): Promise<Result<readonly TeamsRoom[], HttpProblem>> => {
    const deadline = performance.now() + budgetMs;
    return inTurn(asked.runtime.id, () => makeAll(asked, deadline));
  };
}

export type MakeRooms = ReturnType<typeof createRoomMaker>;

/** "Modèles socio-économiques – Groupe 2": the group is always readable, the workshop as far as it fits. */
export function meetingTitle({ title, language }: Pick<WorkshopState, 'title' | 'language'>, group: Group): string {
  const end = ` – ${groupTitle(group, language)}`;
  const letters = [...title];
  const room = longestTitle - [...end].length;
  const start =
    letters.length <= room
      ? title
      : `${letters
          .slice(0, room - 1)
          .join('')
          .trimEnd()}…`;
  return `${start}${end}`;
}

/** The day of the workshop, while it lies ahead: a meeting may not end before it begins, nor a link run out before its day. */
function dayOf({ date }: WorkshopState, now: number): { readonly date?: string } {
  return date !== undefined && date > new Date(now).toISOString().slice(0, 10) ? { date } : {};
}
