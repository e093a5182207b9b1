import { useState } from 'react';
import type { HostBreakoutView, HostView, PersonView } from '../../../shared/views/views.ts';

const byName = (one: { readonly name: string }, other: { readonly name: string }): number =>
  one.name.localeCompare(other.name, 'fr');

export const sortedByName = <Person extends { readonly name: string }>(people: Readonly<Record<string, Person>>) =>
  Object.values(people).sort(byName);

export const participantsOf = (view: Pick<HostView, 'people'>): readonly PersonView[] =>
  Object.values(view.people)
    .filter((person) => person.role === 'participant')
    .sort(byName);

/** Participants whom the groups of this breakout have forgotten. */
export function unplacedPeople(view: Pick<HostView, 'people'>, breakout: HostBreakoutView): readonly PersonView[] {
  const placed = new Set(Object.values(breakout.works).flatMap((work) => Object.keys(work.members)));
  return participantsOf(view).filter((person) => !placed.has(person.id));
}

/** People placed after this console first saw the groups open, until they arrive: someone should welcome them. */
export function useLatecomers(breakout: HostBreakoutView | undefined): ReadonlySet<string> {
  const [seen, setSeen] = useState<{ readonly slotId: string; readonly people: ReadonlySet<string> }>();
  const open = breakout?.phase.kind === 'open' ? breakout : undefined;
  const members = Object.values(open?.works ?? {}).flatMap((work) => Object.values(work.members));
  if (seen?.slotId !== open?.slotId) {
    setSeen(open && { slotId: open.slotId, people: new Set(members.map((member) => member.id)) });
    return new Set();
  }
  return new Set(
    members.filter((member) => !seen?.people.has(member.id) && !member.arrived).map((member) => member.id),
  );
}
