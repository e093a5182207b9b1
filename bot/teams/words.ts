import { plural } from '../../shared/views/wording.ts';
import type { Language } from '../../shared/workshop/state.ts';

const nb = '\u00a0';

/** What the bot says. Names and texts of people are put beside it, never inside a sentence that is read as Markdown. */
export interface Words {
  readonly now: string;
  readonly nowOn: (title: string) => string;
  readonly next: string;
  readonly notStarted: string;
  readonly paused: string;
  readonly ended: string;
  readonly until: (hour: string) => string;
  readonly join: string;
  readonly joinInBrowser: string;
  readonly openPage: string;
  readonly joinByCode: (code: string) => string;
  readonly myGroup: string;
  readonly openRoom: string;
  readonly animatedBy: (name: string) => string;
  readonly yourAnswer: string;
  readonly send: string;
  readonly sendAnother: string;
  readonly yourAnswers: string;
  readonly sent: (count: number) => string;
  readonly notSent: string;
  readonly nothingTyped: string;
  readonly anonymous: string;
  readonly answersUntil: (hour: string) => string;
  readonly answersPaused: string;
  readonly answersClosed: string;
  readonly reminder: (minutes: number) => string;
  readonly reminderHint: (minutes: number) => string;
  readonly recall: string;
  readonly recallHint: string;
  readonly restitution: string;
  readonly nothingSubmitted: string;
  readonly moreInAparte: string;
  readonly youAreIn: (group: string) => string;
  readonly youRun: (group: string) => string;
  readonly with: string;
  readonly others: (count: number) => string;
  readonly alone: string;
  readonly noRoom: string;
  readonly notPlaced: string;
  readonly hostPlace: string;
  readonly announcement: string;
  readonly groups: string;
  readonly noGroups: string;
  readonly members: (count: number) => string;
  readonly timeLeft: (minutes: number, hour: string) => string;
  readonly overrun: (minutes: number) => string;
  readonly helpTitle: string;
  readonly help: readonly (readonly [command: string, effect: string])[];
  readonly helpHosts: string;
  readonly unknown: string;
  readonly welcome: string;
  readonly welcomeHint: string;
  /** In a 1:1 chat. */
  readonly welcomeAlone: string;
  readonly welcomeAloneHint: string;
  readonly notInWorkshop: string;
  readonly notLinked: string;
  readonly linked: string;
  readonly received: string;
  readonly done: string;
  readonly answerFor: (name: string) => string;
  readonly refused: (code: string) => string;
}

/** Why not, in a chat: what happened, what was kept, what to do next. Everything else is told in one way. */
const refusalsFr: Readonly<Record<string, string>> = {
  denied: `Cette action est réservée à l’hôte de plénière${nb}: rien n’a changé.`,
  stranger: `Aparté ne vous connaît pas encore dans cet atelier${nb}: rejoignez-le d’abord, puis recommencez.`,
  agenda_not_started: 'L’agenda n’est pas encore démarré.',
  agenda_already_started: 'L’agenda est déjà démarré.',
  agenda_not_running: `L’horloge ne tourne pas${nb}: rien n’a changé.`,
  agenda_not_paused: `L’agenda n’est pas en pause${nb}: rien n’a changé.`,
  agenda_empty: 'L’agenda est vide.',
  workshop_ended: 'L’atelier est terminé. Tout ce qui a été écrit est gardé.',
  clock_changed: `L’heure de fin vient d’être changée par quelqu’un d’autre${nb}: rien n’a été ajouté.`,
  slot_not_current: `L’agenda a avancé entre-temps${nb}: rien n’a été fait deux fois.`,
  no_next_slot: 'C’est la dernière séquence.',
  no_previous_slot: 'C’est la première séquence.',
  breakout_not_open: 'Les groupes ne sont pas ouverts.',
  groups_not_formed: 'Les groupes ne sont pas encore formés.',
  answers_closed: 'Le temps de réponse est terminé. Votre texte est encore ici, à copier.',
  not_your_group: `Vous n’êtes pas dans ce groupe${nb}: tapez «${nb}où suis-je${nb}» pour trouver le vôtre. Votre texte est encore ici.`,
  too_many_answers: 'Vous avez écrit le nombre maximal de réponses. Votre texte est encore ici, à copier.',
  prompt_unknown: 'Cette question a été retirée. Votre texte est encore ici, à copier.',
  too_long: 'Ce texte est trop long. Il est encore ici, à raccourcir.',
  group_unknown: 'Ce groupe n’existe pas dans l’atelier.',
  chat_not_groups: `Ce fil n’est pas celui d’un groupe${nb}: écrivez cela dans le fil où le groupe travaille.`,
};
const refusalsEn: Readonly<Record<string, string>> = {
  denied: 'This is for the plenary host: nothing was changed.',
  stranger: 'Aparté does not know you in this workshop yet: join it first, then try again.',
  agenda_not_started: 'The agenda has not started yet.',
  agenda_already_started: 'The agenda has already started.',
  agenda_not_running: 'The clock is not running: nothing was changed.',
  agenda_not_paused: 'The agenda is not paused: nothing was changed.',
  agenda_empty: 'The agenda is empty.',
  workshop_ended: 'The workshop has ended. Everything that was written is kept.',
  clock_changed: 'Somebody else has just changed the end time: nothing was added.',
  slot_not_current: 'The agenda has moved on meanwhile: nothing was done twice.',
  no_next_slot: 'This is the last item.',
  no_previous_slot: 'This is the first item.',
  breakout_not_open: 'The groups are not open.',
  groups_not_formed: 'The groups are not formed yet.',
  answers_closed: 'Answers are closed. Your text is still here to copy.',
  not_your_group: 'You are not in this group: type “where am I” to find yours. Your text is still here.',
  too_many_answers: 'You have written as many answers as possible. Your text is still here to copy.',
  prompt_unknown: 'This question was removed. Your text is still here to copy.',
  too_long: 'This text is too long. It is still here to shorten.',
  group_unknown: 'There is no such group in the workshop.',
  chat_not_groups: 'This is no group’s chat: write that in the chat where the group works.',
};

const fr: Words = {
  now: 'En ce moment',
  nowOn: (title) => `En ce moment${nb}: ${title}`,
  next: 'Ensuite',
  notStarted: 'L’atelier n’a pas encore commencé.',
  paused: 'L’horloge est en pause.',
  ended: 'L’atelier est terminé. Merci à tous.',
  until: (hour) => `jusqu’à ${hour}`,
  join: 'Rejoindre l’atelier',
  joinInBrowser: 'Sans Teams',
  openPage: 'Ma page',
  joinByCode: (code) => `Sur un téléphone${nb}: code ${code}`,
  myGroup: `Où suis-je${nb}?`,
  openRoom: 'Rejoindre la salle',
  animatedBy: (name) => `Animation${nb}: ${name}`,
  yourAnswer: 'Votre réponse',
  send: 'Envoyer',
  sendAnother: 'Envoyer une autre réponse',
  yourAnswers: 'Vos réponses',
  sent: (count) => (count > 1 ? 'Vos réponses sont enregistrées.' : 'Votre réponse est enregistrée.'),
  notSent: 'Votre réponse n’a pas été enregistrée.',
  nothingTyped: `Rien n’a été envoyé${nb}: écrivez d’abord une réponse.`,
  anonymous: 'Le groupe lit les réponses sans savoir qui les a écrites.',
  answersUntil: (hour) => `Réponses jusqu’à ${hour}`,
  answersPaused: 'L’horloge est en pause. Vous pouvez continuer à répondre.',
  answersClosed: 'Le temps de réponse est terminé.',
  reminder: (minutes) => `Il reste ${plural('fr', minutes, 'minute', 'minutes')}`,
  reminderHint: (minutes) =>
    minutes > 1 ? 'C’est le moment d’écrire ce que vous retenez.' : 'Envoyez vos dernières réponses.',
  recall: 'Retour en plénière',
  recallHint:
    'Quittez la salle de votre groupe et revenez dans la réunion principale. Tout ce qui a été écrit est gardé.',
  restitution: 'Les idées forces',
  nothingSubmitted: 'Ce groupe n’a pas remis d’idées forces.',
  moreInAparte: 'La suite se lit dans Aparté.',
  youRun: (group) => `Vous animez le ${group.charAt(0).toLowerCase()}${group.slice(1)}`,
  youAreIn: (group) => `Vous êtes dans le ${group.charAt(0).toLowerCase()}${group.slice(1)}`,
  with: 'Avec',
  others: (count) => `et ${plural('fr', count, 'autre personne', 'autres personnes')}`,
  alone: 'Vous êtes la première personne de ce groupe.',
  noRoom: 'La salle n’est pas encore indiquée. L’animateur·rice vous dira où aller.',
  notPlaced: 'Vous n’avez pas encore de groupe. Il vous sera indiqué à l’ouverture des groupes.',
  hostPlace: `Vous menez la plénière${nb}: vous n’êtes dans aucun groupe.`,
  announcement: 'Annonce de l’hôte',
  groups: 'Les groupes',
  noGroups: 'Les groupes ne sont pas encore ouverts.',
  members: (count) => plural('fr', count, 'personne', 'personnes'),
  timeLeft: (minutes, hour) => `Il reste ${plural('fr', minutes, 'minute', 'minutes')}, jusqu’à ${hour}.`,
  overrun: (minutes) => `Le temps est dépassé de ${plural('fr', minutes, 'minute', 'minutes')}.`,
  helpTitle: 'Ce que vous pouvez demander',
  help: [
    ['où suis-je', 'votre groupe, avec qui, et la salle'],
    ['groupes', 'la liste des groupes'],
    ['temps', 'le temps qui reste'],
  ],
  helpHosts: `Pour l’hôte${nb}: «${nb}suivant${nb}», «${nb}précédent${nb}», «${nb}+3${nb}minutes${nb}», «${nb}\u22122${nb}minutes${nb}», «${nb}pause${nb}», «${nb}reprendre${nb}», «${nb}rappeler${nb}», et «${nb}groupe${nb}2${nb}» pour dire quel groupe travaille dans ce fil.`,
  unknown: 'Je n’ai pas compris. Voici ce que vous pouvez demander.',
  welcome: 'Aparté est dans ce fil.',
  welcomeHint: `Il y affichera l’agenda, les questions et les rappels. Pour relier un atelier, ouvrez l’onglet Aparté de la réunion. Dans le fil d’un groupe, écrivez «${nb}@Aparté groupe${nb}2${nb}».`,
  welcomeAlone: 'Aparté vous écrira ici.',
  welcomeAloneHint: `Quand les groupes ouvrent, vous y lirez le vôtre, avec qui, et le lien de la salle. Vous pouvez aussi demander «${nb}où suis-je${nb}» ou «${nb}temps${nb}».`,
  notInWorkshop:
    'Vous ne participez à aucun atelier pour l’instant. Rejoignez-en un par son lien, son code, ou l’onglet Aparté de la réunion.',
  notLinked: 'Aucun atelier n’est relié à ce fil. L’hôte le relie depuis l’onglet Aparté de la réunion.',
  linked: 'Ce fil est maintenant celui du',
  received: 'Votre réponse est enregistrée.',
  done: 'C’est fait.',
  answerFor: (name) => `Pour ${name}`,
  refused: (code) => refusalsFr[code] ?? 'Ce n’est pas possible en ce moment. Rien n’a changé.',
};

const en: Words = {
  now: 'Now',
  nowOn: (title) => `Now: ${title}`,
  next: 'Next',
  notStarted: 'The workshop has not started yet.',
  paused: 'The clock is paused.',
  ended: 'The workshop has ended. Thank you all.',
  until: (hour) => `until ${hour}`,
  join: 'Join the workshop',
  joinInBrowser: 'Without Teams',
  openPage: 'My page',
  joinByCode: (code) => `On a phone: code ${code}`,
  myGroup: 'Where am I?',
  openRoom: 'Join the room',
  animatedBy: (name) => `Run by ${name}`,
  yourAnswer: 'Your answer',
  send: 'Send',
  sendAnother: 'Send another answer',
  yourAnswers: 'Your answers',
  sent: (count) => (count > 1 ? 'Your answers are stored.' : 'Your answer is stored.'),
  notSent: 'Your answer was not stored.',
  nothingTyped: 'Nothing was sent: write an answer first.',
  anonymous: 'The group reads answers without knowing who wrote them.',
  answersUntil: (hour) => `Answers until ${hour}`,
  answersPaused: 'The clock is paused. You may go on answering.',
  answersClosed: 'Answers are closed.',
  reminder: (minutes) => `${plural('en', minutes, 'minute', 'minutes')} left`,
  reminderHint: (minutes) => (minutes > 1 ? 'Time to write what you take away.' : 'Send your last answers.'),
  recall: 'Back to the plenary',
  recallHint: 'Leave your group’s room and come back to the main meeting. Everything that was written is kept.',
  restitution: 'The key ideas',
  nothingSubmitted: 'This group has submitted no key ideas.',
  moreInAparte: 'Read on in Aparté.',
  youRun: (group) => `You run ${group.charAt(0).toLowerCase()}${group.slice(1)}`,
  youAreIn: (group) => `You are in ${group.charAt(0).toLowerCase()}${group.slice(1)}`,
  with: 'With',
  others: (count) => `and ${plural('en', count, 'other person', 'other people')}`,
  alone: 'You are the first person in this group.',
  noRoom: 'The room is not given yet. The animator will tell you where to go.',
  notPlaced: 'You have no group yet. You will be told when the groups open.',
  hostPlace: 'You run the plenary: you are in no group.',
  announcement: 'From the host',
  groups: 'The groups',
  noGroups: 'The groups are not open yet.',
  members: (count) => plural('en', count, 'person', 'people'),
  timeLeft: (minutes, hour) => `${plural('en', minutes, 'minute', 'minutes')} left, until ${hour}.`,
  overrun: (minutes) => `${plural('en', minutes, 'minute', 'minutes')} over time.`,
  helpTitle: 'What you can ask',
  help: [
    ['where am I', 'your group, with whom, and its room'],
    ['groups', 'the list of the groups'],
    ['time left', 'how much time is left'],
  ],
  helpHosts:
    'For the host: “next”, “back”, “+3\u00a0minutes”, “\u22122\u00a0minutes”, “pause”, “resume”, “bring back”, and “group\u00a02” to say which group works in this chat.',
  unknown: 'I did not understand. Here is what you can ask.',
  welcome: 'Aparté is in this chat.',
  welcomeHint:
    'It will show the agenda, the questions and reminders here. To link a workshop, open the Aparté tab of the meeting. In the chat of a group, write “@Aparté group\u00a02”.',
  welcomeAlone: 'Aparté will write to you here.',
  welcomeAloneHint:
    'When the groups open you will read here which is yours, with whom, and the link of the room. You may also ask “where am I” or “time left”.',
  notInWorkshop:
    'You take part in no workshop at the moment. Join one by its link, its code, or the Aparté tab of the meeting.',
  notLinked: 'No workshop is linked to this chat. The host links it from the Aparté tab of the meeting.',
  linked: 'This is now the chat of',
  received: 'Your answer is stored.',
  done: 'Done.',
  answerFor: (name) => `For ${name}`,
  refused: (code) => refusalsEn[code] ?? 'This is not possible now. Nothing was changed.',
};

export const wordsOf: Readonly<Record<Language, Words>> = { fr, en };

/** "14:35" on the wall of the workshop's zone. */
export const hourIn = (instant: number, timeZone: string, language: Language): string =>
  new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone,
  }).format(instant);

/** Of somebody of whom only their own Teams is known: "fr-FR". */
export const languageOf = (locale: string): Language => (locale.toLowerCase().startsWith('en') ? 'en' : 'fr');
