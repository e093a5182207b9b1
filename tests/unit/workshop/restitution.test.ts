import { describe, expect, it } from 'vitest';
import type { Command } from '../../../shared/workshop/commands.ts';
import { shareMs } from '../../../shared/workshop/plenary/decideRestitution.ts';
import {
  groupId,
  host,
  inRestitution,
  MINUTE,
  otherHost,
  populated,
  rejected,
  restitutionSlot,
  slotContent,
  usualSlots,
  type WorkshopScenario,
} from '../../doubles/workshopScenario.ts';

const presenting = (number: number, slotId = restitutionSlot): Command => ({
  kind: 'PresentGroup',
  slotId,
  groupId: groupId(number),
});
const ordering = (...numbers: number[]): Command => ({
  kind: 'OrderRestitution',
  slotId: restitutionSlot,
  groupIds: numbers.map(groupId),
});
const wall = { kind: 'ShowWall', slotId: restitutionSlot } as const;

/** The time that a group got when it was called now. */
function shareOf(workshop: WorkshopScenario, number: number): number {
  workshop.given(host, presenting(number));
  const scene = workshop.state.stage?.scene;
  return scene?.kind === 'group' ? scene.endsAt - workshop.now : Number.NaN;
}

describe('what a restitution presents', () => {
  it('R1 the last breakout in front of it whose groups were formed', () => {
    const slots = [...usualSlots.slice(0, 2), ...usualSlots.slice(1, 2), slotContent({ kind: 'restitution' })];
    const workshop = populated({ slots });
    const showing = { kind: 'ShowWall', slotId: 'slot-0004' } as const;
    expect(workshop.when(host, showing)).toEqual(rejected('no_breakout_before'));
    workshop.given(host, { kind: 'FormGroups', slotId: 'slot-0002' });
    workshop.given(host, { kind: 'StartAgenda', plan: 'asPlanned' });
    workshop.given(host, { kind: 'StartSlot', slotId: 'slot-0004' });
    workshop.given(host, showing);
    expect(workshop.state.stage?.breakoutSlotId).toBe('slot-0002');
    workshop.given(host, { kind: 'FormGroups', slotId: 'slot-0003' });
    workshop.given(host, showing);
    expect(workshop.state.stage?.breakoutSlotId).toBe('slot-0003');
  });

  it('R1 only a restitution that has begun presents', () => {
    const workshop = populated();
    workshop.given(host, { kind: 'FormGroups', slotId: 'slot-0002' });
    expect(workshop.when(host, presenting(1))).toEqual(rejected('slot_not_current'));
    expect(workshop.when(host, wall)).toEqual(rejected('slot_not_current'));
    expect(workshop.when(host, presenting(1, 'slot-0001'))).toEqual(rejected('slot_not_restitution'));
    expect(workshop.when(host, presenting(1, 'slot-none'))).toEqual(rejected('slot_unknown'));
    expect(inRestitution().when(host, presenting(9))).toEqual(rejected('group_unknown'));
  });
});

describe('order', () => {
  it('R2 every group once, in the order that the host gives, else by number', () => {
    const workshop = inRestitution();
    for (const wrong of [ordering(1, 2), ordering(1, 2, 2), ordering(1, 2, 3, 9)]) {
      expect(workshop.when(host, wrong)).toEqual(rejected('group_unknown'));
    }
    workshop.given(host, ordering(3, 1, 2));
    workshop.given(host, presenting(3));
    expect(workshop.state.stage).toMatchObject({ order: [3, 1, 2].map(groupId), presented: [groupId(3)] });
    const other = inRestitution();
    other.given(host, wall);
    expect(other.state.stage?.order).toEqual([1, 2, 3].map(groupId));
  });

  it('R2 the order may be made in advance: nothing is shown yet', () => {
    const workshop = populated();
    workshop.given(host, { kind: 'FormGroups', slotId: 'slot-0002' });
    workshop.given(host, ordering(2, 1, 3));
    expect(workshop.state.stage).toMatchObject({ onAir: false, scene: { kind: 'waiting' } });
  });
});

describe('shares', () => {
  it('R3 what is left of the slot is shared among the groups still to be heard', () => {
    const workshop = inRestitution();
    expect(shareOf(workshop, 1)).toBe(5 * MINUTE);
    expect(shareOf(workshop.after(7 * MINUTE), 2)).toBe(4 * MINUTE);
    expect(shareOf(workshop.after(4 * MINUTE), 3)).toBe(4 * MINUTE);
    expect(shareOf(workshop, 1)).toBe(4 * MINUTE);
  });

  it('R3 a group always gets half a minute, and a minute when the slot is not under the clock', () => {
    const late = inRestitution().after(20 * MINUTE);
    expect(shareOf(late, 1)).toBe(MINUTE / 2);
    const over = inRestitution();
    over.given(host, { kind: 'NextSlot', fromSlotId: restitutionSlot });
    expect(shareOf(over, 1)).toBe(MINUTE);
  });

  it('R3 while the clock is paused the share does not run', () => {
    const workshop = inRestitution();
    workshop.given(host, { kind: 'PauseAgenda' });
    workshop.after(10 * MINUTE);
    expect(shareMs(workshop.state, restitutionSlot, groupId(1), workshop.now)).toBe(5 * MINUTE);
    workshop.given(host, presenting(1));
    workshop.after(10 * MINUTE).given(host, { kind: 'ResumeAgenda' });
    expect(workshop.state.stage?.scene).toMatchObject({ endsAt: workshop.now + 5 * MINUTE });
  });

  it('R4 two hosts who call the same group together call it once', () => {
    const workshop = inRestitution();
    workshop.given(host, presenting(1));
    expect(workshop.after(MINUTE).given(otherHost, presenting(1))).toEqual([]);
    workshop.given(host, presenting(2));
    expect(workshop.given(host, presenting(1))).toHaveLength(1);
    expect(workshop.state.stage?.presented).toEqual([1, 2].map(groupId));
  });
});

describe('the stage', () => {
  it('R5 is on the air from the first group or the wall until another slot starts, and again when its slot does', () => {
    const workshop = inRestitution();
    expect(workshop.state.stage).toBeUndefined();
    workshop.given(host, presenting(1));
    expect(workshop.state.stage?.onAir).toBe(true);
    workshop.given(host, { kind: 'NextSlot', fromSlotId: restitutionSlot });
    expect(workshop.state.stage?.onAir).toBe(false);
    workshop.given(host, { kind: 'PreviousSlot', fromSlotId: 'slot-0004' });
    expect(workshop.state.stage).toMatchObject({ onAir: true, scene: { kind: 'group', groupId: groupId(1) } });
  });

  it('R6 a group that is added late stands on the wall too', () => {
    const workshop = inRestitution();
    workshop.given(host, wall);
    const group = { name: 'Quatre', animatorName: '', roomUrl: '' };
    workshop.given(host, { kind: 'AddGroup', group }, 'group-new-1');
    expect(workshop.state.stage?.order).toEqual([...[1, 2, 3].map(groupId), 'group-new-1']);
  });
});
