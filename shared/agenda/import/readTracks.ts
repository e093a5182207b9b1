import type { ProgrammeSlot } from '../programme.ts';
import { wordNumber } from './readDurations.ts';
import type { Entry } from './readEntries.ts';
import { folded, sliceRich } from './richText.ts';

const choice =
  /(?<![\p{L}\d])(\d{1,2}|deux|trois|quatre|cinq|six|two|three|four|five|six)\s(?:parcours|ateliers?|tracks?|sessions?|workshops?|streams?)\s(?:au choix|en parallele|paralleles?|simultanes?|in parallel|to choose from|parallel)/iu;
const numbered = /^(?:atelier|parcours|track|workshop|stream|session)\s(?:n°\s?)?(\d{1,2}|[a-d])\s?[-–—:]\s?\p{L}/iu;
const perTrack =
  /(\d{1,3})\s?(?:min(?:utes)?|mn|['’′])\s(?:\p{L}{1,15}\s){0,4}(?:par|per)\s(?:parcours|atelier|track|workshop)/iu;

/** "Atelier 1 - **Projet de territoire** : le combo" → up to the colon, or to the end of the bold words. */
const nameOf = (entry: Entry): string => {
  const { line } = entry;
  const colon = line.text.search(/\s:\s/u);
  const [, boldEnd = 0] = line.bolds[0] ?? [];
  const end = colon > 0 ? colon : boldEnd > 0 ? boldEnd : line.text.length;
  return sliceRich(line, 0, end).text;
};

/**
 * "3 parcours au choix": the slot keeps the names of its parallel workshops when the document numbers them somewhere,
 * otherwise its own list. A restitution keeps the minutes that each of them has.
 */
export const readTracks = (slot: ProgrammeSlot, entries: readonly Entry[]): ProgrammeSlot => {
  const told = [slot.title, ...(slot.notes ?? []), ...(slot.prompts ?? [])].join(' \n').slice(0, 3_000);
  const each = slot.kind === 'restitution' ? perTrack.exec(told) : null;
  if (each) return { ...slot, minutesPerTrack: Number(each[1]) };
  const chosen = choice.exec(folded(slot.title));
  const count = chosen ? wordNumber(chosen[1] ?? '') : undefined;
  if (count === undefined || count < 2) return slot;
  const named = new Map<string, string>();
  for (const entry of entries.slice(0, 2_000)) {
    const found = entry.line.text.length < 400 && !entry.timing ? numbered.exec(entry.line.text) : null;
    const number = found?.[1]?.toLowerCase();
    if (number && !named.has(number)) named.set(number, nameOf(entry));
  }
  if (named.size !== count) return slot;
  const { guessed, ...rest } = slot;
  const left = (guessed ?? []).filter((field) => field !== 'kind');
  return { ...rest, kind: 'talk', tracks: [...named.values()], ...(left.length > 0 ? { guessed: left } : {}) };
};
