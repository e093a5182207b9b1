import { plural } from '../../shared/views/wording.ts';
import { catalogue } from './catalogue.ts';

/** Words of the wall of key ideas, on the display and on phones. */
export const wallWords = catalogue(
  {
    sharedBy: (count: number) => `Dit par ${plural('fr', count, 'groupe', 'groupes')}`,
    sharedAcross: (groups: number, workshops: number) =>
      `Dit par ${plural('fr', groups, 'groupe', 'groupes')} de ${plural('fr', workshops, 'atelier', 'ateliers')}`,
    groupOf: (group: string, workshop: string) => `${group} · ${workshop}`,
    noLens: 'Sans axe de lecture',
    goesOn: (title: string) => `${title} (suite)`,
    by_group: 'Par groupe',
    by_workshop: 'Par atelier',
    by_nearness: 'Par proximité',
    by_lens: 'Par axe de lecture',
    arrangement: 'Présentation du mur',
  },
  {
    sharedBy: (count: number) => `Said by ${plural('en', count, 'group', 'groups')}`,
    sharedAcross: (groups: number, workshops: number) =>
      `Said by ${plural('en', groups, 'group', 'groups')} of ${plural('en', workshops, 'workshop', 'workshops')}`,
    groupOf: (group: string, workshop: string) => `${group} · ${workshop}`,
    noLens: 'Without a lens',
    goesOn: (title: string) => `${title} (continued)`,
    by_group: 'By group',
    by_workshop: 'By workshop',
    by_nearness: 'By nearness',
    by_lens: 'By lens',
    arrangement: 'How the wall is arranged',
  },
);
