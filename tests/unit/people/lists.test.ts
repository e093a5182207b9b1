import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { listRead, readBytes } from './listRead.ts';

const folder = join(import.meta.dirname, '../../fixtures/people');
const lists = readdirSync(folder).filter((name) => !name.endsWith('.gold.json'));

it.each(lists)('IP1 %s gives what a person reads in it', (name) => {
  const file = readBytes(readFileSync(join(folder, name)));
  if (!file.ok) throw new Error(file.problem);
  const { columns, people, problems, doubles } = listRead(file.value.rows);
  const uses = columns.map(({ header, use, isSure }) => `${header}: ${use.kind}${isSure ? '' : '?'}`);
  expect({ uses, people, problems, doubles }).toEqual(
    JSON.parse(readFileSync(join(folder, `${name}.gold.json`), 'utf8')),
  );
});
