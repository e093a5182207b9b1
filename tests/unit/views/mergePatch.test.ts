import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyPatch, diffView, keepIdentity, sameJson } from '../../../shared/views/mergePatch.ts';

type Json = boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Few keys, so that two samples often share them; some that collide with what every object inherits. */
const key = fc.constantFrom('a', 'b', 'c', 'd', '__proto__', 'constructor', 'toString', '');
const scalar = fc.oneof(fc.boolean(), fc.integer({ min: 0, max: 3 }), fc.constantFrom('', 'x', 'é', '__proto__'));
const { json } = fc.letrec<{ json: Json; object: { [key: string]: Json }; array: Json[] }>((tie) => ({
  json: fc.oneof({ maxDepth: 4 }, scalar, tie('object'), tie('array')),
  object: fc
    .array(fc.tuple(key, tie('json')), { maxLength: 4 })
    .map((entries) => Object.fromEntries(entries) as { [key: string]: Json }),
  array: fc.array(tie('json'), { maxLength: 3 }),
}));
const wire = (value: unknown): unknown => (value === undefined ? undefined : JSON.parse(JSON.stringify(value)));
const copy = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** The pseudo-code of RFC 7396, section 2, word for word: the judge of ours. */
function rfc7396(target: unknown, patch: unknown): unknown {
  if (typeof patch !== 'object' || patch === null || Array.isArray(patch)) return patch;
  const start = typeof target === 'object' && target !== null && !Array.isArray(target) ? target : {};
  const entries = new Map<string, unknown>(Object.entries(start));
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) entries.delete(name);
    else entries.set(name, rfc7396(entries.get(name), value));
  }
  return Object.fromEntries(entries);
}

describe('the difference between two views', () => {
  it('NV1 a patch applied to the view it was made from gives the next view', () => {
    fc.assert(
      fc.property(json, json, (before, after) => {
        const patch = diffView(before, after);
        const result = patch === undefined ? before : applyPatch(before, wire(patch));
        expect(sameJson(result, after)).toBe(true);
        expect(JSON.stringify(sorted(result))).toBe(JSON.stringify(sorted(after)));
      }),
      { numRuns: 2_000 },
    );
  });

  it('NV1 it is undefined exactly when nothing changed, even when the objects are other ones', () => {
    fc.assert(
      fc.property(json, json, (before, after) => {
        expect(diffView(before, copy(before))).toBeUndefined();
        expect(diffView(before, after) === undefined).toBe(sameJson(before, after));
      }),
      { numRuns: 1_000 },
    );
  });

  it('NV1 applying follows RFC 7396, and leaves what it was given as it was', () => {
    const patches = fc.letrec<{ patch: unknown }>((tie) => ({
      patch: fc.oneof(
        { maxDepth: 3 },
        fc.constant(null),
        json,
        fc.array(fc.tuple(key, tie('patch')), { maxLength: 4 }).map((entries) => Object.fromEntries(entries)),
      ),
    }));
    fc.assert(
      fc.property(json, patches.patch, (view, patch) => {
        const viewText = JSON.stringify(view);
        const patchText = JSON.stringify(patch);
        const result = applyPatch(view, patch);
        expect(JSON.stringify(sorted(result))).toBe(JSON.stringify(sorted(rfc7396(view, patch))));
        expect(JSON.stringify(view)).toBe(viewText);
        expect(JSON.stringify(patch)).toBe(patchText);
      }),
      { numRuns: 1_000 },
    );
  });

  it('NV2 parts that are the same object are never read', () => {
    const forbidden = new Proxy({}, { ownKeys: () => expect.fail('was read') });
    expect(diffView({ kept: forbidden, n: 1 }, { kept: forbidden, n: 2 })).toEqual({ n: 2 });
  });

  it('NV3 what a patch does not change keeps its identity', () => {
    fc.assert(
      fc.property(json, json, (before, after) => {
        expect(applyPatch(before, wire(diffView(before, copy(before)) ?? {})) === before || !isObject(before)).toBe(
          true,
        );
        const result = applyPatch({ before, n: 1 }, { after: copy(after), n: 2 }) as { before: unknown };
        expect(result.before).toBe(before);
        expect(applyPatch(after, copy(after)) === after || sameJson(after, {}) || !isObject(after)).toBe(true);
      }),
    );
  });

  it('NV3 one answer that changes leaves the other answers, and the items of an array that say the same', () => {
    const view = { answers: { a: { text: 'un' }, b: { text: 'deux' } }, slots: [{ id: 's1' }, { id: 's2', n: 1 }] };
    const patch = { answers: { b: { text: 'trois' } }, slots: [{ id: 's1' }, { id: 's2', n: 2 }] };
    const next = applyPatch(view, patch) as typeof view;
    expect(next).toEqual({
      answers: { a: { text: 'un' }, b: { text: 'trois' } },
      slots: [{ id: 's1' }, { id: 's2', n: 2 }],
    });
    expect(next.answers.a).toBe(view.answers.a);
    expect(next.slots[0]).toBe(view.slots[0]);
    expect(applyPatch(view, { answers: { a: { text: 'un' } } })).toBe(view);
  });

  it('NV3 a whole view that comes again keeps the identity of all that says the same', () => {
    fc.assert(
      fc.property(json, json, (before, after) => {
        expect(keepIdentity(before, copy(before))).toBe(before);
        const result = keepIdentity(before, after);
        expect(JSON.stringify(sorted(result))).toBe(JSON.stringify(sorted(after)));
        expect(result === before).toBe(sameJson(before, after));
      }),
      { numRuns: 1_000 },
    );
  });
});

const isObject = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value);
/** Pairs in the order of their keys: `toEqual` would not see a key named `__proto__`. */
const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return ['array', ...value.map(sorted)];
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, inner]) => [name, sorted(inner)]);
};
