/** `npm run bench [-- NAME …] [--people 300] [--groups 3] [--seconds 10] [--json FILE] [--data FOLDER]` */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { benchAppend } from './append.ts';
import { type BenchOptions, type Figure, formatFigure } from './figure.ts';
import { benchImport } from './import.ts';
import { benchPeople } from './people.ts';
import { benchPlacing } from './placing.ts';
import { benchPosts } from './posts.ts';
import { benchSplit } from './split.ts';
import { benchViews } from './views.ts';

const benches: Readonly<Record<string, (options: BenchOptions) => Promise<Figure>>> = {
  posts: benchPosts,
  append: benchAppend,
  import: benchImport,
  people: benchPeople,
  views: benchViews,
  // A peer of it replaces methods of every string in the process.
  synthesis: async (options) => (await import('./synthesis.ts')).benchSynthesis(options),
  split: benchSplit,
  placing: benchPlacing,
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    people: { type: 'string', default: '300' },
    groups: { type: 'string', default: '3' },
    seconds: { type: 'string', default: '10' },
    json: { type: 'string' },
    data: { type: 'string' },
  },
});
const options: BenchOptions = {
  people: Number(values.people),
  groups: Number(values.groups),
  withinMs: Number(values.seconds) * 1_000,
  data: values.data,
};
const names = positionals.length > 0 ? positionals : Object.keys(benches);
const figures: Figure[] = [];
for (const name of names) {
  const bench = benches[name];
  if (bench === undefined) throw new Error(`There is no bench "${name}", only: ${Object.keys(benches).join(', ')}`);
  const figure = await bench(options);
  figures.push(figure);
  console.log(formatFigure(figure));
}
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(figures, null, 2)}\n`);
