import type { TeamsRoom, TeamsRoomsRequest } from '../../shared/protocol/teams.ts';
import type { ApiProblem } from './api.ts';
import { browserTeamsApi, type TeamsApi } from './teamsApi.ts';
import type { TeamsHost, TokenProblem } from './teamsHost.ts';
import { askingWith } from './teamsToken.ts';

/** What became of the groups; `problem`: why it did not go on. */
export interface RoomsOutcome {
  readonly rooms: readonly TeamsRoom[];
  readonly problem?: ApiProblem | TokenProblem;
}

/**
 * Has a meeting made for every group without a room. The server makes as many as fit into one request: it is asked again as
 * long as that brings some. After a press only: Teams may show a window.
 */
export async function makeRooms(
  host: Pick<TeamsHost, 'token'>,
  request: TeamsRoomsRequest,
  teamsApi: Pick<TeamsApi, 'makeRooms'> = browserTeamsApi,
): Promise<RoomsOutcome> {
  const token = await host.token('asking');
  if (!token.ok) return { rooms: [], problem: token.problem };
  const asking = askingWith(host, token.value);
  const made = new Map<string, TeamsRoom>();
  let rooms: readonly TeamsRoom[] = [];
  for (;;) {
    const reply = await asking((fresh) => teamsApi.makeRooms(fresh, request));
    if (!reply.ok) return { rooms, problem: reply.problem };
    const news = reply.value.rooms.filter(({ kind }) => kind === 'made');
    for (const room of news) made.set(room.groupId, room);
    rooms = reply.value.rooms.map((room) => made.get(room.groupId) ?? room);
    if (news.length === 0 || rooms.every(({ kind }) => kind !== 'waiting')) return { rooms };
  }
}
