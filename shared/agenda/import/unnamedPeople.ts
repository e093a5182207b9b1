import { folded, wordsOf } from './richText.ts';

/** What people are called by what they do in a meeting, singular and plural, folded. */
const functionWord =
  /^(?:(?:co-?)?(?:animat(?:eur|rice|or)|facilitat(?:eur|rice|or)|moderat(?:eur|rice|or)|rapporteu(?:r|se)|format(?:eur|rice)|intervenante?|hote|hotesse|host|trainer|speaker|panell?ist|benevole|volontaire|volunteer|participante?|scribe|referente?|temoin|salariee?|elue?|membre|member|personne|person|helper|secretaire)s?|people)$/;
/** Counts, articles, and the places where they are. */
const around =
  /^(?:\d{1,3}|un|une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|one|two|three|four|five|six|seven|eight|nine|ten|a|an|le|la|les|l|des|de|du|d|nos|our|the|chaque|each|every|par|per|of|from|in|et|and|ou|or|tous|toutes|all|plusieurs|several|some|puis|then|ensuite|groupes?|groups?|sous|tables?|salles?|rooms?|ateliers?|workshops?|breakouts?|equipes?|teams?|s|e|es|trices?|rices?|euses?)$/;

/** The longest phrase that only counts people: "un rapporteur et un animateur par table". */
const MOST_WORDS = 10;

/**
 * "4 animateurs", "les rapporteurs", "table hosts", "un rapporteur par groupe": people whom nobody names, so that the
 * words stay a note and nobody is entered as lead or speaker.
 */
export const isUnnamed = (text: string): boolean => {
  const words = wordsOf(folded(text.slice(0, 120)));
  return (
    words.length > 0 &&
    words.length <= MOST_WORDS &&
    words.some((word) => functionWord.test(word)) &&
    words.every((word) => functionWord.test(word) || around.test(word))
  );
};

const count =
  /\b(?:\d{1,3}|un|une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|one|two|three|four|five|seven|eight|nine|ten|an?|des|plusieurs|several|some|chaque|each|every|par|per)\b/;

/** "4 animateurs", "un rapporteur par groupe": a number of them leads nothing, although "Animé par : rapporteurs" does. */
export const isCounted = (text: string): boolean => isUnnamed(text) && count.test(folded(text.slice(0, 120)));
