import type { Selectable } from 'kysely';
import type { Directory, PersonPlace, StoredConversation, StoredPass, StoredSubject } from './directory.ts';
import type { ConversationRow, Database } from './schema.ts';

/** Far more pages than anyone has open in Teams at a time. */
const mostTeamsIdentities = 20;

/** The directory on any engine that Kysely speaks to. Tables must be there (`migrate`). */
export class KyselyDirectory implements Directory {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  addIdentity(
    { tokenHash, workshopId, personId, way }: Parameters<Directory['addIdentity']>[0],
    at: number,
  ): Promise<boolean> {
    const row = { token_hash: tokenHash, workshop_id: workshopId, person_id: personId, way, added_at: at };
    return this.#db.transaction().execute(async (transaction) => {
      await transaction
        .insertInto('identities')
        .values(row)
        .onConflict((conflict) => conflict.column('token_hash').doNothing())
        .execute();
      const owner = await transaction
        .selectFrom('identities')
        .select(['workshop_id', 'person_id'])
        .where('token_hash', '=', tokenHash)
        .executeTakeFirstOrThrow();
      if (owner.workshop_id !== workshopId || owner.person_id !== personId) return false;
      if (way === 'teams') {
        const old = await transaction
          .selectFrom('identities')
          .select('token_hash')
          .where('workshop_id', '=', workshopId)
          .where('person_id', '=', personId)
          .where('way', '=', 'teams')
          .orderBy('added_at', 'desc')
          .orderBy('token_hash')
          .limit(mostTeamsIdentities)
          .offset(mostTeamsIdentities)
          .execute();
        const hashes = old.map(({ token_hash }) => token_hash).filter((hash) => hash !== tokenHash);
        if (hashes.length > 0) {
          await transaction.deleteFrom('identities').where('token_hash', 'in', hashes).execute();
        }
      }
      return true;
    });
  }

  async findSubject(subjectHash: string, workshopId: string): Promise<string | undefined> {
    const row = await this.#db
      .selectFrom('subjects')
      .select('person_id')
      .where('subject_hash', '=', subjectHash)
      .where('workshop_id', '=', workshopId)
      .executeTakeFirst();
    return row?.person_id;
  }

  placesOf(subjectHash: string): Promise<readonly PersonPlace[]> {
    return this.#db
      .selectFrom('subjects')
      .select(['workshop_id as workshopId', 'person_id as personId'])
      .where('subject_hash', '=', subjectHash)
      .execute();
  }

  bindSubject({ subjectHash, workshopId, personId }: StoredSubject, replacing?: string): Promise<string> {
    return this.#db.transaction().execute(async (transaction) => {
      await transaction
        .insertInto('subjects')
        .values({ subject_hash: subjectHash, workshop_id: workshopId, person_id: personId })
        .onConflict((conflict) => {
          const both = conflict.columns(['subject_hash', 'workshop_id']);
          return replacing === undefined
            ? both.doNothing()
            : both.doUpdateSet({ person_id: personId }).where('subjects.person_id', '=', replacing);
        })
        .execute();
      const bound = await transaction
        .selectFrom('subjects')
        .select('person_id')
        .where('subject_hash', '=', subjectHash)
        .where('workshop_id', '=', workshopId)
        .executeTakeFirstOrThrow();
      return bound.person_id;
    });
  }

  linkConversation(conversation: StoredConversation): Promise<void> {
    const { conversationId, workshopId, kind, groupId = null, linkedAt } = conversation;
    return this.#db.transaction().execute(async (transaction) => {
      const known = await transaction
        .selectFrom('conversations')
        .select('reference')
        .where('conversation_id', '=', conversationId)
        .where('workshop_id', '=', workshopId)
        .executeTakeFirst();
      const reference = JSON.stringify({ ...JSON.parse(known?.reference ?? '{}'), ...conversation.reference });
      const words = { kind, group_id: groupId, reference, linked_at: linkedAt };
      await transaction
        .insertInto('conversations')
        .values({ conversation_id: conversationId, workshop_id: workshopId, ...words })
        .onConflict((conflict) => conflict.columns(['conversation_id', 'workshop_id']).doUpdateSet(words))
        .execute();
    });
  }

  async conversations(
    of: { readonly conversationId: string } | { readonly workshopId: string },
  ): Promise<readonly StoredConversation[]> {
    const all = this.#db.selectFrom('conversations').selectAll();
    const wanted =
      'workshopId' in of
        ? all.where('workshop_id', '=', of.workshopId)
        : all.where('conversation_id', '=', of.conversationId);
    const rows = await wanted.orderBy('linked_at', 'desc').orderBy('workshop_id').execute();
    return rows.map(decodeConversation);
  }

  async issuePass({ tokenHash, workshopId, personId, expiresAt }: StoredPass, now: number): Promise<void> {
    await this.#db.deleteFrom('passes').where('expires_at', '<=', now).execute();
    await this.#db
      .insertInto('passes')
      .values({ token_hash: tokenHash, workshop_id: workshopId, person_id: personId, expires_at: expiresAt })
      .execute();
  }

  async takePass(tokenHash: string, now: number): Promise<PersonPlace | undefined> {
    // Deleting tells who was first: of two that take it together one gets the row.
    const taken = await this.#db
      .deleteFrom('passes')
      .where('token_hash', '=', tokenHash)
      .returning(['workshop_id', 'person_id', 'expires_at'])
      .executeTakeFirst();
    if (taken === undefined || taken.expires_at <= now) return undefined;
    return { workshopId: taken.workshop_id, personId: taken.person_id };
  }
}

const decodeConversation = (row: Selectable<ConversationRow>): StoredConversation => ({
  conversationId: row.conversation_id,
  workshopId: row.workshop_id,
  kind: row.kind,
  ...(row.group_id === null ? {} : { groupId: row.group_id }),
  reference: JSON.parse(row.reference) as StoredConversation['reference'],
  linkedAt: row.linked_at,
});
