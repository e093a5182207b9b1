import type { DurationMs } from '../core/time.ts';
import { type AgendaClock, forecast, type TimedSlot } from './forecast.ts';

export interface Cut {
  readonly slotId: string;
  /** What it would last as things stand, and what it would last instead: whole minutes apart. */
  readonly fromMs: DurationMs;
  readonly allottedMs: DurationMs;
}

export interface CutProposal {
  /** In the order of the agenda; what `AbsorbDelay` takes, with `fromMs` for the screen. */
  readonly cuts: readonly Cut[];
  /** By how much the end comes forward. */
  readonly gainMs: DurationMs;
  /** Delay of the end that would remain. */
  readonly unabsorbedMs: DurationMs;
}

/** A slot with its title, by which a meal is known. */
export interface CuttableSlot extends TimedSlot {
  readonly title: string;
}

/** Which remaining slots to shorten, and by how much, to end on time again. Empty when the end is not late. */
export function proposeCuts(clock: AgendaClock & { readonly slots: readonly CuttableSlot[] }): CutProposal {
  const { delayMs = 0 } = forecast(clock);
  return { cuts: [], gainMs: 0, unabsorbedMs: Math.max(delayMs, 0) };
}
