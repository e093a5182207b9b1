import { MINUTE_MS } from '../../shared/core/time.ts';
import type { Language } from '../../shared/workshop/state.ts';

/** What somebody asks of the bot in words. */
export type ChatCommand =
  | { readonly kind: 'help' | 'whereAmI' | 'groups' | 'timeLeft' }
  | { readonly kind: 'next' | 'previous' | 'pause' | 'resume' | 'recall' }
  | { readonly kind: 'extend' | 'shorten'; readonly byMs: number }
  /** "This is the chat of group 2." */
  | { readonly kind: 'claimChat'; readonly groupNumber: number };

export interface ReadCommand {
  /** Absent: nothing that is understood. */
  readonly command?: ChatCommand;
  /** Of the words that were recognised; absent when they are the same in both, or none. */
  readonly language?: Language;
}

type Reading = readonly [
  pattern: RegExp,
  language: Language | undefined,
  command: (found: RegExpExecArray) => ChatCommand,
];

const simple = (kind: Exclude<ChatCommand['kind'], 'extend' | 'shorten' | 'claimChat'>) => (): ChatCommand => ({
  kind,
});
const minutes =
  (kind: 'extend' | 'shorten') =>
  (found: RegExpExecArray): ChatCommand => ({
    kind,
    byMs: Number(found[1] ?? found[2]) * MINUTE_MS,
  });
const claim = (found: RegExpExecArray): ChatCommand => ({ kind: 'claimChat', groupNumber: Number(found[1]) });
const unit = String.raw`\s*(?:min|mins|mn|minute|minutes)?`;

/** Some minutes after or before words: "ajoute 3 min", "3 minutes de plus". */
const minutesIn = (before: string, after: string): RegExp =>
  new RegExp(String.raw`^(?:(?:${before})\s*(\d{1,2})${unit}(?: ${after})?|(\d{1,2})${unit} ${after})$`);

/** On words without accents, capitals and punctuation. The first that fits counts. */
const readings: readonly Reading[] = [
  [/^(?:aide|aide moi|que peux tu faire|commandes)$/, 'fr', simple('help')],
  [/^(?:help|help me|what can you do|commands)$/, 'en', simple('help')],
  // Nothing but the bot's name, or a greeting: somebody wonders what it is.
  [/^\??$/, undefined, simple('help')],
  [
    /^(?:ou suis je|je suis ou|ou je suis|ou(?: dois je)? aller|(?:ou est )?(?:mon groupe|ma salle)|quel (?:est mon )?groupe|(?:dans )?quel groupe suis je|je suis dans quel groupe)$/,
    'fr',
    simple('whereAmI'),
  ],
  [
    /^(?:where am i|where do i go|(?:(?:where|what) (?:s|is) )?my (?:group|room)|which group(?: am i in)?)$/,
    'en',
    simple('whereAmI'),
  ],
  [/^(?:(?:les |(?:la )?liste des |quels sont les )?groupes)$/, 'fr', simple('groups')],
  [/^(?:(?:the |(?:show|list)(?: the)? )?groups)$/, 'en', simple('groups')],
  [
    /^(?:(?:le )?temps?(?: restant| qui reste)?|combien de temps|combien(?: de temps)? (?:reste t il|il reste)|il reste combien(?: de temps)?|quelle heure est il)$/,
    'fr',
    simple('timeLeft'),
  ],
  [
    /^(?:(?:the )?time(?: left| remaining)?|how (?:much time|long)(?:(?: is)? left| do we have(?: left)?)?)$/,
    'en',
    simple('timeLeft'),
  ],
  [
    /^(?:(?:(?:sequence|etape) )?suivante?|(?:(?:on )?passe[rz]? a la )?(?:sequence )?suite|passe[rz]? a la (?:sequence|etape) suivante)$/,
    'fr',
    simple('next'),
  ],
  [/^(?:next(?: slot| step| item)?|move on)$/, 'en', simple('next')],
  [/^(?:(?:(?:sequence|etape) )?precedente?|revenir en arriere)$/, 'fr', simple('previous')],
  [/^(?:back|previous|go back)$/, 'en', simple('previous')],
  [/^pause$/, undefined, simple('pause')],
  [/^met(?:s|tez|tre) en pause$/, 'fr', simple('pause')],
  [/^(?:reprend(?:s|re)?|reprenez|reprise|continuer)$/, 'fr', simple('resume')],
  [/^(?:resume|continue|go on)$/, 'en', simple('resume')],
  [
    /^(?:rappel|(?:rappel(?:le|er|ez)|(?:ramene|faire revenir|fais revenir))(?: tout le monde| les groupes)|rappeler|retour en pleniere|tout le monde revient)$/,
    'fr',
    simple('recall'),
  ],
  [
    /^(?:recall|bring (?:everyone )?back|bring back everyone|call everyone back|back to the plenary|everyone back)$/,
    'en',
    simple('recall'),
  ],
  [minutesIn('r?ajoute[rsz]?|plus|encore|prolonge[rsz]?(?: de)?', 'de plus'), 'fr', minutes('extend')],
  [minutesIn('add|extend(?: by)?', 'more'), 'en', minutes('extend')],
  [new RegExp(String.raw`^(\d{1,2}) more${unit}$`), 'en', minutes('extend')],
  [new RegExp(String.raw`^\+\s*(\d{1,2})${unit}$`), undefined, minutes('extend')],
  [minutesIn('moins|enleve[rsz]?|retire[rsz]?|raccourci(?:r|s|ssez)(?: de)?', 'de moins'), 'fr', minutes('shorten')],
  [minutesIn('minus|remove|shorten(?: by)?', 'less'), 'en', minutes('shorten')],
  [new RegExp(String.raw`^[-−–]\s*(\d{1,2})${unit}$`), undefined, minutes('shorten')],
  [
    /^(?:(?:ce fil est (?:celui )?du |ici le |ici |c est le |ceci est le )?groupe (?:n ?° ?|numero )?)(\d{1,3})$/,
    'fr',
    claim,
  ],
  [/^(?:(?:this is (?:the chat of )?|we are )?group )(\d{1,3})$/, 'en', claim],
];

/**
 * Reads what somebody wrote to the bot: in French or English, with or without accents, capitals, politeness and the mention
 * of the bot.
 */
export function readCommand(text: string): ReadCommand {
  const said = plainWords(text);
  for (const [pattern, language, command] of readings) {
    const found = pattern.exec(said);
    if (found === null) continue;
    const read = command(found);
    // "+0 minutes" asks for nothing.
    if ('byMs' in read && read.byMs === 0) return {};
    return { command: read, ...(language === undefined ? {} : { language }) };
  }
  return {};
}

/** "<at>Aparté</at> Où suis-je ?" → "ou suis je". Signs that carry a meaning stay: + - ? */
function plainWords(text: string): string {
  return text
    .slice(0, 500)
    .replace(/<at[^>]*>.*?<\/at>/gis, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&nbsp;|\u00a0|\u202f/g, ' ')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/(?<=\p{L})[-\u2010\u2011'’](?=\p{L})/gu, ' ')
    .replace(/\b(?:s il (?:te|vous) plait|stp|svp|please|merci|thanks|bonjour|salut|hello|hi)\b/g, ' ')
    .replace(/^[\s,.!]*\/?@?aparte\b/, ' ')
    .replace(/[.,;:!"«»“”()[\]*_/]+/g, ' ')
    .replace(/(?<=\S)\s*\?+\s*$/, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
