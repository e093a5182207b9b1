import { cardOf, type FakeTeams, type PostedActivity } from '../doubles/fakeTeams.ts';

/** Kind of message → how its words begin. */
const kinds: readonly (readonly [kind: string, words: RegExp])[] = [
  ['welcome', /^Aparté est dans ce fil/],
  ['linked', /^Ce fil est maintenant celui du groupe (\d)/],
  ['call', /^Groupe (\d).*<at>/],
  ['questions', /^Groupe (\d)/],
  ['place', /^Vous êtes dans le groupe (\d)/],
  ['no place yet', /^Vous n’avez pas encore de groupe/],
  ['announcement', /^Annonce de l’hôte\. (.*?)\.$/],
  ['reminder', /^Il reste (\d)\u00a0minute/],
  ['recall', /^Retour en plénière/],
  ['key ideas', /^Les idées forces/],
  ['received', /^Votre réponse est enregistrée/],
  ['done', /^C’est fait/],
];

/** What a message says, to a screen reader or as plain text. */
export const wordsOf = ({ activity }: PostedActivity): string => activity.text ?? cardOf(activity)?.speak ?? '';

/** "place 2", "reminder 5", "announcement Bienvenue"; anything else is the card of the workshop. */
function labelOf(message: PostedActivity): string {
  const words = wordsOf(message);
  for (const [kind, pattern] of kinds) {
    const found = pattern.exec(words);
    if (found !== null) return found[1] === undefined ? kind : `${kind} ${found[1]}`;
  }
  return 'workshop';
}

/** The messages of a chat as its people see them, in order: one that took another's place is one message. */
export const transcript = (teams: FakeTeams, chat: string): readonly string[] => teams.in(chat).map(labelOf);

/** Messages of a kind in a chat. */
export const told = (teams: FakeTeams, chat: string, label: string): readonly PostedActivity[] =>
  teams.in(chat).filter((message) => labelOf(message) === label);
