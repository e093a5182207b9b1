import type { Evolution } from '../evolve.ts';
import { emptyWork } from '../groups/groupWork.ts';

type AgendaEvent =
  | 'WorkshopRenamed'
  | 'OptionsChosen'
  | 'SlotAdded'
  | 'SlotRevised'
  | 'SlotMoved'
  | 'SlotRemoved'
  | 'GroupAdded'
  | 'GroupRevised'
  | 'GroupRemoved';

/** What is prepared: title, options, slots, groups. */
export const agendaEvolution: Evolution<AgendaEvent> = {
  WorkshopRenamed: (state, { title }) => ({ ...state, title }),
  OptionsChosen: (state, { options }) => ({ ...state, options }),
  SlotAdded: (state, { slot, index }) => ({ ...state, slots: state.slots.toSpliced(index, 0, slot) }),
  SlotRevised: (state, { slot }) => ({
    ...state,
    slots: state.slots.map((other) => (other.id === slot.id ? slot : other)),
  }),
  SlotMoved: (state, { slotId, index }) => {
    const moved = state.slots.find((slot) => slot.id === slotId);
    if (moved === undefined) return state;
    return { ...state, slots: state.slots.filter((slot) => slot !== moved).toSpliced(index, 0, moved) };
  },
  SlotRemoved: (state, { slotId }) => ({ ...state, slots: state.slots.filter((slot) => slot.id !== slotId) }),
  GroupAdded: (state, { group }) => ({
    ...state,
    groups: [...state.groups, group],
    breakouts: Object.fromEntries(
      Object.entries(state.breakouts).map(([slotId, breakout]) => [
        slotId,
        { ...breakout, works: { ...breakout.works, [group.id]: emptyWork } },
      ]),
    ),
  }),
  GroupRevised: (state, { group }) => ({
    ...state,
    groups: state.groups.map((other) => (other.id === group.id ? group : other)),
  }),
  GroupRemoved: (state, { groupId }) => ({ ...state, groups: state.groups.filter((group) => group.id !== groupId) }),
};
