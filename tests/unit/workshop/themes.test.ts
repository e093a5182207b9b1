import { describe, expect, it } from 'vitest';
import { type Command, commandSchema } from '../../../shared/workshop/commands.ts';
import {
  animator,
  answered,
  breakoutSlot,
  groupId,
  host,
  inGroup,
  inRestitution,
  opened,
  participant,
  rejected,
  type WorkshopScenario,
} from '../../doubles/workshopScenario.ts';

const theme = (id: string, ...answerIds: string[]) => ({ id, label: `Thème ${id}`, answerIds });
const arranging = (
  themes: readonly ReturnType<typeof theme>[],
  seenArrangementId?: string,
): Extract<Command, { kind: 'ArrangeThemes' }> => ({
  kind: 'ArrangeThemes',
  ...inGroup(1),
  ...(seenArrangementId === undefined ? {} : { seenArrangementId }),
  themes: [...themes],
});
const workOf = (workshop: WorkshopScenario) => workshop.state.breakouts[breakoutSlot]?.works[groupId(1)];

function withAnswers(): WorkshopScenario {
  const workshop = opened();
  for (const number of [1, 2, 3]) answered(workshop, 1, `Réponse ${number}`, `answer-000${number}`);
  return workshop;
}

describe('arranging themes', () => {
  it('K6 the group’s animator and hosts arrange them; the arrangement holds all that is kept', () => {
    const workshop = withAnswers();
    const first = [theme('theme-0001', 'answer-0001', 'answer-0002')];
    workshop.given(animator(1), arranging(first), 'arranged-0001');
    expect(workOf(workshop)?.arrangement).toEqual({ id: 'arranged-0001', themes: first });
    const second = [...first, theme('theme-0002', 'answer-0003')];
    workshop.given(host, arranging(second, 'arranged-0001'), 'arranged-0002');
    expect(workOf(workshop)?.arrangement).toEqual({ id: 'arranged-0002', themes: second });
    expect(workshop.when(animator(2), arranging([], 'arranged-0002'))).toEqual(rejected('not_your_group'));
  });

  it('K6 of two who arrange at once the second is told, unless both want the same', () => {
    const workshop = withAnswers();
    const themes = [theme('theme-0001', 'answer-0001')];
    workshop.given(animator(1), arranging(themes), 'arranged-0001');
    expect(workshop.when(host, arranging([theme('theme-0002', 'answer-0002')]))).toEqual(rejected('themes_changed'));
    expect(workshop.when(host, arranging([], 'arranged-0000'))).toEqual(rejected('themes_changed'));
    expect(workshop.when(host, arranging(themes))).toEqual({ ok: true, value: [] });
    expect(workshop.when(host, arranging([], 'arranged-0001')).ok).toBe(true);
  });

  it('K6 nothing is arranged any more once the plenary has seen the key ideas', () => {
    const workshop = inRestitution();
    workshop.given(host, { kind: 'PresentGroup', slotId: 'slot-0003', groupId: groupId(1) });
    expect(workshop.when(animator(1), arranging([]))).toEqual(rejected('key_ideas_presented'));
  });

  it('K7 a withdrawn answer leaves its theme, and a theme without answers is gone', () => {
    const workshop = withAnswers();
    const themes = [theme('theme-0001', 'answer-0001', 'answer-0002'), theme('theme-0002', 'answer-0003')];
    workshop.given(animator(1), arranging(themes), 'arranged-0001');
    workshop.given(participant(1), { kind: 'WithdrawAnswer', ...inGroup(1), answerId: 'answer-0003' });
    workshop.given(participant(1), { kind: 'WithdrawAnswer', ...inGroup(1), answerId: 'answer-0002' });
    expect(workOf(workshop)?.arrangement?.themes).toEqual([theme('theme-0001', 'answer-0001')]);
    // What had been withdrawn while the editor moved things about is left out without a word.
    workshop.given(animator(1), arranging(themes));
    expect(workOf(workshop)?.arrangement?.themes).toEqual([theme('theme-0001', 'answer-0001')]);
  });

  it('K7 an answer that never was, or is named twice, is in no theme', () => {
    const workshop = withAnswers();
    expect(workshop.when(host, arranging([theme('theme-0001', 'answer-9999')]))).toEqual(rejected('answer_unknown'));
    const twice = [theme('theme-0001', 'answer-0001'), theme('theme-0002', 'answer-0001')];
    expect(commandSchema.safeParse(arranging(twice)).success).toBe(false);
    expect(commandSchema.safeParse(arranging([theme('theme-0001', 'answer-0001', 'answer-0001')])).success).toBe(false);
    expect(commandSchema.safeParse(arranging([theme('theme-0001', 'answer-0001')])).success).toBe(true);
  });
});
