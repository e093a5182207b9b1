import { createNameIndex, type NameIndex } from '../../shared/people/nameIndex.ts';
import type { Candidate } from '../../shared/protocol/http.ts';
import type { WorkshopRuntime } from './runtime.ts';

/** People who are expected, as they are looked for by whoever types a name. */
interface Indexed {
  readonly index: NameIndex;
  readonly ids: readonly string[];
  /** Person → the name under which they are found. */
  readonly names: ReadonlyMap<string, string>;
}

/** Made anew when somebody is announced or renamed, not at each arrival: a thousand come in the same minutes. */
const indexes = new WeakMap<WorkshopRuntime, Indexed>();

function indexOf(runtime: WorkshopRuntime, expectedIds: readonly string[]): Indexed {
  const known = indexes.get(runtime);
  const nameOf = (id: string): string => runtime.names.get(id)?.name ?? '';
  if (known !== undefined && expectedIds.every((id) => known.names.get(id) === nameOf(id))) return known;
  const names = new Map(expectedIds.map((id) => [id, nameOf(id)]));
  const indexed = { index: createNameIndex([...names.values()]), ids: expectedIds, names };
  indexes.set(runtime, indexed);
  return indexed;
}

/** Those who are expected still and whose name is nearly the one typed, the likeliest first; of nobody else anything is told. */
export function expectedUnder(runtime: WorkshopRuntime, typed: string): readonly Candidate[] {
  const { expected = {} } = runtime.state ?? {};
  const expectedIds = Object.keys(expected);
  if (expectedIds.length === 0 || typed === '') return [];
  const { index, ids } = indexOf(runtime, expectedIds);
  return index(typed).flatMap(({ index: at }) => {
    const id = ids[at] ?? '';
    const details = runtime.names.get(id);
    if (expected[id] === undefined || details === undefined) return [];
    return [{ expectedId: id, name: details.name, organisation: details.organisation }];
  });
}
