import { ok, type Result } from '../../shared/core/result.ts';
import type { EpochMs } from '../../shared/core/time.ts';
import type { Ack, Problem } from '../../shared/protocol/messages.ts';
import type { Command, CreateWorkshop, Join } from '../../shared/workshop/commands.ts';
import { createWorkshop } from '../../shared/workshop/createWorkshop.ts';
import { decide } from '../../shared/workshop/decide.ts';
import type { DecisionContext } from '../../shared/workshop/decision.ts';
import type { Fact, WorkshopEvent } from '../../shared/workshop/events.ts';
import { evolve } from '../../shared/workshop/evolve.ts';
import { join } from '../../shared/workshop/people/join.ts';
import type { WorkshopState } from '../../shared/workshop/state.ts';
import type { StoredIdentity, StoredPerson } from '../store/eventStore.ts';
import { noRows, rosterOf, writtenRows } from './peopleRows.ts';

/** Something to be decided, by someone whose identity was checked already. */
export type Intent =
  | { readonly commandId: string; readonly actorId: string; readonly command: Command }
  /** `actorId` is the person that the command makes: `commandId`. `tokenHash`: of the identity that they made. */
  | { readonly commandId: string; readonly actorId: string; readonly command: Join; readonly tokenHash: string }
  | { readonly commandId: string; readonly actorId: string; readonly command: CreateWorkshop };

/** What is known of a workshop before a batch. */
export interface Known {
  readonly workshopId: string;
  readonly state: WorkshopState | undefined;
  /** Of the batch: not before the last fact. */
  readonly now: EpochMs;
  /** `intentKey` → version of the ack that the command got. */
  readonly seen: ReadonlyMap<string, number>;
  readonly people: ReadonlyMap<string, StoredPerson>;
  /** Hash of an identity → whose it is. */
  readonly owners: ReadonlyMap<string, string>;
}

export interface Chance {
  /** An unsigned 32-bit integer, fresh at each call. */
  readonly drawSeed: () => number;
  /** 128 random bits, hex, fresh at each call. */
  readonly drawNonce: () => string;
}

/** What a batch would make of the workshop, before it is stored. */
export interface Draft {
  readonly expectedVersion: number;
  readonly facts: Fact[];
  /** Person → their row as the batch leaves it. */
  readonly people: Map<string, StoredPerson>;
  /** Of those who join. */
  readonly identities: StoredIdentity[];
  /** People whose rows go. */
  readonly forgotten: Set<string>;
  /** In the order of the batch. */
  readonly acks: Ack[];
  /** `intentKey` → version of the ack, of what was accepted. */
  readonly seen: Map<string, number>;
}

/** What makes a command the same one: its id, from the same person. Two people may have drawn one id. */
export const intentKey = ({ actorId, commandId }: Pick<Intent, 'actorId' | 'commandId'>): string =>
  `${actorId} ${commandId}`;

/**
 * Decides a batch one after the other, each on the state that the ones before it leave. A command seen before gets its
 * first ack; one that breaks gets a fault, and nothing of it stays.
 */
export function decideBatch(
  known: Known,
  batch: readonly Intent[],
  chance: Chance,
  reportFault: (fault: unknown) => string,
): Draft {
  const expectedVersion = known.state?.version ?? 0;
  const draft: Draft = {
    expectedVersion,
    facts: [],
    people: new Map(),
    identities: [],
    forgotten: new Set(),
    acks: [],
    seen: new Map(),
  };
  let { state } = known;
  for (const intent of batch) {
    const key = intentKey(intent);
    const seenVersion = draft.seen.get(key) ?? known.seen.get(key);
    if (seenVersion !== undefined) {
      draft.acks.push({ ok: true, version: seenVersion });
      continue;
    }
    try {
      const decision = decideOne(state, intent, known, draft, chance);
      if (!decision.ok) {
        draft.acks.push({ ok: false, problem: decision.problem });
        continue;
      }
      const facts = numbered(decision.value, state?.version ?? 0, known.now, intent);
      // Everything of a command that can break stands before the first trace of it.
      const after = facts.reduce<WorkshopState | undefined>(evolve, state);
      const rows =
        facts.length > 0 ? writtenRows(intent, state, (id) => draft.people.get(id) ?? known.people.get(id)) : noRows;
      state = after;
      draft.facts.push(...facts);
      for (const person of rows.people) draft.people.set(person.personId, person);
      if ('tokenHash' in intent) draft.identities.push({ tokenHash: intent.tokenHash, personId: intent.actorId });
      for (const personId of rows.forgotten) {
        draft.people.delete(personId);
        draft.forgotten.add(personId);
      }
      const version = state?.version ?? 0;
      draft.seen.set(key, version);
      draft.acks.push({ ok: true, version });
    } catch (fault) {
      draft.acks.push({ ok: false, problem: { kind: 'fault', reference: reportFault(fault) } });
    }
  }
  return draft;
}

const numbered = (
  events: readonly WorkshopEvent[],
  version: number,
  at: EpochMs,
  { actorId, commandId }: Intent,
): Fact[] => events.map((event, index) => ({ version: version + 1 + index, at, actorId, commandId, event }));

function decideOne(
  state: WorkshopState | undefined,
  intent: Intent,
  { workshopId, now, owners, people }: Known,
  draft: Draft,
  { drawSeed, drawNonce }: Chance,
): Result<readonly WorkshopEvent[], Problem> {
  const { actorId, commandId, command } = intent;
  const roster = rosterOf(people, draft.people, intent);
  const context: DecisionContext = { now, commandId, seed: drawSeed(), drawNonce, roster };
  const rejected = (code: 'workshop_exists' | 'workshop_unknown') =>
    ({ ok: false, problem: { kind: 'rejected', code } }) as const;
  if (command.kind === 'CreateWorkshop') {
    return state === undefined ? ok(createWorkshop(command, workshopId, context)) : rejected('workshop_exists');
  }
  if (state === undefined) return rejected('workshop_unknown');
  if ('tokenHash' in intent) {
    // An identity is one person's: who joins with that of another would shut them out.
    const isDrafted = draft.identities.some(({ tokenHash }) => tokenHash === intent.tokenHash);
    if (owners.has(intent.tokenHash) || isDrafted) return { ok: false, problem: { kind: 'denied' } };
    const joined = join(state, intent.command, context);
    return joined.ok ? joined : { ok: false, problem: { kind: 'rejected', code: joined.problem } };
  }
  const actor = state.people[actorId];
  if (actor === undefined || command.kind === 'Join') return { ok: false, problem: { kind: 'denied' } };
  return decide(state, command, { ...context, actor });
}
