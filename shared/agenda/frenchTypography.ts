import type { Programme } from './programme.ts';

const narrow = '\u202f';
const noBreak = '\u00a0';

/**
 * Spaces and apostrophes as French prints them: a narrow no-break space before `?`, `!` and `;`, a no-break space before
 * `:` and inside « », a curly apostrophe. Only what stands there is exchanged, nothing is added: addresses stay whole.
 * Source: Lexique des règles typographiques en usage à l'Imprimerie nationale.
 */
export const frenchTypography = (text: string): string =>
  text
    .replace(/(?<=\p{L})'(?=\p{L})/gu, '’')
    .replace(/ (?=[?!;])/g, narrow)
    .replace(/ (?=[:»])/g, noBreak)
    .replace(/(?<=«) /g, noBreak);

/** A programme in French as its readers will see it; one in English as it is. What the document says stays word for word. */
export function typesetProgramme(programme: Programme): Programme {
  if (programme.language !== 'fr') return programme;
  return {
    ...programme,
    title: frenchTypography(programme.title),
    sections: programme.sections.map((section) => ({ ...section, title: frenchTypography(section.title) })),
    slots: programme.slots.map((slot) => {
      const { title, section, lead, prompts, lenses, notes } = slot;
      return {
        ...slot,
        title: frenchTypography(title),
        ...(section === undefined ? {} : { section: frenchTypography(section) }),
        ...(lead === undefined ? {} : { lead: frenchTypography(lead) }),
        ...(prompts === undefined ? {} : { prompts: prompts.map(frenchTypography) }),
        ...(lenses === undefined ? {} : { lenses: lenses.map(frenchTypography) }),
        ...(notes === undefined ? {} : { notes: notes.map(frenchTypography) }),
      };
    }),
    notes: programme.notes.map(frenchTypography),
  };
}
