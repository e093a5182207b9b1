import type { Fact, WorkshopEvent } from './events.ts';
import type { WorkshopState } from './state.ts';

export type EventOf<Kind extends WorkshopEvent['kind']> = Extract<WorkshopEvent, { kind: Kind }>;

/** How each kind of event of one part changes the state. What did not change keeps its identity: views compare by it. */
export type Evolution<Kind extends WorkshopEvent['kind']> = {
  readonly [Each in Kind]: (state: WorkshopState, event: EventOf<Each>, fact: Fact) => WorkshopState;
};
