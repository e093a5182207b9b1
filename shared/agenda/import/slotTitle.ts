import { brackets, colon, cutComment, outsideQuotes, placesOutsideQuotes } from './cutComment.ts';
import { trimEdges } from './readItem.ts';
import { findLead, introducedPeople, leadName, peopleOf, personAtStart, surePeople } from './readPeople.ts';
import { folded, type RichText, sliceRich, wordsOf } from './richText.ts';

/** The name of a slot, who leads it, who speaks, and the words of the line that none of them holds. */
export interface TitleParts {
  readonly title: string;
  readonly lead?: string;
  readonly speakers: readonly string[];
  /** What the title leaves out, to be kept as a note; empty when the title says all. */
  readonly rest: string;
}

/** A title longer than this is a sentence: its bold words or its first part name it better. */
const LONG_TITLE = 12;

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const dash = /\s[–—-]\s/y;
const by = /,?\s(?:par|by|with|avec)\s(?=(?:Mme|M\.|Mr|Mrs|Ms|Dr|Pr|Prof|le |la |the )?\p{L})/uy;
/** "des trois heures d'atelier" says how long the day is, not what the slot is about. */
const lengthOfWhole =
  /\s(?:des|de ces|de nos|of the|of our|of these)\s(?:\p{L}{2,8}|\d{1,2})\s(?:heures?|hours?|minutes|jours|days)(?:\s(?:d['’]atelier|d['’]échanges?|de travail|of (?:the )?workshop|of work|together))?/iu;
/** "par Madame la Maire", "by the chair": who speaks, by function only. */
const roleHolder =
  /^(?:madame|monsieur|m\.|mme|le|la|les|the|our|notre|l')\s?(?:la |le |l')?(?:maire|adjointe?|president|vice-president|directeur|directrice|prefet|prefete|proviseure?|principale?|rectrice|recteur|delegue|deputee?|mayor|chair|director|head|deputy|organi[sz]er|ministre|minister)/;
/** "par le cabinet Urbanéo", "by the River Trust": an organisation that speaks. */
const speakingBody = /^(?:le |la |les |l['’]|the )((?:\p{Ll}+\s){0,2}\p{Lu}[^,.;:()–]{1,50})$/u;
const firstWords = /^(?:de la |de l['’]|des |du |de |d['’]|of |for |pour |: )(?=\p{L})/iu;

/** The bold words when they begin the title, or when the title is a sentence that they sum up. */
const boldTitle = (rich: RichText): RichText => {
  const named = rich.bolds.filter(
    ([from, to]) => /\p{L}{3}/u.test(rich.text.slice(from, to)) && surePeople(rich.text.slice(from, to)).length === 0,
  );
  const [first] = named;
  if (!first) return rich;
  if (first[0] <= 1) return sliceRich(rich, first[0], first[1]);
  if (wordsOf(rich.text).length <= LONG_TITLE) return rich;
  const tracks = named.find(
    ([from, to]) =>
      /\d\s\p{L}{4}/u.test(rich.text.slice(from, to)) &&
      /parcours|ateliers|tracks|sessions/i.test(rich.text.slice(from, to)),
  );
  const [from, to] = tracks ?? first;
  const name = sliceRich(rich, from, to);
  // In a sentence the words before the quotation name the slot, the quotation is its subject.
  const quoted = name.text.search(/\s«/u);
  return quoted > 0 ? sliceRich(name, 0, quoted) : name;
};

/** "Témoignage, animé par X, de la **Collectivité Y**": once the lead is out, the bold name says whose testimony it is. */
const withoutLead = (rich: RichText): { readonly rich: RichText; readonly lead?: string } => {
  const found = findLead(rich.text);
  if (!found) return { rich };
  const before = sliceRich(rich, 0, found.from);
  const after = sliceRich(rich, found.to);
  const led = found.name === undefined ? {} : { lead: leadName(found.name) };
  const bold = after.bolds[0];
  const complement =
    /^,?\s?(?:de la|de l['’]|du|des|de|of)\s/iu.test(after.text) && bold !== undefined && bold[0] <= 12;
  if (complement && before.text) {
    const name = after.text.slice(bold[0], bold[1]);
    const comment = outsideQuotes(after.text, colon);
    if (comment < 0 || bold[1] <= comment)
      return { rich: { text: `${trimEdges(before).text} ${name}`, bolds: [] }, ...led };
  }
  const tail = /^\s?(?::|-|–)\s/u.test(after.text) && wordsOf(before.text).length === 0 ? after.text : '';
  return { rich: before.text ? trimEdges(before) : trimEdges({ text: tail || after.text, bolds: [] }), ...led };
};

/** "Introduction & Animation – Fondation de Lille – Présentation du modèle": the second part names who animates. */
const dashedLead = (rich: RichText): { readonly rich: RichText; readonly lead?: string; readonly speaker?: string } => {
  const at = outsideQuotes(rich.text, dash);
  if (at < 2) return { rich };
  const first = sliceRich(rich, 0, at);
  const after = rich.text.slice(at + 3);
  const end = outsideQuotes(after, dash);
  const second = (end > 0 ? after.slice(0, end) : after).trim();
  const words = wordsOf(second).length;
  if (/\banimation\b|\bfacilitation\b/i.test(first.text) && words <= 6 && second) return { rich: first, lead: second };
  const person = personAtStart(second) ?? surePeople(second)[0];
  if (person && second.startsWith(person)) return { rich: first, speaker: person };
  // "Keynote – « Money that stays » – Prof. Leo Brandt": who speaks comes last.
  const last = end > 0 ? at + 3 + after.lastIndexOf(' – ') : -1;
  const speaker = last > at + 3 ? personAtStart(rich.text.slice(last + 3)) : undefined;
  if (speaker) return { rich: sliceRich(rich, 0, last), speaker };
  return wordsOf(rich.text).length > LONG_TITLE ? { rich: first } : { rich };
};

/** "… par Jeanne Morel, vice-présidente", "… avec A, B et C", "Mot du président, Alain Guérin": where the people begin. */
const introduced = (text: string): { readonly at: number; readonly people: readonly string[] } | undefined => {
  for (const at of placesOutsideQuotes(text, by)) {
    if (at <= 2) continue;
    const who = text.slice(at).replace(/^,?\s(?:par|by|with|avec)\s/iu, '');
    const people = introducedPeople(who);
    if (people.length > 0 || roleHolder.test(folded(who))) return { at, people };
    const organisation = speakingBody.exec(who)?.[1];
    if (organisation !== undefined) return { at, people: [organisation] };
  }
  const comma = outsideQuotes(text, /,\s(?=\p{Lu})/uy);
  const person = comma > 2 ? personAtStart(text.slice(comma + 2)) : undefined;
  if (person !== undefined) return { at: comma, people: peopleOf(text.slice(comma + 2), true) };
  // "Exposé de Marie Leroux, chargée de mission": her function is no part of the title.
  const of = /\s(?:de|du|d['’]|of|from)\s?(?=\p{Lu})/u.exec(text);
  const author = of ? personAtStart(text.slice(of.index + of[0].length)) : undefined;
  if (!of || author === undefined) return undefined;
  const end = of.index + of[0].length + author.length;
  return /^(?:,|\s\(|$)/.test(text.slice(end)) ? { at: end, people: [author] } : undefined;
};

/**
 * Reads the name of a slot in the words that its hours leave. "20 min pour débattre" leaves a preposition that a line
 * which itself `begins` with it ("Pour finir") keeps.
 */
export const readTitle = (head: RichText, begins: boolean): TitleParts => {
  const bare = trimEdges(head);
  const start = begins ? 0 : (firstWords.exec(bare.text)?.[0].length ?? 0);
  const whole = sliceRich(bare, start);
  const speakers: string[] = [];
  const led = withoutLead(whole);
  let lead = led.lead;
  let rich = trimEdges(cutComment(led.rich));
  const dashed = dashedLead(rich);
  lead ??= dashed.lead;
  if (dashed.speaker) speakers.push(dashed.speaker);
  rich = trimEdges(dashed.rich);
  const named = introduced(rich.text);
  if (named) {
    speakers.push(...named.people);
    rich = trimEdges(sliceRich(rich, 0, named.at));
  }
  rich = trimEdges(boldTitle(rich));
  let title = rich.text.replace(lengthOfWhole, '');
  const unbracketed = title.replace(brackets, '').trim();
  if (/\p{L}{2}/u.test(unbracketed)) title = unbracketed;
  title = title
    .replace(/\s?\/\s(?:sous )?(?:forme|format)\s(?:de\s|d['’])?/iu, ' / ')
    .replace(/[\s:;,.–—/-]+$/u, '')
    .replace(/\s{2,}/g, ' ')
    .trim();
  if (title.length > 200) title = `${title.slice(0, 200).replace(/\s\S*$/u, '')} …`;
  const rest =
    !title || whole.text === title ? '' : whole.text.startsWith(title) ? whole.text.slice(title.length) : whole.text;
  const leftover = rest.replace(/^[\s:;,.–—/=>⇒-]+/u, '').trim();
  return {
    title: capitalised(title) || whole.text.slice(0, 200),
    ...(lead ? { lead } : {}),
    speakers,
    rest: title ? leftover : whole.text.slice(200) ? whole.text : '',
  };
};
