import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyIdeaHistory } from '../../../shared/views/keyIdeaHistory.ts';
import { emptyWork } from '../../../shared/workshop/groups/groupWork.ts';
import { nameFor, play, randomWorkshop } from '../../doubles/randomWorkshop.ts';
import {
  animator,
  breakoutSlot,
  drafted,
  groupId,
  host,
  ideaId,
  inGroup,
  participant,
  restitutionSlot,
  submission,
  type WorkshopScenario,
} from '../../doubles/workshopScenario.ts';

const historyOf = ({ facts, state }: WorkshopScenario, place: { readonly slotId: string; readonly groupId: string }) =>
  keyIdeaHistory({
    facts,
    place,
    names: new Map([animator(1), host].map((id) => [id, nameFor(id)])),
    work: state.breakouts[place.slotId]?.works[place.groupId] ?? emptyWork,
  });

describe('the history of key ideas', () => {
  it('K9 tells who changed what, when, before and after', () => {
    const workshop = drafted();
    const revising = { kind: 'ReviseKeyIdea', ...inGroup(1), keyIdeaId: ideaId(1, 'a'), seenText: 'Idée 1a' } as const;
    workshop.after(60_000).given(host, { ...revising, text: 'Reprise', citations: [] });
    const lens = 'Alliances';
    workshop.given(animator(1), { kind: 'PutLens', ...inGroup(1), keyIdeaId: ideaId(1, 'a'), lens });
    workshop.given(animator(1), { kind: 'DropKeyIdea', ...inGroup(1), keyIdeaId: ideaId(1, 'b') });
    const first = { text: 'Idée 1a', citations: ['answer-0001'] };
    const second = { text: 'Reprise', citations: [] };
    const [one, two, three, four, five, ...rest] = historyOf(workshop, inGroup(1));
    expect(rest).toEqual([]);
    expect(one).toMatchObject({ kind: 'drafted', byName: nameFor(animator(1)).name, after: first });
    expect(one).not.toHaveProperty('before');
    expect(two).toMatchObject({ kind: 'drafted', keyIdeaId: ideaId(1, 'b') });
    expect(three).toMatchObject({ kind: 'revised', byName: nameFor(host).name, before: first, after: second });
    expect(three?.at).toBe(workshop.now);
    expect(four).toMatchObject({ kind: 'lensPut', before: second, after: { ...second, lens } });
    expect(five).toMatchObject({ kind: 'dropped', before: { text: 'Idée 1b' } });
    expect(five).not.toHaveProperty('after');
  });

  it('K9 tells of submitting, reopening and presenting; whoever was erased has no name, what was withdrawn is not there', () => {
    const workshop = drafted();
    workshop.given(animator(2), submission(2));
    workshop.given(animator(2), { kind: 'ReopenKeyIdeas', ...inGroup(2) });
    workshop.given(animator(2), submission(2));
    workshop.given(host, { kind: 'NextSlot', fromSlotId: breakoutSlot });
    workshop.given(host, { kind: 'PresentGroup', slotId: restitutionSlot, groupId: groupId(2) });
    const history = historyOf(workshop, inGroup(2));
    expect(history.filter(({ keyIdeaId }) => keyIdeaId === ideaId(2, 'a')).map(({ kind }) => kind)).toEqual([
      'drafted',
      'submitted',
      'reopened',
      'submitted',
      'presented',
    ]);
    expect(history.map(({ byName }) => byName)).toContain('');
    const withdrawn = drafted();
    withdrawn.given(participant(1), { kind: 'WithdrawAnswer', ...inGroup(1), answerId: 'answer-0001' });
    expect(historyOf(withdrawn, inGroup(1))[0]?.after?.citations).toEqual([]);
  });

  it('K9 ends in what the group has, in any workshop', () => {
    fc.assert(
      fc.property(randomWorkshop, (script) => {
        const { workshop } = play(script);
        for (const [slotId, { works }] of Object.entries(workshop.state.breakouts)) {
          for (const [group, work] of Object.entries(works)) {
            const history = historyOf(workshop, { slotId, groupId: group });
            const last = new Map(history.map(({ keyIdeaId, after }) => [keyIdeaId, after]));
            const now = [...last].filter(([, after]) => after !== undefined).map(([id, after]) => [id, after?.text]);
            expect(Object.fromEntries(now)).toEqual(
              Object.fromEntries(Object.values(work.keyIdeas).map(({ id, text }) => [id, text])),
            );
            const isPresented = history.some(({ kind }) => kind === 'presented');
            expect(isPresented).toBe(work.presentedAt !== undefined);
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});
