import type { GroupSynthesis } from '../synthesis/groupSynthesis.ts';
import { stands } from '../workshop/groups/groupWork.ts';
import type { GroupWork, KeptTheme } from '../workshop/state.ts';
import { standingName } from './themeNames.ts';
import type { ProposedIdeaView, SynthesisView, ThemeView } from './views.ts';

/** A gathering of answers as screens hold it: themes, and which one each answer stands in. */
export type Themes = Pick<SynthesisView, 'themes' | 'themeOf'>;

/**
 * Themes with those that people keep laid over them: kept ones first, as they were made, and what had joined them stays.
 * Pages do the same with an arrangement that is on its way.
 */
export function layOver(kept: readonly KeptTheme[], below: Themes): Themes {
  const themeOf: Record<string, string> = {};
  const themes: Record<string, ThemeView> = {};
  for (const { id, label, answerIds } of kept) {
    themes[id] = { id, label, kept: true };
    for (const answerId of answerIds) themeOf[answerId] = id;
  }
  for (const [answerId, id] of Object.entries(below.themeOf)) {
    if (themeOf[answerId] !== undefined) continue;
    themeOf[answerId] = id;
    const theme = below.themes[id];
    if (themes[id] === undefined && theme !== undefined) themes[id] = { id, label: theme.label, kept: false };
  }
  return { themes, themeOf };
}

/** Distinct people: whoever wrote or supports several of the answers counts once. */
function countPeople(work: GroupWork, answerIds: readonly string[]): number {
  const people = new Set<string>();
  for (const id of answerIds) {
    const answer = work.answers[id];
    if (answer === undefined) continue;
    people.add(answer.authorId);
    for (const supporterId of answer.supporterIds) people.add(supporterId);
  }
  return people.size;
}

/**
 * The citations of a proposed idea that still stand; none when the idea no longer does. The words are those of the first
 * citation: with it they go. A model's stand on two at least.
 */
export function quotable(
  { wording, citations }: Pick<ProposedIdeaView, 'wording' | 'citations'>,
  stands: (answerId: string) => boolean,
): readonly string[] {
  const standing = citations.filter(stands);
  const holds = wording === 'model' ? standing.length > 1 : standing[0] === citations[0];
  return holds ? standing : [];
}

function ideaViews(work: GroupWork, { ideas }: GroupSynthesis): ProposedIdeaView[] {
  const standing = (ids: readonly string[]): string[] => ids.filter((id) => stands(work, id));
  return ideas.flatMap(({ text, wording, citations: given, answerIds, doubtful, opposed, weak }) => {
    const citations = quotable({ wording, citations: given }, (id) => stands(work, id));
    if (citations.length === 0) return [];
    const behind = standing(answerIds);
    return [
      {
        text,
        wording,
        citations,
        answerIds: behind,
        people: countPeople(work, behind),
        doubtful: standing(doubtful),
        opposed: standing(opposed),
        weak,
      },
    ];
  });
}

interface Made {
  readonly answers: GroupWork['answers'];
  readonly arrangement: GroupWork['arrangement'];
  readonly view: SynthesisView;
}

const made = new WeakMap<GroupSynthesis, Made>();

/**
 * What was worked out, as the log says now: what was withdrawn since is gone, and themes are as people arranged them.
 * One object for as long as nothing of it changes.
 */
export function synthesisView(work: GroupWork, synthesis: GroupSynthesis | undefined): SynthesisView | undefined {
  if (synthesis === undefined) return undefined;
  const { answers, arrangement } = work;
  const known = made.get(synthesis);
  if (known !== undefined && known.answers === answers && known.arrangement === arrangement) return known.view;
  const themeOf: Record<string, string> = {};
  const themes: Record<string, ThemeView> = {};
  for (const { id, label, answerIds } of synthesis.themes) {
    themes[id] = { id, label, kept: false };
    for (const answerId of answerIds) if (stands(work, answerId)) themeOf[answerId] = id;
  }
  const kept = (arrangement?.themes ?? []).map((theme) => ({ ...theme, label: standingName(work, theme) }));
  const view: SynthesisView = {
    ...layOver(kept, { themes, themeOf }),
    ...(arrangement === undefined ? {} : { arrangementId: arrangement.id }),
    ideas: ideaViews(work, synthesis),
    source: synthesis.source,
    dropped: synthesis.dropped,
  };
  made.set(synthesis, { answers, arrangement, view });
  return view;
}
