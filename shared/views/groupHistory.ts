import { type HistorySources, type KeyIdeaChange, keyIdeaHistory } from './keyIdeaHistory.ts';
import { type ThemesChange, themeHistory } from './themeHistory.ts';

/** One change of what a group has made of its answers. */
export type GroupChange = KeyIdeaChange | ThemesChange;

/** Who changed which key idea or which themes of a group, when, and what stood there before and after; oldest first. */
export const groupHistory = (sources: HistorySources): readonly GroupChange[] =>
  [...keyIdeaHistory(sources), ...themeHistory(sources)].sort((one, other) => one.version - other.version);
