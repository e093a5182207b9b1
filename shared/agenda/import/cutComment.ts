import { personAtStart, surePeople } from './readPeople.ts';
import { folded, type RichText, sliceRich, wordsOf } from './richText.ts';
import { guessKind } from './slotKind.ts';

/** Numbering that a section's name does not need: "Partie 1 :", "Séquence 2 –", "3." */
export const numbering =
  /^(?:(?:partie|part|séquence|sequence|temps|phase|étape|etape|step|module|acte|bloc|section)\s(?:\d{1,2}|[IVX]{1,4}|un|deux|trois|one|two|three)|\d{1,2}|[A-H](?=\s?[.)–—]))\s?[:.)–—-]\s?(?=\p{L})/iu;

/** Indices at which `pattern` (sticky) matches outside « », “ ”, " " and brackets, in the first 400 characters. */
export function* placesOutsideQuotes(text: string, pattern: RegExp): Generator<number, undefined> {
  let depth = 0;
  let straight = false;
  for (let at = 0; at < Math.min(text.length, 400); at++) {
    const char = text[at] ?? '';
    if ('«“([{'.includes(char)) depth++;
    else if ('»”)]}'.includes(char)) depth = Math.max(0, depth - 1);
    else if (char === '"') straight = !straight;
    if (depth > 0 || straight) continue;
    pattern.lastIndex = at;
    if (pattern.test(text)) yield at;
  }
}

/** The first of these places, or −1. */
export const outsideQuotes = (text: string, pattern: RegExp): number =>
  placesOutsideQuotes(text, pattern).next().value ?? -1;

/** Words too general to name a slot alone: "Atelier : cartographier les besoins" keeps what follows. */
export const general =
  /^(?:ateliers?(?: (?:\d{1,2}|[a-d]|participatifs?|collaboratifs?|pratiques?))?|conferences?|tables? rondes?|keynotes?|panels?(?: discussions?)?|round ?tables?|workshops?(?: (?:\d{1,2}|[a-d]))?|sessions?(?: \d{1,2})?|pleniere(?: \d{1,2})?|plenary|talks?|seance \d{1,2}|sequence \d{1,2}|partie \d{1,2}|part \d{1,2}|debat|retours? d'experiences?|etudes? de cas|case stud(?:y|ies)|exercice(?: \d{1,2})?|exercise(?: \d{1,2})?|activite(?: \d{1,2})?|activity(?: \d{1,2})?|groupe \d|round \d|point \d{1,2}|item \d{1,2}|deliberation|projet|focus|zoom|retour en pleniere)$/;
export const colon = /\s?:\s/y;
const arrow = /\s?(?:=>|⇒|→|->)\s?/y;
/** "…, 3 min par salle", "… – 2 idées force par groupe", "…, 2 key ideas": the share of each is told by the notes. */
const share =
  /(?:,|\s[–—-])\s(?:\d{1,3}\s?|\p{L}{2,9}\s)(?:(?:(?:min(?:utes)?|mn|['’])\s|(?:(?:key|main|big|strong|top)\s)?(?:id[ée]es?|ideas?|points?|messages?|takeaways?)\s(?:\p{L}{2,9}\s)?)(?:par|per|each|chacune?|pour chaque|from each)(?!\p{L})|(?:key|main|big|strong|top)\s(?:ideas?|points?|messages?|takeaways?)|takeaways?(?!\p{L})|id[ée]es?[- ](?:cl[ée]s?|clefs?|forces?|fortes?|phares?)(?!\p{L}))/iuy;
const purpose =
  /(?:,\s(?:pour|afin de|visant à|en présence de|en direct de|en direct du|introduit|suivie? de|with the aim|in order to|followed by)\s|\s(?:en direct (?:de|du|des)|live from)\s)/iy;
const sentence = /(?<![\s(](?:M|Mr|Mrs|Ms|Dr|Pr|Prof|St|Ste|No|Cllr))[.?!]\s(?=\p{Lu})/uy;
/** "(5 min)", "[CPE]" – but not the endings of "animateur(s)" and "(ré)inventer". */
export const brackets = /\s?(?:\((?!s\)|e\)|e\.s\)|re\))[^()]{0,200}\)|\[[^[\]]{0,200}\])/gu;

/** A title with its subject is still short enough to be read on a phone. */
const SHORT_TITLE = 10;
/** Single words that name a moment by themselves; any other single word needs its subject ("Bilan : les chiffres"). */
const momentWord =
  /^(?:accueil|ouverture|introduction|conclusion|cloture|fin|welcome|opening|introductions?|closing|close|wrap[- ]?up|bilan(?: collectif)?|(?:temoignages?|regards)(?: croises)?)$/;

/** "Restitution : 2 idées par groupe": how it is done, not what it is about. */
const shareOfEach =
  /\d\s?(?:id[ée]es?|ideas?|points?|messages?|min|mn|['’]|x|×|groupes?|groups?|tables?|salles?|rooms?)/iu;

/** "Regard académique : Anne-Valérie CRESPO" – but in "Spotlight: Grow Leeds – Anita Rao" the person comes after the subject. */
const namesPerson = (subject: string): boolean =>
  surePeople(subject).length > 0 || (!/\s[–—-]\s/u.test(subject) && personAtStart(subject) !== undefined);

/** True when the words after the colon belong to the name: "Table ronde : l'eau en partage", "Fishbowl: what do we avoid?". */
const namesWithSubject = (text: string, at: number): boolean => {
  const name = folded(text.slice(0, at).replace(brackets, '').replace(numbering, '')).trim();
  const subject = text.slice(at).replace(/^[\s:]+/u, '');
  if (general.test(name)) return true;
  if (wordsOf(text).length > SHORT_TITLE || shareOfEach.test(subject) || namesPerson(subject)) return false;
  const { kind } = guessKind(name, name, '');
  if (kind === 'breakout') return !/\?\s?[»”"]?$/.test(subject);
  if (kind === 'talk' && /^[«“"][^«»“”"]+[»”"]$/u.test(subject)) return true;
  return kind === 'talk' && wordsOf(name).length <= 2 && !momentWord.test(name);
};

/** Cuts at the first mark of a comment: a colon, an arrow, a purpose, a second sentence. */
export const cutComment = (rich: RichText): RichText => {
  let cut = rich;
  for (const pattern of [arrow, share, purpose, sentence]) {
    const at = outsideQuotes(cut.text, pattern);
    if (at > 2) cut = sliceRich(cut, 0, pattern === sentence ? at + 1 : at);
  }
  const at = outsideQuotes(cut.text, colon);
  if (at <= 0) return cut;
  if (!namesWithSubject(cut.text, at)) return sliceRich(cut, 0, at);
  const again = outsideQuotes(cut.text.slice(at + 3), colon);
  return again > 0 ? sliceRich(cut, 0, at + 3 + again) : cut;
};
