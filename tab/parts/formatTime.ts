import { type DurationMs, type EpochMs, MINUTE_MS } from '../../shared/core/time.ts';
import { formatMinutes } from '../../shared/views/wording.ts';
import type { Language } from '../../shared/workshop/state.ts';

const formatters = new Map<string, Intl.DateTimeFormat>();

/** "15:10" on the workshop's own clock, wherever the screen is. */
export function formatTime(at: EpochMs, timeZone: string): string {
  let formatter = formatters.get(timeZone);
  if (formatter === undefined) {
    formatter = new Intl.DateTimeFormat('fr', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone });
    formatters.set(timeZone, formatter);
  }
  return formatter.format(at);
}

/** "+7 min", "−2 min", "" when it is less than a minute. Whole minutes, so that it agrees with the hour shown beside it. */
export function formatDelay(delayMs: DurationMs): string {
  const minutes = Math.trunc(delayMs / MINUTE_MS);
  return minutes === 0 ? '' : `${minutes > 0 ? '+' : '\u2212'}${formatMinutes(Math.abs(minutes))}`;
}

/** How dates are written: in English with the day before the month, since 7/2 would be read as the 7th of February. */
export const dateLocale: Readonly<Record<Language, string>> = { fr: 'fr', en: 'en-GB' };

/** "mardi 7 juillet 2026" for "2026-07-07". */
export const longDate = (isoDay: string, language: Language): string =>
  new Date(`${isoDay}T12:00:00Z`).toLocaleDateString(dateLocale[language], { dateStyle: 'full', timeZone: 'UTC' });
