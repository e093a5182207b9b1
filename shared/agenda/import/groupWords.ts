import { wordNumber } from './readDurations.ts';
import { folded } from './richText.ts';

/** The number that the first group of `pattern` says, when it can count groups or ideas. */
const numberOf = (pattern: RegExp, text: string): number | undefined => {
  const found = pattern.exec(text);
  const value = found ? wordNumber(found[1] ?? '') : undefined;
  return value !== undefined && value >= 1 && value <= 200 ? value : undefined;
};

const spelled = '\\d{1,3}|un|une|deux|trois|quatre|cinq|six|sept|huit|dix|one|two|three|four|five|six|seven|eight|ten';
const unit =
  '(?:groupes?|groups?|rooms?|salles?|sous-groupes?|tables?|teams?|equipes?|ateliers?|workshops?|breakouts?|commissions?)';
const groupCount = new RegExp(
  `(?<![\\p{L}\\d])(${spelled})\\s(?:petite?s?\\s|small\\s|working\\s|breakout\\s|discussion\\s|parallel\\s|sous[- ])*${unit}(?!\\p{L})`,
  'iu',
);
/** "Breakout rooms x 4", "Sous-groupes (3)". */
const roomTimes =
  /(?:rooms?|groupes?|groups?|salles?|tables?|ateliers?)\s?(?:\(?[x×]\s?|\()(\d{1,2})(?:\)|(?!\d|\s?[\p{L}'’]))/iu;
const keyIdeas = new RegExp(
  `(?<![\\p{L}\\d])(${spelled})\\s(?:idees?[- ](?:forces?|cles?|clefs?|fortes?|phares?)|(?:key|main|big|strong)\\s(?:ideas?|points?|messages?|takeaways?)|takeaways?|points?[- ](?:cles?|forts?|saillants?)|messages?[- ]cles?|(?:idees?|ideas?|points?|messages?)\\s(?:par|per|from each|pour chaque)\\s${unit})(?!\\p{L})`,
  'iu',
);

/** How many groups a line forms: "Répartition en 3 groupes", "5 tables", "Breakout rooms x 4". */
export const groupsIn = (text: string): number | undefined => {
  const line = folded(text);
  return numberOf(roomTimes, line) ?? numberOf(groupCount, line);
};

/** "Chaque table présente 2 idées", "each group brings two points". */
const ideasOfEach = new RegExp(
  `(?:chaque|each|every)\\s${unit}\\s(?:\\p{L}+\\s){0,2}(${spelled})\\s(?:idees?|ideas?|points?|messages?|propositions?|proposals?)(?!\\p{L})`,
  'iu',
);

/** How many ideas each group brings back: "2 idées force", "two takeaways", "3 idées par table". */
export const keyIdeasIn = (text: string): number | undefined =>
  numberOf(keyIdeas, folded(text)) ?? numberOf(ideasOfEach, folded(text));

/** "6 groupes de 10 personnes", "groups of 5 to 6 people": how the groups are made, nothing to work on. */
export const isGroupSize = (text: string): boolean =>
  new RegExp(
    `^(?:(?:par|en|in|into|of)\\s)?(?:(?:${spelled})\\s)?(?:petite?s?\\s|small\\s|sous-)*${unit}\\s(?:de|of)\\s(?:${spelled})(?:\\s(?:a|to|ou|or)\\s(?:${spelled}))?(?:\\s(?:personnes?|participants?|people|persons?|max\\S*))*\\s?[.]?$`,
    'iu',
  ).test(folded(text));

/** "Groupe 1 : les mobilités", "Table B – commerces": one group and what it works on, or who animates it. */
export const groupLine =
  /^(?:sous-groupe|groupe|group|breakout room|room|salle|table|team|équipe|atelier|workshop)\s(?:n°\s?)?(?:\d{1,2}|[A-H])\s?(?:[:–—-]|(?=\())\s?(?:anim[ée]+e?s? par|facilitators?\s?:|led by|with|avec)?\s?\(?/iu;

/** "trois groupes animés par A, B et C". */
export const groupAnimators =
  /(?:groupes?|groups?|rooms?|salles?|tables?)[^.;:]{0,40}?\s(?:anim[ée]+e?s?|facilit[ée]+e?s?|led|run|hosted|facilitated|moderated)\s(?:par|by)\s+([^.;:()]{2,300})/iu;
export const animatorLabel =
  /^(?:anim(?:ateurs?|atrices?|é|és|ation)(?: des groupes)?(?: par)?|facilitators?|facilitation|group facilitators?|animators?|room hosts?|hosts?)\s?:?\s(?=\p{Lu})/iu;

export const lensLabel =
  /^(?:axes? de lecture|grilles? de lecture|lens(?:es)?|reading grid|piliers?|pillars?|axes?|angles?|dimensions?)\s?:\s?/iu;
/** "selon trois axes : produire, cuisiner et partager". */
const announcedLenses = new RegExp(
  `(?:^|\\s|,)(?:selon|suivant|sur|autour de|sous|along|under|through|on|by)\\s(?:(?:les|nos|ces|the|${spelled})\\s){0,2}(?:axes?(?: de lecture)?|angles|piliers|dimensions|pillars|lenses|axis|aspects)\\s?:\\s?([^.?;:]{5,200})`,
  'iu',
);
/** "sur les richesses humaines, les financements et les partenariats": three things or more, each with its article. */
const listedLenses =
  /\s(?:sur|on)\s(?:(?:les?|la|the)\s|l['’])?([^,.?;:]{3,40}),\s(?:(?:les?|la|the)\s|l['’])?([^,.?;:]{3,40}?)(?:,\s(?:(?:les?|la|the)\s|l['’])?([^,.?;:]{3,40}?))?,?\s(?:et|and)\s(?:(?:les?|la|the)\s|l['’])?([^,.?;:]{3,40}?)\s?[?.]?$/iu;
const articled = /\s(?:sur|on)\s(?:les?\s|la\s|l['’]|the\s|\p{L}+\s?,)/iu;

/** The reading grid that a sentence lists, announced ("selon trois axes : …") or not ("… sur les A, les B et les C ?"). */
export const lensesIn = (text: string): string[] => {
  const announced = announcedLenses.exec(text.slice(0, 1_000))?.[1];
  if (announced !== undefined) {
    const parts = announced
      .split(/\s?,\s?(?:et\s|and\s)?|\s(?:et|and|&)\s/u)
      .map((part) => part.replace(/[\s)]+$/u, '').trim());
    return parts.length >= 2 ? parts.filter((part) => part !== '') : [];
  }
  const line = text.slice(-240);
  const found = articled.test(line) ? listedLenses.exec(line) : null;
  return (found?.slice(1) ?? []).filter((part) => part !== undefined).map((part) => part.trim());
};
