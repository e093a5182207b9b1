import type { EpochMs } from '../core/time.ts';
import type { Fact, WorkshopEvent } from '../workshop/events.ts';
import { type GroupPlace, stands } from '../workshop/groups/groupWork.ts';
import type { GroupWork, KeyIdea } from '../workshop/state.ts';
import type { PersonName } from './surroundings.ts';

/** A key idea as it stood: `citations` of answers that still stand. */
export interface KeyIdeaVersion {
  readonly text: string;
  readonly citations: readonly string[];
  readonly lens?: string;
}

/** One change of one key idea, or of all that a group had then. */
export interface KeyIdeaChange {
  readonly version: number;
  readonly at: EpochMs;
  /** Empty for a person whose name was erased. */
  readonly byName: string;
  readonly kind: 'drafted' | 'revised' | 'dropped' | 'lensPut' | 'submitted' | 'reopened' | 'presented';
  readonly keyIdeaId: string;
  readonly before?: KeyIdeaVersion;
  readonly after?: KeyIdeaVersion;
}

/** What a history of a group is told from. */
export interface HistorySources {
  /** The whole log, in order. */
  readonly facts: readonly Fact[];
  readonly place: GroupPlace;
  readonly names: ReadonlyMap<string, PersonName>;
  /** Of the group, as it is now: what was withdrawn since is shown nowhere any more. */
  readonly work: GroupWork;
}

/** What the log said of one group so far. */
interface GroupRecord {
  readonly ideas: Map<string, KeyIdea>;
  readonly changes: KeyIdeaChange[];
  submitted: readonly string[];
  isPresented: boolean;
}

/**
 * Who changed which key idea of a group, when, what it said before and after: from the log alone, oldest first. What came
 * from a group that joined this one stands among it.
 */
export function keyIdeaHistory({ facts, place, names, work }: HistorySources): readonly KeyIdeaChange[] {
  const records = new Map<string, GroupRecord>();
  const recordOf = (groupId: string): GroupRecord => {
    const known = records.get(groupId);
    if (known !== undefined) return known;
    const record: GroupRecord = { ideas: new Map(), changes: [], submitted: [], isPresented: false };
    records.set(groupId, record);
    return record;
  };
  const { shows, follow } = followStage(place.slotId);

  const versionOf = ({ ideas }: GroupRecord, id: string): KeyIdeaVersion | undefined => {
    const idea = ideas.get(id);
    if (idea === undefined) return undefined;
    const { text, citations, lens } = idea;
    return {
      text,
      citations: citations.filter((answerId) => stands(work, answerId)),
      ...(lens === undefined ? {} : { lens }),
    };
  };
  function note(
    record: GroupRecord,
    fact: Fact,
    kind: KeyIdeaChange['kind'],
    id: string,
    idea?: KeyIdea | 'gone',
  ): void {
    const before = versionOf(record, id);
    if (idea === 'gone') record.ideas.delete(id);
    else if (idea !== undefined) record.ideas.set(id, idea);
    const after = versionOf(record, id);
    const sides = { ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) };
    const byName = names.get(fact.actorId)?.name ?? '';
    record.changes.push({ version: fact.version, at: fact.at, byName, kind, keyIdeaId: id, ...sides });
  }
  function present(fact: Fact): void {
    for (const [groupId, record] of records) {
      if (record.isPresented || record.submitted.length === 0 || !shows(groupId)) continue;
      record.isPresented = true;
      for (const id of record.submitted) note(record, fact, 'presented', id);
    }
  }

  for (const fact of facts) {
    const { event } = fact;
    if (follow(event)) {
      present(fact);
      continue;
    }
    if (event.kind === 'GroupsMerged' && event.slotId === place.slotId) {
      const [from, into] = [recordOf(event.fromGroupId), recordOf(event.intoGroupId)];
      for (const [id, idea] of from.ideas) into.ideas.set(id, idea);
      into.changes.push(...from.changes);
      into.changes.sort((one, other) => one.version - other.version);
      records.delete(event.fromGroupId);
    }
    if (!('groupId' in event && 'slotId' in event) || event.slotId !== place.slotId) continue;
    const record = recordOf(event.groupId);
    switch (event.kind) {
      case 'KeyIdeaDrafted':
        note(record, fact, 'drafted', event.keyIdea.id, event.keyIdea);
        break;
      case 'KeyIdeaRevised':
        note(record, fact, 'revised', event.keyIdea.id, { ...record.ideas.get(event.keyIdea.id), ...event.keyIdea });
        break;
      case 'KeyIdeaDropped':
        note(record, fact, 'dropped', event.keyIdeaId, 'gone');
        break;
      case 'LensPut': {
        const { lens: _lens, ...bare } = record.ideas.get(event.keyIdeaId) ?? nothing;
        const idea = { ...bare, id: event.keyIdeaId, ...(event.lens === undefined ? {} : { lens: event.lens }) };
        note(record, fact, 'lensPut', event.keyIdeaId, idea);
        break;
      }
      case 'KeyIdeasSubmitted':
        record.submitted = event.keyIdeaIds;
        for (const id of record.submitted) note(record, fact, 'submitted', id);
        present(fact);
        break;
      case 'KeyIdeasReopened':
        for (const id of record.submitted) note(record, fact, 'reopened', id);
        record.submitted = [];
    }
  }
  return records.get(place.groupId)?.changes ?? [];
}

const nothing: KeyIdea = { id: '', text: '', citations: [] };

/** Which groups of a breakout the plenary looks at. `follow`: whether the fact is one of the stage. */
function followStage(breakoutSlotId: string) {
  let stageSlotId: string | undefined;
  let shown: string | 'all' | undefined;
  return {
    shows: (groupId: string): boolean => shown === 'all' || shown === groupId,
    follow(event: WorkshopEvent): boolean {
      const isOfStage =
        event.kind === 'GroupPresented' || event.kind === 'WallShown' || event.kind === 'RestitutionOrdered';
      if (!isOfStage) return false;
      const isNew = event.slotId !== stageSlotId;
      stageSlotId = event.slotId;
      if (event.breakoutSlotId !== breakoutSlotId || (event.kind === 'RestitutionOrdered' && isNew)) shown = undefined;
      else if (event.kind === 'GroupPresented') shown = event.groupId;
      else if (event.kind === 'WallShown') shown = 'all';
      return true;
    },
  };
}
