import { listed, plural } from '../../shared/views/wording.ts';
import { catalogue } from './catalogue.ts';

/** Words of the rooms of the groups: links, meetings that are made, rooms of Teams by hand. */
export const roomsWords = catalogue(
  {
    rooms: 'Salles',
    title: 'Salles des groupes',
    otherWays: 'Faire créer les réunions, ou utiliser les salles de Teams',
    standing: (count: number, all: number) => `${count} sur ${plural('fr', all, 'groupe', 'groupes')} avec une salle`,
    mixed: 'Vous pouvez mélanger les façons\u00a0: chaque groupe voit la sienne dans Aparté.',
    noRoom: 'pas encore de salle',
    teamsMeeting: 'réunion Teams',
    pasteTitle: 'Coller des liens',
    paste: 'Teams, Zoom, BigBlueButton ou autre\u00a0: n’importe quel lien, groupe par groupe.',
    pasteNow: 'Coller ou changer des liens',
    nativeTitle: 'Salles pour petits groupes de Teams, à la main',
    native:
      'Aucune application ne peut piloter ces salles, Aparté non plus. Il vous donne la liste des personnes dans l’ordre où Teams les montre, à cocher au fur et à mesure.',
    nativeNow: 'Ouvrir la liste à cocher',
    nativeLater: 'La liste sera là dès que les groupes seront formés.',
    makeTitle: 'Créer les réunions dans Teams',
    makeWhat: (count: number) =>
      `${count === 1 ? 'Une réunion, pour le groupe sans salle' : `${count}\u00a0réunions, une par groupe sans salle`}, à votre nom\u00a0: Teams vous en dira l’organisateur ou l’organisatrice. Rien n’entre dans les agendas\u00a0; chaque groupe voit son lien dans Aparté. Les salles déjà là restent.`,
    makeFirst: 'La première fois, Microsoft demande votre accord. Une explication s’affiche avant.',
    makeElsewhere:
      'Ouvrez cet atelier dans Teams, par l’onglet Aparté et avec votre compte\u00a0: un bouton y crée une réunion par groupe.',
    makeNone: 'Tous les groupes ont une salle\u00a0: il n’y a rien à créer.',
    makeNow: (count: number) => (count === 1 ? 'Créer la réunion' : `Créer les ${count}\u00a0réunions`),
    making: 'Création en cours…',
    lobby: 'Qui entre sans attendre\u202f?',
    everyone: 'Tout le monde',
    everyoneHint: 'Conseillé dès que quelqu’un vient sans compte ou d’une autre organisation.',
    organization: 'Votre organisation',
    organizationHint: 'Les autres attendent qu’on les fasse entrer.',
    consentTitle: 'Microsoft va demander votre accord',
    consent:
      'Il porte sur vos réunions en ligne (OnlineMeetings.ReadWrite). Aparté s’en sert quand vous créez des réunions ici, et à rien d’autre\u00a0: ni votre agenda, ni vos messages, ni vos fichiers. Il n’en garde aucune clé.',
    consentAdmin:
      'Si Microsoft dit qu’il faut l’accord d’un administrateur, fermez sa fenêtre\u00a0: les deux autres façons marchent sans.',
    toMicrosoft: 'Continuer vers Microsoft',
    atMicrosoft: 'Répondez dans la fenêtre de Microsoft…',
    givenTitle: 'Votre accord est donné',
    notGivenTitle: 'Aparté n’a pas reçu cet accord',
    closeWindow: 'Vous pouvez fermer cette fenêtre et revenir à Teams.',
    notGiven:
      'Rien n’a été créé. Réessayez, collez des liens, ou utilisez les salles de Teams à la main. Un administrateur peut aussi donner cet accord pour toute l’organisation.',
    made: (count: number) => plural('fr', count, 'réunion créée', 'réunions créées'),
    madeHint: 'Chaque groupe concerné voit son lien.',
    stopped: 'Toutes les réunions ne sont pas créées',
    refused:
      'Votre organisation ne permet pas de créer ces réunions\u00a0: les salles déjà là restent. Collez des liens, ou utilisez les salles de Teams à la main.',
    unavailable:
      'Microsoft ne répond pas, ou demande d’attendre\u00a0: les salles déjà là restent. Recommencez dans un instant, la suite se fera sans doublon.',
    slow: 'Microsoft répond lentement. Recommencez\u00a0: la suite se fera sans doublon.',
    ownLobby: (groups: readonly string[]) =>
      `${listed('fr', groups)}\u00a0: Teams a gardé son propre réglage d’attente. Changez-le dans les options de la réunion, ou faites entrer les gens.`,
    notHost:
      'Votre compte Teams n’est pas encore hôte de cet atelier. Touchez «\u00a0C’est moi dans Teams\u00a0» en haut de la page, puis recommencez.',
    noToken: 'Teams n’a pas dit qui vous êtes. Réessayez, ou collez des liens.',
    noAccount: 'Vous êtes dans Teams sans compte\u00a0: collez des liens, ou demandez à un hôte qui en a un.',
    retry: 'Réessayer',
  },
  {
    rooms: 'Rooms',
    title: 'Rooms of the groups',
    otherWays: 'Have meetings created, or use Teams’ own rooms',
    standing: (count: number, all: number) => `${count} of ${plural('en', all, 'group', 'groups')} with a room`,
    mixed: 'You may mix these ways: each group sees its own in Aparté.',
    noRoom: 'no room yet',
    teamsMeeting: 'Teams meeting',
    pasteTitle: 'Paste links',
    paste: 'Teams, Zoom, BigBlueButton or other: any link, group by group.',
    pasteNow: 'Paste or change links',
    nativeTitle: 'Teams’ own breakout rooms, by hand',
    native:
      'No app can drive these rooms, nor can Aparté. It gives you the list of people in the order in which Teams shows them, to tick off as you go.',
    nativeNow: 'Open the check-list',
    nativeLater: 'The list will be there once the groups are formed.',
    makeTitle: 'Create the meetings in Teams',
    makeWhat: (count: number) =>
      `${count === 1 ? 'One meeting, for the group without a room' : `${count}\u00a0meetings, one for each group without a room`}, in your name: Teams will call you their organiser. Nothing goes into calendars; each group sees its link in Aparté. Rooms that stand stay.`,
    makeFirst: 'The first time, Microsoft asks for your agreement. An explanation is shown before.',
    makeElsewhere:
      'Open this workshop in Teams, by the Aparté tab and with your account: a button there creates a meeting for each group.',
    makeNone: 'Every group has a room: there is nothing to create.',
    makeNow: (count: number) => (count === 1 ? 'Create the meeting' : `Create the ${count}\u00a0meetings`),
    making: 'Creating…',
    lobby: 'Who enters without waiting?',
    everyone: 'Everyone',
    everyoneHint: 'Best as soon as somebody comes without an account or from another organisation.',
    organization: 'Your organisation',
    organizationHint: 'Others wait until they are let in.',
    consentTitle: 'Microsoft will ask for your agreement',
    consent:
      'It is about your online meetings (OnlineMeetings.ReadWrite). Aparté uses it when you create meetings here, and for nothing else: not your calendar, your messages or your files. It keeps no key to them.',
    consentAdmin:
      'If Microsoft says that an administrator must agree, close its window: the two other ways work without.',
    toMicrosoft: 'Continue to Microsoft',
    atMicrosoft: 'Answer in Microsoft’s window…',
    givenTitle: 'Your agreement is given',
    notGivenTitle: 'Aparté did not get this agreement',
    closeWindow: 'You can close this window and go back to Teams.',
    notGiven:
      'Nothing was created. Try again, paste links, or use Teams’ own rooms by hand. An administrator can also agree for the whole organisation.',
    made: (count: number) => plural('en', count, 'meeting created', 'meetings created'),
    madeHint: 'Each of these groups sees its link.',
    stopped: 'Not all meetings are created',
    refused:
      'Your organisation does not let these meetings be created: rooms that stand stay. Paste links, or use Teams’ own rooms by hand.',
    unavailable:
      'Microsoft does not answer, or asks to wait: rooms that stand stay. Try again in a moment, it will go on without doubles.',
    slow: 'Microsoft answers slowly. Try again: it will go on without doubles.',
    ownLobby: (groups: readonly string[]) =>
      `${listed('en', groups)}: Teams kept its own lobby setting. Change it in the meeting’s options, or let people in.`,
    notHost:
      'Your Teams account is not a host of this workshop yet. Touch “That’s me in Teams” at the top of the page, then try again.',
    noToken: 'Teams did not say who you are. Try again, or paste links.',
    noAccount: 'You are in Teams without an account: paste links, or ask a host who has one.',
    retry: 'Try again',
  },
);
