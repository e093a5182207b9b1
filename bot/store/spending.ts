/** Port: what the questions of each workshop to a language model have cost. Rejects only when the machine is broken. */
export interface Spending {
  /**
   * Sets tokens aside for a question, durably, so that a crash never costs more than `most`.
   * @param most what the workshop may cost in all @returns what was left of it before; undefined, and nothing is set
   * aside, when that is less than `tokens`
   */
  reserve(workshopId: string, tokens: number, most: number): Promise<number | undefined>;
  /** What a question cost beyond what was set aside for it; less than nothing when it cost less. */
  settle(workshopId: string, difference: number): Promise<void>;
}
