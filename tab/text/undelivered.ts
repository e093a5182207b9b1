import { plural } from '../../shared/views/wording.ts';
import { catalogue } from './catalogue.ts';

/** What the bot could not tell people in Teams. */
export const undeliveredWords = catalogue(
  {
    title: (count: number) =>
      count > 1
        ? `${plural('fr', count, 'message', 'messages')} n’ont pas pu être envoyés dans Teams`
        : 'Un message n’a pas pu être envoyé dans Teams',
    more: (count: number) => `Et ${plural('fr', count, 'autre', 'autres')}.`,
    advice: 'Dites-le à voix haute\u00a0: les écrans et les téléphones sont à jour.',
    which: (count: number): string => (count > 1 ? 'Lesquels, et pourquoi' : 'Lequel, et pourquoi'),
    understood: 'Compris',
    meeting: 'Fil de la réunion',
    missed: (what: string, hour: string) => `\u00a0: ${what}, ${hour}.`,
    what_workshop: 'l’état de l’atelier',
    what_prompts: 'les questions du groupe',
    what_reminder: 'le rappel du temps',
    what_recall: 'le retour en plénière',
    what_restitution: 'les idées forces',
    what_place: 'son groupe et sa salle',
    what_mentions: 'les personnes à prévenir de leur groupe',
    what_announcement: 'l’annonce',
    reason_blocked: 'Teams refuse que l’application y écrive.',
    reason_gone: 'Cette conversation n’existe plus.',
    reason_not_installed: 'L’application n’y est plus installée.',
    reason_unreachable: 'Teams n’a pas répondu à temps.',
    reason_refused: 'Teams n’a pas accepté ce message.',
  },
  {
    title: (count) =>
      count > 1
        ? `${plural('en', count, 'message', 'messages')} could not be sent in Teams`
        : 'A message could not be sent in Teams',
    more: (count) => `And ${plural('en', count, 'other', 'others')}.`,
    advice: 'Say it aloud: screens and phones are up to date.',
    which: () => 'Which, and why',
    understood: 'Understood',
    meeting: 'Chat of the meeting',
    missed: (what, hour) => `: ${what}, ${hour}.`,
    what_workshop: 'the state of the workshop',
    what_prompts: 'the questions of the group',
    what_reminder: 'the time reminder',
    what_recall: 'the way back to the plenary',
    what_restitution: 'the key ideas',
    what_place: 'their group and its room',
    what_mentions: 'people to be told their group',
    what_announcement: 'the announcement',
    reason_blocked: 'Teams does not let the app write there.',
    reason_gone: 'This conversation is no more.',
    reason_not_installed: 'The app is not installed there any more.',
    reason_unreachable: 'Teams did not answer in time.',
    reason_refused: 'Teams did not take this message.',
  },
);
