import type { DurationMs, EpochMs } from '../core/time.ts';
import type { AgendaRun } from './timer.ts';

/** What decides whether a group may still answer. */
export interface AnswerWindowInput {
  readonly slotId: string;
  readonly phase:
    | { readonly kind: 'formed' }
    | { readonly kind: 'open' }
    | { readonly kind: 'closed'; readonly answersUntil: EpochMs };
  readonly run: AgendaRun;
  readonly graceMs: DurationMs;
}

/**
 * Until when answers count (that instant included): `endsAt + graceMs` while the breakout is open; `Infinity` while its
 * clock is paused; `-Infinity` before it opens. One rule for the server that decides and for the pages that show it.
 */
export function answersUntil({ slotId, phase, run, graceMs }: AnswerWindowInput): EpochMs {
  if (phase.kind === 'formed') return Number.NEGATIVE_INFINITY;
  if (phase.kind === 'closed') return phase.answersUntil;
  if (run.kind === 'running' && run.slotId === slotId) return run.endsAt + graceMs;
  return Number.POSITIVE_INFINITY;
}
