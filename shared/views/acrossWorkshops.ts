import { byCode } from '../core/order.ts';
import { findSharedIdeas } from '../synthesis/sharedIdeas.ts';
import type { Language } from '../workshop/state.ts';
import type { ReportFile } from './reportFile.ts';
import type { GroupSummary, PresentedKeyIdea } from './views.ts';

/** A submitted key idea with where it comes from. Its id tells it from those of all other workshops. */
export interface IdeaAcross {
  readonly idea: PresentedKeyIdea;
  readonly group: Pick<GroupSummary, 'id' | 'number' | 'name'>;
  readonly workshop: ReportFile['workshop'];
}

/** One report a workshop, the latest made, in the order of their days and titles; those without a day last. */
export function latestReports(reports: readonly ReportFile[]): readonly ReportFile[] {
  const latest = new Map<string, ReportFile>();
  for (const report of reports) {
    const known = latest.get(report.workshop.id);
    if (known === undefined || known.madeAt <= report.madeAt) latest.set(report.workshop.id, report);
  }
  const day = ({ workshop }: ReportFile): string => workshop.date ?? '~';
  return [...latest.values()].sort(
    (one, other) => byCode(day(one), day(other)) || byCode(one.workshop.title, other.workshop.title),
  );
}

/** The submitted key ideas of several workshops, in the order of the reports; each workshop counts once. */
export const ideasAcross = (reports: readonly ReportFile[]): readonly IdeaAcross[] =>
  latestReports(reports).flatMap(({ workshop, breakouts }) =>
    breakouts.flatMap(({ slotId, groups }) =>
      groups.flatMap(({ id, number, name, keyIdeas }) =>
        keyIdeas
          .filter(({ status }) => status === 'submitted')
          .map(({ status: _, lens, ...idea }) => ({
            idea: {
              ...idea,
              id: `${workshop.id} ${slotId} ${idea.id}`,
              ...(lens === undefined ? {} : { lens }),
            },
            group: { id: `${workshop.id} ${id}`, number, name },
            workshop,
          })),
      ),
    ),
  );

/**
 * Which of them several groups say, whatever workshop they were in: ids of each set, the most widely shared first. In
 * steps. Without a `language`, each text is read in its own.
 */
export const sharedAcross = (
  ideas: readonly IdeaAcross[],
  language?: Language,
): Generator<undefined, readonly (readonly string[])[]> =>
  findSharedIdeas(
    ideas.map(({ idea, group }) => ({
      id: idea.id,
      ownerId: group.id,
      text: idea.text,
      said: idea.citations.map(({ text }) => text),
    })),
    language === undefined ? {} : { language },
  );
