import type { ProgrammeSlot } from '../programme.ts';
import { wordNumber } from './readDurations.ts';
import type { Entry } from './readEntries.ts';
import { findLead, leadName, peopleOf, personAtStart, splitNames, surePeople } from './readPeople.ts';
import { folded, sliceRich, wordsOf } from './richText.ts';
import { guessKind } from './slotKind.ts';
import { readTitle } from './slotTitle.ts';
import { RANK_PLAIN } from './sourceLine.ts';

/** A slot without its hours, which depend on its neighbours. */
export type SlotWords = Omit<ProgrammeSlot, 'section' | 'startMinute' | 'minutes'>;

const numberOf = (pattern: RegExp, text: string): number | undefined => {
  const found = pattern.exec(text);
  const value = found ? wordNumber(found[1] ?? '') : undefined;
  return value !== undefined && value >= 1 && value <= 200 ? value : undefined;
};
const spelled = '\\d{1,3}|un|une|deux|trois|quatre|cinq|six|sept|huit|dix|one|two|three|four|five|six|seven|eight|ten';
const groupCount = new RegExp(
  `(?<![\\p{L}\\d])(${spelled})\\s(?:petits?\\s|small\\s|breakout\\s|parallel\\s|sous[- ])*(?:groupes?|groups?|rooms?|salles?|sous-groupes?|tables|teams|equipes|ateliers|workshops|breakouts?)(?!\\p{L})`,
  'iu',
);
/** "Breakout rooms x 4". */
const roomTimes = /(?:rooms?|groupes?|groups?|salles?)\s?[x×]\s?(\d{1,2})(?!\d)/iu;
const keyIdeas = new RegExp(
  `(?<![\\p{L}\\d])(${spelled})\\s(?:idees?[- ](?:forces?|cles?|clefs?|fortes?|phares?)|(?:key|main|big|strong)\\s(?:ideas?|points?|messages?|takeaways?)|takeaways?|points?[- ](?:cles?|forts?|saillants?)|messages?[- ]cles?)(?!\\p{L})`,
  'iu',
);
const promptLabel =
  /^(?:(?:la |les )?questions?(?: de relance| à traiter| guide| for (?:the )?groups?| to discuss)?(?: n°? ?\d{1,2}| \d{1,2})?|prompts?(?: \d{1,2})?|consignes?|relances?|tasks?|t[âa]ches?|instructions?|sujets?|discussion (?:questions?|prompts?)|guiding questions?|question for (?:the )?(?:groups?|rooms?))\s?:\s?/iu;
/** "Salles virtuelles – Consigne : un frein, un levier" on one line. */
const inlinePrompt = /\s[–—-]\s(?=(?:consignes?|questions?(?: de relance)?|prompts?|sujet|task)\s?:)/iu;
const lensLabel =
  /^(?:axes? de lecture|grilles? de lecture|lens(?:es)?|reading grid|piliers?|pillars?|axes?|angles?|dimensions?)\s?:\s?/iu;
const speakerLabel =
  /^(?:intervenante?s?|intervenant·e·s|avec|with|speakers?|panel(?:l?ists)?|t[ée]moins?|orateurs?|invit[ée]s?|guests?|participants à la table ronde|presenters?)\s?:\s?/iu;
const animatorLabel =
  /^(?:anim(?:ateurs?|atrices?|é|és|ation)(?: des groupes)?(?: par)?|facilitators?|group facilitators?|animators?|room hosts?|hosts?)\s?:?\s(?=\p{Lu})/iu;
const groupAnimators =
  /(?:groupes?|groups?|rooms?|salles?|tables?)[^.;:]{0,40}?\s(?:anim[ée]+e?s?|facilit[ée]+e?s?|led|run|hosted|facilitated|moderated)\s(?:par|by)\s+([^.;:()]{2,300})/iu;
/** "sur les richesses humaines, les financements et les partenariats": three things or more, each with its article. */
const listedLenses =
  /\s(?:sur|on)\s(?:(?:les?|la|the)\s|l['’])?([^,.?;:]{3,40}),\s(?:(?:les?|la|the)\s|l['’])?([^,.?;:]{3,40}?)(?:,\s(?:(?:les?|la|the)\s|l['’])?([^,.?;:]{3,40}?))?,?\s(?:et|and)\s(?:(?:les?|la|the)\s|l['’])?([^,.?;:]{3,40}?)\s?[?.]?$/iu;
/** "Groupe 1 : les mobilités", "Table B – commerces": one group and what it works on, or who animates it. */
const groupLine =
  /^(?:sous-groupe|groupe|group|breakout room|room|salle|table|team|équipe|atelier|workshop)\s(?:n°\s?)?(?:\d{1,2}|[A-H])\s?(?:[:–—-]|(?=\())\s?(?:anim[ée]+e?s? par|facilitators?\s?:|led by|with|avec)?\s?\(?/iu;
const articled = /\s(?:sur|on)\s(?:les?\s|la\s|l['’]|the\s|\p{L}+\s?,)/iu;

/** The reading grid that a question lists ("… sur les A, les B et les C ?"). */
export const listedIn = (text: string): string[] => {
  const line = text.slice(-240);
  const found = articled.test(line) ? listedLenses.exec(line) : null;
  return found
    ? found
        .slice(1)
        .filter((part): part is string => part !== undefined)
        .map((part) => part.trim())
    : [];
};

const by = /(?:^|\s)(?:co-?)?(?:anim|mod[ée]r|facilit|present|présent)\p{L}{1,6}\s(?:par|by)\s/iu;

interface Below {
  readonly prompts: string[];
  readonly lenses: string[];
  readonly speakers: string[];
  readonly animators: string[];
  readonly notes: string[];
  lead?: string;
}

const textOf = (entry: Entry): string =>
  [entry.line.text, entry.who, ...entry.extra]
    .filter((part): part is string => part !== undefined && part !== '')
    .join(' — ');

/** A bare list of people below a slot: "- Jane Doe (Org)", "Intervention de Marina FERRARI, Ministre". */
const speakersIn = (text: string, bulleted: boolean): string[] => {
  const label = speakerLabel.exec(text);
  if (label) return peopleOf(text.slice(label[0].length), 'by commas');
  const opening =
    /^(?:interventions?|introduction|t[ée]moignages?|mot|regards?|contribution|talk|presentation|présentation|with|avec|by|par)\s(?:de |du |d['’]|par |by |from |of )?(?=\p{Lu})/iu.exec(
      text,
    );
  if (bulleted || opening) {
    const found = peopleOf(opening ? text.slice(opening[0].length) : text, true);
    if (found.length > 0 || !opening) return found;
  }
  return surePeople(text);
};

const readDetails = (details: readonly Entry[], breakout: boolean, known: readonly string[]): Below => {
  const below: Below = { prompts: [], lenses: [], speakers: [], animators: [], notes: [] };
  const labelled = details.some((entry) => promptLabel.test(entry.line.text));
  let open: 'prompts' | 'lenses' | 'speakers' | undefined;
  for (const entry of details) {
    const { line } = entry;
    const text = textOf(entry);
    const inList = line.rank > RANK_PLAIN || line.marker === 'number';
    if (!inList) open = undefined;
    const prompt = promptLabel.exec(text);
    const lens = lensLabel.exec(text);
    if (prompt && (breakout || /relance|consigne|prompt|discussion/i.test(prompt[0]))) {
      const asked = text.slice(prompt[0].length).trim();
      if (asked) below.prompts.push(asked);
      else open = 'prompts';
      if (!asked && !breakout) below.notes.push(text);
      below.lenses.push(...listedIn(asked));
      continue;
    }
    if (lens) {
      const named = splitNames(text.slice(lens[0].length));
      below.lenses.push(...named);
      if (named.length === 0) open = 'lenses';
      continue;
    }
    const label = speakerLabel.exec(text);
    if (label && text.length === label[0].trimEnd().length) {
      open = 'speakers';
      continue;
    }
    if (open === 'prompts' && inList) {
      below.prompts.push(text);
      continue;
    }
    if (open === 'lenses' && inList) {
      below.lenses.push(text);
      continue;
    }
    if (breakout) {
      const led =
        groupAnimators.exec(text)?.[1] ?? (animatorLabel.test(text) ? text.replace(animatorLabel, '') : undefined);
      if (led) {
        below.animators.push(...splitNames(led));
        below.notes.push(text);
        continue;
      }
      const place = groupLine.exec(text);
      const people = place ? peopleOf(text.slice(place[0].length), false) : [];
      if (people.length > 0) {
        below.animators.push(...people);
        below.notes.push(text);
        continue;
      }
      if (place && place[0].length < text.length && wordsOf(text).length <= 40) {
        below.prompts.push(text);
        continue;
      }
      const question = /\?\s?(?:»|”|")?$/.test(text);
      if (
        question ||
        (inList &&
          !labelled &&
          !/^(?:groupe|group|room|salle|table)\s\w{1,3}\b/iu.test(text) &&
          wordsOf(text).length <= 40)
      ) {
        below.prompts.push(text);
        continue;
      }
      below.notes.push(text);
      continue;
    }
    const lead = findLead(text);
    if (lead) {
      const name = leadName(lead.name);
      below.lead ??= name;
      below.notes.push(text);
      continue;
    }
    const people = text.length < 1_500 ? speakersIn(text, inList || open === 'speakers') : [];
    below.speakers.push(...people.filter((name) => !below.speakers.includes(name) && !known.includes(name)));
    // A line that is only a name is told by the speakers; a function or a subject must stay readable.
    if (people.length !== 1 || people[0] !== text) below.notes.push(text);
  }
  return below;
};

/** Names the slot of a line: its kind, its people and its questions, from its own words and those below it. */
export const describeSlot = (entry: Entry, details: readonly Entry[], subject: string): SlotWords => {
  const timing = entry.timing;
  const said = timing?.head ?? entry.line;
  const asksAt = said.text.search(inlinePrompt);
  const head = asksAt > 0 ? sliceRich(said, 0, asksAt) : said;
  const asked = asksAt > 0 ? said.text.slice(asksAt).replace(/^[\s–—-]+/u, '') : '';
  const parts = readTitle(head);
  const tail = timing?.tail.text ?? '';
  const whole = [said.text, tail, ...entry.extra].join(' ');
  const below = details
    .map((detail) => detail.line.text)
    .join('\n')
    .slice(0, 4_000);
  let title = parts.title;
  const guessed: ('kind' | 'title')[] = [];
  const notes: string[] = [];
  if (!title && tail) title = readTitle({ text: tail, bolds: [] }).title;
  if (!title) {
    title = subject || details[0]?.line.text.slice(0, 120) || '…';
    guessed.push('title');
  }
  const { kind, guessed: unsure } = guessKind(title, whole, below);
  if (unsure) guessed.push('kind');
  const breakout = kind === 'breakout';
  const found = readDetails(details, breakout, parts.speakers);

  const speakers = [...parts.speakers];
  const animators = [...found.animators];
  let lead = parts.lead ?? found.lead;
  const add = (names: readonly string[]): void => {
    for (const name of names) if (!speakers.includes(name) && name !== lead) speakers.push(name);
  };
  for (const text of [parts.rest, asked, tail, ...entry.extra]) {
    if (!text) continue;
    const led = breakout ? (groupAnimators.exec(text)?.[1] ?? undefined) : undefined;
    if (led) animators.push(...splitNames(led));
    const named = findLead(text);
    if (named && !led && !breakout) lead ??= leadName(named.name);
    if (named && !led && breakout && /[,/]|\set\s|\sand\s/u.test(named.name)) animators.push(...splitNames(named.name));
    else if (named && !led && breakout) lead ??= leadName(named.name);
    const label = speakerLabel.exec(text);
    const bare = text.replace(/^\(|\)$/g, '');
    const people = label
      ? peopleOf(text.slice(label[0].length), true)
      : surePeople(text).length > 0
        ? surePeople(text)
        : peopleOf(bare, true);
    if (!named) add(people);
    // "evidence from three counties – Dr Mark Ellis, University of York": the last part names who speaks.
    if (!named && people.length === 0 && !breakout) {
      const last = text
        .slice(0, 400)
        .split(/\s[–—-]\s/u)
        .slice(1)
        .map(personAtStart);
      add(last.filter((name) => name !== undefined));
    }
    // "animé par l'ADASI" says nothing more once the lead is known.
    const told = folded([title, lead ?? '', ...speakers, ...animators].join(' '));
    if (wordsOf(text.replace(by, ' ')).every((word) => word.length < 3 || told.includes(folded(word)))) continue;
    const prompt = promptLabel.exec(text);
    if (breakout && prompt) found.prompts.unshift(text.slice(prompt[0].length).trim());
    else if (breakout && /\?$/.test(text) && wordsOf(text).length <= 40) found.prompts.unshift(text);
    else notes.push(text);
  }
  if (entry.who) {
    const people = peopleOf(entry.who, 'by commas');
    if (breakout && /[,/;]|\set\s|\sand\s|&/u.test(entry.who) && people.length !== 1)
      animators.push(...splitNames(entry.who));
    else if (people.length > 0) add(people);
    else lead ??= entry.who;
    const told = [lead ?? '', ...speakers, ...animators].join(' ');
    if (wordsOf(entry.who).some((word) => word.length > 2 && !told.includes(word))) notes.push(entry.who);
  }
  if (!breakout) add(surePeople(title));
  add(found.speakers);

  const count =
    numberOf(roomTimes, folded(whole)) ??
    numberOf(groupCount, folded(whole)) ??
    (breakout
      ? (numberOf(groupCount, folded(below)) ?? details.filter((detail) => groupLine.test(detail.line.text)).length)
      : undefined);
  const ideas = kind === 'restitution' || breakout ? numberOf(keyIdeas, folded(`${whole} ${below}`)) : undefined;
  const lenses = breakout && found.lenses.length === 0 ? listedIn(subject) : found.lenses;
  const allNotes = [...notes, ...found.notes];
  return {
    title,
    kind,
    ...(lead ? { lead } : {}),
    ...(speakers.length > 0 ? { speakers } : {}),
    ...(breakout && count !== undefined && count >= 2 ? { groups: count } : {}),
    ...(animators.length > 0 ? { animators } : {}),
    ...(found.prompts.length > 0 ? { prompts: found.prompts } : {}),
    ...(lenses.length > 0 ? { lenses } : {}),
    ...(ideas === undefined ? {} : { keyIdeasPerGroup: ideas }),
    ...(allNotes.length > 0 ? { notes: allNotes } : {}),
    ...(guessed.length > 0 ? { guessed } : {}),
  };
};
