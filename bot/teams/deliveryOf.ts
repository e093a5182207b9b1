import { TeamsRefusal } from './connectorFetch.ts';
import type { Delivery } from './teamsPort.ts';

/** What is worth another try, what is not. learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit */
export function deliveryOf(fault: unknown): Delivery {
  if (!(fault instanceof TeamsRefusal)) return { kind: 'later' };
  const { status, retryAfterMs } = fault;
  if (status === 403) return { kind: 'refused', reason: 'blocked' };
  if (status === 404 || status === 410) return { kind: 'refused', reason: 'gone' };
  if (status === 413) return { kind: 'refused', reason: 'too_large' };
  const isTransient =
    status === 0 || status === 401 || status === 408 || status === 412 || status === 429 || status >= 500;
  if (!isTransient) return { kind: 'refused', reason: 'invalid' };
  return { kind: 'later', ...(retryAfterMs === undefined ? {} : { afterMs: retryAfterMs }) };
}
