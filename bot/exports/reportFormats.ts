import { type DurationMs, type EpochMs, MINUTE_MS, SECOND_MS } from '../../shared/core/time.ts';
import type { Report } from '../../shared/views/reportModel.ts';
import { formatMinutes } from '../../shared/views/wording.ts';
import type { Language } from '../../shared/workshop/state.ts';

/** Dates, hours and lengths as a report writes them, in the time zone of its workshop. */
export interface ReportFormats {
  /** "mardi 7 juillet 2026", for an ISO day. */
  day(isoDay: string): string;
  /** "7 juillet 2026 à 16:05". */
  instant(at: EpochMs): string;
  /** "16:05". */
  hour(at: EpochMs): string;
  /** "20 min", "1 h", "1 h 05"; under a minute, "40 s". */
  length(length: DurationMs): string;
}

const locales: Readonly<Record<Language, string>> = { fr: 'fr-FR', en: 'en-GB' };

/** @param language of the words; the hours are those of the workshop's time zone */
export function reportFormats({ timeZone }: Pick<Report, 'timeZone'>, language: Language): ReportFormats {
  const locale = locales[language];
  const hour = new Intl.DateTimeFormat(locale, { timeZone, hour: '2-digit', minute: '2-digit' });
  const instant = new Intl.DateTimeFormat(locale, { timeZone, dateStyle: 'long', timeStyle: 'short' });
  const day = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', dateStyle: 'full' });
  return {
    day: (isoDay) => day.format(Date.parse(isoDay)),
    instant: (at) => instant.format(at),
    hour: (at) => hour.format(at),
    length: (length) => {
      if (length < MINUTE_MS) return `${Math.round(length / SECOND_MS)}\u00a0s`;
      return formatMinutes(length / MINUTE_MS);
    },
  };
}
