import type { Attribute, WorkshopState } from '../state.ts';

/** What whoever comes is asked for. */
export type AskedAttribute = Pick<Attribute, 'name' | 'choices'>;

const isAsked = ({ asked }: Attribute): boolean => asked;

export const askedAttributes = ({ attributes }: Pick<WorkshopState, 'attributes'>): readonly AskedAttribute[] =>
  attributes.filter(isAsked).map(({ name, choices }) => ({ name, choices }));

/**
 * Of what is said or known of somebody, what they are asked for: nobody writes into what only hosts know, and nobody is
 * told it.
 */
export const askedValues = (
  { attributes }: Pick<WorkshopState, 'attributes'>,
  values: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    attributes.filter(isAsked).flatMap(({ name }) => {
      const value = values[name];
      return value === undefined ? [] : [[name, value] as const];
    }),
  );

/** Without those that were left blank. */
export const givenValues = (values: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''));
