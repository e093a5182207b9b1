/**
 * A report as people read it: groups are numbered from 1, as in the groups' names, and not from 0 as in the code.
 * @param label what a person's id is to be called; by default as it is
 */
export function readable(value: unknown, label: (id: string) => string = (id) => id): unknown {
  if (Array.isArray(value)) return value.map((one) => readable(one, label));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inside]: [string, unknown]) => {
      if (typeof inside === 'number' && (name === 'group' || name === 'wanted')) return [name, inside + 1];
      if (name === 'groups' && Array.isArray(inside) && inside.every((one) => typeof one === 'number'))
        return [name, inside.map((one) => one + 1)];
      if (name === 'personId' && typeof inside === 'string') return [name, label(inside)];
      if (name === 'people' && Array.isArray(inside)) return [name, inside.map((id) => label(String(id)))];
      return [name, readable(inside, label)];
    }),
  );
}
