import { limits } from '../../shared/workshop/limits.ts';

const unbroken = (start: string, chars: number): string =>
  start + 'insubmersible'.repeat(chars).slice(start.length, chars);
const address = `https://example.org/${'dossier-partage/'.repeat(16)}?cle=${'a1b2c3'.repeat(10)}`;

/** What people type, by the field that they type it into: as long as it may be, and nowhere to break it. */
const worst: Readonly<Record<string, string>> = {
  title: unbroken('Titre', limits.titleChars),
  section: unbroken('Partie', limits.titleChars),
  lead: address,
  speakers: unbroken('Intervenante', limits.titleChars),
  prompts: address,
  lenses: unbroken('Axe', limits.titleChars),
  notes: address,
  name: unbroken('Nom', limits.nameChars),
  byName: unbroken('Nom', limits.nameChars),
  authorName: unbroken('Nom', limits.nameChars),
  organisation: unbroken('Organisation', limits.nameChars),
  animatorName: unbroken('Animation', limits.titleChars),
  text: address,
};

/** The same view, with every text that a person typed replaced by the worst one. */
export function withLongWords<Value>(value: Value): Value;
export function withLongWords(value: unknown): unknown {
  return replaced(value, undefined);
}

function replaced(value: unknown, field: string | undefined): unknown {
  if (typeof value === 'string') return (field === undefined ? undefined : worst[field]) ?? value;
  if (Array.isArray(value)) return value.map((item) => replaced(item, field));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, replaced(item, key)]));
}
