import { describe, expect, it } from 'vitest';
import { buildReport } from '../../../shared/views/report.ts';
import { begun, endedEarly, founding, names, presented, start, stateAfter, worked } from './reportFixture.ts';

const MINUTE = 60_000;
const report = (...parts: Parameters<typeof stateAfter>) =>
  buildReport({ state: stateAfter(...parts), names, now: start + 90 * MINUTE });
const whole = report(founding, begun, worked, presented, endedEarly);

describe('buildReport', () => {
  it('E1 sets what was planned beside what happened', () => {
    expect(whole).toMatchObject({ status: 'ended', startedAt: start + MINUTE, madeAt: start + 90 * MINUTE });
    expect(
      whole.agenda.map(({ id, status, plannedMs, actualMs }) => [
        id,
        status,
        plannedMs / MINUTE,
        (actualMs ?? 0) / MINUTE,
      ]),
    ).toEqual([
      ['intro', 'done', 5, 1],
      ['work', 'done', 20, 17],
      ['plenary', 'done', 5, 3],
      ['focus', 'notDone', 30, 0],
    ]);
  });

  it('E2 lists the people of each group, animators first, without those who were taken out', () => {
    expect(whole.breakouts[0]?.groups[0]?.members).toEqual([
      { name: 'Zoé', organisation: 'Fondation de Lille', role: 'animator' },
      { name: 'Émile', organisation: 'Ville d’Arras', role: 'participant' },
      { name: '', organisation: '', role: 'participant' },
    ]);
  });

  it('E3 answers stand by prompt, the most supported first, without the withdrawn ones and without any author', () => {
    expect(
      whole.breakouts[0]?.groups[0]?.answers.map((answers) => answers.map(({ id, supports }) => [id, supports])),
    ).toEqual([
      [
        ['answer-2', 2],
        ['answer-1', 0],
      ],
      [['answer-4', 0]],
    ]);
    const text = JSON.stringify(whole);
    expect(text).not.toMatch(/person-|author|à oublier/u);
  });

  it('E4 key ideas come with their citations word for word: submitted ones first, drafts marked', () => {
    const ideas = whole.breakouts[0]?.groups[0]?.keyIdeas ?? [];
    expect(ideas.map((idea) => [idea.id, idea.status, idea.citations.map((each) => each.text)])).toEqual([
      ['idea-two', 'submitted', ['Un fonds commun']],
      ['idea-one', 'submitted', ['Mutualiser, oui !\nEt les locaux aussi', 'Mutualiser les achats']],
      ['idea-draft', 'draft', ['Un fonds commun']],
    ]);
    expect(whole.breakouts[0]?.groups[1]?.keyIdeas.map((idea) => idea.status)).toEqual(['draft']);
  });

  it('E5 the restitution stands in its order', () => {
    expect(whole.restitution?.groups.map((group) => [group.id, group.presented])).toEqual([
      ['group-2', false],
      ['group-1', true],
    ]);
  });

  it('E6 a workshop ended early says what did not take place', () => {
    expect(whole.gaps).toEqual([
      { kind: 'slots_not_done', slotIds: ['focus'] },
      { kind: 'key_ideas_not_submitted', slotId: 'work', groupIds: ['group-2'] },
      { kind: 'groups_not_presented', slotId: 'work', groupIds: ['group-2'] },
    ]);
    const skipped = report(founding, begun.slice(0, 4), presented.slice(1, 3), endedEarly);
    expect(skipped.gaps).toContainEqual({ kind: 'breakout_not_formed', slotId: 'work' });
    const unopened = report(founding, begun.slice(0, 5), presented.slice(1, 3), endedEarly);
    expect(unopened.gaps).toContainEqual({ kind: 'breakout_not_opened', slotId: 'work' });
  });

  it('E6 is there at any moment', () => {
    const events = [founding, begun, worked, presented, endedEarly].flat();
    for (let count = 1; count <= events.length; count++) {
      expect(report(events.slice(0, count)).workshopId).toBe('workshop-1');
    }
    expect(report(founding)).toMatchObject({ status: 'notStarted', gaps: [{ kind: 'agenda_not_started' }] });
    expect(report(founding, begun)).toMatchObject({ status: 'underWay', agenda: [{}, { status: 'underWay' }, {}, {}] });
  });

  it('E7 counts what it shows', () => {
    expect(whole.counts).toEqual({
      participants: 3,
      animators: 1,
      answers: 4,
      supports: 2,
      keyIdeasSubmitted: 2,
      keyIdeasDrafted: 2,
    });
  });
});
