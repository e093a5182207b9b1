import { createNameIndex } from './nameIndex.ts';
import { createUnions } from './unions.ts';

/** Who bears the same name or nearly: each writing of a name is looked up once, however many rows have it. */
export function gatherNames(names: readonly string[]) {
  const places = Map.groupBy(names.keys(), (index) => names[index] as string);
  const writings = [...places.keys()];
  const idOf = new Map(writings.map((writing, id) => [writing, id]));
  const look = createNameIndex(writings);
  const found = writings.map((writing) => look(writing));
  const unions = createUnions(writings.length);
  found.forEach((near, id) => {
    for (const { index, likeness } of near) if (likeness === 'same') unions.join(id, index);
  });
  const classOf = (name: string): number => unions.find(idOf.get(name) ?? -1);
  const members = Map.groupBy(names.keys(), (index) => classOf(names[index] as string));
  const nearTo = (name: string) => found[idOf.get(name) ?? -1] ?? [];
  return {
    areSame: (one: string, other: string): boolean => classOf(one) === classOf(other),
    /** Places in the list, for each name that several bear or one. */
    classes: () => members.values(),
    sameAs: (name: string): readonly number[] => members.get(classOf(name)) ?? [],
    typosOf: (name: string): readonly number[] =>
      nearTo(name)
        .filter(({ likeness }) => likeness === 'typo')
        .flatMap(({ index }) => places.get(writings[index] as string) ?? [])
        .sort((one, other) => one - other),
    /** Of some places, those whose names are the same or one typing error apart, together. */
    nearGroups(indexes: readonly number[]): readonly (readonly number[])[] {
      const ids = [...Map.groupBy(indexes, (index) => idOf.get(names[index] as string) as number)];
      const at = new Map(ids.map(([id], place) => [id, place]));
      const near = createUnions(ids.length);
      ids.forEach(([id], place) => {
        for (const { index } of found[id] ?? []) near.join(place, at.get(index) ?? place);
      });
      return [...Map.groupBy(ids.keys(), near.find).values()].map((close) =>
        close.flatMap((place) => ids[place]?.[1] ?? []).sort((one, other) => one - other),
      );
    },
  };
}
