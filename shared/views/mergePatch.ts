/**
 * Differences between two views as JSON Merge Patch (RFC 7396). Views hold no `null` (a patch uses it to take a key
 * out) and no `undefined`. Parts that are the very same object are skipped unread: the state keeps the identity of
 * what did not change, so the cost follows the change, not the size of the view.
 */
type JsonObject = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** `record.__proto__ = x` would change the record's prototype instead of adding a key. */
function put(record: Record<string, unknown>, key: string, value: unknown): void {
  if (key === '__proto__') {
    Object.defineProperty(record, key, { value, enumerable: true, configurable: true, writable: true });
  } else record[key] = value;
}

/** Same content, whatever the order of keys. */
export function sameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (Array.isArray(a)) {
    return Array.isArray(b) && a.length === b.length && a.every((item, index) => sameJson(item, b[index]));
  }
  if (!isObject(a) || !isObject(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && sameJson(a[key], b[key]))
  );
}

/** The patch that makes `next` out of `previous`; undefined when they say the same. Arrays are replaced whole. */
export function diffView(previous: unknown, next: unknown): unknown {
  if (previous === next) return undefined;
  if (!isObject(previous) || !isObject(next)) return sameJson(previous, next) ? undefined : next;
  let patch: Record<string, unknown> | undefined;
  const note = (key: string, value: unknown) => {
    patch ??= {};
    put(patch, key, value);
  };
  for (const key of Object.keys(next)) {
    const change = Object.hasOwn(previous, key) ? diffView(previous[key], next[key]) : next[key];
    if (change !== undefined) note(key, change);
  }
  for (const key of Object.keys(previous)) if (!Object.hasOwn(next, key)) note(key, null);
  return patch;
}

/** `view` with `patch` applied. What the patch does not change stays the very same object, up to the whole view. */
export function applyPatch(view: unknown, patch: unknown): unknown {
  if (!isObject(patch)) return keepIdentity(view, patch);
  const target: JsonObject = isObject(view) ? view : {};
  let patched: Record<string, unknown> | undefined;
  for (const key of Object.keys(patch)) {
    const change = patch[key];
    if (change === null) {
      if (!Object.hasOwn(target, key)) continue;
      patched ??= { ...target };
      delete patched[key];
      continue;
    }
    const before = Object.hasOwn(target, key) ? target[key] : undefined;
    const after = applyPatch(before, change);
    if (after === before) continue;
    patched ??= { ...target };
    put(patched, key, after);
  }
  return patched ?? (target === view ? view : { ...target });
}

/** `next`, made of the parts of `previous` that say the same: what draws them need not draw again. */
export function keepIdentity(previous: unknown, next: unknown): unknown {
  if (previous === next) return previous;
  if (Array.isArray(previous) && Array.isArray(next)) {
    const kept = next.map((item, index) => keepIdentity(previous[index], item));
    const same = kept.length === previous.length && kept.every((item, index) => item === previous[index]);
    return same ? previous : kept;
  }
  if (!isObject(previous) || !isObject(next)) return next;
  const keys = Object.keys(next);
  const kept: Record<string, unknown> = {};
  let same = keys.length === Object.keys(previous).length;
  for (const key of keys) {
    const before = Object.hasOwn(previous, key) ? previous[key] : undefined;
    const value = keepIdentity(before, next[key]);
    put(kept, key, value);
    if (value !== before || !Object.hasOwn(previous, key)) same = false;
  }
  return same ? previous : kept;
}
