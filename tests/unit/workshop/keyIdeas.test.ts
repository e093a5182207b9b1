import { describe, expect, it } from 'vitest';
import type { Command } from '../../../shared/workshop/commands.ts';
import type { GroupWork } from '../../../shared/workshop/state.ts';
import {
  animator,
  answered,
  breakoutSlot,
  drafted,
  groupId,
  host,
  ideaId,
  inGroup,
  inRestitution,
  opened,
  participant,
  populated,
  rejected,
  restitutionSlot,
  submission,
  type WorkshopScenario,
} from '../../doubles/workshopScenario.ts';

const drafting = (citations: readonly string[], text = 'Une idée force'): Command => ({
  kind: 'DraftKeyIdea',
  ...inGroup(1),
  text,
  citations: [...citations],
});
const revising = (overrides: Partial<Extract<Command, { kind: 'ReviseKeyIdea' }>> = {}): Command => ({
  kind: 'ReviseKeyIdea',
  ...inGroup(1),
  keyIdeaId: ideaId(1, 'a'),
  seenText: 'Idée 1a',
  text: 'Reprise',
  citations: ['answer-0001'],
  ...overrides,
});
const submitting = (...keyIdeaIds: string[]): Command => ({ kind: 'SubmitKeyIdeas', ...inGroup(1), keyIdeaIds });
const dropping: Command = { kind: 'DropKeyIdea', ...inGroup(1), keyIdeaId: ideaId(1, 'a') };
const reopening: Command = { kind: 'ReopenKeyIdeas', ...inGroup(1) };
const withdrawing: Command = { kind: 'WithdrawAnswer', ...inGroup(1), answerId: 'answer-0001' };
const presenting = (number: number): Command => ({
  kind: 'PresentGroup',
  slotId: restitutionSlot,
  groupId: groupId(number),
});
const workOf = (workshop: WorkshopScenario, number = 1): GroupWork | undefined =>
  workshop.state.breakouts[breakoutSlot]?.works[groupId(number)];

describe('drafting', () => {
  it('K1 the animator of the group or a host drafts, citing standing answers of the group, each once', () => {
    const workshop = opened();
    answered(workshop, 1, 'Une réponse', 'answer-0001');
    workshop.given(animator(1), drafting(['answer-0001', 'answer-0001']), ideaId(1, 'a'));
    workshop.given(host, drafting([]), ideaId(1, 'b'));
    expect(workOf(workshop)?.keyIdeas[ideaId(1, 'a')]).toEqual({
      id: ideaId(1, 'a'),
      text: 'Une idée force',
      citations: ['answer-0001'],
    });
    expect(workshop.when(animator(2), drafting([]))).toEqual(rejected('not_your_group'));
    expect(workshop.when(animator(1), drafting([]), ideaId(1, 'a'))).toEqual(rejected('id_taken'));
    expect(populated().when(host, drafting([]))).toEqual(rejected('groups_not_formed'));
  });

  it('K1 no idea cites an answer of another group, nor one that was withdrawn', () => {
    const workshop = drafted();
    expect(workshop.when(animator(1), drafting(['answer-0002']))).toEqual(rejected('answer_unknown'));
    workshop.given(participant(1), withdrawing);
    expect(workshop.when(animator(1), drafting(['answer-0001']))).toEqual(rejected('answer_unknown'));
    expect(workshop.when(animator(1), revising())).toEqual(rejected('answer_unknown'));
  });

  it('K5 whoever revises says which text they saw, and never overwrites what another wrote', () => {
    const workshop = drafted();
    workshop.given(host, revising({ text: 'Du premier' }));
    expect(workshop.when(animator(1), revising({ text: 'Du second' }))).toEqual(rejected('key_idea_changed'));
    workshop.given(animator(1), revising({ text: 'Du premier', citations: [] }));
    expect(workOf(workshop)?.keyIdeas[ideaId(1, 'a')]).toEqual({
      id: ideaId(1, 'a'),
      text: 'Du premier',
      citations: [],
    });
    expect(workshop.when(host, revising({ keyIdeaId: 'idea-none' }))).toEqual(rejected('key_idea_unknown'));
  });

  it('K1 an idea may be dropped', () => {
    const workshop = drafted();
    workshop.given(animator(1), dropping);
    expect(workshop.when(animator(1), dropping)).toEqual(rejected('key_idea_unknown'));
    expect(Object.keys(workOf(workshop)?.keyIdeas ?? {})).toEqual([ideaId(1, 'b')]);
  });
});

describe('submitting', () => {
  it('K2 exactly as many different ideas as the workshop asks', () => {
    const workshop = drafted();
    const [a, b] = [ideaId(1, 'a'), ideaId(1, 'b')];
    for (const ids of [[], [a], [a, a], [a, b, 'idea-0001-c']]) {
      expect(workshop.when(animator(1), submitting(...ids))).toEqual(rejected('key_ideas_wrong_count'));
    }
    expect(workshop.when(animator(1), submitting(a, ideaId(2, 'a')))).toEqual(rejected('key_idea_unknown'));
    workshop.given(animator(1), submitting(b, a));
    expect(workOf(workshop)?.outcome).toEqual({
      kind: 'submitted',
      keyIdeaIds: [b, a],
      at: workshop.now,
      by: animator(1),
    });
  });

  it('K2 each cites an answer that nobody has withdrawn', () => {
    const workshop = drafted();
    workshop.given(participant(1), withdrawing);
    expect(workshop.when(animator(1), submission(1))).toEqual(rejected('key_idea_without_citation'));
  });

  it('K3 what is submitted stands still until it is reopened', () => {
    const workshop = drafted();
    expect(workshop.when(animator(1), reopening)).toEqual(rejected('key_ideas_not_submitted'));
    workshop.given(animator(1), submission(1));
    for (const command of [drafting([]), revising(), dropping, submission(1)]) {
      expect(workshop.when(host, command)).toEqual(rejected('key_ideas_submitted'));
    }
    workshop.given(animator(1), reopening);
    workshop.given(animator(1), revising());
    workshop.given(animator(1), submission(1));
  });

  it('K3 nobody but the group’s animator and hosts touches its ideas', () => {
    const workshop = drafted();
    for (const command of [revising(), dropping, submission(1), reopening]) {
      expect(workshop.when(animator(2), command)).toEqual(rejected('not_your_group'));
    }
  });
});

describe('once the plenary has seen them', () => {
  const all = [drafting([]), revising(), dropping, submission(1), reopening];

  it('K4 key ideas are final', () => {
    const workshop = inRestitution();
    workshop.given(host, presenting(1));
    for (const command of all) expect(workshop.when(host, command)).toEqual(rejected('key_ideas_presented'));
  });

  it('K4 a group that was called too early may still submit, and then its ideas are final', () => {
    const workshop = inRestitution();
    workshop.given(animator(1), reopening);
    workshop.given(host, presenting(1));
    workshop.given(animator(1), submission(1));
    for (const command of all) expect(workshop.when(animator(1), command)).toEqual(rejected('key_ideas_presented'));
  });

  it('K4 what is submitted while the wall is shown is final at once', () => {
    const workshop = inRestitution();
    workshop.given(host, { kind: 'ShowWall', slotId: restitutionSlot });
    expect(workOf(workshop, 1)?.presentedAt).toBe(workshop.now);
    expect(workOf(workshop, 2)?.presentedAt).toBeUndefined();
    workshop.given(animator(2), submission(2));
    expect(workOf(workshop, 2)?.presentedAt).toBe(workshop.now);
  });

  it('K4 while another group is on stage, a group may still reopen', () => {
    const workshop = inRestitution();
    workshop.given(host, presenting(2));
    workshop.given(animator(1), reopening);
    workshop.given(animator(1), submission(1));
    expect(workOf(workshop, 1)?.presentedAt).toBeUndefined();
  });
});
