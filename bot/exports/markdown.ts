import type { Report } from '../../shared/views/report.ts';
import type { Language } from '../../shared/workshop/state.ts';

/** The report as a Markdown document (CommonMark and GitHub's tables), ending with a line feed. */
export function reportToMarkdown(report: Report, _language: Language = report.language): string {
  return `# ${report.title}\n`;
}
