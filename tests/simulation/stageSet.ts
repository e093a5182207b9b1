import { MINUTE_MS } from '../../shared/core/time.ts';
import type { CreateWorkshop, SlotContent } from '../../shared/workshop/commands.ts';
import type { Setting } from './script.ts';

export const workshopId = 'workshop-0001';

/** Of people who are announced, and of those who come late: some of them are the same, and one hardly knows how to write it. */
export const expectedNames = ['Amina Benali', 'Basile Nguyen', 'Chloé Marchand'] as const;
export const newcomerNames = ['Amina Benali', 'BENALI Amina', 'Basile Nguyen', 'Chloé Marchant'] as const;

const slot = (kind: SlotContent['kind'], title: string, minutes: number): SlotContent => ({
  kind,
  title,
  speakers: [],
  durationMs: minutes * MINUTE_MS,
  notes: ['pour la régie'],
  prompts: kind === 'breakout' ? ['Que reprenez-vous ?', 'Que cela vous inspire-t-il ?'] : [],
  lenses: kind === 'breakout' ? ['Richesses humaines', 'Alliances'] : [],
});

/** Two rounds of groups and restitution: short, so that bells ring within a run. */
export const programmeOf = ({ groups, keyIdeasPerGroup }: Setting): CreateWorkshop => ({
  kind: 'CreateWorkshop',
  title: 'Atelier',
  language: 'fr',
  timeZone: 'Europe/Paris',
  keyIdeasPerGroup,
  slots: [
    { ...slot('talk', 'Ouverture', 5), plannedStart: 14 * 60 },
    slot('breakout', 'En groupes', 5),
    slot('restitution', 'Restitution', 4),
    slot('breakout', 'En groupes encore', 2),
    slot('restitution', 'Restitution encore', 4),
  ],
  groups: Array.from({ length: groups }, (_, index) => ({
    name: `Groupe ${index + 1}`,
    animatorName: '',
    roomUrl: 'https://example.org/salle',
  })),
});
