import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reportToJson } from '../../../bot/exports/json.ts';
import { reportToMarkdown } from '../../../bot/exports/markdown.ts';
import { block, inline } from '../../../bot/exports/markdownText.ts';
import { buildReport } from '../../../shared/views/report.ts';
import { begun, endedEarly, founding, names, posted, presented, start, stateAfter, worked } from './reportFixture.ts';

const reportOf = (...parts: Parameters<typeof stateAfter>) =>
  buildReport({ state: stateAfter(...parts), names, now: start + 90 * 60_000 });
const whole = reportOf(founding, begun, worked, presented, endedEarly);

describe('reportToMarkdown', () => {
  it('E11 tells the lens of a key idea, in Markdown and in JSON', () => {
    const lens = {
      kind: 'LensPut',
      slotId: 'work',
      groupId: 'group-1',
      keyIdeaId: 'idea-two',
      lens: 'Alliances',
    } as const;
    const report = reportOf(founding, begun, worked, [lens]);
    expect(reportToMarkdown(report)).toContain(
      '1. **Un fonds de territoire**\\\n   *Axe de lecture\u00a0: Alliances*\n\n   D’après les réponses',
    );
    const [breakout] = JSON.parse(reportToJson(report)).breakouts;
    expect(breakout.groups[0].keyIdeas[0]).toMatchObject({ text: 'Un fonds de territoire', lens: 'Alliances' });
  });

  it('E8 reads as a document, in French', () => {
    const text = reportToMarkdown(whole);
    expect(text).toContain(
      '# Atelier 2 – Modèles socio-économiques\n\n**Compte rendu d’atelier – mardi 7 juillet 2026**',
    );
    expect(text).toContain('| 15:00 | 15:01 – 15:02 | Introduction *(par ADASI)* | 5\u00a0min | 1\u00a0min |');
    expect(text).toContain('### Groupe 1 – Fondation de Lille\n\n1. **Un fonds de territoire**');
    expect(text).toContain(
      '   - Mutualiser, oui !\\\n     Et les locaux aussi *(2\u00a0soutiens)*\n   - Mutualiser les achats',
    );
    expect(text).toContain('3. **Un brouillon** *(brouillon, non transmise)*');
    expect(text).toContain('- Séquences non tenues\u00a0: «\u00a0Pastille\u00a0».');
    expect(text).toContain('1. Groupe 2 *(non présenté)*\n2. Groupe 1 – Fondation de Lille');
    expect(text).not.toMatch(/undefined|null|NaN|\[object|\n\n\n/u);
  });

  it('E8 reads as a document, in English', () => {
    const text = reportToMarkdown(whole, 'en');
    expect(text).toContain('**Workshop report – Tuesday, 7 July 2026**');
    expect(text).not.toMatch(/[Aa]telier n’|Déroulé|soutien|– Groupe/u);
  });

  it('E8 holds at every moment of a workshop', () => {
    const events = [founding, begun, worked, presented, endedEarly].flat();
    for (let count = 1; count <= events.length; count++) {
      expect(reportToMarkdown(reportOf(events.slice(0, count)))).not.toMatch(/undefined|NaN|\[object|\n\n\n/u);
    }
  });

  it.each([
    ['# Titre', '\\# Titre'],
    ['- puce', '\\- puce'],
    ['12. douze', '12\\. douze'],
    ['a\n===', 'a \\==='],
    ['<script>', '\\<script\\>'],
    ['![x](y) `z`', '!\\[x\\](y) \\`z\\`'],
    ['a | b', 'a \\| b'],
    ['&copy; **gras** _x_ ~~y~~', '\\&copy; \\*\\*gras\\*\\* \\_x\\_ \\~\\~y\\~\\~'],
    ['    code', 'code'],
    ['c:\\dossier', 'c:\\\\dossier'],
    ['\u202eenvers', 'envers'],
  ])('E9 shows %j as it was typed', (typed, written) => {
    expect(inline(typed)).toBe(written);
  });

  it('E9 an answer cannot break the layout', () => {
    const nasty = fc
      .array(
        fc.constantFrom(
          '#',
          '-',
          '*',
          '`',
          '```',
          '|',
          '>',
          '1.',
          '===',
          '---',
          '<b>',
          '\n',
          '\r\n',
          '\u2028',
          '    ',
          '\t',
          'mot',
          '[x]',
          '\\',
          '&lt;',
          '~',
        ),
        { minLength: 1, maxLength: 12 },
      )
      .map((parts) => parts.join(''));
    // Nobody posts a text that shows nothing: it would be a mark with no words behind it.
    const shown = fc
      .oneof(nasty, fc.string({ unit: 'binary', minLength: 1 }))
      .filter((text) => block(text, '', '') !== '');
    const marks = (text: string) => text.split('\n').filter((line) => /^(?:#+ |\||- |\d+\. )/u.test(line)).length;
    fc.assert(
      fc.property(shown, (text) => {
        const plain = reportToMarkdown(reportOf(founding, begun, worked, [posted(2, 'answer-9', 'mot')]));
        const tried = reportToMarkdown(reportOf(founding, begun, worked, [posted(2, 'answer-9', text)]));
        expect(marks(tried)).toBe(marks(plain));
        for (const line of block(text, '> ', '> ').split('\n')) expect(line).toMatch(/^>(?: (?:[^\s#>|=+-]|\\.).*)?$/u);
      }),
      { numRuns: 100 },
    );
  });
});

describe('reportToJson', () => {
  it('E10 says its format and version, and holds the whole report', () => {
    const parsed = JSON.parse(reportToJson(whole));
    expect(parsed).toMatchObject({
      format: 'aparte.report',
      version: 1,
      madeAt: '2026-07-07T14:30:00.000Z',
      workshop: { id: 'workshop-1', timeZone: 'Europe/Paris', status: 'ended', startedAt: '2026-07-07T13:01:00.000Z' },
      agenda: [
        { id: 'intro', plannedStart: '15:00', startedAt: '2026-07-07T13:01:00.000Z', actualMs: 60_000 },
        {},
        {},
        {},
      ],
      counts: whole.counts,
    });
    expect(parsed.breakouts).toEqual(whole.breakouts);
    expect(parsed.gaps).toEqual(whole.gaps);
  });
});
