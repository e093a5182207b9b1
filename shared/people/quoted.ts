/** More of a cell than this nobody reads beside it. */
const quotedChars = 60;

/** What a cell says, cut to be shown: whoever pasted a page into a cell sees where it begins. */
export const quoted = (cell: string): string =>
  cell.length <= quotedChars ? cell : `${cell.slice(0, quotedChars - 1).toWellFormed()}…`;
