import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { themeHistory } from '../../../shared/views/themeHistory.ts';
import { emptyWork } from '../../../shared/workshop/groups/groupWork.ts';
import { nameFor, play, randomWorkshop } from '../../doubles/randomWorkshop.ts';
import {
  animator,
  drafted,
  groupId,
  host,
  inGroup,
  participant,
  type WorkshopScenario,
} from '../../doubles/workshopScenario.ts';

const historyOf = ({ facts, state }: WorkshopScenario, place: { readonly slotId: string; readonly groupId: string }) =>
  themeHistory({
    facts,
    place,
    names: new Map([animator(1), host].map((id) => [id, nameFor(id)])),
    work: state.breakouts[place.slotId]?.works[place.groupId] ?? emptyWork,
  });

const fund = { id: 'theme-1', label: 'Fonds', answerIds: ['answer-0001'] };

describe('the history of themes', () => {
  it('K9 tells who arranged which themes, when, and how they stood before and after', () => {
    const workshop = drafted();
    const first = workshop.after(60_000).now;
    workshop.given(animator(1), { kind: 'ArrangeThemes', ...inGroup(1), themes: [fund] });
    const seenArrangementId = workshop.state.breakouts[inGroup(1).slotId]?.works[groupId(1)]?.arrangement?.id;
    const renamed = { ...fund, label: 'Un fonds commun' };
    const again = {
      kind: 'ArrangeThemes',
      ...inGroup(1),
      ...(seenArrangementId ? { seenArrangementId } : {}),
    } as const;
    workshop.after(60_000).given(host, { ...again, themes: [renamed] });
    const [one, two, ...rest] = historyOf(workshop, inGroup(1));
    expect(rest).toEqual([]);
    expect(one).toMatchObject({ kind: 'themesArranged', byName: nameFor(animator(1)).name, before: [], after: [fund] });
    expect(two).toMatchObject({ byName: nameFor(host).name, before: [fund], after: [renamed], at: workshop.now });
    expect(one?.at).toBe(first);
    expect(historyOf(workshop, inGroup(2))).toEqual([]);
  });

  it('K9 shows nothing of what was withdrawn', () => {
    const workshop = drafted();
    workshop.given(animator(1), { kind: 'ArrangeThemes', ...inGroup(1), themes: [fund] });
    workshop.given(participant(1), { kind: 'WithdrawAnswer', ...inGroup(1), answerId: 'answer-0001' });
    expect(historyOf(workshop, inGroup(1))).toEqual([]);
  });

  it('K9 ends in what the group keeps, in any workshop', () => {
    fc.assert(
      fc.property(randomWorkshop, (script) => {
        const { workshop } = play(script);
        for (const [slotId, { works }] of Object.entries(workshop.state.breakouts)) {
          for (const [group, work] of Object.entries(works)) {
            const kept = new Map<string, unknown>();
            for (const { before, after } of historyOf(workshop, { slotId, groupId: group })) {
              for (const { id } of before) kept.delete(id);
              for (const theme of after) kept.set(theme.id, theme);
            }
            const now = (work.arrangement?.themes ?? []).map((theme) => [theme.id, theme]);
            expect(Object.fromEntries(kept)).toEqual(Object.fromEntries(now));
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});
