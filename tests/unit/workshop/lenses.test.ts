import { describe, expect, it } from 'vitest';
import {
  animator,
  breakoutSlot,
  drafted,
  groupId,
  host,
  ideaId,
  inGroup,
  inRestitution,
  rejected,
  restitutionSlot,
  type WorkshopScenario,
} from '../../doubles/workshopScenario.ts';

const putting = (lens?: string) =>
  ({ kind: 'PutLens', ...inGroup(1), keyIdeaId: ideaId(1, 'a'), ...(lens === undefined ? {} : { lens }) }) as const;
const ideaOf = (workshop: WorkshopScenario) =>
  workshop.state.breakouts[breakoutSlot]?.works[groupId(1)]?.keyIdeas[ideaId(1, 'a')];

describe('lenses on key ideas', () => {
  it('K8 the group’s animator or a host puts one of the list, and takes it off', () => {
    const workshop = drafted();
    workshop.given(animator(1), putting('Alliances'));
    expect(ideaOf(workshop)?.lens).toBe('Alliances');
    expect(workshop.when(host, putting('Alliances'))).toEqual({ ok: true, value: [] });
    expect(workshop.when(host, putting('Inconnu'))).toEqual(rejected('lens_unknown'));
    expect(workshop.when(animator(2), putting('Alliances'))).toEqual(rejected('not_your_group'));
    workshop.given(host, putting());
    expect(ideaOf(workshop)).toEqual({ id: ideaId(1, 'a'), text: 'Idée 1a', citations: ['answer-0001'] });
  });

  it('K8 revising an idea keeps its lens', () => {
    const workshop = drafted();
    workshop.given(animator(1), putting('Alliances'));
    workshop.given(animator(1), {
      kind: 'ReviseKeyIdea',
      ...inGroup(1),
      keyIdeaId: ideaId(1, 'a'),
      seenText: 'Idée 1a',
      text: 'Reprise',
      citations: [],
    });
    expect(ideaOf(workshop)).toMatchObject({ text: 'Reprise', citations: [], lens: 'Alliances' });
  });

  it('K8 a lens may still be put once the plenary has seen the ideas', () => {
    const workshop = inRestitution();
    workshop.given(host, { kind: 'PresentGroup', slotId: restitutionSlot, groupId: groupId(1) });
    workshop.given(host, putting('Alliances'));
    expect(ideaOf(workshop)?.lens).toBe('Alliances');
  });
});

describe('the ways of the wall', () => {
  const showing = (by: 'group' | 'nearness' | 'lens') => ({ kind: 'ShowWall', slotId: restitutionSlot, by }) as const;

  it('R7 is arranged as the host chooses, by group unless they say otherwise', () => {
    const workshop = inRestitution();
    workshop.given(host, { kind: 'ShowWall', slotId: restitutionSlot });
    expect(workshop.state.stage?.scene).toEqual({ kind: 'wall', by: 'group' });
    workshop.given(host, showing('nearness'));
    expect(workshop.state.stage?.scene).toEqual({ kind: 'wall', by: 'nearness' });
    expect(workshop.when(host, showing('nearness'))).toEqual({ ok: true, value: [] });
    workshop.given(host, showing('lens'));
    expect(workshop.state.stage?.scene).toEqual({ kind: 'wall', by: 'lens' });
  });
});
