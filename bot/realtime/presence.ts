/** Who of a workshop has a page open here. A person may have several; the last one to close makes them absent. */
export class Presence {
  readonly #pages = new Map<string, number>();

  get connected(): ReadonlySet<string> {
    return new Set(this.#pages.keys());
  }

  /** True when the person was absent until now. */
  arrive(personId: string): boolean {
    const pages = this.#pages.get(personId) ?? 0;
    this.#pages.set(personId, pages + 1);
    return pages === 0;
  }

  /** True when the person is absent from now on. */
  leave(personId: string): boolean {
    const pages = this.#pages.get(personId) ?? 0;
    if (pages > 1) this.#pages.set(personId, pages - 1);
    else this.#pages.delete(personId);
    return pages === 1;
  }
}
