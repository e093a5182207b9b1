import { plural } from '../../shared/views/wording.ts';
import { catalogue } from './catalogue.ts';

/** Words of the first page and of the set-up. */
export const homeWords = catalogue(
  {
    codeTitle: 'Rejoindre un atelier',
    about:
      'Aparté aide une réunion à se répartir en groupes, à réfléchir, puis à revenir avec deux idées forces par groupe. Aucun compte n’est nécessaire\u00a0: un code ou un lien suffit.',
    code: 'Code de l’atelier',
    codeHint: 'Il est affiché à l’écran ou écrit dans votre invitation, par exemple KMRT-7PXW.',
    codeWrong: 'Saisissez le code, ou collez le lien d’invitation de ce site.',
    enter: 'Entrer',
    hostHint:
      'Vous préparez des ateliers\u202f? Ouvrez le lien de préparation que le serveur a affiché à son démarrage.',

    setUp: 'Préparer un atelier',
    workshops: 'Ateliers de ce serveur',
    noWorkshops: 'Aucun atelier pour l’instant. Le premier naît d’un programme collé ici.',
    noDate: 'sans date',
    lastActivity: (when: string) => `dernière activité ${when}`,
    retry: 'Réessayer',
    reading: 'Lecture…',
    keyDenied:
      'Cette clé de préparation n’est pas reconnue\u00a0: rien n’a changé, votre brouillon est gardé. Reprenez le lien affiché au démarrage du serveur.',

    newWorkshop: 'Nouvel atelier',
    importIntro:
      'Collez le programme tel quel, ou déposez le fichier : Aparté en tire l’agenda, et montre ce qui est à vérifier.',
    paste: 'Programme',
    pasteExample: 'Ouverture (11h30 à 12h)\nIntroduction (5 min)\n…',
    readProgramme: 'Lire le programme',
    chooseFile: 'Choisir un fichier (.md, .txt)',
    orDrop: 'ou déposez-le n’importe où sur la page',
    dropHere: 'Déposez le programme ici',
    withoutDocument: 'Sans document',
    template: 'Modèle\u00a0: 20 minutes en 3 groupes',
    byHand: 'À la main',
    programme_empty: 'Il n’y a rien à lire dans ce texte\u00a0: il est gardé tel quel. Collez le programme entier.',
    programme_too_large:
      'Ce texte est trop long pour un programme (1 Mo au plus). Rien n’a été importé\u00a0: collez seulement la partie qui contient l’agenda.',
    programme_not_text: 'Ce fichier n’est pas du texte. Ouvrez-le dans son logiciel, copiez tout, et collez-le ici.',
    programme_without_slot:
      'Aucune séquence reconnue\u00a0: votre texte est gardé. Vérifiez qu’il contient des heures ou des durées, ou partez du modèle.',
    file_unreadable: 'Le navigateur n’a pas pu lire ce fichier. Ouvrez-le, copiez tout, et collez-le ici.',
    file_is_word: 'Pour un document Word\u00a0: ouvrez-le, copiez tout (Ctrl+A, Ctrl+C), et collez-le ici.',

    discard: 'Abandonner ce brouillon',
    discardAsk: 'Ce brouillon n’existe que sur cet appareil\u00a0: ce qui a été corrigé ici sera perdu.',
    discardNow: 'Abandonner',
    undo: 'Annuler la dernière modification',
    redo: 'Rétablir',
    kept: 'Brouillon gardé sur cet appareil',
    facts: 'L’atelier',
    title: 'Titre',
    titleNeeded: 'Donnez un titre à l’atelier.',
    date: 'Date',
    workshopLanguage: 'Langue de l’atelier',
    timeZone: 'Fuseau horaire',
    timeZoneWrong: 'Ce fuseau n’existe pas\u00a0: par exemple Europe/Paris.',

    conflicts: (count: number) => `${plural('fr', count, 'contradiction', 'contradictions')} dans le programme`,
    span: (from: string, to: string) => `${from} à ${to}`,
    sectionOverflow: (where: string, parts: string, available: string, over: string) =>
      `${where}\u00a0: ${parts} min n’entrent pas dans ${available}\u00a0: ${over} de trop.`,
    totalOver: (declared: string, planned: string, over: string) =>
      `Durée totale\u00a0: le programme annonce ${declared}, les séquences hors pauses en durent ${planned}\u00a0: ${over} de trop.`,
    totalUnder: (declared: string, planned: string, under: string) =>
      `Durée totale\u00a0: le programme annonce ${declared}, les séquences hors pauses en durent ${planned}\u00a0: ${under} de moins.`,
    overlap: (title: string, over: string) =>
      `«\u00a0${title}\u00a0» commence avant la fin de la séquence précédente\u00a0: ${over} de chevauchement.`,

    importRemarks: 'Ce que l’import a choisi',
    guessesToCheck: (count: number) =>
      `${plural('fr', count, 'séquence porte', 'séquences portent')} une valeur devinée\u00a0: elle est entourée de tirets, à vérifier.`,
    movedToNotes: (title: string) =>
      `«\u00a0${title}\u00a0»\u00a0: un champ trop long est passé en entier dans ses notes.`,
    slotsFolded: (count: number) =>
      `${plural('fr', count, 'séquence', 'séquences')} au-delà de la limite\u00a0: gardées en notes de la dernière.`,
    documentNotesKept: (count: number, title: string) =>
      `${plural('fr', count, 'ligne', 'lignes')} du document hors de l’agenda\u00a0: gardées en notes de «\u00a0${title}\u00a0».`,
    linesLeftOut: (count: number) =>
      `${plural('fr', count, 'ligne n’a pas trouvé', 'lignes n’ont pas trouvé')} de place, même en note\u00a0:`,
    groupsByDefault: (count: number) => `Le document ne dit pas combien de groupes\u00a0: ${count} par défaut.`,
    groupsLimited: (asked: number, count: number) => `Le document demande ${asked} groupes\u00a0: ${count} au plus.`,

    agenda: 'Agenda',
    slotsCount: (count: number) => plural('fr', count, 'séquence', 'séquences'),
    noSlots: 'L’agenda est vide\u00a0: ajoutez une première séquence.',
    newSlot: 'Nouvelle séquence',
    addSlot: 'Ajouter une séquence',
    addAfter: 'Ajouter une séquence après',
    removeSlot: 'Supprimer cette séquence',
    drag: 'Glisser pour déplacer',
    moveUp: (title: string) => `Monter\u00a0: ${title}`,
    moveDown: (title: string) => `Descendre\u00a0: ${title}`,
    details: (title: string) => `Détails\u00a0: ${title}`,
    workedOut: (time: string) => `vers ${time}`,
    promptsCount: (count: number) => plural('fr', count, 'question de relance', 'questions de relance'),
    lensesCount: (count: number) => plural('fr', count, 'axe de lecture', 'axes de lecture'),
    notesCount: (count: number) => plural('fr', count, 'note', 'notes'),
    guessed: 'deviné',
    guessed_kind: 'type',
    guessed_plannedStart: 'début',
    guessed_durationMs: 'durée',
    guessed_title: 'titre',
    guessedRange: (shortest: number, longest: number) => `durée (le programme dit ${shortest} à ${longest} min)`,
    guessIsRight: 'C’est juste',

    groups: (count: number) => plural('fr', count, 'groupe', 'groupes'),
    groupNumber: (number: number) => `Groupe ${number}`,
    addGroup: 'Ajouter un groupe',
    removeGroup: (name: string) => `Retirer ${name}`,
    remove: 'Retirer',
    keyIdeas: 'Idées forces par groupe',

    create: 'Créer l’atelier',
    creating: 'Création…',
    createHint: 'Vous recevrez les liens. Tout reste modifiable ensuite, depuis la console de l’hôte.',
    slotAtFault: (number: number) =>
      `La séquence ${number} a un champ vide ou trop long\u00a0: corrigez-la, le brouillon est gardé.`,
    groupAtFault: (number: number) =>
      `Le groupe ${number} a un champ vide ou un lien incorrect\u00a0: corrigez-le, le brouillon est gardé.`,
    draftAtFault: 'Un champ n’a pas la forme attendue\u00a0: vérifiez la date et les groupes, le brouillon est gardé.',
    created: 'L’atelier est prêt.',
    createdHint: 'Voici ses liens. Vous les retrouverez à tout moment dans la console de l’hôte.',
    openConsole: 'Ouvrir la console de l’hôte',
    backToWorkshops: 'Revenir aux ateliers',
  },
  {
    codeTitle: 'Join a workshop',
    about:
      'Aparté helps a meeting split into groups, think, and come back with two key ideas per group. No account is needed: a code or a link is enough.',
    code: 'Code of the workshop',
    codeHint: 'It is shown on the screen or written in your invitation, for instance KMRT-7PXW.',
    codeWrong: 'Type the code, or paste the invitation link of this site.',
    enter: 'Enter',
    hostHint: 'Preparing workshops? Open the set-up link that the server printed when it started.',

    setUp: 'Prepare a workshop',
    workshops: 'Workshops of this server',
    noWorkshops: 'No workshop yet. The first one is born from a programme pasted here.',
    noDate: 'no date',
    lastActivity: (when: string) => `last activity ${when}`,
    retry: 'Try again',
    reading: 'Reading…',
    keyDenied:
      'This set-up key is not recognised: nothing changed, your draft is kept. Take the link printed when the server started.',

    newWorkshop: 'New workshop',
    importIntro:
      'Paste the programme as it is, or drop the file: Aparté makes the agenda of it, and shows what to check.',
    paste: 'Programme',
    pasteExample: 'Opening (11:30 am – 12:00 pm)\nIntroduction (5 min)\n…',
    readProgramme: 'Read the programme',
    chooseFile: 'Choose a file (.md, .txt)',
    orDrop: 'or drop it anywhere on the page',
    dropHere: 'Drop the programme here',
    withoutDocument: 'Without a document',
    template: 'Template: 20 minutes in 3 groups',
    byHand: 'By hand',
    programme_empty: 'There is nothing to read in this text: it is kept as it is. Paste the whole programme.',
    programme_too_large:
      'This text is too long for a programme (1 MB at most). Nothing was imported: paste only the part that holds the agenda.',
    programme_not_text: 'This file is not text. Open it in its own software, copy everything, and paste it here.',
    programme_without_slot:
      'No slot recognised: your text is kept. Check that it holds times or durations, or start from the template.',
    file_unreadable: 'The browser could not read this file. Open it, copy everything, and paste it here.',
    file_is_word: 'For a Word document: open it, copy everything (Ctrl+A, Ctrl+C), and paste it here.',

    discard: 'Drop this draft',
    discardAsk: 'This draft exists on this device only: what was corrected here will be lost.',
    discardNow: 'Drop it',
    undo: 'Undo the last change',
    redo: 'Redo',
    kept: 'Draft kept on this device',
    facts: 'The workshop',
    title: 'Title',
    titleNeeded: 'Give the workshop a title.',
    date: 'Date',
    workshopLanguage: 'Language of the workshop',
    timeZone: 'Time zone',
    timeZoneWrong: 'There is no such time zone: for instance Europe/Paris.',

    conflicts: (count: number) => `${plural('en', count, 'contradiction', 'contradictions')} in the programme`,
    span: (from: string, to: string) => `${from} to ${to}`,
    sectionOverflow: (where: string, parts: string, available: string, over: string) =>
      `${where}: ${parts} min do not fit in ${available}: ${over} too much.`,
    totalOver: (declared: string, planned: string, over: string) =>
      `Total: the programme announces ${declared}, its slots outside breaks last ${planned}: ${over} too much.`,
    totalUnder: (declared: string, planned: string, under: string) =>
      `Total: the programme announces ${declared}, its slots outside breaks last ${planned}: ${under} too little.`,
    overlap: (title: string, over: string) =>
      `“${title}” starts before the end of the slot in front of it: ${over} of overlap.`,

    importRemarks: 'What the import chose',
    guessesToCheck: (count: number) =>
      `${plural('en', count, 'slot has', 'slots have')} a guessed value, framed with dashes, to be checked.`,
    movedToNotes: (title: string) => `“${title}”: a field too long for its place went whole into its notes.`,
    slotsFolded: (count: number) =>
      `${plural('en', count, 'slot', 'slots')} beyond the limit: kept as notes of the last one.`,
    documentNotesKept: (count: number, title: string) =>
      `${plural('en', count, 'line', 'lines')} of the document outside the agenda: kept as notes of “${title}”.`,
    linesLeftOut: (count: number) => `${plural('en', count, 'line', 'lines')} found no place, even as a note:`,
    groupsByDefault: (count: number) => `The document does not say how many groups: ${count} by default.`,
    groupsLimited: (asked: number, count: number) => `The document asks for ${asked} groups: ${count} at most.`,

    agenda: 'Agenda',
    slotsCount: (count: number) => plural('en', count, 'slot', 'slots'),
    noSlots: 'The agenda is empty: add a first slot.',
    newSlot: 'New slot',
    addSlot: 'Add a slot',
    addAfter: 'Add a slot after it',
    removeSlot: 'Delete this slot',
    drag: 'Drag to move',
    moveUp: (title: string) => `Move up: ${title}`,
    moveDown: (title: string) => `Move down: ${title}`,
    details: (title: string) => `Details: ${title}`,
    workedOut: (time: string) => `around ${time}`,
    promptsCount: (count: number) => plural('en', count, 'prompt', 'prompts'),
    lensesCount: (count: number) => plural('en', count, 'lens', 'lenses'),
    notesCount: (count: number) => plural('en', count, 'note', 'notes'),
    guessed: 'guessed',
    guessed_kind: 'kind',
    guessed_plannedStart: 'start',
    guessed_durationMs: 'duration',
    guessed_title: 'title',
    guessedRange: (shortest: number, longest: number) => `duration (the programme says ${shortest} to ${longest} min)`,
    guessIsRight: 'It is right',

    groups: (count: number) => plural('en', count, 'group', 'groups'),
    groupNumber: (number: number) => `Group ${number}`,
    addGroup: 'Add a group',
    removeGroup: (name: string) => `Remove ${name}`,
    remove: 'Remove',
    keyIdeas: 'Key ideas per group',

    create: 'Create the workshop',
    creating: 'Creating…',
    createHint: 'You will get the links. Everything can still be changed later, from the host’s console.',
    slotAtFault: (number: number) => `Slot ${number} has an empty or too long field: correct it, the draft is kept.`,
    groupAtFault: (number: number) =>
      `Group ${number} has an empty field or a wrong link: correct it, the draft is kept.`,
    draftAtFault: 'A field does not have the expected form: check the date and the groups, the draft is kept.',
    created: 'The workshop is ready.',
    createdHint: 'Here are its links. You will find them at any moment in the host’s console.',
    openConsole: 'Open the host’s console',
    backToWorkshops: 'Back to the workshops',
  },
);
