import { catalogue } from './catalogue.ts';

/** Words of a group's fields. */
export const groupWords = catalogue(
  {
    name: 'Nom du groupe',
    nameNeeded: 'Donnez un nom à ce groupe.',
    animator: 'Animation (personne ou organisation)',
    room: 'Lien de la salle',
    roomHint: 'Réunion Teams ou autre\u00a0: collez son lien. Il peut être ajouté plus tard.',
    roomWrong: 'Ce n’est pas un lien web\u00a0: il commence par https://',
  },
  {
    name: 'Name of the group',
    nameNeeded: 'Give this group a name.',
    animator: 'Run by (person or organisation)',
    room: 'Link of the room',
    roomHint: 'A Teams meeting or any other: paste its link. It can be added later.',
    roomWrong: 'This is not a web link: it starts with https://',
  },
);
