import { useState } from 'react';
import type { EpochMs } from '../../shared/core/time.ts';

/** How long something that came in stays marked. */
const freshMs = 30_000;

/** Ids that came in since the page was opened, and not long ago. What was there at first is not new. */
export function useFresh(ids: readonly string[], now: EpochMs): ReadonlySet<string> {
  const [seenAt, setSeenAt] = useState<ReadonlyMap<string, EpochMs>>(
    () => new Map(ids.map((id) => [id, Number.NEGATIVE_INFINITY])),
  );
  const unknown = ids.filter((id) => !seenAt.has(id));
  if (unknown.length > 0) setSeenAt(new Map([...seenAt, ...unknown.map((id): [string, EpochMs] => [id, now])]));
  return new Set(ids.filter((id) => now - (seenAt.get(id) ?? now) < freshMs));
}
