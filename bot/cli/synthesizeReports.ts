import { finish } from '../../shared/synthesis/weighTexts.ts';
import { ideasAcross, sharedAcross } from '../../shared/views/acrossWorkshops.ts';
import { type ReportFile, readReportFile } from '../../shared/views/reportFile.ts';
import type { Language } from '../../shared/workshop/state.ts';
import { readText } from './jsonFile.ts';

/**
 * Across workshops: sets of key ideas that groups share, the widest first, and all of them by lens. Submitted ones alone;
 * of a workshop that comes twice, the report made last.
 * @throws Error naming the file and what is wrong with it
 */
export function synthesizeReports(paths: readonly string[], language: Language | undefined): string {
  const ideas = ideasAcross(paths.map(readReport));
  const told = new Map(
    ideas.map(({ idea: { id, text, lens }, group, workshop }) => [
      id,
      { workshop: workshop.title, group: group.name, text, ...(lens === undefined ? {} : { lens }) },
    ]),
  );
  const sets = finish(sharedAcross(ideas, language));
  const all = [...told.values()];
  const lenses = [...new Set(all.flatMap(({ lens }) => lens ?? []))];
  const workshopOf = new Map(ideas.map(({ idea, workshop }) => [idea.id, workshop.id]));
  const among = new Set(sets.flat());
  return `${JSON.stringify(
    {
      shared: sets.map((ids) => ({
        workshops: new Set(ids.map((id) => workshopOf.get(id))).size,
        ideas: ids.flatMap((id) => told.get(id) ?? []),
      })),
      byLens: lenses.map((lens) => ({ lens, ideas: all.filter((idea) => idea.lens === lens) })),
      withoutLens: all.filter(({ lens }) => lens === undefined),
      alone: [...told].filter(([id]) => !among.has(id)).map(([, idea]) => idea),
    },
    undefined,
    2,
  )}\n`;
}

const faults = {
  not_json: 'this is no JSON',
  not_a_report: 'not a JSON report of Aparté',
  other_version: 'a report of another version of Aparté; this one reads version 1',
} as const;

function readReport(path: string): ReportFile {
  const report = readReportFile(readText(path));
  if (report.ok) return report.value;
  const { problem } = report;
  throw new Error(`${path}: ${problem.code === 'damaged' ? problem.reason : faults[problem.code]}`);
}
