import { err, ok } from '../../core/result.ts';
import type { Decisions } from '../decision.ts';
import type { KeptTheme } from '../state.ts';
import { stands } from './groupWork.ts';
import { runWork } from './runWork.ts';

/** Same themes with the same answers in the same order. */
const isSame = (one: readonly KeptTheme[], other: readonly KeptTheme[]): boolean =>
  one.length === other.length &&
  one.every(({ id, label, answerIds }, index) => {
    const theme = other[index];
    return (
      theme?.id === id &&
      theme.label === label &&
      theme.answerIds.length === answerIds.length &&
      theme.answerIds.every((answerId, place) => answerId === answerIds[place])
    );
  });

/** Themes that people arrange: merged, split, renamed, answers moved. Each command holds all that is kept. */
export const themeDecisions: Decisions<'ArrangeThemes'> = {
  ArrangeThemes: (state, { slotId, groupId, seenArrangementId, themes }, { actor, commandId }) => {
    const work = runWork(state, { slotId, groupId }, actor);
    if (!work.ok) return work;
    const { answers, arrangement } = work.value;
    // An answer that was withdrawn while themes were moved about is nobody's mistake; one that never was is.
    if (themes.some((theme) => theme.answerIds.some((id) => answers[id] === undefined))) return err('answer_unknown');
    const kept = themes
      .map((theme) => ({ ...theme, answerIds: theme.answerIds.filter((id) => stands(work.value, id)) }))
      .filter((theme) => theme.answerIds.length > 0);
    if (isSame(kept, arrangement?.themes ?? [])) return ok([]);
    if (arrangement?.id !== seenArrangementId) return err('themes_changed');
    return ok([{ kind: 'ThemesArranged', slotId, groupId, arrangement: { id: commandId, themes: kept } }]);
  },
};
