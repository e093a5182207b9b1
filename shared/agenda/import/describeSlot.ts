import type { ProgrammeSlot } from '../programme.ts';
import { groupAnimators, groupLine, groupsIn, keyIdeasIn, lensesIn } from './groupWords.ts';
import {
  type Below,
  LONGEST_PROMPT_WORDS,
  promptLabel,
  question,
  readDetails,
  speakerLabel,
  unquoted,
} from './readDetails.ts';
import type { Entry } from './readEntries.ts';
import {
  findLead,
  introducedPeople,
  isEveryone,
  leadName,
  listedPeople,
  peopleOf,
  personAtStart,
  splitNames,
  surePeople,
} from './readPeople.ts';
import { folded, sliceRich, wordsOf } from './richText.ts';
import { guessKind } from './slotKind.ts';
import { readTitle } from './slotTitle.ts';
import { isCounted, isUnnamed } from './unnamedPeople.ts';

/** A slot without its hours, which depend on its neighbours. */
export type SlotWords = Omit<ProgrammeSlot, 'section' | 'startMinute' | 'minutes'>;

/** "Salles virtuelles – Consigne : un frein, un levier" on one line. */
const inlinePrompt = /\s[–—-]\s(?=(?:consignes?|questions?(?: de relance)?|prompts?|sujet|task)\s?:)/iu;
const by = /(?:^|\s)(?:co-?)?(?:anim|mod[ée]r|facilit|present|présent)\p{L}{1,6}\s(?:par|by)\s/iu;

const quotedQuestion = /\s[–—-]\s(?=[«“"][^«»“”"]{3,300}\?\s?[»”"]\s?$)/u;

/** Where the question to work on begins on the line of a slot; a talk may well be named by a quoted question. */
const questionAt = (text: string): number => {
  const at = text.search(inlinePrompt);
  if (at >= 0) return at;
  const quoted = text.slice(0, 600).search(quotedQuestion);
  return quoted > 0 && guessKind(text.slice(0, quoted), text.slice(0, quoted), '').kind === 'breakout' ? quoted : -1;
};

/** Who a slot names, gathered from its line, its cells and the lines below it. */
interface People {
  lead?: string;
  readonly speakers: string[];
  readonly animators: string[];
}

const addSpeakers = (people: People, names: readonly string[]): void => {
  for (const name of names) if (!people.speakers.includes(name) && name !== people.lead) people.speakers.push(name);
};

const addAnimators = (people: People, names: readonly string[]): void => {
  for (const name of names) if (!people.animators.includes(name)) people.animators.push(name);
};

const speakersOfLine = (text: string, title: string, breakout: boolean): string[] => {
  const label = speakerLabel.exec(text);
  if (label) return listedPeople(text.slice(label[0].length));
  if (/temoignage|table ronde|regards|panel|testimon/.test(folded(title))) return listedPeople(text);
  const by = /(?:^|\s)(?:avec|with|par|by)\s(?=\p{Lu})/u.exec(text.slice(0, 400));
  const found = by
    ? introducedPeople(text.slice(by.index + by[0].length))
    : peopleOf(text.replace(/^\(([^()]*)\)$/u, '$1'), true);
  if (found.length > 0 || breakout) return found;
  // "evidence from three counties – Dr Mark Ellis, University of York": the last part names who speaks.
  const parts = text.slice(0, 400).split(/\s[–—-]\s/u);
  return parts
    .slice(1)
    .map(personAtStart)
    .filter((name) => name !== undefined);
};

/** Words of the slot's line that its title leaves out: people, a question, or a note. */
const readRest = (text: string, title: string, breakout: boolean, people: People, below: Below): string | undefined => {
  const led = breakout ? groupAnimators.exec(text)?.[1] : undefined;
  const named = findLead(text)?.name;
  if (led) addAnimators(people, splitNames(led));
  else if (named && breakout && /[,/]|\set\s|\sand\s/u.test(named)) addAnimators(people, splitNames(named));
  else if (named) people.lead ??= leadName(named);
  else addSpeakers(people, speakersOfLine(text, title, breakout));
  // "animé par l'ADASI" says nothing more once the lead is known.
  const told = folded([title, people.lead ?? '', ...people.speakers, ...people.animators].join(' '));
  if (wordsOf(text.replace(by, ' ')).every((word) => word.length < 3 || told.includes(folded(word)))) return undefined;
  const prompt = breakout ? promptLabel.exec(text) : null;
  if (prompt) below.prompts.unshift(unquoted(text.slice(prompt[0].length).trim()));
  else if (breakout && question.test(text) && wordsOf(text).length <= LONGEST_PROMPT_WORDS)
    below.prompts.unshift(unquoted(text));
  else return text;
  return undefined;
};

/** The cell of a table that names who runs or speaks; given back when the fields do not hold all of its words. */
const readWho = (who: string | undefined, leads: boolean, breakout: boolean, people: People): string | undefined => {
  if (who === undefined || isEveryone(who) || (leads ? isCounted(who) : isUnnamed(who))) return who;
  const named = findLead(who)?.name;
  const list = named ? [] : listedPeople(who);
  if (named) people.lead ??= leadName(named);
  else if (breakout && /[,/;]|\set\s|\sand\s|&/u.test(who) && list.length !== 1) addAnimators(people, splitNames(who));
  else if (list.length > 0 && !(leads && list.length === 1)) addSpeakers(people, list);
  else people.lead ??= list[0] ?? who;
  const told = [people.lead ?? '', ...people.speakers, ...people.animators].join(' ');
  return wordsOf(who).some((word) => word.length > 2 && !told.includes(word)) ? who : undefined;
};

/** Names the slot of a line: its kind, its people and its questions, from its own words and those below it. */
export const describeSlot = (entry: Entry, details: readonly Entry[], subject: string): SlotWords => {
  const { head = entry.line, tail: after } = entry.timing ?? {};
  // "13:30 (40') Travail en groupes": the words come after the length.
  const said = head.text || !after ? head : after;
  const asksAt = questionAt(said.text);
  const begins = entry.line.text.startsWith(said.text);
  const parts = readTitle(asksAt > 0 ? sliceRich(said, 0, asksAt) : said, begins);
  const asked = asksAt > 0 ? said.text.slice(asksAt).replace(/^[\s–—-]+/u, '') : '';
  const tail = said === after ? '' : (after?.text ?? '');
  const whole = [said.text, tail, ...entry.extra].join(' ');
  const below = details
    .map((detail) => detail.line.text)
    .join('\n')
    .slice(0, 4_000);

  const guessed: ('kind' | 'title')[] = [];
  let title = parts.title;
  if (!title) {
    title = subject || details[0]?.line.text.slice(0, 120) || '…';
    guessed.push('title');
  }
  const { kind, guessed: unsure } = guessKind(title, whole, below);
  if (unsure) guessed.push('kind');
  const breakout = kind === 'breakout';
  const found = readDetails(details, breakout, parts.speakers);

  // "3 groupes animés par A, B et C": who runs the groups does not lead them all.
  const hosts = breakout && parts.lead && /,|\set\s|\sand\s/u.test(parts.lead) ? splitNames(parts.lead) : [];
  const lead = (hosts.length > 1 ? undefined : parts.lead) ?? found.lead;
  const animators = [...new Set([...(hosts.length > 1 ? hosts : []), ...found.animators])];
  const people: People = { ...(lead ? { lead } : {}), speakers: [...parts.speakers], animators };
  const notes = [parts.rest, asked, tail, ...entry.extra]
    .filter((text) => text !== '')
    .map((text) => readRest(text, title, breakout, people, found))
    .filter((text) => text !== undefined);
  const cells = [readWho(entry.who, false, breakout, people), readWho(entry.ledBy, true, breakout, people)];
  notes.push(...cells.filter((cell) => cell !== undefined));
  if (people.lead && people.animators.length > 1 && people.animators.includes(people.lead)) delete people.lead;
  if (!breakout) addSpeakers(people, surePeople(title));
  addSpeakers(people, found.speakers);

  const groups = breakout
    ? (groupsIn(whole) ?? groupsIn(below) ?? details.filter((detail) => groupLine.test(detail.line.text)).length)
    : 0;
  const ideas = kind === 'restitution' || breakout ? keyIdeasIn(`${whole} ${below}`) : undefined;
  const told = breakout ? [...lensesIn(whole), ...lensesIn(subject)] : [];
  const lenses = found.lenses.length > 0 ? found.lenses : told;
  const allNotes = [...notes, ...found.notes];
  return {
    title,
    kind,
    ...(people.lead ? { lead: people.lead } : {}),
    ...(people.speakers.length > 0 ? { speakers: people.speakers } : {}),
    ...(groups >= 2 ? { groups } : {}),
    ...(people.animators.length > 0 ? { animators: people.animators } : {}),
    ...(found.prompts.length > 0 ? { prompts: found.prompts } : {}),
    ...(lenses.length > 0 ? { lenses } : {}),
    ...(ideas === undefined ? {} : { keyIdeasPerGroup: ideas }),
    ...(allNotes.length > 0 ? { notes: allNotes } : {}),
    ...(guessed.length > 0 ? { guessed } : {}),
  };
};
