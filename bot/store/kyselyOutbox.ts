import type { Selectable, Transaction } from 'kysely';
import type { EpochMs } from '../../shared/core/time.ts';
import type { FailedMessage, NewMessage, OutboxStore, Outcome, SentCard, WaitingMessage } from './outboxStore.ts';
import type { Database, OutboxRow, Tables } from './schema.ts';

/** Rows per statement: ten values each, and SQLite takes 32,766 of them. */
const rowsPerInsert = 500;
const mostFailuresTold = 100;

/** The outbox on any engine that Kysely speaks to. Tables must be there (`migrate`). */
export class KyselyOutbox implements OutboxStore {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  async cursor(workshopId: string): Promise<number | undefined> {
    const row = await this.#db
      .selectFrom('outbox_cursors')
      .select('version')
      .where('workshop_id', '=', workshopId)
      .executeTakeFirst();
    return row?.version;
  }

  async begin(workshopId: string, version: number): Promise<void> {
    await this.#db
      .insertInto('outbox_cursors')
      .values({ workshop_id: workshopId, version })
      .onConflict((conflict) => conflict.column('workshop_id').doNothing())
      .execute();
  }

  async workshops(): Promise<readonly string[]> {
    const rows = await this.#db.selectFrom('outbox_cursors').select('workshop_id').execute();
    return rows.map((row) => row.workshop_id);
  }

  feed(workshopId: string, from: number, to: number, messages: readonly NewMessage[], now: EpochMs): Promise<boolean> {
    return this.#db.transaction().execute(async (transaction) => {
      const { numUpdatedRows } = await transaction
        .updateTable('outbox_cursors')
        .set({ version: to })
        .where('workshop_id', '=', workshopId)
        .where('version', '=', from)
        .executeTakeFirst();
      if (numUpdatedRows === 0n) return false;
      await insertMessages(transaction, messages, now);
      return true;
    });
  }

  async add(messages: readonly NewMessage[], now: EpochMs): Promise<void> {
    await this.#db.transaction().execute((transaction) => insertMessages(transaction, messages, now));
  }

  async due(now: EpochMs, limit: number): Promise<readonly WaitingMessage[]> {
    const rows = await this.#db
      .selectFrom('outbox as head')
      .selectAll('head')
      .where('head.state', '=', 'waiting')
      .where('head.not_before', '<=', now)
      .where('head.due_at', '<=', now)
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('outbox as earlier')
              .select('earlier.message_id')
              .whereRef('earlier.lane', '=', 'head.lane')
              .where('earlier.state', '=', 'waiting')
              .where('earlier.not_before', '<=', now)
              .where(({ eb, and, or, ref }) =>
                or([
                  eb('earlier.seq', '<', ref('head.seq')),
                  // Two nodes may have given the same number.
                  and([eb('earlier.seq', '=', ref('head.seq')), eb('earlier.message_id', '<', ref('head.message_id'))]),
                ]),
              ),
          ),
        ),
      )
      .orderBy('head.not_before')
      .limit(limit)
      .execute();
    return rows.map(decodeMessage);
  }

  async nextDueAt(now: EpochMs): Promise<EpochMs | undefined> {
    const row = await this.#db
      .selectFrom('outbox')
      .select(({ fn }) => fn.min('due_at').as('due_at'))
      .where('state', '=', 'waiting')
      .where('due_at', '>', now)
      .executeTakeFirst();
    return row?.due_at ?? undefined;
  }

  async claim(id: string, claim: string, now: EpochMs, until: EpochMs): Promise<boolean> {
    const { numUpdatedRows } = await this.#db
      .updateTable('outbox')
      .set(({ eb }) => ({ claim, due_at: until, attempts: eb('attempts', '+', 1) }))
      .where('message_id', '=', id)
      .where('state', '=', 'waiting')
      .where('due_at', '<=', now)
      .executeTakeFirst();
    return numUpdatedRows === 1n;
  }

  async postpone(id: string, claim: string, until: EpochMs): Promise<void> {
    await this.#db
      .updateTable('outbox')
      .set({ claim: null, due_at: until })
      .where('message_id', '=', id)
      .where('claim', '=', claim)
      .execute();
  }

  async settle(id: string, claim: string, outcome: Outcome, now: EpochMs): Promise<void> {
    await this.#db.transaction().execute(async (transaction) => {
      const row = await transaction
        .updateTable('outbox')
        .set({
          claim: null,
          state: outcome.state,
          reason: outcome.state === 'delivered' ? '' : outcome.reason,
          settled_at: now,
        })
        .where('message_id', '=', id)
        .where('claim', '=', claim)
        .returning(['lane', 'card_key'])
        .executeTakeFirst();
      if (row === undefined || row.card_key === null || outcome.state !== 'delivered') return;
      if (outcome.card === undefined) return;
      const { activityId, digest } = outcome.card;
      await transaction
        .insertInto('outbox_cards')
        .values({ lane: row.lane, card_key: row.card_key, activity_id: activityId, digest })
        .onConflict((conflict) =>
          conflict.columns(['lane', 'card_key']).doUpdateSet({ activity_id: activityId, digest }),
        )
        .execute();
    });
  }

  async releaseAll(now: EpochMs): Promise<void> {
    await this.#db
      .updateTable('outbox')
      .set({ claim: null, due_at: now })
      .where('state', '=', 'waiting')
      // Nobody's is left as it is: it waits for its time, or because Teams asked for patience.
      .where('claim', 'is not', null)
      .execute();
  }

  async card(lane: string, cardKey: string): Promise<SentCard | undefined> {
    return this.#db
      .selectFrom('outbox_cards')
      .select(['activity_id as activityId', 'digest'])
      .where('lane', '=', lane)
      .where('card_key', '=', cardKey)
      .executeTakeFirst();
  }

  async forgetCard(lane: string, cardKey: string): Promise<void> {
    await this.#db.deleteFrom('outbox_cards').where('lane', '=', lane).where('card_key', '=', cardKey).execute();
  }

  async dropped(workshopId: string, reason: string): Promise<readonly Pick<NewMessage, 'id' | 'payload'>[]> {
    const rows = await this.#db
      .selectFrom('outbox')
      .select(['message_id', 'payload'])
      .where('workshop_id', '=', workshopId)
      .where('state', '=', 'dropped')
      .where('reason', '=', reason)
      .orderBy('settled_at')
      .orderBy('message_id')
      .execute();
    return rows.map((row) => ({ id: row.message_id, payload: JSON.parse(row.payload) as unknown }));
  }

  async relabel(ids: readonly string[], reason: string): Promise<void> {
    for (let from = 0; from < ids.length; from += rowsPerInsert) {
      await this.#db
        .updateTable('outbox')
        .set({ reason })
        .where('message_id', 'in', ids.slice(from, from + rowsPerInsert))
        .where('state', '=', 'dropped')
        .execute();
    }
  }

  async failed(workshopId: string, since: EpochMs): Promise<readonly FailedMessage[]> {
    const rows = await this.#db
      .selectFrom('outbox')
      .select(['message_id', 'lane', 'payload', 'reason', 'settled_at'])
      .where('workshop_id', '=', workshopId)
      .where('state', '=', 'failed')
      .where('settled_at', '>=', since)
      .orderBy('settled_at', 'desc')
      .limit(mostFailuresTold)
      .execute();
    return rows.map((row) => ({
      id: row.message_id,
      lane: row.lane,
      payload: JSON.parse(row.payload) as unknown,
      reason: row.reason,
      failedAt: row.settled_at ?? 0,
    }));
  }

  async sweep(before: EpochMs): Promise<void> {
    await this.#db.deleteFrom('outbox').where('state', '!=', 'waiting').where('settled_at', '<', before).execute();
  }
}

/** In order behind what their lanes hold. What is known stays; what a waiting card will show anyway is not added. */
async function insertMessages(
  transaction: Transaction<Tables>,
  messages: readonly NewMessage[],
  now: EpochMs,
): Promise<void> {
  if (messages.length === 0) return;
  const lanes = [...new Set(messages.map(({ lane }) => lane))];
  const seqs = new Map<string, number>();
  const cards = new Set<string>();
  for (let from = 0; from < lanes.length; from += rowsPerInsert) {
    const some = lanes.slice(from, from + rowsPerInsert);
    const last = await transaction
      .selectFrom('outbox')
      .select(({ fn }) => ['lane', fn.max('seq').as('seq')])
      .where('lane', 'in', some)
      .groupBy('lane')
      .execute();
    for (const { lane, seq } of last) seqs.set(lane, seq);
    const waiting = await transaction
      .selectFrom('outbox')
      .select(['lane', 'card_key', 'not_before'])
      .where('lane', 'in', some)
      .where('state', '=', 'waiting')
      .where('claim', 'is', null)
      .where('card_key', 'is not', null)
      .execute();
    for (const { lane, card_key, not_before } of waiting) cards.add(cardAt(lane, card_key ?? '', not_before, now));
  }
  const rows: OutboxRow[] = [];
  for (const { id, workshopId, lane, payload, cardKey, notBefore, expiresAt } of messages) {
    const card = cardAt(lane, cardKey ?? '', notBefore, now);
    if (cardKey !== undefined && cards.has(card)) continue;
    if (cardKey !== undefined) cards.add(card);
    const seq = (seqs.get(lane) ?? 0) + 1;
    seqs.set(lane, seq);
    rows.push({
      message_id: id,
      workshop_id: workshopId,
      lane,
      seq,
      payload: JSON.stringify(payload),
      card_key: cardKey ?? null,
      not_before: notBefore,
      due_at: notBefore,
      expires_at: expiresAt,
      attempts: 0,
      claim: null,
      state: 'waiting',
      reason: '',
      settled_at: null,
    });
  }
  for (let from = 0; from < rows.length; from += rowsPerInsert) {
    await transaction
      .insertInto('outbox')
      .values(rows.slice(from, from + rowsPerInsert))
      .onConflict((conflict) => conflict.column('message_id').doNothing())
      .execute();
  }
}

/** Names a showing of a card: all that might happen now are one, each later one is another. */
const cardAt = (lane: string, cardKey: string, notBefore: EpochMs, now: EpochMs): string =>
  JSON.stringify([lane, cardKey, Math.max(notBefore, now)]);

const decodeMessage = (row: Selectable<OutboxRow>): WaitingMessage => ({
  id: row.message_id,
  workshopId: row.workshop_id,
  lane: row.lane,
  payload: JSON.parse(row.payload) as unknown,
  ...(row.card_key === null ? {} : { cardKey: row.card_key }),
  notBefore: row.not_before,
  expiresAt: row.expires_at,
  attempts: row.attempts,
});
