import { describe, expect, it } from 'vitest';
import type { GroupView, LobbyView } from '../../shared/views/views.ts';
import type { Command } from '../../shared/workshop/commands.ts';
import { choiceNow } from '../../tab/screens/participant/choiceNow.ts';
import { moveBetween, standingOf } from '../../tab/screens/participant/useMyMoves.ts';
import { groups, inGroup, lobby, open, running } from '../gallery/participant/workshopFixture.ts';

const offered = {
  slotId: 'slot-breakout',
  groups: groups.map(({ roomUrl: _room, ...group }, index) => ({
    ...group,
    memberCount: [12, 9, 4][index] ?? 0,
    ...(index === 2 ? {} : { capacity: 12 }),
  })),
};
const sent = (command: Command, commandId = 'command-1') => ({ commandId, command, queuedAt: 0 });
const choosing = (groupId: string): Command => ({ kind: 'ChooseGroup', slotId: offered.slotId, groupId });

describe('choosing one’s group', () => {
  it('P25 shows the last press at once, and then what the server says', () => {
    const nobody = { choice: offered, chosenGroupId: undefined, unseen: [], failed: [] };
    expect(choiceNow(nobody)).toEqual({ chosenId: undefined, fullIds: new Set(['group-1']), refusals: [] });
    const pressed = { ...nobody, unseen: [sent(choosing('group-3')), sent(choosing('group-2'))] };
    expect(choiceNow(pressed).chosenId).toBe('group-2');
    expect(choiceNow({ ...nobody, chosenGroupId: 'group-3' }).chosenId).toBe('group-3');
  });

  it('P25 a press that came too late for the last place leaves the place that one had', () => {
    const problem = { kind: 'rejected', code: 'group_full' } as const;
    const refused = { ...sent(choosing('group-1')), problem };
    const other = { ...sent({ kind: 'TakePlace', slotId: 'slot-x' }, 'command-2'), problem };
    const now = choiceNow({ choice: offered, chosenGroupId: 'group-2', unseen: [], failed: [refused, other] });
    expect(now).toMatchObject({ chosenId: 'group-2', refusals: [refused] });
  });
});

describe('where one has gone', () => {
  const run = running('slot-breakout', 60_000);
  const group = (index: number, more: Partial<GroupView> = {}): GroupView => ({
    ...inGroup(run, open, more),
    ...(groups[index] === undefined ? {} : { group: groups[index] }),
  });
  const waiting: LobbyView = lobby(run);
  const outside: LobbyView = { ...waiting, openSlotId: 'slot-breakout' };

  it('P26 tells whoever was placed, moved, or in a group that joined another', () => {
    expect(moveBetween(standingOf(outside), group(1))).toEqual({ kind: 'placed', group: groups[1] });
    expect(moveBetween(standingOf(group(0)), group(1))).toEqual({ kind: 'moved', group: groups[1] });
    const joined = group(1, { joinedBy: groups.slice(0, 1) });
    expect(moveBetween(standingOf(group(0)), joined)).toEqual({ kind: 'merged', group: groups[1] });
    expect(moveBetween(standingOf(group(2)), joined)).toEqual({ kind: 'moved', group: groups[1] });
  });

  it('P26 says nothing of what the page shows by itself', () => {
    // The groups go off; another breakout begins; one was taken out.
    expect(moveBetween(standingOf(waiting), group(1))).toBeUndefined();
    const later = group(0);
    const other = { ...later, breakout: { ...later.breakout, slotId: 'slot-other' } };
    expect(moveBetween(standingOf(group(1)), other)).toBeUndefined();
    expect(moveBetween(standingOf(group(1)), outside)).toBeUndefined();
  });

  it('P25 tells whoever was choosing that the choice has ended', () => {
    const choice: LobbyView = { ...waiting, choice: offered };
    expect(moveBetween(standingOf(choice), waiting)).toEqual({ kind: 'choiceClosed' });
    expect(moveBetween(standingOf(waiting), waiting)).toBeUndefined();
  });
});
