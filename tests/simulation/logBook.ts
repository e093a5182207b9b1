import { decodeEvent } from '../../bot/store/encodeAppend.ts';
import type { Fact, WorkshopEvent } from '../../shared/workshop/events.ts';
import { evolve } from '../../shared/workshop/evolve.ts';
import type { GroupWork, WorkshopState } from '../../shared/workshop/state.ts';
import type { MemoryDisk } from '../doubles/memoryStore.ts';

/** Words in these worlds carry a mark, each its own, so that they are recognised wherever they turn up. */
export const markPattern = /(?:answer|idea|call|note|nonce|hash)#\d+;/g;
export const marksIn = (text: string): readonly string[] => text.match(markPattern) ?? [];

/** Where a marked text belongs. `groupIds` undefined: meant for everyone. */
export interface Owner {
  readonly slotId?: string;
  readonly groupIds?: readonly string[];
}

export type CheckFact = (before: WorkshopState | undefined, fact: Fact, after: WorkshopState, book: LogBook) => void;

/** The log as it lies on disk, replayed fact by fact beside the live servers: what really happened. */
export class LogBook {
  readonly facts: Fact[] = [];
  /** By version; the first one is empty. */
  readonly states: (WorkshopState | undefined)[] = [undefined];
  readonly owners = new Map<string, Owner>();
  /** Marks that the plenary was shown, at any time. */
  readonly published = new Set<string>();
  readonly #disk: MemoryDisk;
  readonly #workshopId: string;
  readonly #checks: readonly CheckFact[];

  constructor(disk: MemoryDisk, workshopId: string, checks: readonly CheckFact[]) {
    this.#disk = disk;
    this.#workshopId = workshopId;
    this.#checks = checks;
  }

  get head(): number {
    return this.facts.length;
  }
  get state(): WorkshopState | undefined {
    return this.states.at(-1);
  }

  /** Reads what was appended since. */
  readOn(): void {
    const rows = this.#disk.events.get(this.#workshopId) ?? [];
    for (const row of rows.slice(this.head)) {
      const { data, ...place } = decodeEvent(row);
      const fact: Fact = { ...place, event: data as WorkshopEvent };
      const before = this.state;
      const after = evolve(before, fact);
      this.facts.push(fact);
      this.states.push(after);
      this.#own(fact.event);
      this.#publish(after);
      for (const check of this.#checks) check(before, fact, after, this);
    }
  }

  factsOf(actorId: string, commandId: string): readonly Fact[] {
    return this.facts.filter((fact) => fact.actorId === actorId && fact.commandId === commandId);
  }

  /** Whether something held at some version from `from` to the head. */
  everSince(from: number, holds: (state: WorkshopState) => boolean): boolean {
    return this.states
      .slice(Math.max(1, Math.min(from, this.head)))
      .some((state) => state !== undefined && holds(state));
  }

  #own(event: WorkshopEvent): void {
    const own = (text: string, owner: Owner) => {
      for (const mark of marksIn(text)) this.owners.set(mark, owner);
    };
    if (event.kind === 'AnswerPosted') own(event.answer.text, inGroup(event));
    else if (event.kind === 'AnswerEdited' || event.kind === 'HelpCalled') own(event.text, inGroup(event));
    else if (event.kind === 'KeyIdeaDrafted' || event.kind === 'KeyIdeaRevised')
      own(event.keyIdea.text, inGroup(event));
    else if (event.kind === 'ThemesArranged') {
      for (const theme of event.arrangement.themes) own(theme.label, inGroup(event));
    } else if (event.kind === 'GroupsMerged') {
      // From now on it belongs to the other group, too; what was on its way to the first one may still arrive.
      for (const [mark, owner] of this.owners) {
        if (owner.slotId !== event.slotId || !owner.groupIds?.includes(event.fromGroupId)) continue;
        this.owners.set(mark, { ...owner, groupIds: [...owner.groupIds, event.intoGroupId] });
      }
    } else if (event.kind === 'AnnouncementMade') {
      own(event.text, event.groupIds === undefined ? {} : { groupIds: event.groupIds });
    }
  }

  #publish({ stage, breakouts }: WorkshopState): void {
    if (stage === undefined || stage.scene.kind === 'waiting') return;
    const shown = stage.scene.kind === 'group' ? [stage.scene.groupId] : stage.order;
    for (const groupId of shown) {
      const work = breakouts[stage.breakoutSlotId]?.works[groupId];
      if (work !== undefined)
        for (const text of plenaryTexts(work)) for (const mark of marksIn(text)) this.published.add(mark);
    }
  }
}

const inGroup = ({ slotId, groupId }: { readonly slotId: string; readonly groupId: string }): Owner => ({
  slotId,
  groupIds: [groupId],
});

/** What the plenary may read of a group: the submitted ideas, and the answers behind them that still stand. */
function plenaryTexts({ outcome, keyIdeas, answers }: GroupWork): readonly string[] {
  if (outcome.kind !== 'submitted') return [];
  return outcome.keyIdeaIds.flatMap((id) => {
    const idea = keyIdeas[id];
    if (idea === undefined) return [];
    const cited = idea.citations.flatMap((answerId) => {
      const answer = answers[answerId];
      return answer === undefined || answer.withdrawn ? [] : [answer.text];
    });
    return [idea.text, ...cited];
  });
}
