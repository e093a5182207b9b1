import { describe, expect, it } from 'vitest';
import { err, ok, type Result } from '../../../shared/core/result.ts';
import type { TeamsRoom, TeamsRoomsRequest } from '../../../shared/protocol/teams.ts';
import { isTeamsAddress } from '../../../shared/protocol/teamsLinks.ts';
import type { ApiProblem } from '../../../tab/net/api.ts';
import type { TokenProblem } from '../../../tab/net/teamsHost.ts';
import { makeRooms } from '../../../tab/net/teamsRooms.ts';

const request: TeamsRoomsRequest = { workshopId: 'workshop-1', slotId: 'slot-0001', lobby: 'everyone' };
const roomOf = (letter: string, index: number): TeamsRoom => {
  const groupId = `group-${index + 1}`;
  if (letter === 'm') return { groupId, kind: 'made', lobby: 'asAsked' };
  if (letter === 'r') return { groupId, kind: 'refused', problem: { code: 'graph_refused' } };
  return { groupId, kind: letter === 'k' ? 'kept' : 'waiting' };
};
/** "mkrw": made, kept, refused, waiting. */
const rooms = (letters: string): readonly TeamsRoom[] => [...letters].map(roomOf);

/** A server that answers in order, the last answer again and again. */
async function outcomeOf(
  answers: readonly (string | ApiProblem)[],
  tokens: readonly Result<string, TokenProblem>[] = [ok('token-1'), ok('token-2')],
) {
  const asked: string[] = [];
  const sent: string[] = [];
  const host = {
    token: async (how: string) => {
      asked.push(how);
      return tokens[asked.length - 1] ?? err('no_token' as const);
    },
  };
  const outcome = await makeRooms(host, request, {
    makeRooms: async (token) => {
      sent.push(token);
      const answer = answers[Math.min(sent.length, answers.length) - 1] ?? '';
      return typeof answer === 'string' ? ok({ rooms: rooms(answer) }) : err(answer);
    },
  });
  return { outcome, asked, sent };
}

describe('having meetings made from the page', () => {
  it('MR7 the page asks on as long as that brings rooms, and tells of all that were made', async () => {
    const { outcome, sent } = await outcomeOf(['mmww', 'kkmw', 'kkkm']);
    expect(sent).toHaveLength(3);
    expect(outcome).toEqual({ rooms: rooms('mmmm') });
  });

  it('MR7 it does not ask for ever: when a request brings nothing, that is told', async () => {
    const { outcome, sent } = await outcomeOf(['mww', 'kww']);
    expect(sent).toHaveLength(2);
    expect(outcome).toEqual({ rooms: rooms('mww') });
    expect((await outcomeOf(['krr'])).sent).toHaveLength(1);
  });

  it('MR7 what was made before a fault is told with the fault', async () => {
    const { outcome } = await outcomeOf(['mw', { code: 'unreachable' }]);
    expect(outcome).toEqual({ rooms: rooms('mw'), problem: { code: 'unreachable' } });
  });

  it('MR6 without a token nothing is asked; one that is out of date is asked for again', async () => {
    const none = await outcomeOf(['m'], [err('no_account')]);
    expect(none).toEqual({ outcome: { rooms: [], problem: 'no_account' }, asked: ['asking'], sent: [] });
    const late = await outcomeOf([{ code: 'sign_in_expired' }, 'm']);
    expect(late).toEqual({
      outcome: { rooms: rooms('m') },
      asked: ['asking', 'silently'],
      sent: ['token-1', 'token-2'],
    });
  });
});

describe('addresses of Teams', () => {
  it.each([
    'https://teams.microsoft.com/l/meetup-join/1',
    'https://teams.live.com/meet/1',
    'https://teams.cloud.microsoft/l/1',
    'https://gov.teams.microsoft.com',
  ])('MR8 %s leads to Teams', (url) => {
    expect(isTeamsAddress(url)).toBe(true);
  });

  it.each([
    'http://teams.microsoft.com/l/1',
    'https://teams.microsoft.com.piege.test/l/1',
    'https://piege.test/teams.microsoft.com/',
    'https://teams.microsoft.com@piege.test/',
    'https://teams.microsoft.com\\@piege.test/',
    'https://pasteams.microsoft.com/l/1',
    'https://teams.microsoft.com:8443/l/1',
    ' https://teams.microsoft.com/l/1',
    'javascript:https://teams.microsoft.com/',
  ])('MR8 %s does not', (url) => {
    expect(isTeamsAddress(url)).toBe(false);
  });
});
