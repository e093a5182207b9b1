import type { Evolution } from '../evolution.ts';
import { emptyWork } from '../groups/groupWork.ts';
import type { Breakout, WorkshopState } from '../state.ts';

type AgendaEvent =
  | 'WorkshopRenamed'
  | 'OptionsChosen'
  | 'LanguageModelAllowed'
  | 'LanguageModelForbidden'
  | 'SlotAdded'
  | 'SlotRevised'
  | 'SlotMoved'
  | 'SlotRemoved'
  | 'GroupAdded'
  | 'GroupRevised'
  | 'GroupRemoved';

/** The works of every breakout: each group of the workshop has one. */
const changingWorks = (
  state: WorkshopState,
  change: (works: Breakout['works']) => Breakout['works'],
): WorkshopState => ({
  ...state,
  breakouts: Object.fromEntries(
    Object.entries(state.breakouts).map(([slotId, breakout]) => [
      slotId,
      { ...breakout, works: change(breakout.works) },
    ]),
  ),
});

/** What is prepared: title, options, slots, groups. */
export const agendaEvolution: Evolution<AgendaEvent> = {
  WorkshopRenamed: (state, { title }) => ({ ...state, title }),
  OptionsChosen: (state, { options }) => ({ ...state, options }),
  LanguageModelAllowed: (state, { endpointHost }) => ({ ...state, allowedModelHost: endpointHost }),
  LanguageModelForbidden: ({ allowedModelHost: _forbidden, ...state }) => state,
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
    ...changingWorks(state, (works) => ({ ...works, [group.id]: emptyWork })),
    groups: [...state.groups, group],
    ...(state.stage === undefined ? {} : { stage: { ...state.stage, order: [...state.stage.order, group.id] } }),
  }),
  GroupRevised: (state, { group }) => ({
    ...state,
    groups: state.groups.map((other) => (other.id === group.id ? group : other)),
  }),
  GroupRemoved: (state, { groupId }) => {
    const others = (ids: readonly string[]): readonly string[] => ids.filter((id) => id !== groupId);
    const { stage } = state;
    return {
      ...changingWorks(state, ({ [groupId]: _removed, ...works }) => works),
      groups: state.groups.filter((group) => group.id !== groupId),
      ...(stage === undefined
        ? {}
        : { stage: { ...stage, order: others(stage.order), presented: others(stage.presented) } }),
    };
  },
};
