import type { Evolution } from '../evolution.ts';
import type { GroupWork } from '../state.ts';
import { changingWork } from './groupWork.ts';

/** How people arranged what was said. */
export const themeEvolution: Evolution<'ThemesArranged'> = {
  ThemesArranged: (state, event) => changingWork(state, event, (work) => ({ ...work, arrangement: event.arrangement })),
};

/** A withdrawn answer leaves the theme that it was put in; a theme without answers is gone. */
export function withoutAnswer(work: GroupWork, answerId: string): GroupWork {
  const { arrangement } = work;
  if (!arrangement?.themes.some((theme) => theme.answerIds.includes(answerId))) return work;
  const themes = arrangement.themes
    .map((theme) =>
      theme.answerIds.includes(answerId)
        ? { ...theme, answerIds: theme.answerIds.filter((id) => id !== answerId) }
        : theme,
    )
    .filter((theme) => theme.answerIds.length > 0);
  return { ...work, arrangement: { ...arrangement, themes } };
}
