import { type AnswerWindowInput, answersUntil } from '../../shared/agenda/answerWindow.ts';
import { type DurationMs, type EpochMs, SECOND_MS } from '../../shared/core/time.ts';

/** Where a composer stands. `grace`: the bell has rung, answers still count for `leftMs`. `over`: nothing can be sent. */
export type AnswerPhase =
  | { readonly kind: 'notOpen' }
  | { readonly kind: 'open' }
  | { readonly kind: 'grace'; readonly leftMs: DurationMs }
  | { readonly kind: 'over' };

/** Kept back from the grace: a last draft needs time to travel, and the clock is an estimate. */
const travelMs = 3 * SECOND_MS;

/** The last instant at which a page still sends. */
const lastCallAt = (window: AnswerWindowInput): EpochMs => answersUntil(window) - travelMs;
/** The end of the slot, or the call back when that came first: a grace before the window closes. */
const bellAt = (window: AnswerWindowInput): EpochMs => answersUntil(window) - window.graceMs;

export function answerPhase(window: AnswerWindowInput, now: EpochMs): AnswerPhase {
  if (window.phase.kind === 'formed') return { kind: 'notOpen' };
  if (now >= lastCallAt(window)) return { kind: 'over' };
  return now < bellAt(window) ? { kind: 'open' } : { kind: 'grace', leftMs: lastCallAt(window) - now };
}

/**
 * Whether a draft is sent by itself in this instant: at the bell (or when the groups are called back), and once more at the
 * very end of the grace for what was typed since. Only on the change from one to the other, so that a text begun after the
 * bell is not torn away at its first letter.
 * `before`: where the composer stood at the previous look; undefined at the first one, when a page reloaded in the grace
 * catches the last call only. A phone that wakes later than the window sends nothing, since the server would refuse: its
 * draft stays.
 */
export function sendsByItself(
  window: AnswerWindowInput,
  before: AnswerPhase['kind'] | undefined,
  now: EpochMs,
): boolean {
  const { kind } = answerPhase(window, now);
  if (kind === 'notOpen' || kind === before || now > answersUntil(window)) return false;
  return kind === 'over' || (kind === 'grace' && before === 'open');
}
