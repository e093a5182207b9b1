import type { Chat } from '../teams/teamsPort.ts';
import type { ChatStore, ReachablePerson } from './chatStore.ts';
import type { Database } from './schema.ts';

/** The chats on any engine that Kysely speaks to. Tables must be there (`migrate`). */
export class KyselyChats implements ChatStore {
  readonly #db: Database;
  readonly #now: () => number;

  constructor(db: Database, now: () => number = Date.now) {
    this.#db = db;
    this.#now = now;
  }

  async keep({ place, kind, meetingId, title }: Chat, isMember: boolean): Promise<boolean> {
    const { conversationId, serviceUrl, tenantId } = place;
    const words = {
      kind,
      service_url: serviceUrl,
      tenant_id: tenantId,
      // What this activity does not say was said by another.
      ...(meetingId === undefined ? {} : { meeting_id: meetingId }),
      ...(title === undefined ? {} : { title }),
    };
    await this.#db
      .insertInto('teams_chats')
      .values({ conversation_id: conversationId, meeting_id: null, title: null, is_member: 0, ...words })
      .onConflict((conflict) => conflict.column('conversation_id').doUpdateSet(words))
      .execute();
    // Of several that come at once, one finds it changed by nobody yet.
    const { numUpdatedRows } = await this.#db
      .updateTable('teams_chats')
      .set({ is_member: isMember ? 1 : 0 })
      .where('conversation_id', '=', conversationId)
      .where('is_member', '=', isMember ? 0 : 1)
      .executeTakeFirst();
    return isMember && numUpdatedRows === 1n;
  }

  async chat(conversationId: string): Promise<Chat | undefined> {
    const row = await this.#db
      .selectFrom('teams_chats')
      .selectAll()
      .where('conversation_id', '=', conversationId)
      .where('is_member', '=', 1)
      .executeTakeFirst();
    if (row === undefined) return undefined;
    return {
      place: { conversationId, serviceUrl: row.service_url, tenantId: row.tenant_id },
      kind: row.kind,
      ...(row.meeting_id === null ? {} : { meetingId: row.meeting_id }),
      ...(row.title === null ? {} : { title: row.title }),
    };
  }

  async meet(workshopId: string, { personId, userId, name }: Omit<ReachablePerson, 'reach'>): Promise<void> {
    const words = { person_id: personId, name, met_at: this.#now() };
    await this.#db
      .insertInto('teams_users')
      .values({ workshop_id: workshopId, user_id: userId, reach: 'unknown', ...words })
      .onConflict((conflict) => conflict.columns(['workshop_id', 'user_id']).doUpdateSet(words))
      .execute();
  }

  async whoIs(userId: string): Promise<readonly { readonly workshopId: string; readonly personId: string }[]> {
    return this.#db
      .selectFrom('teams_users')
      .select(['workshop_id as workshopId', 'person_id as personId'])
      .where('user_id', '=', userId)
      .orderBy('met_at', 'desc')
      .execute();
  }

  async reachable(workshopId: string): Promise<readonly ReachablePerson[]> {
    return this.#db
      .selectFrom('teams_users')
      .select(['person_id as personId', 'user_id as userId', 'name', 'reach'])
      .where('workshop_id', '=', workshopId)
      .orderBy('user_id')
      .execute();
  }

  async noteReach(userId: string, reach: 'open' | 'refused'): Promise<void> {
    await this.#db.updateTable('teams_users').set({ reach }).where('user_id', '=', userId).execute();
  }
}
