/** How long an answer asks to wait: seconds, or an instant by the clock of who answers. Undefined when it does not say. */
export function retryAfterMs({ headers }: Response): number | undefined {
  const value = headers.get('retry-after');
  if (value === null) return undefined;
  const seconds = Number(value);
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1_000);
  const instant = Date.parse(value);
  const sent = Date.parse(headers.get('date') ?? '');
  return Number.isNaN(instant) || Number.isNaN(sent) ? undefined : Math.max(0, instant - sent);
}
