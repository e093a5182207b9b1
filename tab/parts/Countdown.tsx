import type { EpochMs } from '../../shared/core/time.ts';
import { ClockDigits, type ClockSize } from './ClockFace.tsx';
import { readCountdown } from './clockReading.ts';
import { type ServerClock, useNow } from './useNow.ts';

interface CountdownProps {
  readonly client: ServerClock;
  readonly startedAt: EpochMs;
  readonly endsAt: EpochMs;
  readonly size: ClockSize;
  /** What is counted: "Temps du groupe". */
  readonly label?: string;
}

/** A count towards any end time, with the warnings and the overrun of the slot's clock. */
export function Countdown({ client, startedAt, endsAt, size, label }: CountdownProps) {
  const now = useNow(client);
  const reading = readCountdown(startedAt, endsAt, now);
  return <ClockDigits reading={reading} size={size} {...(label === undefined ? {} : { label })} />;
}
