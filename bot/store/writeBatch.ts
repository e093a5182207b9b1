import { sql, type Transaction } from 'kysely';
import { byCode } from '../../shared/core/order.ts';
import { err, ok, type Result } from '../../shared/core/result.ts';
import type { EncodedAppend } from './encodeAppend.ts';
import type { AppendProblem } from './eventStore.ts';
import type { Tables } from './schema.ts';

/** Rows per statement: six values each, and SQLite takes 32,766 of them, PostgreSQL 65,535. */
const ROWS_PER_INSERT = 1_000;

/** Another process wrote the same version between our reading and our writing: the transaction is rolled back. */
export class OvertakenError extends Error {}

/**
 * Writes a batch inside a transaction: the answer to each request, in order, good once the transaction is committed.
 * Throws when any row is refused or overtaken; the transaction must then be rolled back.
 */
export async function writeBatch(
  transaction: Transaction<Tables>,
  batch: readonly EncodedAppend[],
): Promise<readonly Result<void, AppendProblem>[]> {
  const heads = await readHeads(transaction, [...new Set(batch.map(({ workshopId }) => workshopId))]);
  const accepted: EncodedAppend[] = [];
  const results = batch.map((append): Result<void, AppendProblem> => {
    if ((heads.get(append.workshopId) ?? 0) !== append.expectedVersion) return err('version_conflict');
    heads.set(append.workshopId, append.lastVersion);
    accepted.push(append);
    return ok(undefined);
  });
  await insertEvents(transaction, accepted);
  for (const append of accepted) await writePeopleAndLinks(transaction, append);
  return results;
}

/** Last version of each workshop that has one. One statement, and one step into the primary key per workshop. */
async function readHeads(transaction: Transaction<Tables>, ids: readonly string[]): Promise<Map<string, number>> {
  const { rows } = await sql<{ workshop_id: string; version: number | null }>`
    with asked(workshop_id) as (values ${sql.join(ids.map((id) => sql`(${id})`))})
    select workshop_id, (select max(version) from events where events.workshop_id = asked.workshop_id) as version
    from asked
  `.execute(transaction);
  return new Map(rows.map(({ workshop_id, version }) => [workshop_id, version ?? 0]));
}

async function insertEvents(transaction: Transaction<Tables>, accepted: readonly EncodedAppend[]): Promise<void> {
  // In the order of the key, the same on every node: two nodes that write the same workshops wait, and never for each other.
  const rows = accepted
    .toSorted((one, other) => byCode(one.workshopId, other.workshopId))
    .flatMap(({ events }) => events);
  for (let from = 0; from < rows.length; from += ROWS_PER_INSERT) {
    const chunk = rows.slice(from, from + ROWS_PER_INSERT);
    const { numInsertedOrUpdatedRows } = await transaction
      .insertInto('events')
      .values(chunk)
      .onConflict((conflict) => conflict.columns(['workshop_id', 'version']).doNothing())
      .executeTakeFirstOrThrow();
    if (numInsertedOrUpdatedRows !== BigInt(chunk.length)) throw new OvertakenError();
  }
}

async function writePeopleAndLinks(transaction: Transaction<Tables>, append: EncodedAppend): Promise<void> {
  // First: whoever comes takes the row of whom they were expected as.
  for (let from = 0; from < append.forgotten.length; from += ROWS_PER_INSERT) {
    await transaction
      .deleteFrom('people')
      .where('workshop_id', '=', append.workshopId)
      .where('person_id', 'in', append.forgotten.slice(from, from + ROWS_PER_INSERT))
      .execute();
  }
  if (append.people.length > 0) {
    await transaction
      .insertInto('people')
      .values(append.people)
      .onConflict((conflict) =>
        conflict.columns(['workshop_id', 'person_id']).doUpdateSet((row) => ({
          name: row.ref('excluded.name'),
          organisation: row.ref('excluded.organisation'),
          email: row.ref('excluded.email'),
          attributes: row.ref('excluded.attributes'),
        })),
      )
      .execute();
  }
  if (append.identities.length > 0) {
    await transaction.insertInto('identities').values(append.identities).execute();
  }
  if (append.links.length > 0) await transaction.insertInto('links').values(append.links).execute();
}
