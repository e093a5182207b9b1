/** "3.00 Tea", "1.30 – 2.15 Finance", "| 9.30 |": an hour with a dot where an hour of an agenda stands. */
const dotted =
  /^(\s*(?:[-*•–|]\s*)?(?:\*\*)?)(\d{1,2})\.([0-5][05])(?:(\s?[-–—]\s?)(\d{1,2})\.([0-5][05]))?(?=(?:\*\*)?(?:\s?[-–—:|]|\s|\t|$))(?!\s?(?:€|%|km|kg|euros?|millions?)(?!\p{L}))/u;
/** An hour in another notation at the start of a line. */
const otherHour = /^\s*(?:[-*•–|]\s*)?(?:\*\*)?\d{1,2}\s?(?:[:h.]\s?[0-5]\d|h\b|[ap]\.?m)/i;
/** Fewer lines beginning with an hour are no agenda: "2.10 Objectifs" is then the number of a chapter. */
const FEWEST_HOURS = 3;

/**
 * Gives hours written with a dot a colon, so that the readers of hours need not doubt every "3.00". Only a document of
 * which several lines begin with hours, and that never go back twice, is an agenda; chapters are numbered 1.10, 2.10, …
 */
export const withColonHours = (lines: readonly string[]): readonly string[] => {
  const found = lines.map((line) => (line.length < 2_000 ? dotted.exec(line) : null));
  const minutes = found
    .filter((match) => match !== null)
    .map((match) => Number(match[2]) * 60 + Number(match[3]))
    .filter((minute) => minute < 1440);
  if (minutes.length === 0) return lines;
  const hours = lines.filter((line) => line.length < 2_000 && otherHour.test(line)).length;
  const goesBack = minutes.filter((minute, at) => at > 0 && minute < (minutes[at - 1] ?? 0)).length;
  if (hours < FEWEST_HOURS || goesBack > 1) return lines;
  return lines.map((line, at) => {
    if (!found[at]) return line;
    return line.replace(dotted, (_whole, before: string, hour: string, minute: string, link?: string, ...end) => {
      const range = link === undefined ? '' : `${link}${String(end[0])}:${String(end[1])}`;
      return `${before}${hour}:${minute}${range}`;
    });
  });
};
