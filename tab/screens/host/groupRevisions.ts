import type { GroupDefinition } from '../../../shared/views/views.ts';
import type { GroupContent } from '../../../shared/workshop/commands.ts';
import { isRoomUrl } from '../../parts/roomUrl.ts';

export const groupContentOf = ({ name, animatorName, roomUrl }: GroupDefinition): GroupContent => ({
  name,
  animatorName,
  roomUrl,
});

/**
 * What the host typed that is not saved yet. `good`: by group, ready to send. `wrong`: groups whose fields say what is missing.
 * A group that another host has taken out meanwhile is in neither.
 */
export function groupRevisions(
  groups: readonly GroupDefinition[],
  typed: Readonly<Record<string, GroupContent>>,
): { readonly good: Readonly<Record<string, GroupContent>>; readonly wrong: readonly string[] } {
  const good: Record<string, GroupContent> = {};
  const wrong: string[] = [];
  for (const group of groups) {
    const content = typed[group.id];
    const known = groupContentOf(group);
    if (
      content === undefined ||
      (Object.keys(known) as (keyof GroupContent)[]).every((key) => known[key] === content[key])
    )
      continue;
    if (content.name.trim() === '' || !isRoomUrl(content.roomUrl)) wrong.push(group.id);
    else good[group.id] = content;
  }
  return { good, wrong };
}
