import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lensGrids } from '../../../shared/synthesis/lensPresets.ts';
import { findSharedIdeas, type IdeaToShare } from '../../../shared/synthesis/sharedIdeas.ts';
import { suggestLens } from '../../../shared/synthesis/suggestLens.ts';
import { finish } from '../../../shared/synthesis/weighTexts.ts';
import { limits } from '../../../shared/workshop/limits.ts';
import { anyText } from './answers.ts';

const wall = [
  ['g1', 'Mutualiser les achats et les compétences entre associations du territoire'],
  ['g1', 'Un fonds commun alimenté par les entreprises locales'],
  ['g2', 'Sortir de la dépendance aux appels à projets par des financements pluriannuels'],
  ['g3', 'Des financements sur plusieurs années plutôt que des appels à projets'],
  ['g3', 'Former les bénévoles à la gestion'],
  ['g4', 'Contre la mutualisation des achats : chacun garde ses fournisseurs'],
  ['g4', 'Créer un fonds territorial avec les entreprises'],
  ['g5', 'Donner du temps aux bénévoles pour se former ensemble'],
  ['g5', 'Ouvrir les lieux aux habitants'],
  ['g6', 'Pour la fusion des deux associations'],
  ['g7', 'Contre la fusion des deux associations'],
] as const;
const ideas: readonly IdeaToShare[] = wall.map(([ownerId, text], index) => ({
  id: `idea-${String(index).padStart(2, '0')}`,
  ownerId,
  text,
  said: [],
}));
const shared = (list: readonly IdeaToShare[]) => finish(findSharedIdeas(list, { language: 'fr' }));

describe('key ideas that several groups share', () => {
  it('Y17 stand together, opposites apart', () => {
    expect(shared(ideas)).toEqual([
      ['idea-01', 'idea-06'],
      ['idea-02', 'idea-03'],
      ['idea-04', 'idea-07'],
    ]);
  });

  it('Y17 what one group alone says twice is in no set', () => {
    expect(shared(ideas.map((idea) => ({ ...idea, ownerId: 'g1' })))).toEqual([]);
    expect(shared([])).toEqual([]);
  });

  it('Y17 takes any text in any order; no idea stands in two sets, and each set has two groups', () => {
    const anyIdea = fc.tuple(fc.nat(3), fc.oneof(fc.constantFrom(...wall.map(([, text]) => text)), anyText));
    fc.assert(
      fc.property(fc.array(anyIdea, { maxLength: 12 }), (list) => {
        const given = list.map(([owner, text], index) => ({
          id: `idea-${String(index).padStart(2, '0')}`,
          ownerId: `g${owner}`,
          text,
          said: [],
        }));
        const sets = shared(given);
        expect(shared(given.toReversed())).toEqual(sets);
        expect(new Set(sets.flat()).size).toBe(sets.flat().length);
        const owners = new Map(given.map(({ id, ownerId }) => [id, ownerId]));
        for (const set of sets) expect(new Set(set.map((id) => owners.get(id))).size).toBeGreaterThan(1);
      }),
      { numRuns: 60 },
    );
  });
});

describe('a lens that is suggested', () => {
  const [pillars = [], goals = []] = lensGrids.map(({ lenses }) => lenses.fr.map(({ name }) => name));
  const suggested = (lenses: readonly string[], text: string, citations: readonly string[] = []) =>
    suggestLens({ lenses, text, citations, language: 'fr' });

  it.each([
    ['Former les bénévoles et reconnaître leurs compétences', 'Richesses humaines'],
    ['Des subventions pluriannuelles et le mécénat pour financer le projet', 'Ressources financières'],
    ['Coopérer avec les entreprises et les collectivités du territoire', 'Alliances stratégiques'],
  ])('Y18 is the one whose words come back: %s', (text, lens) => {
    expect(suggested(pillars, text)).toBe(lens);
  });

  it('Y18 is found among the seventeen goals, and by what citations say', () => {
    expect(suggested(goals, 'Garder la forêt et les haies pour la biodiversité')).toMatch(/^ODD\u00a015/);
    expect(suggested(goals, 'Agir pour les élèves', ['L’école d’abord', 'Former les enseignants'])).toMatch(
      /^ODD\u00a04/,
    );
  });

  it('Y18 is the name of any list, too', () => {
    expect(suggested(['Habiter', 'Se déplacer', 'Se nourrir'], 'Se nourrir mieux à la cantine')).toBe('Se nourrir');
  });

  it('Y18 knows what people say of a lens that a programme names in a word', () => {
    const named = ['richesses humaines', 'financements', 'partenariats'];
    expect(suggested(named, 'Former les bénévoles et reconnaître leurs compétences')).toBe('richesses humaines');
    expect(suggested(named, 'Des subventions et du mécénat pour trois ans')).toBe('financements');
    expect(suggested(named, 'Coopérer avec les entreprises du territoire')).toBe('partenariats');
  });

  it('Y18 is none when nothing fits, or two are close', () => {
    expect(suggested(pillars, 'Le café était bon')).toBeUndefined();
    expect(suggested(pillars, 'Former les bénévoles au financement et à la subvention')).toBeUndefined();
    expect(suggested([], 'Former les bénévoles')).toBeUndefined();
  });

  it('Y18 the grids of the house fit a breakout’s list', () => {
    for (const { lenses } of lensGrids) {
      for (const list of Object.values(lenses)) {
        expect(list.length).toBeLessThanOrEqual(limits.lenses);
        expect(new Set(list.map(({ name }) => name)).size).toBe(list.length);
      }
      expect(lenses.fr).toHaveLength(lenses.en.length);
    }
  });
});
