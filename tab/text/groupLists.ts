import { plural } from '../../shared/views/wording.ts';
import { catalogue } from './catalogue.ts';

/** Words of what leaves the page once groups are formed: lists to print, a table, room by room. */
export const groupListsWords = catalogue(
  {
    lists: 'Listes',
    title: 'Listes des groupes',
    byGroup: 'Par groupe',
    byName: 'De A à Z',
    table: 'Tableur (CSV)',
    rooms: 'Salle par salle (Teams)',
    print: 'Imprimer',
    pagePerGroup: 'Une page par groupe',
    people: (count: number) => plural('fr', count, 'personne', 'personnes'),
    nobody: 'Personne dans ce groupe.',
    notHereYet: 'pas encore là',
    room: 'Salle\u00a0:',
    name: 'Nom',
    organisation: 'Organisation',
    email: 'E-mail',
    group: 'Groupe',
    delimiter: ';',
    tableHint:
      'Toutes les personnes avec ce qui est connu d’elles et leur groupe. Le fichier s’ouvre dans Excel\u00a0; il sert aussi de «\u00a0déjà vus ensemble\u00a0» pour un prochain atelier.',
    tableSave: 'Enregistrer le fichier CSV',
    tableSaved: 'Le fichier est dans vos téléchargements.',
    roomsHint:
      'Teams n’offre aucun moyen de remplir ses salles pour petits groupes automatiquement\u00a0: ni lien, ni fichier, ni application. Affectez les personnes à la main, dans l’ordre alphabétique où Teams les montre, et cochez au fur et à mesure. Les coches restent sur cet appareil.',
    assigned: (done: number, all: number) =>
      `${done} sur ${plural('fr', all, 'personne affectée', 'personnes affectées')}`,
    copyRoom: (group: string) => `Copier la liste\u00a0: ${group}`,
    copyList: 'Copier',
    copied: 'Copié',
    copyFailed: 'Copie refusée par le navigateur',
    untickAll: 'Tout décocher',
  },
  {
    lists: 'Lists',
    title: 'Lists of the groups',
    byGroup: 'By group',
    byName: 'A to Z',
    table: 'Table (CSV)',
    rooms: 'Room by room (Teams)',
    print: 'Print',
    pagePerGroup: 'One page for each group',
    people: (count: number) => plural('en', count, 'person', 'people'),
    nobody: 'Nobody in this group.',
    notHereYet: 'not here yet',
    room: 'Room:',
    name: 'Name',
    organisation: 'Organisation',
    email: 'Email',
    group: 'Group',
    delimiter: ',',
    tableHint:
      'Everyone with what is known of them and their group. The file opens in Excel; it also says who has met, for a later workshop.',
    tableSave: 'Save the CSV file',
    tableSaved: 'The file is in your downloads.',
    roomsHint:
      'Teams offers no way to fill its breakout rooms automatically: no link, no file, no app. Assign people by hand, in the alphabetical order in which Teams shows them, and tick them off as you go. The ticks stay on this device.',
    assigned: (done: number, all: number) => `${done} of ${plural('en', all, 'person assigned', 'people assigned')}`,
    copyRoom: (group: string) => `Copy the list: ${group}`,
    copyList: 'Copy',
    copied: 'Copied',
    copyFailed: 'The browser refused to copy',
    untickAll: 'Untick all',
  },
);

export type GroupListsText = (typeof groupListsWords)['fr'];
