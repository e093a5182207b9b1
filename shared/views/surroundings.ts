/** What a view shows that the log does not hold: names (personal data) and who is connected (a matter of the moment). */
export interface Surroundings {
  readonly names: ReadonlyMap<string, PersonName>;
  readonly connected: ReadonlySet<string>;
}

export interface PersonName {
  readonly name: string;
  readonly organisation: string;
}

/** A person whose row was erased keeps a place, without a name. */
export const nameOf = (surroundings: Surroundings, personId: string): PersonName =>
  surroundings.names.get(personId) ?? { name: '—', organisation: '' };
