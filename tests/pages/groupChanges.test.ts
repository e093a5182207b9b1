import { describe, expect, it } from 'vitest';
import { emptyRecipe } from '../../shared/groups/recipe.ts';
import type { HostBreakoutView, HostView, MemberView, PersonView } from '../../shared/views/views.ts';
import { mergedMix, mergeOffers } from '../../tab/screens/host/mergeReport.ts';
import { restitutionOf } from '../../tab/screens/host/nextAction.ts';
import { standIns } from '../../tab/screens/host/standIns.ts';
import { breakout, groups, hostView } from '../gallery/host/fixtures.ts';

/** Groups of these people, "name organisation", in order. */
function scene(
  ...rosters: readonly (readonly string[])[]
): Pick<HostView, 'people' | 'groups' | 'breakouts' | 'earlier'> & { breakout: HostBreakoutView } {
  const open = breakout('open');
  const people: Record<string, PersonView> = {};
  const works = groups.map(({ id }, index) => {
    const members: Record<string, MemberView> = {};
    for (const entry of rosters[index] ?? []) {
      const [name = '', organisation = ''] = entry.split(' ');
      people[name] = { id: name, name, organisation, role: 'participant', connected: true };
      members[name] = { id: name, name, organisation, connected: true, arrived: true };
    }
    return [id, { ...open.works[id], groupId: id, members }] as const;
  });
  const recipe = { ...emptyRecipe, mix: { organisation: 1 }, apartBy: ['organisation'], met: 'avoid' as const };
  const formed = { ...open, recipe, works: Object.fromEntries(works) } as HostBreakoutView;
  return { people, groups, breakouts: { [formed.slotId]: formed }, earlier: [], breakout: formed };
}
const [first, second, third] = groups.map(({ id }) => id) as [string, string, string];

describe('which group another one joins', () => {
  it('H28 the best is the one in which the rules hold, then the best mixed, then the smallest', () => {
    const view = scene(['Ana A', 'Bo B'], ['Cem C', 'Dia D'], ['Eve A', 'Fay E']);
    const offers = mergeOffers(view, view.breakout, third);
    expect(offers.map(({ group, size }) => [group.id, size])).toEqual([
      [second, 2],
      [first, 2],
    ]);
    expect(offers.map(mergedMix)).toMatchObject([
      { broken: [], meetAgain: 0 },
      { broken: [{ kind: 'shares', value: 'A', people: ['Ana', 'Eve'] }], meetAgain: 0 },
    ]);
  });

  it('H28 whoever has met is counted, a group that was presented is last, and one that was given up is not there', () => {
    const view = scene(['Ana A'], ['Bo B'], ['Cem C']);
    const earlier = [{ id: 'earlier-1', name: 'Avant', groups: [['Ana', 'Cem']] }];
    const met = mergeOffers({ ...view, earlier }, view.breakout, third);
    expect(met.map(({ group }) => group.id)).toEqual([second, first]);
    expect(met.map((offer) => mergedMix(offer).meetAgain)).toEqual([0, 1]);
    const { works } = view.breakout;
    const presented = { ...view.breakout, works: { ...works, [second]: { ...works[second], presented: true } } };
    const offers = mergeOffers({ ...view, earlier }, presented as HostBreakoutView, third);
    expect(offers.map(({ group, isPresented }) => [group.id, isPresented])).toEqual([
      [first, false],
      [second, true],
    ]);
    const merged = { ...view.breakout, merged: { [second]: first } };
    expect(mergeOffers(view, merged, third).map(({ group }) => group.id)).toEqual([first]);
  });

  it('H3 B15 a group that was given up is not presented', () => {
    const closed = { ...breakout('closed'), merged: { [second]: first } };
    const view = hostView({ breakouts: { [closed.slotId]: closed } });
    expect(restitutionOf(view, 'slot-0009').order).toEqual([first, third]);
  });
});

describe('who runs a group in somebody’s stead', () => {
  it('H29 its own people come first, those whose page is open before the others; nobody who has not come', () => {
    const view = scene(['Ana A', 'Bo B'], ['Cem C'], []);
    const { people } = view;
    const all: HostView['people'] = {
      ...people,
      Ana: { ...(people.Ana as PersonView), connected: false },
      Eve: { id: 'Eve', name: 'Ève', organisation: '', role: 'participant', connected: false, expected: true },
      Kim: { id: 'Kim', name: 'Kim', organisation: '', role: 'animator', groupId: second, connected: true },
      Lou: { id: 'Lou', name: 'Lou', organisation: '', role: 'animator', groupId: first, connected: false },
      Zoé: { id: 'Zoé', name: 'Zoé', organisation: 'Élan', role: 'participant', connected: true },
    };
    const found = standIns({ people: all, groups }, view.breakout, first, '');
    expect(found.inGroup.map(({ person }) => person.id)).toEqual(['Bo', 'Ana']);
    expect(found.elsewhere.map(({ person, groupNumber }) => [person.id, groupNumber])).toEqual([
      ['Cem', 2],
      ['Kim', 2],
      ['Zoé', undefined],
    ]);
    expect(standIns({ people: all, groups }, view.breakout, first, 'elan').elsewhere).toMatchObject([
      { person: { id: 'Zoé' } },
    ]);
  });
});
