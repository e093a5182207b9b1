import { animatorLabel, groupAnimators, groupLine, groupsIn, isGroupSize, lensesIn, lensLabel } from './groupWords.ts';
import { type Entry, entryText } from './readEntries.ts';
import {
  findLead,
  introducedPeople,
  leadName,
  listedPeople,
  peopleOf,
  personAtStart,
  splitNames,
  surePeople,
} from './readPeople.ts';
import { wordsOf } from './richText.ts';
import { RANK_PLAIN } from './sourceLine.ts';

export const promptLabel =
  /^(?:(?:la |les )?questions?(?: de relance| à traiter| guide| for (?:the )?groups?| to discuss)?(?: n°? ?\d{1,2}| \d{1,2})?|prompts?(?: \d{1,2})?|consignes?|relances?|tasks?|t[âa]ches?|instructions?|sujets?|discussion (?:questions?|prompts?)|guiding questions?|question for (?:the )?(?:groups?|rooms?))\s?:\s?/iu;
export const speakerLabel =
  /^(?:intervenante?s?|intervenant·e·s|avec|with|speakers?|panel(?:l?ists)?|t[ée]moins?|orateurs?|invit[ée]s?|guests?|participants à la table ronde|presenters?)\s?:\s?/iu;

/** Lines about how a sequence is run, which are nothing to work on. */
const logistics =
  /^(?:mat[ée]riel|objectifs?|(?:co-?)?animat\p{L}{1,6}|facilitat\p{L}{1,6}|livrables?|rapporteure?s?|supports?|lieu|salle|modalit[ée]s?|dur[ée]e|nb|n\.b\.|note|liens?|materials?|objectives?|aims?|outputs?|location|links?|rapporteurs?|scribe)\s?:/iu;
export const question = /\?\s?[»”"]?$/;
/** A list item longer than this is prose about the work, not what a group works on. */
export const LONGEST_PROMPT_WORDS = 40;

/** What the lines below a slot say; every line that is not wholly told by a field is also a note. */
export interface Below {
  readonly prompts: string[];
  readonly lenses: string[];
  readonly speakers: string[];
  readonly animators: string[];
  readonly notes: string[];
  lead?: string;
}

/** "« Quel projet souhaitez-vous ? »" → without its quotation marks. */
export const unquoted = (text: string): string => /^[«“"]\s?([^«»“”"]+?)\s?[»”"]$/u.exec(text)?.[1] ?? text;

const isInList = (entry: Entry): boolean => entry.line.rank > RANK_PLAIN || entry.line.marker === 'number';

const introduces =
  /^(?:interventions?|introduction|t[ée]moignages?|mot|regards?|contribution|discours|allocution|expos[ée]|conf[ée]rence|prise de parole|talk|keynote|address|lecture|presentation|présentation|with|avec|by|par)\s(?:de |du |d['’]|par |by |from |of )?(?=\p{Lu})/iu;
/** "Opening statement by Ms. Ingrid Solberg", "La ferme solidaire – Thomas Roche": the name comes last. */
const comesLast = /(?:^|\s)(?:by|par|with|avec)\s(?=\p{Lu})|\s[–—-]\s(?=\p{Lu})/gu;

/** A name with a function and an organisation is rarely longer; a longer line is prose. */
const LONGEST_NAME_WORDS = 14;

/** People of a line below a slot: "- Jane Doe (Org)", "Intervention de Marina FERRARI, Ministre", "Speakers: …". */
const speakersIn = (text: string, bulleted: boolean): string[] => {
  const label = speakerLabel.exec(text);
  if (label) return listedPeople(text.slice(label[0].length));
  const opening = introduces.exec(text);
  // "Florence Petit, DREAL Occitanie" on its own line is no sentence.
  const alone = wordsOf(text).length <= LONGEST_NAME_WORDS && !/[.!?:]$/.test(text);
  if (bulleted || opening || alone) {
    // "Hull Kitchen: Sam Price" – a whole name after a colon is the person.
    const named = /:\s(.+)$/u.exec(text)?.[1];
    if (named !== undefined && personAtStart(named) === named) return [named];
    const found = opening ? introducedPeople(text.slice(opening[0].length)) : peopleOf(text, true);
    if (found.length > 0) return found;
  }
  const sure = surePeople(text);
  if (sure.length > 0 || wordsOf(text).length > 16) return sure;
  const last = [...text.matchAll(comesLast)].at(-1);
  const person = last ? personAtStart(text.slice(last.index + last[0].length)) : undefined;
  return person === undefined ? [] : [person];
};

/** "Groupe 1 : collecte – animé par Paul Vasseur", "Table 2 : transport (Mary McKay)": one group, its subject, its host. */
const hostOfGroup = (
  text: string,
  from: number,
): { readonly names: readonly string[]; readonly subject: string } | undefined => {
  const after = text.slice(from, from + 400);
  const led = findLead(after);
  const last = /\s?(?:\(|[–—-]\s)([^()–—]{4,60})\)?$/u.exec(after);
  const alone = last?.[1] !== undefined && personAtStart(last[1]) === last[1] ? last : undefined;
  const at = led?.name === undefined ? alone?.index : led.from;
  const names = led?.name === undefined ? [alone?.[1] ?? ''] : splitNames(led.name);
  if (at === undefined || at === 0 || names.length === 0) return undefined;
  const subject = text.slice(0, from + at).replace(/[\s,;:(–—-]+$/u, '');
  return { names, subject };
};

/** A line below a breakout: who runs the groups, what they work on, or neither. */
const readGroupLine = (text: string, below: Below, isPrompt: boolean): void => {
  const place = groupLine.exec(text);
  const own = place ? hostOfGroup(text, place[0].length) : undefined;
  if (own) {
    below.animators.push(...own.names);
    below.prompts.push(own.subject);
    // Which of the groups each of them hosts is told by the whole line alone.
    below.notes.push(text);
    return;
  }
  const led =
    groupAnimators.exec(text)?.[1] ?? (animatorLabel.test(text) ? text.replace(animatorLabel, '') : undefined);
  const hosts = led ? splitNames(led) : place ? peopleOf(text.slice(place[0].length), false) : [];
  if (hosts.length > 0) {
    const [first] = hosts;
    // One name for all the groups leads the slot; several, or one for each group, are their animators.
    if (led && hosts.length === 1 && first) below.lead ??= leadName(first);
    else below.animators.push(...hosts);
    below.notes.push(text);
    return;
  }
  const short = wordsOf(text).length <= LONGEST_PROMPT_WORDS;
  const subject = place !== null && place[0].length < text.length && short;
  if (
    question.test(text) ||
    subject ||
    (isPrompt && short && groupsIn(text) === undefined && !isGroupSize(text) && !logistics.test(text))
  )
    below.prompts.push(unquoted(text));
  else below.notes.push(text);
};

/** Sorts the lines below a slot. `known` are speakers that its own line names already. */
export const readDetails = (details: readonly Entry[], breakout: boolean, known: readonly string[]): Below => {
  const below: Below = { prompts: [], lenses: [], speakers: [], animators: [], notes: [] };
  // Once something is labelled or asked, the other lines of the list are no prompts.
  const asked = details.some(({ line }) => promptLabel.test(line.text) || question.test(line.text));
  let open: 'prompts' | 'lenses' | 'speakers' | undefined;
  for (const entry of details) {
    const text = entryText(entry);
    const inList = isInList(entry);
    if (!inList) open = undefined;
    const prompt = promptLabel.exec(text);
    const lens = lensLabel.exec(text);
    const label = speakerLabel.exec(text);
    if (prompt && (breakout || /relance|consigne|prompt|discussion/i.test(prompt[0]))) {
      const words = text.slice(prompt[0].length).trim();
      if (words) below.prompts.push(unquoted(words));
      else open = 'prompts';
      if (!words && !breakout) below.notes.push(text);
      below.lenses.push(...lensesIn(words));
    } else if (lens) {
      const named = splitNames(text.slice(lens[0].length));
      below.lenses.push(...named);
      if (named.length === 0) open = 'lenses';
    } else if (label && text.length === label[0].trimEnd().length) {
      open = 'speakers';
    } else if (inList && (open === 'prompts' || open === 'lenses')) {
      below[open].push(text);
    } else if (breakout) {
      readGroupLine(text, below, inList && !asked && !/^(?:groupe|group|room|salle|table)\s\w{1,3}\b/iu.test(text));
    } else {
      const found = findLead(text);
      const lead = found?.name;
      const people = found || text.length > 1_500 ? [] : speakersIn(text, inList || open === 'speakers');
      if (lead) below.lead ??= leadName(lead);
      below.speakers.push(...people.filter((name) => !below.speakers.includes(name) && !known.includes(name)));
      // A line that is only a name is told by the speakers; a function or a subject must stay readable.
      if (people.length !== 1 || people[0] !== text) below.notes.push(text);
    }
  }
  return below;
};
