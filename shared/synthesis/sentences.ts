/** More sentences than this in one answer, and the answer is a pasted document: the first ones speak for it. */
const sentencesRead = 12;
const sentenceChars = 1_000;

const abbreviations = /(?:^|[\s(])(?:ex|etc|cf|env|mme|mr|mrs|dr|st|ste|art|no|vs|p|e\.g|i\.e|[a-z])\.$/iu;
const bullet = /^(?:[-–—•*·▪>→⇒=]+\s*(?=\p{L})|\(?\d{1,2}[.)]\s+)/u;

/** The sentences of an answer, without bullets, at most twelve, never empty strings. A text that never ends one is one. */
export function sentencesOf(text: string): string[] {
  const found: string[] = [];
  for (const line of text.split(/[\n\r\u2028\u2029]+/u)) {
    let open = '';
    for (const part of line
      .trim()
      .replace(bullet, '')
      .split(/(?<=[.!?…;])\s+/u)) {
      open = open === '' ? part : `${open} ${part}`;
      if (abbreviations.test(open)) continue;
      found.push(open);
      open = '';
    }
    if (open !== '') found.push(open);
  }
  return found
    .map((sentence) => sentence.trim().replace(bullet, '').slice(0, sentenceChars))
    .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence))
    .slice(0, sentencesRead);
}

const link =
  /^(?:mais|ou|et|donc|car|par contre|en revanche|cependant|but|and|or|so|however)(?:\s*,\s*|\s+)(?=\S+\s+\S+\s+\S)/iu;

/** A sentence that stands alone: without the word that ties it to the one before ("Par contre, …"). */
export const untied = (sentence: string): string => sentence.trim().replace(link, '');

/** A sentence of at most `maxChars`, cut between two words with "…"; in the middle only of a word longer than that. */
export function shorten(sentence: string, maxChars: number): string {
  const line = sentence
    .replace(/\s+/gu, ' ')
    .replace(/[;,:]+$/u, '')
    .trim();
  if (line.length <= maxChars) return line;
  const start = line.slice(0, maxChars);
  const space = start.lastIndexOf(' ');
  const kept = space > maxChars / 2 ? start.slice(0, space) : start.slice(0, maxChars - 1);
  return `${kept.replace(/[\ud800-\udbff]$/u, '').replace(/[\s,;:.!?…–-]+$/u, '')}…`;
}
