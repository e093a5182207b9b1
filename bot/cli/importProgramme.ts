import { readFileSync } from 'node:fs';
import { toGoldJson } from '../../shared/agenda/import/programmeJson.ts';
import { LONGEST_PROGRAMME, type ProgrammeProblem, readProgramme } from '../../shared/agenda/import/readProgramme.ts';
import { decodeText } from '../../shared/core/decodeText.ts';

/** What is wrong and what to do; a line per language, since nobody said which one this person reads. */
const words: Readonly<Record<ProgrammeProblem['code'], string>> = {
  programme_empty: `il n’y a rien à lire dans ce fichier.
there is nothing to read in this file.`,
  programme_too_large: `trop long pour un programme (1 Mo et 20 000 lignes au plus) : gardez les pages de l’agenda.
too long for a programme (1 MB and 20,000 lines at most): keep the pages of the agenda.`,
  programme_not_text: `ce n’est pas du texte : ouvrez-le dans son logiciel et enregistrez-le en .txt ou .md.
this is no text: open it in its program and save it as .txt or .md.`,
  programme_without_slot: `aucune séquence reconnue : il faut des heures ou des durées.
no slot was recognised: hours or lengths are needed.`,
};

/** Prints the agenda that a programme document holds, as JSON. @returns the exit code: 1, with words on stderr, when there is none */
export function importProgramme(path: string): number {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch {
    console.error(`${path} : ce fichier n’existe pas, ou ne peut pas être lu.\nno such file, or it may not be read.`);
    return 1;
  }
  // Four bytes a character at most: a longer file is not even decoded.
  const programme =
    bytes.length > 4 * LONGEST_PROGRAMME
      ? ({ ok: false, problem: { code: 'programme_too_large', kept: [] } } as const)
      : readProgramme(decodeText(bytes));
  if (!programme.ok) {
    console.error(`${path} : ${words[programme.problem.code]}`);
    for (const line of programme.problem.kept) console.error(`  ${line}`);
    return 1;
  }
  console.log(JSON.stringify(toGoldJson(programme.value), undefined, 2));
  return 0;
}
