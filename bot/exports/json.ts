import { formatMinuteOfDay } from '../../shared/core/time.ts';
import type {
  Report,
  ReportBreakout,
  ReportCounts,
  ReportGap,
  ReportRestitution,
  ReportSlot,
} from '../../shared/views/reportModel.ts';

/**
 * The JSON report, version 1. Instants are ISO 8601 in UTC, lengths milliseconds, planned starts "HH:MM" in the time
 * zone of the workshop. Answers have no authors. Fields may be added within a version; none changes or goes.
 */
interface JsonReport {
  readonly format: 'aparte.report';
  readonly version: 1;
  readonly madeAt: string;
  readonly workshop: {
    readonly id: string;
    readonly title: string;
    /** ISO day. */
    readonly date?: string;
    readonly language: 'fr' | 'en';
    /** IANA name. */
    readonly timeZone: string;
    readonly status: Report['status'];
    readonly startedAt?: string;
    readonly endedAt?: string;
  };
  readonly counts: ReportCounts;
  readonly agenda: readonly JsonSlot[];
  /** Prompts, groups, members, answers by prompt, key ideas with their citations word for word. */
  readonly breakouts: readonly ReportBreakout[];
  readonly restitution?: ReportRestitution;
  /** What was planned and did not take place (yet). */
  readonly gaps: readonly ReportGap[];
}

interface JsonSlot extends Omit<ReportSlot, 'plannedStart' | 'startedAt' | 'endedAt'> {
  readonly plannedStart?: string;
  readonly startedAt?: string;
  readonly endedAt?: string;
}

const iso = <Key extends string>(key: Key, at: number | undefined): { [Name in Key]?: string } =>
  at === undefined ? {} : ({ [key]: new Date(at).toISOString() } as { [Name in Key]?: string });

function jsonSlot({ plannedStart, startedAt, endedAt, ...slot }: ReportSlot): JsonSlot {
  return {
    ...slot,
    ...(plannedStart === undefined ? {} : { plannedStart: formatMinuteOfDay(plannedStart) }),
    ...iso('startedAt', startedAt),
    ...iso('endedAt', endedAt),
  };
}

function jsonReport(report: Report): JsonReport {
  return {
    format: 'aparte.report',
    version: 1,
    madeAt: new Date(report.madeAt).toISOString(),
    workshop: {
      id: report.workshopId,
      title: report.title,
      ...(report.date === undefined ? {} : { date: report.date }),
      language: report.language,
      timeZone: report.timeZone,
      status: report.status,
      ...iso('startedAt', report.startedAt),
      ...iso('endedAt', report.endedAt),
    },
    counts: report.counts,
    agenda: report.agenda.map(jsonSlot),
    breakouts: report.breakouts,
    ...(report.restitution === undefined ? {} : { restitution: report.restitution }),
    gaps: report.gaps,
  };
}

/** The report as a JSON document, indented, ending with a line feed. */
export const reportToJson = (report: Report): string => `${JSON.stringify(jsonReport(report), null, 2)}\n`;
