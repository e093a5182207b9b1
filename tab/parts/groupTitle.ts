import type { GroupSummary } from '../../shared/views/views.ts';
import type { Language } from '../../shared/workshop/state.ts';

/** "Groupe 2 – Réseau Alliances"; a name that only repeats the number, "Groupe 2", is not said twice. */
export function groupTitle(group: Pick<GroupSummary, 'number' | 'name'>, language: Language): string {
  const numbered = `${language === 'fr' ? 'Groupe' : 'Group'} ${group.number}`;
  const repeats = new RegExp(`^(groupe?|salle|room|g)?[\\s\\u00a0-]*${group.number}$`, 'i');
  return repeats.test(group.name.trim()) ? numbered : `${numbered} – ${group.name}`;
}

/** Who runs it, unless the group's name says so already. */
export const animatorBeyondName = (group: Pick<GroupSummary, 'name' | 'animatorName'>): string | undefined =>
  group.animatorName === '' || group.animatorName === group.name ? undefined : group.animatorName;
