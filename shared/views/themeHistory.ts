import type { EpochMs } from '../core/time.ts';
import { stands } from '../workshop/groups/groupWork.ts';
import type { GroupWork, KeptTheme } from '../workshop/state.ts';
import type { HistorySources } from './keyIdeaHistory.ts';
import { standingName } from './themeNames.ts';

/** Themes that somebody arranged in one gesture: those that it changed, as they stood before and after. */
export interface ThemesChange {
  readonly version: number;
  readonly at: EpochMs;
  /** Empty for a person whose name was erased. */
  readonly byName: string;
  readonly kind: 'themesArranged';
  /** What nobody had arranged yet is not here: the engine gathered it, and would gather it otherwise by now. */
  readonly before: readonly KeptTheme[];
  readonly after: readonly KeptTheme[];
}

interface GroupRecord {
  readonly changes: readonly ThemesChange[];
  readonly themes: readonly KeptTheme[];
}

const untouched: GroupRecord = { changes: [], themes: [] };

/**
 * Who arranged the themes of a group, when, and how they stood before and after: from the log alone, oldest first. What
 * was withdrawn since is not there, and what came from a group that joined this one is.
 */
export function themeHistory({ facts, place, names, work }: HistorySources): readonly ThemesChange[] {
  const records = new Map<string, GroupRecord>();
  const recordOf = (groupId: string): GroupRecord => records.get(groupId) ?? untouched;
  for (const { event, version, at, actorId } of facts) {
    if (event.kind === 'GroupsMerged' && event.slotId === place.slotId) {
      const [from, into] = [recordOf(event.fromGroupId), recordOf(event.intoGroupId)];
      const changes = [...into.changes, ...from.changes].sort((one, other) => one.version - other.version);
      records.set(event.intoGroupId, { changes, themes: [...into.themes, ...from.themes] });
      records.delete(event.fromGroupId);
    }
    if (event.kind !== 'ThemesArranged' || event.slotId !== place.slotId) continue;
    const { changes, themes: before } = recordOf(event.groupId);
    const after = standing(event.arrangement.themes, work);
    const change = {
      before: before.filter((theme) => !isIn(after, theme)),
      after: after.filter((theme) => !isIn(before, theme)),
    };
    const byName = names.get(actorId)?.name ?? '';
    const isSeen = change.before.length + change.after.length > 0;
    records.set(event.groupId, {
      changes: isSeen ? [...changes, { version, at, byName, kind: 'themesArranged', ...change }] : changes,
      themes: after,
    });
  }
  return recordOf(place.groupId).changes;
}

const standing = (themes: readonly KeptTheme[], work: GroupWork): readonly KeptTheme[] =>
  themes
    .map(({ id, label, answerIds }) => ({ id, label, answerIds: answerIds.filter((each) => stands(work, each)) }))
    .map((theme) => ({ ...theme, label: standingName(work, theme) }))
    .filter(({ answerIds }) => answerIds.length > 0);

/** The same answers under the same name, in any order. */
const isIn = (themes: readonly KeptTheme[], { id, label, answerIds }: KeptTheme): boolean =>
  themes.some(
    (other) =>
      other.id === id &&
      other.label === label &&
      other.answerIds.length === answerIds.length &&
      other.answerIds.every((answerId) => answerIds.includes(answerId)),
  );
