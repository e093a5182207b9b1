import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readProgramme } from '../../shared/agenda/import/readProgramme.ts';
import { draftWorkshop } from '../../shared/workshop/draft/draftWorkshop.ts';
import { type BenchOptions, type Figure, percentile } from './figure.ts';

const folder = join(import.meta.dirname, '../fixtures/programmes');
const programmes = [
  'atelier-1-ecosystemes-territoriaux',
  'atelier-2-modeles-socio-economiques',
  'journee-7-juillet-2026',
];
const repeats = 50;

/** From the text of a programme to a workshop that can be founded. */
export async function benchImport(_options: BenchOptions): Promise<Figure> {
  const documents = programmes.map((name) => ({ name, text: readFileSync(join(folder, `${name}.md`), 'utf8') }));
  const runs = documents.map(({ text }) =>
    Array.from({ length: repeats }, () => {
      const startedAt = performance.now();
      const programme = readProgramme(text);
      if (!programme.ok) throw new Error(programme.problem.code);
      draftWorkshop(programme.value);
      return performance.now() - startedAt;
    }),
  );
  return {
    name: 'import',
    title: 'A programme document becomes a workshop that can be founded',
    columns: ['first time', 'then, p50'],
    rows: documents.map(({ name }, index) => ({
      label: name,
      unit: 'ms',
      values: [runs[index]?.[0], percentile(runs[index]?.slice(1) ?? [], 0.5)],
    })),
    notes: [`The first time includes what the engine does once; then ${repeats - 1} more times.`],
  };
}
