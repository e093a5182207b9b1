import { layOver } from '../../../shared/views/projectSynthesis.ts';
import type { AnswerView, GroupWorkView } from '../../../shared/views/views.ts';
import type { Command } from '../../../shared/workshop/commands.ts';
import type { KeptTheme } from '../../../shared/workshop/state.ts';
import type { PendingCommand } from '../../net/client.ts';

/** A theme as it is drawn: its answers, oldest first. */
export interface BoardTheme extends KeptTheme {
  readonly kept: boolean;
}

/** The themes of a group, with what this device is still sending laid over them. */
export interface ThemeBoard {
  /** Themes of several answers, and those that people keep; in no order of their own. */
  readonly themes: readonly BoardTheme[];
  /** Answers that are close to nothing, each alone in a theme that nobody made. */
  readonly alone: readonly AnswerView[];
  /** Answers that have just come, and are not gathered yet. */
  readonly waiting: readonly AnswerView[];
  readonly arrangementId: string | undefined;
}

type Arranging = Extract<Command, { kind: 'ArrangeThemes' }>;

/** Undefined as long as nothing was gathered. `unseen`: in the order in which they were sent. */
export function themeBoard(
  slotId: string,
  { groupId, answers, synthesis }: GroupWorkView,
  unseen: readonly PendingCommand[],
): ThemeBoard | undefined {
  if (synthesis === undefined) return undefined;
  const latest = unseen.findLast(
    (pending): pending is PendingCommand & { readonly command: Arranging } =>
      pending.command.kind === 'ArrangeThemes' &&
      pending.command.slotId === slotId &&
      pending.command.groupId === groupId,
  );
  const { themes, themeOf } = latest === undefined ? synthesis : layOver(latest.command.themes, synthesis);
  const members = new Map<string, AnswerView[]>();
  const waiting: AnswerView[] = [];
  for (const answer of Object.values(answers).sort(byAge)) {
    const id = themeOf[answer.id];
    if (id === undefined) waiting.push(answer);
    else members.set(id, [...(members.get(id) ?? []), answer]);
  }
  const all = Object.values(themes).map(({ id, label, kept }) => ({ id, label, kept, answers: members.get(id) ?? [] }));
  const isAlone = (theme: (typeof all)[number]): boolean => !theme.kept && theme.answers.length === 1;
  return {
    themes: all
      .filter((theme) => theme.answers.length > 0 && !isAlone(theme))
      .map(({ answers: own, ...theme }) => ({ ...theme, answerIds: own.map(({ id }) => id) })),
    alone: all.filter(isAlone).flatMap((theme) => theme.answers),
    waiting,
    arrangementId: latest?.commandId ?? synthesis.arrangementId,
  };
}

const byAge = (one: AnswerView, other: AnswerView): number =>
  one.postedAt - other.postedAt || (one.id < other.id ? -1 : 1);

/** What people keep now. */
export const keptThemes = ({ themes }: ThemeBoard): readonly KeptTheme[] =>
  themes.filter(({ kept }) => kept).map(({ id, label, answerIds }) => ({ id, label, answerIds }));

/** Kept themes with some of them written anew; one without answers is none. */
function keeping(board: ThemeBoard, changed: readonly KeptTheme[], goneId?: string): readonly KeptTheme[] {
  const moved = new Set(changed.flatMap(({ answerIds }) => answerIds));
  const others = keptThemes(board)
    .filter(({ id }) => id !== goneId && !changed.some((theme) => theme.id === id))
    .map((theme) => ({ ...theme, answerIds: theme.answerIds.filter((id) => !moved.has(id)) }));
  return [...others, ...changed].filter(({ answerIds }) => answerIds.length > 0);
}

const find = ({ themes }: ThemeBoard, id: string): BoardTheme | undefined => themes.find((theme) => theme.id === id);

/** The second theme takes in the first; its name stays. */
export function mergeThemes(board: ThemeBoard, fromId: string, intoId: string): readonly KeptTheme[] | undefined {
  const [from, into] = [find(board, fromId), find(board, intoId)];
  if (from === undefined || into === undefined || from === into) return undefined;
  const { id, label, answerIds } = into;
  return keeping(board, [{ id, label, answerIds: [...answerIds, ...from.answerIds] }], fromId);
}

/** An answer goes into a theme. */
export function moveAnswer(board: ThemeBoard, answerId: string, intoId: string): readonly KeptTheme[] | undefined {
  const into = find(board, intoId);
  if (into === undefined || into.answerIds.includes(answerId)) return undefined;
  const { id, label, answerIds } = into;
  return keeping(board, [{ id, label, answerIds: [...answerIds, answerId] }]);
}

/** Answers make a theme of their own; what they leave behind is kept as it is, lest it be gathered otherwise. */
export function splitOff(board: ThemeBoard, answerIds: readonly string[], made: Omit<KeptTheme, 'answerIds'>) {
  const left = board.themes
    .filter((theme) => theme.answerIds.some((id) => answerIds.includes(id)))
    .map(({ id, label, answerIds: own }) => ({
      id,
      label,
      answerIds: own.filter((each) => !answerIds.includes(each)),
    }));
  return keeping(board, [...left, { ...made, answerIds }]);
}

export function renameTheme(board: ThemeBoard, themeId: string, label: string): readonly KeptTheme[] | undefined {
  const theme = find(board, themeId);
  if (theme === undefined || theme.label === label) return undefined;
  return keeping(board, [{ id: theme.id, label, answerIds: theme.answerIds }]);
}

/** The theme is the engine's again. */
export const releaseTheme = (board: ThemeBoard, themeId: string): readonly KeptTheme[] => keeping(board, [], themeId);
