import type { Report } from '../../shared/views/report.ts';

/** The report as a JSON document, indented, ending with a line feed. */
export function reportToJson(report: Report): string {
  return `${JSON.stringify({ format: 'aparte.report', version: 1, title: report.title }, null, 2)}\n`;
}
