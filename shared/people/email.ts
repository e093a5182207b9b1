/** Enough to tell an address from a name; whether it is read by anyone only a message would tell. */
const address = /^[^\s@<>(),;:"\\]+@[^\s@<>(),;:"\\]+\.[^\s@<>(),;:"\\.]{2,}$/u;

export interface ReadEmail {
  /** Empty when the cell holds none. */
  readonly email: string;
  /** What stood before it, as mail programs write it: "Marie Dupont <marie@example.org>". */
  readonly name: string;
}

/** The one address of a cell. @returns undefined when the cell says something else */
export function readEmail(cell: string): ReadEmail | undefined {
  if (cell === '') return { email: '', name: '' };
  const [, name = '', bracketed] = /^(.*?)[\s"']*<\s*(?:mailto:)?([^<>]*?)\s*>[;,]?$/u.exec(cell) ?? [];
  const email = (bracketed ?? cell).replace(/^mailto:/i, '').replace(/[;,.]+$/, '');
  return address.test(email) ? { email, name: name.replace(/^["'\s]+/, '') } : undefined;
}

export const looksLikeEmail = (cell: string): boolean => cell.includes('@') && readEmail(cell) !== undefined;
