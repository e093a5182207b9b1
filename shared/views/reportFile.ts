import { z } from 'zod';
import { err, ok, type Result } from '../core/result.ts';

/** What is read of a JSON report (bot/exports/json.ts), version 1; the rest of the file is left alone. */
const reportFile = z.object({
  /** ISO 8601. */
  madeAt: z.string(),
  workshop: z.object({
    id: z.string(),
    title: z.string(),
    /** ISO day. */
    date: z.string().optional(),
  }),
  breakouts: z.array(
    z.object({
      slotId: z.string(),
      groups: z.array(
        z.object({
          id: z.string(),
          number: z.number(),
          name: z.string(),
          keyIdeas: z.array(
            z.object({
              id: z.string(),
              text: z.string(),
              lens: z.string().optional(),
              status: z.enum(['draft', 'submitted']),
              citations: z.array(z.object({ id: z.string(), text: z.string() })),
            }),
          ),
        }),
      ),
    }),
  ),
});
export type ReportFile = z.infer<typeof reportFile>;

const marks = z.object({ format: z.literal('aparte.report'), version: z.unknown() });

/** `reason`: what zod says, for whoever made the file by hand. */
export type ReportFileProblem =
  | { readonly code: 'not_json' | 'not_a_report' | 'other_version' }
  | { readonly code: 'damaged'; readonly reason: string };

/** A JSON report from its text; nothing is taken of one that is damaged, or that another version of Aparté made. */
export function readReportFile(text: string): Result<ReportFile, ReportFileProblem> {
  let content: unknown;
  try {
    // A mark at the beginning of the file is no part of it.
    content = JSON.parse(text.trim());
  } catch {
    return err({ code: 'not_json' });
  }
  const marked = marks.safeParse(content);
  if (!marked.success) return err({ code: 'not_a_report' });
  if (marked.data.version !== 1) return err({ code: 'other_version' });
  const report = reportFile.safeParse(content);
  return report.success ? ok(report.data) : err({ code: 'damaged', reason: z.prettifyError(report.error) });
}
