import type { Language } from '../workshop/state.ts';
import type { GroupSummary } from './views.ts';

const noBreak = '\u00a0';

/** "1 réponse", "3 réponses": French counts 0 and 1 as singular, English only 1. */
export const plural = (language: Language, count: number, one: string, many: string): string =>
  `${count.toLocaleString(language)}${noBreak}${(language === 'fr' ? Math.abs(count) < 2 : count === 1) ? one : many}`;

/** "Groupe 2, Groupe 3 et Groupe 4". */
export const listed = (language: Language, items: readonly string[]): string =>
  new Intl.ListFormat(language, { type: 'conjunction' }).format(items);

/** "Région : Bretagne"; English puts no space before its colon. */
export const labelled = (label: string, value: string, language: Language): string =>
  `${label}${language === 'fr' ? noBreak : ''}: ${value}`;

/** "20 min", "1 h", "3 h 30". */
export function formatMinutes(minutes: number): string {
  const whole = Math.round(minutes);
  if (whole < 60) return `${whole}${noBreak}min`;
  const rest = whole % 60;
  return `${Math.floor(whole / 60)}${noBreak}h${rest === 0 ? '' : `${noBreak}${String(rest).padStart(2, '0')}`}`;
}

/** "Groupe 2 – Réseau Alliances"; a name that is empty or only repeats the number, "Groupe 2", is not said twice. */
export function groupTitle(group: Pick<GroupSummary, 'number' | 'name'>, language: Language): string {
  return isNamed(group) ? `${numbered(group, language)} – ${group.name}` : numbered(group, language);
}

/** "Réseau Alliances", or "Groupe 2" without a name of its own: where there is little room. */
export const groupNickname = (group: Pick<GroupSummary, 'number' | 'name'>, language: Language): string =>
  isNamed(group) ? group.name : numbered(group, language);

const numbered = ({ number }: Pick<GroupSummary, 'number'>, language: Language): string =>
  `${language === 'fr' ? 'Groupe' : 'Group'} ${number}`;

function isNamed({ number, name }: Pick<GroupSummary, 'number' | 'name'>): boolean {
  const repeats = new RegExp(`^(groupe?|salle|room|g)?[\\s\\u00a0-]*${number}$`, 'i');
  return name.trim() !== '' && !repeats.test(name.trim());
}

/** Who runs it, unless the group's name says so already. */
export const animatorBeyondName = (group: Pick<GroupSummary, 'name' | 'animatorName'>): string | undefined =>
  group.animatorName === '' || group.animatorName === group.name ? undefined : group.animatorName;
