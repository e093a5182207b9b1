import { shorten } from '../synthesis/sentences.ts';
import type { GroupWork, KeptTheme } from '../workshop/state.ts';

const nameChars = 48;

/** What a theme is called that somebody makes of an answer, before they call it anything else. */
export const nameFrom = (answer: string): string => shorten(answer, nameChars);

/**
 * The name of a theme that people keep. One that was taken from an answer is withdrawn with it: the theme is then called
 * after another of its answers.
 */
export function standingName({ answers }: Pick<GroupWork, 'answers'>, { label, answerIds }: KeptTheme): string {
  const isGone = Object.values(answers).some(({ withdrawn, text }) => withdrawn && nameFrom(text) === label);
  const heir = answerIds.map((id) => answers[id]).find((answer) => answer?.withdrawn === false);
  return isGone && heir !== undefined ? nameFrom(heir.text) : label;
}
