import type { Command, SlotContent } from '../../shared/workshop/commands.ts';
import { createWorkshop } from '../../shared/workshop/createWorkshop.ts';
import { decide } from '../../shared/workshop/decide.ts';
import type { Decision, DecisionContext } from '../../shared/workshop/decision.ts';
import type { Fact, WorkshopEvent } from '../../shared/workshop/events.ts';
import { evolve } from '../../shared/workshop/evolve.ts';
import { join } from '../../shared/workshop/people/join.ts';
import type { RejectionCode } from '../../shared/workshop/problems.ts';
import type { Role, WorkshopState } from '../../shared/workshop/state.ts';

/** Tuesday 7 July 2026, 14:00 in Paris. */
export const T0 = Date.UTC(2026, 6, 7, 12);
export const MINUTE = 60_000;

export const slotContent = (overrides: Partial<SlotContent> = {}): SlotContent => ({
  kind: 'talk',
  title: 'Ouverture',
  speakers: [],
  durationMs: 10 * MINUTE,
  notes: [],
  prompts: [],
  lenses: [],
  ...overrides,
});

/** Opening, breakout of 20 minutes with two prompts, restitution of 15 minutes, closing: "slot-0001" … "slot-0004". */
export const usualSlots: readonly SlotContent[] = [
  slotContent({ plannedStart: 14 * 60, notes: ['Micro au premier rang'] }),
  slotContent({
    kind: 'breakout',
    title: 'Répartition en 3 groupes',
    durationMs: 20 * MINUTE,
    prompts: ["Qu'est-ce que vous reprenez ?", "Qu'est-ce que cela vous inspire ?"],
    lenses: ['Richesses humaines', 'Alliances'],
  }),
  slotContent({ kind: 'restitution', title: 'Restitution', durationMs: 15 * MINUTE }),
  slotContent({ title: 'Clôture', durationMs: 5 * MINUTE }),
];

export interface Founding {
  /** How many come, in a populated workshop. */
  readonly participants?: number;
  readonly slots?: readonly SlotContent[];
  readonly groups?: number;
  readonly keyIdeasPerGroup?: number;
  readonly timeZone?: string;
}

/** Links that `createWorkshop` makes, by role. */
export const linkOf: Readonly<Record<Role, string>> = {
  host: 'link-host-link',
  animator: 'link-animator-1',
  participant: 'link-participant-link',
  display: 'link-display-link',
};

export const rejected = (code: RejectionCode): Decision => ({ ok: false, problem: { kind: 'rejected', code } });
export const denied: Decision = { ok: false, problem: { kind: 'denied' } };

/**
 * A workshop played step by step on the pure core: given facts, when a command, then events or a rejection. Every
 * instant, id and nonce is known, so that a test can name them.
 */
export class WorkshopScenario {
  now = T0;
  readonly facts: Fact[] = [];
  /** What is known of people, as the table of people has it. */
  readonly roster = new Map<string, Readonly<Record<string, string>>>();
  #state: WorkshopState | undefined;
  #commands = 0;
  #nonces = 0;

  constructor({ slots = usualSlots, groups = 3, keyIdeasPerGroup = 2, timeZone = 'Europe/Paris' }: Founding = {}) {
    const founding = {
      kind: 'CreateWorkshop' as const,
      title: 'Atelier 2',
      language: 'fr' as const,
      timeZone,
      slots: [...slots],
      groups: Array.from({ length: groups }, (_, index) => ({
        name: `Groupe ${index + 1}`,
        animatorName: `Animation ${index + 1}`,
        roomUrl: `https://salles.example.org/${index + 1}`,
      })),
      keyIdeasPerGroup,
    };
    this.#store('set-up', 'found-0001', createWorkshop(founding, 'atelier-0001', this.#context('found-0001')));
  }

  get state(): WorkshopState {
    if (this.#state === undefined) throw new Error('the workshop was not founded');
    return this.#state;
  }

  /** Decides without applying: what would happen if this person sent this command now. */
  when(actorId: string, command: Command, commandId = this.#nextCommandId()): Decision {
    const actor = this.state.people[actorId];
    if (actor === undefined) throw new Error(`${actorId} has not joined`);
    return decide(this.state, command, { ...this.#context(commandId), actor });
  }

  /** Sends a command that must be accepted; returns its events. */
  given(actorId: string, command: Command, commandId = this.#nextCommandId()): readonly WorkshopEvent[] {
    const decision = this.when(actorId, command, commandId);
    if (!decision.ok) throw new Error(`${command.kind} was refused: ${JSON.stringify(decision.problem)}`);
    this.#store(actorId, commandId, decision.value);
    return decision.value;
  }

  /** Sends a command that may be refused; what is accepted is applied. */
  attempt(actorId: string, command: Command, commandId = this.#nextCommandId()): Decision {
    const decision = this.when(actorId, command, commandId);
    if (decision.ok) this.#store(actorId, commandId, decision.value);
    return decision;
  }

  whenJoining(linkId: string, personId: string): ReturnType<typeof join> {
    const arriving = { kind: 'Join', linkId, name: `Nom ${personId}`, organisation: '', attributes: {} } as const;
    return join(this.state, arriving, this.#context(personId));
  }

  /** Several people arrive through one link. */
  joined(linkId: string, ...personIds: readonly string[]): this {
    for (const personId of personIds) {
      const decision = this.whenJoining(linkId, personId);
      if (!decision.ok) throw new Error(`${personId} was refused: ${decision.problem}`);
      this.#store(personId, personId, decision.value);
    }
    return this;
  }

  after(ms: number): this {
    this.now += ms;
    return this;
  }

  #nextCommandId(): string {
    this.#commands += 1;
    return `command-${String(this.#commands).padStart(4, '0')}`;
  }

  #context(commandId: string): DecisionContext {
    return {
      now: this.now,
      commandId,
      seed: 7,
      roster: this.roster,
      drawNonce: () => {
        this.#nonces += 1;
        return `nonce-${this.#nonces}`;
      },
    };
  }

  #store(actorId: string, commandId: string, events: readonly WorkshopEvent[]): void {
    for (const event of events) {
      const fact = { version: this.facts.length + 1, at: this.now, actorId, commandId, event };
      this.facts.push(fact);
      this.#state = evolve(this.#state, fact);
    }
  }
}

export const breakoutSlot = 'slot-0002';
export const restitutionSlot = 'slot-0003';
export const host = 'host-0001';
export const otherHost = 'host-0002';
export const display = 'display-0001';
export const groupId = (number: number): string => `group-${String(number).padStart(4, '0')}`;
export const animator = (number: number): string => `animator-${String(number).padStart(4, '0')}`;
export const participant = (number: number): string => `person-${String(number).padStart(4, '0')}`;

/** The usual workshop with two hosts, an animator per group, a display and six participants. */
export function populated(founding: Founding = {}): WorkshopScenario {
  const workshop = new WorkshopScenario(founding).joined(linkOf.host, host, otherHost).joined(linkOf.display, display);
  for (const { number } of workshop.state.groups) workshop.joined(`link-animator-${number}`, animator(number));
  const numbers = Array.from({ length: founding.participants ?? 6 }, (_, index) => index + 1);
  return workshop.joined(linkOf.participant, ...numbers.map(participant));
}

/** Under way in its breakout, groups formed but not sent off. */
export function formed(founding: Founding = {}): WorkshopScenario {
  const workshop = populated(founding);
  workshop.given(host, { kind: 'StartAgenda', plan: 'asPlanned' });
  workshop.given(host, { kind: 'NextSlot', fromSlotId: 'slot-0001' });
  workshop.given(host, { kind: 'FormGroups', slotId: breakoutSlot });
  return workshop;
}

/** Breakout open; participant n stands in group ((n − 1) mod 3) + 1. */
export function opened(founding: Founding = {}): WorkshopScenario {
  const workshop = formed(founding);
  const count = workshop.state.groups.length;
  for (let number = 1; number <= 6; number++) {
    workshop.given(host, {
      kind: 'MovePerson',
      slotId: breakoutSlot,
      personId: participant(number),
      groupId: groupId(((number - 1) % count) + 1),
    });
  }
  workshop.given(host, { kind: 'OpenBreakout', slotId: breakoutSlot });
  return workshop;
}

export const inGroup = (number: number) => ({ slotId: breakoutSlot, groupId: groupId(number) });

/** Posts an answer in the person's group; returns its id. */
export function answered(workshop: WorkshopScenario, personNumber: number, text: string, answerId: string): string {
  const number = ((personNumber - 1) % workshop.state.groups.length) + 1;
  workshop.given(participant(personNumber), { kind: 'PostAnswer', ...inGroup(number), promptIndex: 0, text }, answerId);
  return answerId;
}

/** Open, each group with one answer ("answer-000n") and two drafted key ideas ("idea-000n-a", "idea-000n-b") citing it. */
export function drafted(founding: Founding = {}): WorkshopScenario {
  const workshop = opened(founding);
  for (const { number } of workshop.state.groups) {
    const answerId = answered(workshop, number, `Réponse du groupe ${number}`, `answer-000${number}`);
    for (const letter of ['a', 'b']) {
      workshop.given(
        animator(number),
        { kind: 'DraftKeyIdea', ...inGroup(number), text: `Idée ${number}${letter}`, citations: [answerId] },
        ideaId(number, letter),
      );
    }
  }
  return workshop;
}

export const ideaId = (number: number, letter: string): string => `idea-000${number}-${letter}`;
export const submission = (number: number): Command => ({
  kind: 'SubmitKeyIdeas',
  ...inGroup(number),
  keyIdeaIds: [ideaId(number, 'a'), ideaId(number, 'b')],
});

/** Drafted, group 1 submitted, restitution under the clock. */
export function inRestitution(founding: Founding = {}): WorkshopScenario {
  const workshop = drafted(founding);
  workshop.given(animator(1), submission(1));
  workshop.given(host, { kind: 'NextSlot', fromSlotId: breakoutSlot });
  return workshop;
}
