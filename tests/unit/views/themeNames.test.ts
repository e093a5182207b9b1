import { describe, expect, it } from 'vitest';
import { nameFrom, standingName } from '../../../shared/views/themeNames.ts';
import type { Answer } from '../../../shared/workshop/state.ts';

const said = (id: string, text: string, withdrawn = false): Answer => ({
  id,
  text,
  withdrawn,
  promptIndex: 0,
  authorId: 'person-1',
  postedAt: 0,
  edited: false,
  supporterIds: [],
});

describe('the name of a theme that people keep', () => {
  const long = 'Un fonds commun de territoire, alimenté par les entreprises locales';
  const theme = { id: 'theme-1', label: nameFrom(long), answerIds: ['b'] };
  const answers = (isWithdrawn: boolean) => ({ a: said('a', long, isWithdrawn), b: said('b', 'Un euro de chacun') });

  it('V13 goes with the answer that it was taken from', () => {
    expect(standingName({ answers: answers(false) }, theme)).toBe('Un fonds commun de territoire, alimenté par les…');
    expect(standingName({ answers: answers(true) }, theme)).toBe('Un euro de chacun');
  });

  it('P29 stays when somebody gave it', () => {
    const renamed = { ...theme, label: 'Le fonds' };
    expect(standingName({ answers: answers(true) }, renamed)).toBe('Le fonds');
  });
});
