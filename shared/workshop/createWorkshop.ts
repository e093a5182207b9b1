import { MINUTE_MS } from '../core/time.ts';
import type { CreateWorkshop } from './commands.ts';
import type { DecisionContext } from './decision.ts';
import type { WorkshopEvent } from './events.ts';
import { animatorLink } from './people/links.ts';
import type { Link, Role } from './state.ts';

/** How long after the bell an answer still counts, unless the host chooses otherwise. */
const defaultGraceMs = 2 * MINUTE_MS;

const numbered = (word: string, number: number): string => `${word}-${String(number).padStart(4, '0')}`;

/** The first events of a workshop: its agenda, its groups, and a link for every role. */
export function createWorkshop(
  { title, date, language, timeZone, slots, groups, keyIdeasPerGroup }: CreateWorkshop,
  workshopId: string,
  { drawNonce }: DecisionContext,
): readonly WorkshopEvent[] {
  const link = (role: Role, medium: Link['medium']): WorkshopEvent => ({
    kind: 'LinkIssued',
    link: { id: `link-${role}-${medium}`, role, medium, nonce: drawNonce(), revoked: false },
  });
  return [
    {
      kind: 'WorkshopCreated',
      workshopId,
      title,
      ...(date === undefined ? {} : { date }),
      language,
      timeZone,
      options: { keyIdeasPerGroup, authors: 'hidden', graceMs: defaultGraceMs },
    },
    ...slots.map(
      (slot, index): WorkshopEvent => ({
        kind: 'SlotAdded',
        slot: { id: numbered('slot', index + 1), ...slot },
        index,
      }),
    ),
    ...groups.flatMap((group, index): WorkshopEvent[] => {
      const id = numbered('group', index + 1);
      return [
        { kind: 'GroupAdded', group: { id, number: index + 1, ...group } },
        { kind: 'LinkIssued', link: animatorLink(`link-animator-${index + 1}`, id, drawNonce()) },
      ];
    }),
    link('host', 'link'),
    link('participant', 'link'),
    link('participant', 'code'),
    link('display', 'link'),
  ];
}
