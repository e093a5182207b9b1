/** Who somebody is, as a file or a form says it. Texts are trimmed and NFC; empty when nothing is known. */
export interface PersonFacts {
  readonly name: string;
  readonly organisation: string;
  readonly email: string;
  /** By the name of the attribute; values that say nothing are left out. */
  readonly attributes: Readonly<Record<string, string>>;
}

/** A person of a file. */
export interface ListedPerson extends PersonFacts {
  /** Where the person stands in the file, from 1. */
  readonly line: number;
  /** The number of the group in which the file puts the person. */
  readonly pinnedGroup?: number;
  /** The group in which the person was, by the name of the column that tells it. */
  readonly earlierGroups: Readonly<Record<string, string>>;
}

/** Why a row did not come in, or came in without something. */
export type RowProblemCode =
  | 'no_name'
  | 'name_too_long'
  | 'too_many_people'
  | 'email_invalid'
  | 'value_too_long'
  | 'group_not_number'
  | 'quote_not_closed';

export interface RowProblem {
  readonly line: number;
  readonly code: RowProblemCode;
  /** The column's header, where it has one. */
  readonly column?: string;
  /** What the cell says, cut to be read. */
  readonly value?: string;
}

/** The row is left out; with any other problem it comes in without what is wrong. */
export const leavesOut = ({ code }: Pick<RowProblem, 'code'>): boolean =>
  code === 'no_name' || code === 'name_too_long' || code === 'too_many_people';

/** How long things may be, and how many: whoever keeps the people says it. */
export interface PeopleLimits {
  readonly people: number;
  readonly nameChars: number;
  readonly emailChars: number;
  readonly valueChars: number;
  readonly groups: number;
}
