import { listed, plural } from '../../shared/views/wording.ts';
import { catalogue } from './catalogue.ts';

/** Words of what a host does with a group that has lost its animator or its people. */
export const groupChangesWords = catalogue(
  {
    groupActions: (group: string) => `Autres actions\u00a0: ${group}`,
    entrust: 'Confier l’animation à…',
    release: (name: string) => `Reprendre ${name} comme participant·e`,
    merge: 'Fusionner avec…',
    hasJoined: (number: number) => `a rejoint le groupe ${number}`,
    joinedBy: (numbers: readonly string[]) =>
      numbers.length === 1
        ? `Le groupe ${numbers[0]} a rejoint ce groupe.`
        : `Les groupes ${listed('fr', numbers)} ont rejoint ce groupe.`,
    awaited: 'attendu·e',
    awaitedCount: (count: number) => plural('fr', count, 'attendu·e', 'attendu·es'),
    notExpected: 'pas sur la liste',

    entrustTitle: (number: number) => `Qui anime le groupe ${number}\u202f?`,
    entrustHint:
      'Sa page devient celle de l’animation. Cette personne quitte sa place, et la retrouve quand vous la reprenez.',
    ofTheGroup: 'Dans le groupe',
    everybodyElse: 'Toutes les autres personnes',
    nobodyHere: 'Personne n’est encore arrivé·e.',
    whereNow: (number: number) => `groupe ${number}`,
    runsNow: (number: number) => `anime le groupe ${number}`,
    announcement: 'Annonce au groupe (facultative)',
    entrustNow: 'Confier l’animation',
    entrustAnnouncement: 'Votre groupe a une nouvelle personne à l’animation\u00a0: son nom est sur votre page.',

    mergeTitle: (number: number) => `Avec quel groupe réunir le groupe ${number}\u202f?`,
    mergeHint:
      'Ses personnes, leurs réponses et les brouillons d’idées forces rejoignent l’autre groupe. Dans ce travail en groupes, c’est définitif.',
    mergedSize: (from: number, into: number) =>
      `${into} + ${from} = ${plural('fr', from + into, 'personne', 'personnes')}`,
    best: 'le mieux',
    rulesKept: 'Toutes les règles de répartition tiennent.',
    sharing: (attribute: string, value: string, count: number) =>
      `${attribute}\u00a0: ${plural('fr', count, 'personne', 'personnes')} «\u00a0${value}\u00a0» ensemble.`,
    apartTogether: (names: readonly string[]) => `${listed('fr', names)} seraient ensemble, contre la règle.`,
    mixedWell: (attribute: string) => `${attribute}\u00a0: bien mêlé.`,
    mixedBadly: (attribute: string, value: string, count: number, most: number) =>
      `${attribute}\u00a0: ${count} «\u00a0${value}\u00a0», ${most} au plus si tout était partagé.`,
    meetAgain: (count: number) => `${plural('fr', count, 'paire se retrouve', 'paires se retrouvent')}.`,
    alreadyPresented: 'déjà présenté',
    mergeNow: 'Fusionner',
    mergeAnnouncement: (from: number, into: number) =>
      `Les groupes ${from} et ${into} n’en font plus qu’un\u00a0: rendez-vous dans la salle du groupe ${into}.`,
    organisation: 'Organisation',
  },
  {
    groupActions: (group: string) => `More actions: ${group}`,
    entrust: 'Ask someone to run it…',
    release: (name: string) => `Make ${name} a participant again`,
    merge: 'Merge with…',
    hasJoined: (number: number) => `has joined group ${number}`,
    joinedBy: (numbers: readonly string[]) =>
      numbers.length === 1
        ? `Group ${numbers[0]} has joined this group.`
        : `Groups ${listed('en', numbers)} have joined this group.`,
    awaited: 'expected',
    awaitedCount: (count: number) => `${count}\u00a0expected`,
    notExpected: 'not on the list',

    entrustTitle: (number: number) => `Who runs group ${number}?`,
    entrustHint:
      'Their page becomes the animator’s. They leave their place, and come back to it when you release them.',
    ofTheGroup: 'In the group',
    everybodyElse: 'Everybody else',
    nobodyHere: 'Nobody has come yet.',
    whereNow: (number: number) => `group ${number}`,
    runsNow: (number: number) => `runs group ${number}`,
    announcement: 'Announcement to the group (optional)',
    entrustNow: 'Let them run it',
    entrustAnnouncement: 'Somebody else runs your group now: their name is on your page.',

    mergeTitle: (number: number) => `Which group does group ${number} join?`,
    mergeHint:
      'Its people, their answers and the drafts of key ideas go to the other group. In this breakout, that is final.',
    mergedSize: (from: number, into: number) => `${into} + ${from} = ${plural('en', from + into, 'person', 'people')}`,
    best: 'the best',
    rulesKept: 'All rules of the split hold.',
    sharing: (attribute: string, value: string, count: number) =>
      `${attribute}: ${plural('en', count, 'person', 'people')} of “${value}” together.`,
    apartTogether: (names: readonly string[]) => `${listed('en', names)} would be together, against the rule.`,
    mixedWell: (attribute: string) => `${attribute}: well mixed.`,
    mixedBadly: (attribute: string, value: string, count: number, most: number) =>
      `${attribute}: ${count} of “${value}”, ${most} at most if all were shared out.`,
    meetAgain: (count: number) => `${plural('en', count, 'pair meets again', 'pairs meet again')}.`,
    alreadyPresented: 'presented already',
    mergeNow: 'Merge',
    mergeAnnouncement: (from: number, into: number) =>
      `Groups ${from} and ${into} are one now: see you in the room of group ${into}.`,
    organisation: 'Organisation',
  },
);
