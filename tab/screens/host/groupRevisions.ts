import type { GroupDefinition } from '../../../shared/views/views.ts';
import type { GroupChange, GroupContent } from '../../../shared/workshop/commands.ts';
import { isRoomUrl } from '../../parts/roomUrl.ts';

export const groupContentOf = ({ name, animatorName, roomUrl }: GroupDefinition): GroupContent => ({
  name,
  animatorName,
  roomUrl,
});

/**
 * What the host typed that is not saved yet: of each field that differs, so that a room which comes while a name is typed
 * stays. `good`: by group, ready to send. `wrong`: groups whose fields say what is missing. A group that another host has
 * taken out meanwhile is in neither.
 */
export function groupRevisions(
  groups: readonly GroupDefinition[],
  typed: Readonly<Record<string, GroupChange>>,
): { readonly good: Readonly<Record<string, GroupChange>>; readonly wrong: readonly string[] } {
  const good: Record<string, GroupChange> = {};
  const wrong: string[] = [];
  for (const group of groups) {
    const fields = Object.entries(typed[group.id] ?? {}) as [keyof GroupContent, string][];
    const change: GroupChange = Object.fromEntries(fields.filter(([field, text]) => group[field] !== text));
    if (Object.keys(change).length === 0) continue;
    const isGood = change.name?.trim() !== '' && isRoomUrl(change.roomUrl ?? '');
    if (isGood) good[group.id] = change;
    else wrong.push(group.id);
  }
  return { good, wrong };
}
