import { describe, expect, it } from 'vitest';
import type { Command } from '../../../shared/workshop/commands.ts';
import { limits } from '../../../shared/workshop/limits.ts';
import type { Answer } from '../../../shared/workshop/state.ts';
import {
  animator,
  answered,
  breakoutSlot,
  formed,
  groupId,
  host,
  inGroup,
  inRestitution,
  MINUTE,
  opened,
  participant,
  populated,
  rejected,
  restitutionSlot,
  slotContent,
  usualSlots,
  type WorkshopScenario,
} from '../../doubles/workshopScenario.ts';

const posting = (groupNumber: number, text = 'Une réponse', promptIndex = 0): Command => ({
  kind: 'PostAnswer',
  ...inGroup(groupNumber),
  promptIndex,
  text,
});
const onAnswer = (kind: 'WithdrawAnswer' | 'SupportAnswer' | 'UnsupportAnswer', answerId = 'answer-0001'): Command => ({
  kind,
  ...inGroup(1),
  answerId,
});
const editing = (text: string, answerId = 'answer-0001'): Command => ({
  kind: 'EditAnswer',
  ...inGroup(1),
  answerId,
  text,
});
const answerOf = (workshop: WorkshopScenario, answerId = 'answer-0001'): Answer | undefined =>
  workshop.state.breakouts[breakoutSlot]?.works[groupId(1)]?.answers[answerId];
const withAnswer = (): WorkshopScenario => {
  const workshop = opened();
  answered(workshop, 1, 'Une réponse', 'answer-0001');
  return workshop;
};
const bell = 20 * MINUTE;
const grace = 2 * MINUTE;

describe('when answers count', () => {
  it('A1 from the sending off to the end of the grace after the bell, that instant included', () => {
    expect(formed().when(participant(1), posting(1))).toMatchObject({ ok: false });
    const workshop = opened();
    workshop.given(participant(1), posting(1));
    workshop.after(bell + grace).given(participant(1), posting(1));
    expect(workshop.after(1).when(participant(1), posting(1))).toEqual(rejected('answers_closed'));
  });

  it('A1 nothing before the groups are formed or sent off', () => {
    expect(populated().when(participant(1), posting(1))).toEqual(rejected('groups_not_formed'));
    const workshop = formed();
    const place = workshop.state.breakouts[breakoutSlot]?.placements[participant(1)] ?? '';
    expect(workshop.when(participant(1), { ...posting(1), groupId: place } as Command)).toEqual(
      rejected('breakout_not_open'),
    );
  });

  it('A1 an extension after the bell opens them again; a pause leaves them open', () => {
    const workshop = opened().after(bell + grace + 1);
    workshop.given(host, {
      kind: 'ExtendSlot',
      slotId: breakoutSlot,
      byMs: MINUTE,
      seenEndsAt: workshop.now - grace - 1,
    });
    workshop.given(participant(1), posting(1));
    workshop.given(host, { kind: 'PauseAgenda' });
    workshop.after(60 * MINUTE).given(participant(1), posting(1));
  });

  it('A2 after everyone was called back, for the grace after the call or after the bell, whichever came first', () => {
    const early = opened().after(5 * MINUTE);
    early.given(host, { kind: 'BringBack', slotId: breakoutSlot });
    early.after(grace).given(participant(1), posting(1));
    expect(early.after(1).when(participant(1), posting(1))).toEqual(rejected('answers_closed'));

    const late = opened().after(bell + MINUTE);
    late.given(host, { kind: 'NextSlot', fromSlotId: breakoutSlot });
    late.after(grace - MINUTE).given(participant(1), posting(1));
    expect(late.after(1).when(participant(1), posting(1))).toEqual(rejected('answers_closed'));
  });

  it('A2 everything about answers follows the same hours', () => {
    const workshop = withAnswer().after(bell + grace + 1);
    for (const [actor, command] of [
      [participant(1), editing('Trop tard')],
      [participant(1), onAnswer('WithdrawAnswer')],
      [participant(4), onAnswer('SupportAnswer')],
      [participant(4), onAnswer('UnsupportAnswer')],
    ] as const) {
      expect(workshop.when(actor, command)).toEqual(rejected('answers_closed'));
    }
  });
});

describe('writing', () => {
  it('A3 in one’s own group only, participants and animators alike', () => {
    const workshop = opened();
    workshop.given(participant(1), posting(1));
    workshop.given(animator(1), posting(1));
    expect(workshop.when(participant(1), posting(2))).toEqual(rejected('not_your_group'));
    expect(workshop.when(animator(1), posting(2))).toEqual(rejected('not_your_group'));
    expect(workshop.when(participant(1), posting(9))).toEqual(rejected('group_unknown'));
  });

  it('A3 an answer takes its id from the command, and nobody takes the id of another', () => {
    const workshop = withAnswer();
    expect(answerOf(workshop)).toEqual({
      id: 'answer-0001',
      promptIndex: 0,
      authorId: participant(1),
      text: 'Une réponse',
      postedAt: workshop.now,
      edited: false,
      withdrawn: false,
      supporterIds: [],
    });
    expect(workshop.when(participant(4), posting(1), 'answer-0001')).toEqual(rejected('id_taken'));
  });

  it('A8 two hundred answers of one person are enough, and cost the others nothing', () => {
    const workshop = opened();
    for (let count = 0; count < limits.answersPerPerson; count++) {
      workshop.given(participant(1), posting(1, `Réponse ${count}`), `answer-${count}-of-1`);
    }
    expect(workshop.when(participant(1), posting(1))).toEqual(rejected('too_many_answers'));
    expect(workshop.when(participant(4), posting(1))).toMatchObject({ ok: true });
  });

  it('A7 under a prompt that is there; without prompts all go under the first', () => {
    const workshop = opened();
    workshop.given(participant(1), posting(1, 'Deuxième question', 1));
    expect(workshop.when(participant(1), posting(1, 'Troisième', 2))).toEqual(rejected('prompt_unknown'));
    const slots = [...usualSlots.slice(0, 1), slotContent({ kind: 'breakout' }), ...usualSlots.slice(2)];
    const bare = opened({ slots });
    bare.given(participant(1), posting(1));
    expect(bare.when(participant(1), posting(1, 'Ailleurs', 1))).toEqual(rejected('prompt_unknown'));
  });
});

describe('changing one’s mind', () => {
  it('A4 only the author edits, and no other participant withdraws, also after having been moved', () => {
    const workshop = withAnswer();
    for (const actor of [participant(4), animator(1), animator(2), participant(2)]) {
      expect(workshop.when(actor, editing('Pas de moi'))).toEqual(rejected('answer_not_yours'));
    }
    for (const actor of [participant(4), animator(2), participant(2)]) {
      expect(workshop.when(actor, onAnswer('WithdrawAnswer'))).toEqual(rejected('answer_not_yours'));
    }
    workshop.given(host, { kind: 'MovePerson', ...inGroup(2), personId: participant(1) });
    workshop.given(participant(1), editing('Mieux dit'));
    expect(answerOf(workshop)).toMatchObject({ text: 'Mieux dit', edited: true });
    expect(workshop.given(participant(1), editing('Mieux dit'))).toEqual([]);
    workshop.given(participant(1), onAnswer('WithdrawAnswer'));
    expect(answerOf(workshop)?.withdrawn).toBe(true);
  });

  it('A5 a withdrawn answer is unknown from then on', () => {
    const workshop = withAnswer();
    workshop.given(participant(1), onAnswer('WithdrawAnswer'));
    for (const command of [
      editing('Encore'),
      onAnswer('WithdrawAnswer'),
      onAnswer('SupportAnswer'),
      onAnswer('UnsupportAnswer'),
    ]) {
      expect(workshop.when(participant(1), command)).toEqual(rejected('answer_unknown'));
    }
    expect(workshop.when(participant(1), editing('Rien', 'answer-none'))).toEqual(rejected('answer_unknown'));
  });
});

describe('an answer that hurts', () => {
  it.each([
    ['the group’s animator', animator(1)],
    ['a host', host],
  ])('A9 %s takes it off the page, also long after the bell', (_who, actor) => {
    const workshop = withAnswer().after(bell + grace + 1);
    expect(workshop.given(actor, onAnswer('WithdrawAnswer'))).toEqual([
      { kind: 'AnswerWithdrawn', ...inGroup(1), answerId: 'answer-0001' },
    ]);
    expect(answerOf(workshop)?.withdrawn).toBe(true);
    expect(workshop.when(actor, onAnswer('WithdrawAnswer'))).toEqual(rejected('answer_unknown'));
    expect(workshop.when(actor, onAnswer('WithdrawAnswer', 'answer-none'))).toEqual(rejected('answer_unknown'));
  });

  it('A9 not once the plenary has seen the group’s key ideas; of another group, still', () => {
    const workshop = inRestitution();
    workshop.given(host, { kind: 'PresentGroup', slotId: restitutionSlot, groupId: groupId(1) });
    for (const actor of [host, animator(1)]) {
      expect(workshop.when(actor, onAnswer('WithdrawAnswer'))).toEqual(rejected('key_ideas_presented'));
    }
    workshop.given(host, { kind: 'WithdrawAnswer', ...inGroup(2), answerId: 'answer-0002' });
  });

  it('A9 an animator takes back her own like everyone, within the hours of answers', () => {
    const workshop = opened();
    workshop.given(animator(1), posting(1), 'answer-0001');
    workshop.given(animator(1), onAnswer('WithdrawAnswer'));
    expect(answerOf(workshop)?.withdrawn).toBe(true);
  });

  it('A9 there is nothing to take off before the groups are formed, nor in a group that is not there', () => {
    expect(populated().when(host, onAnswer('WithdrawAnswer'))).toEqual(rejected('groups_not_formed'));
    const nowhere: Command = { kind: 'WithdrawAnswer', ...inGroup(9), answerId: 'answer-0001' };
    expect(opened().when(host, nowhere)).toEqual(rejected('group_unknown'));
  });
});

describe('supporting', () => {
  it('A6 each of the group supports the answers of others once, and may take it back', () => {
    const workshop = withAnswer();
    workshop.given(participant(4), onAnswer('SupportAnswer'));
    workshop.given(animator(1), onAnswer('SupportAnswer'));
    expect(workshop.given(participant(4), onAnswer('SupportAnswer'))).toEqual([]);
    expect(answerOf(workshop)?.supporterIds).toEqual([participant(4), animator(1)]);
    workshop.given(participant(4), onAnswer('UnsupportAnswer'));
    expect(workshop.given(participant(4), onAnswer('UnsupportAnswer'))).toEqual([]);
    expect(answerOf(workshop)?.supporterIds).toEqual([animator(1)]);
  });

  it('A6 nobody supports their own, nor an answer of another group', () => {
    const workshop = withAnswer();
    expect(workshop.when(participant(1), onAnswer('SupportAnswer'))).toEqual(rejected('answer_is_yours'));
    expect(workshop.when(participant(2), onAnswer('SupportAnswer'))).toEqual(rejected('not_your_group'));
  });
});
