import type { Database } from './schema.ts';
import type { Spending } from './spending.ts';

/** Tokens by workshop, on any engine that Kysely speaks to. Tables must be there (`migrate`). */
export class KyselySpending implements Spending {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  reserve(workshopId: string, tokens: number, most: number): Promise<number | undefined> {
    return this.#db.transaction().execute(async (transaction) => {
      await transaction
        .insertInto('model_spending')
        .values({ workshop_id: workshopId, tokens: 0 })
        .onConflict((conflict) => conflict.column('workshop_id').doNothing())
        .execute();
      const { tokens: spent } = await transaction
        .selectFrom('model_spending')
        .select('tokens')
        .where('workshop_id', '=', workshopId)
        .executeTakeFirstOrThrow();
      if (spent + tokens > most) return undefined;
      // The condition is for two at once: on an engine that lets both in, the second changes nothing.
      const { numUpdatedRows } = await transaction
        .updateTable('model_spending')
        .set({ tokens: spent + tokens })
        .where('workshop_id', '=', workshopId)
        .where('tokens', '=', spent)
        .executeTakeFirst();
      return numUpdatedRows === 0n ? undefined : most - spent;
    });
  }

  async settle(workshopId: string, difference: number): Promise<void> {
    await this.#db
      .updateTable('model_spending')
      .set((column) => ({ tokens: column('tokens', '+', difference) }))
      .where('workshop_id', '=', workshopId)
      .execute();
  }
}
