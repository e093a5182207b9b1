import { useState } from 'react';
import type { GroupWorkView } from '../../../shared/views/views.ts';
import type { KeptTheme } from '../../../shared/workshop/state.ts';
import type { WorkshopClient } from '../../net/client.ts';
import { keptThemes, type ThemeBoard } from './themeBoard.ts';

/** One gesture of this page: what was kept before it, and the arrangement that it made. */
interface Step {
  readonly madeId: string;
  readonly before: readonly KeptTheme[];
}

export interface Arranging {
  /** Undefined: there is nothing to do. */
  readonly arrange: (themes: readonly KeptTheme[] | undefined) => void;
  /** Absent when the last gesture was somebody else's: undoing it would be overwriting them. */
  readonly undo?: () => void;
}

/** Sends how themes are to be, and can take it back. */
export function useArranging(
  client: WorkshopClient,
  slotId: string,
  { groupId }: Pick<GroupWorkView, 'groupId'>,
  board: ThemeBoard,
): Arranging {
  const [steps, setSteps] = useState<readonly Step[]>([]);
  const send = (themes: readonly KeptTheme[]): string =>
    client.send({
      kind: 'ArrangeThemes',
      slotId,
      groupId,
      ...(board.arrangementId === undefined ? {} : { seenArrangementId: board.arrangementId }),
      themes: themes.map((theme) => ({ ...theme, answerIds: [...theme.answerIds] })),
    });
  const last = steps.at(-1);
  return {
    arrange(themes) {
      if (themes !== undefined) setSteps([...steps, { madeId: send(themes), before: keptThemes(board) }]);
    },
    ...(last === undefined || last.madeId !== board.arrangementId
      ? {}
      : {
          undo() {
            const undoneId = send(last.before);
            // What the gesture before made is there again, under the id of this one.
            const rest = steps.slice(0, -1);
            const previous = rest.at(-1);
            setSteps(previous === undefined ? [] : [...rest.slice(0, -1), { ...previous, madeId: undoneId }]);
          },
        }),
  };
}
