import type { Evolution } from '../evolution.ts';
import type { WorkshopState } from '../state.ts';

type ClockEvent =
  | 'AgendaStarted'
  | 'SlotStarted'
  | 'SlotEnded'
  | 'AgendaPaused'
  | 'AgendaResumed'
  | 'SlotExtended'
  | 'SlotShortened'
  | 'DelayAbsorbed'
  | 'WorkshopEnded';

/** A paused clock is moved too: it would end at `endsAt` if it were resumed in the instant of the pause. */
function endingAt(state: WorkshopState, endsAt: number): WorkshopState {
  const { run } = state;
  if (run.kind === 'running') return { ...state, run: { ...run, endsAt } };
  return run.kind === 'paused' ? { ...state, run: { ...run, remainingMs: endsAt - run.pausedAt } } : state;
}

/** The one clock. */
export const clockEvolution: Evolution<ClockEvent> = {
  AgendaStarted: (state, { planOrigin }) => ({ ...state, planOrigin }),
  SlotStarted: (state, { slotId, endsAt }, { at }) => ({
    ...state,
    run: { kind: 'running', slotId, startedAt: at, endsAt },
    actual: { ...state.actual, [slotId]: { startedAt: state.actual[slotId]?.startedAt ?? at } },
    ...(state.stage === undefined ? {} : { stage: { ...state.stage, onAir: state.stage.slotId === slotId } }),
  }),
  SlotEnded: (state, { slotId, leftMs }, { at }) => {
    const actual = state.actual[slotId];
    if (actual === undefined) return state;
    return { ...state, actual: { ...state.actual, [slotId]: { startedAt: actual.startedAt, endedAt: at, leftMs } } };
  },
  AgendaPaused: (state, { remainingMs }, { at }) => {
    if (state.run.kind !== 'running') return state;
    const { slotId, startedAt } = state.run;
    return { ...state, run: { kind: 'paused', slotId, startedAt, pausedAt: at, remainingMs } };
  },
  AgendaResumed: (state, { endsAt }, { at }) => {
    if (state.run.kind !== 'paused') return state;
    const { slotId, startedAt, pausedAt } = state.run;
    const resumed: WorkshopState = { ...state, run: { kind: 'running', slotId, startedAt, endsAt } };
    // A group that was presenting gets its time back too.
    if (state.stage?.scene.kind !== 'group') return resumed;
    const scene = { ...state.stage.scene, endsAt: state.stage.scene.endsAt + (at - pausedAt) };
    return { ...resumed, stage: { ...state.stage, scene } };
  },
  SlotExtended: (state, { endsAt }) => endingAt(state, endsAt),
  SlotShortened: (state, { endsAt }) => endingAt(state, endsAt),
  DelayAbsorbed: (state, { cuts }) => {
    const allotted = new Map(cuts.map((cut) => [cut.slotId, cut.allottedMs]));
    return {
      ...state,
      slots: state.slots.map((slot) => {
        const allottedMs = allotted.get(slot.id);
        return allottedMs === undefined ? slot : { ...slot, allottedMs };
      }),
    };
  },
  WorkshopEnded: (state, _event, { at }) => ({ ...state, run: { kind: 'ended', endedAt: at } }),
};
