import { currentSlotId } from '../../agenda/timer.ts';
import { err, ok } from '../../core/result.ts';
import type { SlotContent } from '../commands.ts';
import type { Decisions } from '../decision.ts';
import { limits } from '../limits.ts';
import { animatorLink } from '../people/links.ts';
import type { Slot, WorkshopState } from '../state.ts';
import { findSlot, slotIndex } from './findSlot.ts';
import { removingGroup } from './removeGroup.ts';

type AgendaCommand =
  | 'RenameWorkshop'
  | 'ChooseOptions'
  | 'AllowLanguageModel'
  | 'ForbidLanguageModel'
  | 'AddSlot'
  | 'ReviseSlot'
  | 'MoveSlot'
  | 'RemoveSlot'
  | 'AddGroup'
  | 'ReviseGroup'
  | 'RemoveGroup';

const hasAnswers = (state: WorkshopState): boolean =>
  Object.values(state.breakouts).some((breakout) =>
    Object.values(breakout.works).some((work) => Object.keys(work.answers).length > 0),
  );

/** Index behind `afterSlotId` (first when absent), counted without `movedId`; undefined when it does not exist. */
function indexAfter(state: WorkshopState, afterSlotId: string | undefined, movedId?: string): number | undefined {
  if (afterSlotId === undefined) return 0;
  const index = state.slots.filter((slot) => slot.id !== movedId).findIndex((slot) => slot.id === afterSlotId);
  return index === -1 ? undefined : index + 1;
}

/** What has begun stays where it is: nothing may be put in front of the slot under the clock. */
const isBehindClock = (state: WorkshopState, index: number): boolean => {
  const current = currentSlotId(state.run);
  return current !== undefined && index <= slotIndex(state, current);
};

/** A slot that has begun keeps its kind, its plan and its prompts: answers stand under them. Words may be corrected. */
const contradictsHistory = (before: Slot, after: SlotContent): boolean =>
  after.kind !== before.kind ||
  after.durationMs !== before.durationMs ||
  after.plannedStart !== before.plannedStart ||
  after.prompts.length < before.prompts.length;

/** Preparing: title, options, slots, groups. */
export const agendaDecisions: Decisions<AgendaCommand> = {
  RenameWorkshop: (state, { title }) => ok(title === state.title ? [] : [{ kind: 'WorkshopRenamed', title }]),

  ChooseOptions: (state, { options }) => {
    // People wrote under a promise of anonymity: it cannot be taken back behind them.
    if (options.authors === 'animators' && state.options.authors === 'hidden' && hasAnswers(state)) {
      return err('authors_already_promised');
    }
    return ok([{ kind: 'OptionsChosen', options }]);
  },

  AllowLanguageModel: (state, { endpointHost }) =>
    ok(state.allowedModelHost === endpointHost ? [] : [{ kind: 'LanguageModelAllowed', endpointHost }]),

  ForbidLanguageModel: (state) => ok(state.allowedModelHost === undefined ? [] : [{ kind: 'LanguageModelForbidden' }]),

  AddSlot: (state, { slot, afterSlotId }, { commandId }) => {
    if (findSlot(state, commandId) !== undefined) return err('id_taken');
    if (state.slots.length >= limits.slots) return err('too_many_slots');
    const index = indexAfter(state, afterSlotId);
    if (index === undefined) return err('slot_unknown');
    if (isBehindClock(state, index)) return err('slot_already_started');
    return ok([{ kind: 'SlotAdded', slot: { id: commandId, ...slot }, index }]);
  },

  ReviseSlot: (state, { slotId, slot }) => {
    const before = findSlot(state, slotId);
    if (before === undefined) return err('slot_unknown');
    if (state.actual[slotId] !== undefined && contradictsHistory(before, slot)) return err('slot_already_started');
    if (state.breakouts[slotId] !== undefined && slot.kind !== before.kind) return err('groups_in_use');
    const allotted =
      before.allottedMs === undefined || slot.durationMs !== before.durationMs ? {} : { allottedMs: before.allottedMs };
    return ok([{ kind: 'SlotRevised', slot: { id: slotId, ...slot, ...allotted } }]);
  },

  MoveSlot: (state, { slotId, afterSlotId }) => {
    if (findSlot(state, slotId) === undefined || slotId === afterSlotId) return err('slot_unknown');
    if (state.actual[slotId] !== undefined) return err('slot_already_started');
    const index = indexAfter(state, afterSlotId, slotId);
    if (index === undefined) return err('slot_unknown');
    const clockIndex = slotIndex(state, currentSlotId(state.run) ?? '');
    const clockIndexWithout = slotIndex(state, slotId) < clockIndex ? clockIndex - 1 : clockIndex;
    if (clockIndex !== -1 && index <= clockIndexWithout) return err('slot_already_started');
    return ok([{ kind: 'SlotMoved', slotId, index }]);
  },

  RemoveSlot: (state, { slotId }) => {
    if (findSlot(state, slotId) === undefined) return err('slot_unknown');
    if (state.actual[slotId] !== undefined) return err('slot_already_started');
    if (state.breakouts[slotId] !== undefined) return err('groups_in_use');
    return ok([{ kind: 'SlotRemoved', slotId }]);
  },

  AddGroup: (state, { group }, { commandId, drawNonce }) => {
    const isTaken = state.groups.some((other) => other.id === commandId) || state.links[commandId] !== undefined;
    if (isTaken) return err('id_taken');
    if (state.groups.length >= limits.groups) return err('too_many_groups');
    const number = Math.max(0, ...state.groups.map((other) => other.number)) + 1;
    return ok([
      { kind: 'GroupAdded', group: { id: commandId, number, ...group } },
      { kind: 'LinkIssued', link: animatorLink(commandId, commandId, drawNonce()) },
    ]);
  },

  ReviseGroup: (state, { groupId, group, seenRoomUrl }) => {
    const before = state.groups.find((other) => other.id === groupId);
    if (before === undefined) return err('group_unknown');
    if (seenRoomUrl !== undefined && seenRoomUrl !== before.roomUrl) return err('room_changed');
    return ok([{ kind: 'GroupRevised', group: { ...before, ...group } }]);
  },

  RemoveGroup: (state, { groupId }) => {
    if (!state.groups.some((group) => group.id === groupId)) return err('group_unknown');
    if (state.groups.length === 1) return err('too_few_groups');
    return removingGroup(state, groupId);
  },
};
