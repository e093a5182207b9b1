import type { Language } from '../workshop/state.ts';
import type { GroupSummary } from './views.ts';

const noBreak = '\u00a0';

/** "1 réponse", "3 réponses": French counts 0 and 1 as singular, English only 1. */
export const plural = (language: Language, count: number, one: string, many: string): string =>
  `${count.toLocaleString(language)}${noBreak}${(language === 'fr' ? Math.abs(count) < 2 : count === 1) ? one : many}`;

/** "20 min", "1 h", "3 h 30". */
export function formatMinutes(minutes: number): string {
  const whole = Math.round(minutes);
  if (whole < 60) return `${whole}${noBreak}min`;
  const rest = whole % 60;
  return `${Math.floor(whole / 60)}${noBreak}h${rest === 0 ? '' : `${noBreak}${String(rest).padStart(2, '0')}`}`;
}

/** "Groupe 2 – Réseau Alliances"; a name that is empty or only repeats the number, "Groupe 2", is not said twice. */
export function groupTitle({ number, name }: Pick<GroupSummary, 'number' | 'name'>, language: Language): string {
  const numbered = `${language === 'fr' ? 'Groupe' : 'Group'} ${number}`;
  const repeats = new RegExp(`^(groupe?|salle|room|g)?[\\s\\u00a0-]*${number}$`, 'i');
  return name.trim() === '' || repeats.test(name.trim()) ? numbered : `${numbered} – ${name}`;
}

/** Who runs it, unless the group's name says so already. */
export const animatorBeyondName = (group: Pick<GroupSummary, 'name' | 'animatorName'>): string | undefined =>
  group.animatorName === '' || group.animatorName === group.name ? undefined : group.animatorName;
