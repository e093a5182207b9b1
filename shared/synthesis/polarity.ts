import type { Language } from '../workshop/state.ts';
import { wordsOf } from './words.ts';

/** Whether a text says yes or no to what it is about, as far as its words tell: −1 for one that denies. */
export type Sign = 1 | -1;

const setOf = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/u));

interface Poles {
  readonly denials: ReadonlySet<string>;
  /** Beginnings of words that stand at either end of a scale: "augmenter" and "baisser", "allow" and "ban". */
  readonly less: readonly string[];
  readonly more: readonly string[];
}

const poles: Readonly<Record<Language, Poles>> = {
  fr: {
    denials: setOf('pas non sans jamais aucun aucune ni rien nullement'),
    less: `contre interdi supprim suppress aboli baiss diminu rédui réduc reduc redui moins refus oppos défavorable
      inutil mauvais difficile fermer fermons ferme fermeture désaccord arrêt arret cesser cessons stopper limiter limitons retirer
      abandon rejet rejeter désapprouv boycott`.split(/\s+/u),
    more: `pour favorable autoris augment hauss accroî élev plus davantage garder gardons garde maint conserv utile bon bien ouvrir ouvrons ouvre ouvert ouverture
      accept approuv soutien souten soutenir continu développ ajout inclu facile mieux oui renforc accélér possible
      encourag permet permett`.split(/\s+/u),
  },
  en: {
    denials: setOf('not no never without none neither nor nothing cannot nobody nowhere'),
    less: `against ban bans banned banning prohibit forbid abolish remove removed removing reduc decreas lower less fewer
      cut cuts cutting oppose opposed disagree reject refus useless bad hard difficult close closed closing stop abandon`.split(
      /\s+/u,
    ),
    more: `for favor favour allow permit legal legali increas raise raised raising higher more keep kept keeping maintain support agree accept
      approv useful good better open continu expand add adds adding includ easy possible encourag yes safe fair right
      grow`.split(/\s+/u),
  },
};

/** Longer beginnings may go on ("réduire", "réduction"); short ones are whole words, or "plus" would be in "plusieurs". */
const beginsWhole = 5;
const stands = (word: string, at: readonly string[]): boolean =>
  at.some((start) => word === start || (start.length >= beginsWhole && word.startsWith(start)));

const isDenial = (word: string, language: Language): boolean =>
  poles[language].denials.has(word) || (language === 'en' && word.endsWith("n't"));

/** "Je ne veux plus", "personne ne vient": denials made of words that deny nothing by themselves. */
const frenchDenial =
  /(?:^|[^\p{L}])(?:(?:ne\s|n['’])(?:\s*[\p{L}'’]+\s+){1,3}plus(?!\p{L})|personne\s+(?:ne\s|n['’]))/iu;
/** Denials that deny nothing. */
const noDenial =
  /(?:sans (?:attendre|doute|délai|tarder|cesse)|(?:pas|non) (?:que|seulement)|non plus|pas à pas|no doubt|not only|why not|pourquoi pas)/giu;

/** A denial turns what a text says, so does "contre" or "interdire", and one turns the other: "ne pas interdire". */
export function signOf(text: string, language: Language): Sign {
  const words = wordsOf(text.replace(noDenial, ' '));
  const denies = words.some((word) => isDenial(word, language)) || (language === 'fr' && frenchDenial.test(text));
  const lessens = words.some((word) => stands(word, poles[language].less));
  return denies === lessens ? 1 : -1;
}

/** Says on which side a text stands rather than what it is about. */
export const isPole = (word: string): boolean =>
  (['fr', 'en'] as const).some(
    (language) => isDenial(word, language) || stands(word, poles[language].less) || stands(word, poles[language].more),
  );

const fillers =
  setOf(`je j suis nous sommes on est plutôt totalement complètement tout à fait très absolument personnellement
  moi i am i'm we are we're strongly totally completely fully very personally`);
const infinitive = /(?:er|ir|re)$/u;

/** The side that a sentence opens with: "Contre la fusion", "Non à la fusion", "We are for the merger". 0 for none. */
export function sideOf(text: string): Sign | 0 {
  const words = wordsOf(text);
  const at = words.findIndex((word) => !fillers.has(word));
  const [first = '', next = ''] = words.slice(Math.max(0, at));
  if (['contre', 'non', 'opposé', 'opposée', 'opposés', 'stop', 'against', 'no', 'opposed', 'oppose'].includes(first))
    return -1;
  // "Pour améliorer…" says what for.
  if (first === 'pour') return infinitive.test(next) ? 0 : 1;
  return ['oui', 'favorable', 'favorables', 'for', 'yes'].includes(first) ? 1 : 0;
}

/** Says yes or no and nothing else. */
const sides = setOf('oui non pour contre ok yes no for against agree disagree accord désaccord');
export const isSide = (word: string): boolean => sides.has(word) || isDenial(word, 'fr') || isDenial(word, 'en');

const assents = setOf(
  "oui ok d'accord accord idem pareil exactement yes yeah agree agreed same ditto exactly indeed 1",
);
/** Words of meaning that may follow an assent ("+1 pour les achats") before it is an answer of its own. */
const assentWords = 2;

/** "+1", "oui pour les achats", "d'accord": it supports an idea and is none. */
export function isAssent(text: { readonly text: string; readonly whole: { readonly meaning: number } }): boolean {
  if (text.whole.meaning > assentWords) return false;
  const [first = ''] = wordsOf(text.text);
  return assents.has(first) && (first !== '1' || /^\s*\+\s*1/u.test(text.text));
}
