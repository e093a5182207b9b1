import { plural } from '../../shared/views/wording.ts';
import { catalogue } from './catalogue.ts';

/** Words of the choice that people make themselves, as the host offers and follows it. */
export const choiceWords = catalogue(
  {
    chooseTitle: 'Chacun choisit son groupe',
    chooseHint:
      'Chaque personne voit les groupes et leurs places sur sa page, et peut changer d’avis jusqu’à la fin du choix. Celles qui n’ont pas choisi sont alors placées au mieux.',
    chooseKeeps: 'Les personnes déjà placées gardent leur place et peuvent en changer.',
    capacity: (group: string) => `Places\u00a0: ${group}`,
    capacityShort: 'places',
    noCapacity: 'illimité',
    notEnoughPlaces: (people: number, places: number) =>
      `${plural('fr', places, 'place', 'places')} pour ${plural('fr', people, 'personne', 'personnes')}\u00a0: il en manque ${people - places}.`,
    openChoice: 'Ouvrir le choix',
    choiceOpen: 'Le choix est ouvert',
    changeCapacities: 'Mettre à jour les places',
    closeChoice: 'Clore le choix et placer les autres',
    chosen: (chosen: number, people: number) => `${chosen} sur ${people} ont choisi`,
    notChosen: (count: number) =>
      plural('fr', count, 'personne n’a pas encore choisi', 'personnes n’ont pas encore choisi'),
    backToPreview: 'Revenir à l’aperçu',
  },
  {
    chooseTitle: 'People choose their group',
    chooseHint:
      'Everyone sees the groups and their places on their page, and may change their mind until the choice ends. Those who have not chosen are placed then, where they fit best.',
    chooseKeeps: 'People who have a place keep it, and may change.',
    capacity: (group: string) => `Places: ${group}`,
    capacityShort: 'places',
    noCapacity: 'no limit',
    notEnoughPlaces: (people: number, places: number) =>
      `${plural('en', places, 'place', 'places')} for ${plural('en', people, 'person', 'people')}: ${people - places} too few.`,
    openChoice: 'Open the choice',
    choiceOpen: 'The choice is open',
    changeCapacities: 'Update the places',
    closeChoice: 'End the choice and place the others',
    chosen: (chosen: number, people: number) => `${chosen} of ${people} have chosen`,
    notChosen: (count: number) => plural('en', count, 'person has not chosen yet', 'people have not chosen yet'),
    backToPreview: 'Back to the preview',
  },
);
