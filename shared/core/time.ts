/** Milliseconds since 1970-01-01 UTC, as told by the server. `shared/` never reads a clock: an instant is always given. */
export type EpochMs = number;
/** A length of time in milliseconds. */
export type DurationMs = number;
/** Minutes since local midnight, 0–1439: how a programme says "14h30". */
export type MinuteOfDay = number;

/** Lengths: milliseconds in a second, a minute, an hour; minutes in a day. */
export const SECOND_MS = 1_000;
export const MINUTE_MS = 60_000;
export const HOUR_MS = 3_600_000;
export const DAY_MINUTES = 1_440;

/** "09:05" for 545. */
export const formatMinuteOfDay = (minute: MinuteOfDay): string =>
  `${String(Math.floor(minute / 60) % 24).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
