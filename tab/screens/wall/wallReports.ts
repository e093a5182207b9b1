import { decodeText } from '../../../shared/core/decodeText.ts';
import { latestReports } from '../../../shared/views/acrossWorkshops.ts';
import { type ReportFile, type ReportFileProblem, readReportFile } from '../../../shared/views/reportFile.ts';
import { type KeyValueStorage, windowStorage } from '../../net/storage.ts';

/** A file that was not taken, and why. */
export interface Refusal {
  readonly fileName: string;
  readonly code: ReportFileProblem['code'] | 'too_large' | 'unreadable';
}

/** What stands on the wall, and what the page has to say about the last change. */
export interface WallReports {
  /** One a workshop, in the order of their days. */
  readonly reports: readonly ReportFile[];
  readonly refusals: readonly Refusal[];
  /** Titles of workshops that were there already. */
  readonly replaced: readonly string[];
  /** What was taken off last, and may come back. */
  readonly removed?: ReportFile;
}

export type WallChange =
  /** `isRefresh`: the page asked for the same workshop anew, and need not say that it is there already. */
  | { readonly kind: 'added'; readonly report: ReportFile; readonly isRefresh?: boolean }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'removed'; readonly workshopId: string }
  | { readonly kind: 'brought back' }
  | { readonly kind: 'read' };

export function changeReports(wall: WallReports, change: WallChange): WallReports {
  const { removed, ...rest } = wall;
  switch (change.kind) {
    case 'added': {
      const { workshop } = change.report;
      const isAgain = change.isRefresh !== true && wall.reports.some((report) => report.workshop.id === workshop.id);
      return {
        ...rest,
        reports: latestReports([...wall.reports, change.report]),
        replaced: isAgain ? [...new Set([...wall.replaced, workshop.title])] : wall.replaced,
      };
    }
    case 'refused':
      return { ...wall, refusals: [...wall.refusals, change.refusal] };
    case 'removed': {
      const gone = wall.reports.find(({ workshop }) => workshop.id === change.workshopId);
      const reports = wall.reports.filter((report) => report !== gone);
      return { ...rest, reports, ...(gone === undefined ? {} : { removed: gone }) };
    }
    case 'brought back':
      return removed === undefined ? wall : { ...rest, reports: latestReports([...wall.reports, removed]) };
    case 'read':
      return { ...rest, refusals: [], replaced: [] };
  }
}

/** The largest report of a day with hundreds of people is far below. */
const largestFile = 20_000_000;

/** One file that was chosen or dropped. Never rejects. */
export async function readWallFile(file: Pick<File, 'name' | 'size' | 'arrayBuffer'>): Promise<WallChange> {
  const refused = (code: Refusal['code']): WallChange => ({
    kind: 'refused',
    refusal: { fileName: file.name, code },
  });
  if (file.size > largestFile) return refused('too_large');
  try {
    const report = readReportFile(decodeText(new Uint8Array(await file.arrayBuffer())));
    return report.ok ? { kind: 'added', report: report.value } : refused(report.problem.code);
  } catch {
    return refused('unreadable');
  }
}

const keptAs = 'aparte:wall';

/** The reports survive a reload, in this window alone: they may hold what people said in other rooms. */
export function keepReports(reports: readonly ReportFile[], storage: KeyValueStorage = windowStorage): void {
  if (reports.length === 0) storage.remove(keptAs);
  else
    storage.set(keptAs, JSON.stringify(reports.map((report) => ({ format: 'aparte.report', version: 1, ...report }))));
}

export function keptReports(storage: KeyValueStorage = windowStorage): readonly ReportFile[] {
  try {
    const kept: unknown = JSON.parse(storage.get(keptAs) ?? '[]');
    // What an earlier version of the page kept is read like any file.
    return (Array.isArray(kept) ? kept : []).flatMap((each) => {
      const report = readReportFile(JSON.stringify(each));
      return report.ok ? [report.value] : [];
    });
  } catch {
    return [];
  }
}
