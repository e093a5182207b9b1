import { plural } from '../../shared/views/wording.ts';
import { catalogue } from './catalogue.ts';

/** Words of the wall of several workshops. */
export const acrossWords = catalogue(
  {
    title: 'Le mur de plusieurs ateliers',
    intro:
      'Réunissez les idées forces de plusieurs ateliers\u00a0: ce que des groupes disent d’un atelier à l’autre vient ensemble, avec les réponses qui sont derrière.',
    addReports: 'Ajouter des rapports',
    reportsHint:
      'Dans la console de l’hôte de chaque atelier\u00a0: «\u00a0Compte rendu\u00a0», puis «\u00a0Données (JSON)\u00a0». Les fichiers sont lus dans ce navigateur et ne sont envoyés nulle part.',
    chooseReports: 'Choisir des rapports (.json)',
    orDrop: 'ou déposez-les n’importe où sur la page',
    dropHere: 'Déposez les rapports ici',
    ofThisServer: 'Ateliers de ce serveur',
    refresh: 'Relire les ateliers de ce serveur',
    reading: 'Lecture…',
    retry: 'Réessayer',
    keyDenied:
      'Cette clé de préparation n’est pas reconnue. Reprenez le lien affiché au démarrage du serveur, ou ajoutez des rapports par fichiers.',
    notPut: (title: string, why: string) =>
      `«\u00a0${title}\u00a0» n’a pas pu être lu\u00a0; ce qui est sur le mur y reste. ${why}`,
    pageTooOld: 'Cette page n’a plus la version du serveur\u00a0: rechargez-la, le mur est gardé.',
    noWorkshops: 'Aucun atelier sur ce serveur pour l’instant.',
    onWall: 'Sur le mur',
    nothingYet: 'Rien encore\u00a0: choisissez au moins deux ateliers.',
    oneMore: 'Ajoutez un deuxième atelier pour voir ce qu’ils ont en commun.',
    ideasOf: (groups: number, ideas: number) =>
      `${plural('fr', ideas, 'idée force', 'idées forces')} de ${plural('fr', groups, 'groupe', 'groupes')}`,
    silentGroups: (count: number) => `${plural('fr', count, 'groupe n’a', 'groupes n’ont')} rien soumis`,
    asOf: (when: string) => `au ${when}`,
    noDate: 'sans date',
    remove: (title: string) => `Retirer «\u00a0${title}\u00a0» du mur`,
    removed: (title: string) => `«\u00a0${title}\u00a0» n’est plus sur le mur.`,
    undo: 'Annuler',
    replaced: (title: string) =>
      `«\u00a0${title}\u00a0» était déjà sur le mur\u00a0: le rapport le plus récent est gardé.`,
    dismiss: 'Compris',
    notTaken: (count: number) =>
      `${plural('fr', count, 'fichier n’a pas pu être pris', 'fichiers n’ont pas pu être pris')}\u00a0; tout le reste est sur le mur.`,
    not_json:
      'ce n’est pas un rapport JSON. Téléchargez-le dans la console de l’hôte\u00a0: «\u00a0Données (JSON)\u00a0», pas «\u00a0Texte (Markdown)\u00a0».',
    not_a_report: 'c’est du JSON, mais pas un rapport d’Aparté.',
    other_version:
      'ce rapport vient d’une autre version d’Aparté\u00a0: téléchargez-le à nouveau, ou mettez ce serveur à jour.',
    damaged: 'ce rapport est abîmé ou a été modifié\u00a0: téléchargez-le à nouveau.',
    too_large: 'ce fichier est trop grand pour un rapport (20 Mo au plus).',
    unreadable: 'le navigateur n’a pas pu lire ce fichier\u00a0: copiez-le sur cet appareil, puis réessayez.',
    wall: 'Le mur',
    working: 'Aparté rapproche les idées…',
    nothingShared: 'Aucune idée n’est dite par plusieurs groupes\u00a0: elles sont rangées par atelier.',
    noIdeas: 'Aucun groupe n’a encore soumis d’idée force.',
    project: 'Projeter',
    leave: 'Revenir',
    counted: (workshops: number, groups: number) =>
      `${plural('fr', workshops, 'atelier', 'ateliers')}, ${plural('fr', groups, 'groupe', 'groupes')}`,
    openAcross: 'Réunir plusieurs ateliers sur un mur',
    openAcrossHint: 'Pour une plénière commune\u00a0: ce que leurs groupes disent ensemble.',
  },
  {
    title: 'The wall of several workshops',
    intro:
      'Bring the key ideas of several workshops together: what groups say from one workshop to another comes together, with the answers behind it.',
    addReports: 'Add reports',
    reportsHint:
      'In the host’s console of each workshop: “Report”, then “Data (JSON)”. The files are read in this browser and sent nowhere.',
    chooseReports: 'Choose reports (.json)',
    orDrop: 'or drop them anywhere on the page',
    dropHere: 'Drop the reports here',
    ofThisServer: 'Workshops of this server',
    refresh: 'Read this server’s workshops again',
    reading: 'Reading…',
    retry: 'Try again',
    keyDenied:
      'This set-up key is not recognised. Take the link that the server printed when it started, or add reports as files.',
    notPut: (title: string, why: string) => `“${title}” could not be read; what is on the wall stays. ${why}`,
    pageTooOld: 'This page is no longer of the server’s version: reload it, the wall is kept.',
    noWorkshops: 'No workshop on this server yet.',
    onWall: 'On the wall',
    nothingYet: 'Nothing yet: choose at least two workshops.',
    oneMore: 'Add a second workshop to see what they have in common.',
    ideasOf: (groups: number, ideas: number) =>
      `${plural('en', ideas, 'key idea', 'key ideas')} of ${plural('en', groups, 'group', 'groups')}`,
    silentGroups: (count: number) => `${plural('en', count, 'group has', 'groups have')} submitted nothing`,
    asOf: (when: string) => `as of ${when}`,
    noDate: 'no date',
    remove: (title: string) => `Take “${title}” off the wall`,
    removed: (title: string) => `“${title}” is no longer on the wall.`,
    undo: 'Undo',
    replaced: (title: string) => `“${title}” was on the wall already: the latest report is kept.`,
    dismiss: 'Got it',
    notTaken: (count: number) =>
      `${plural('en', count, 'file could not be taken', 'files could not be taken')}; all the rest is on the wall.`,
    not_json: 'this is no JSON report. Download it in the host’s console: “Data (JSON)”, not “Text (Markdown)”.',
    not_a_report: 'this is JSON, but no report of Aparté.',
    other_version: 'this report comes from another version of Aparté: download it again, or update this server.',
    damaged: 'this report is damaged or was changed: download it again.',
    too_large: 'this file is too large for a report (20 MB at most).',
    unreadable: 'the browser could not read this file: copy it to this device, then try again.',
    wall: 'The wall',
    working: 'Aparté is comparing the ideas…',
    nothingShared: 'No idea is said by several groups: they stand by workshop.',
    noIdeas: 'No group has submitted a key idea yet.',
    project: 'Project',
    leave: 'Back',
    counted: (workshops: number, groups: number) =>
      `${plural('en', workshops, 'workshop', 'workshops')}, ${plural('en', groups, 'group', 'groups')}`,
    openAcross: 'Bring several workshops onto one wall',
    openAcrossHint: 'For a common plenary: what their groups say together.',
  },
);
