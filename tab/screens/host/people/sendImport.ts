import { type Recipe, usualRecipe } from '../../../../shared/groups/recipe.ts';
import type { PersonFacts } from '../../../../shared/people/person.ts';
import type { Settled } from '../../../../shared/people/settleDoubles.ts';
import type { Problem } from '../../../../shared/protocol/messages.ts';
import type { HostView } from '../../../../shared/views/views.ts';
import type { Command } from '../../../../shared/workshop/commands.ts';
import { limits } from '../../../../shared/workshop/limits.ts';
import { expectedId } from '../../../../shared/workshop/people/decideExpected.ts';
import type { WorkshopClient } from '../../../net/client.ts';
import { knownPeople } from './importDraft.ts';

type Sender = Pick<WorkshopClient, 'send' | 'settled'>;
type Workshop = Pick<HostView, 'people' | 'attributes' | 'recipes'>;

/** What a list comes to once it is sent: everything, or what went before the server said no. */
export interface ImportOutcome {
  readonly added: number;
  readonly revised: number;
  readonly problem?: Problem;
  /** What takes all of it back, in this order. */
  readonly undo: readonly Command[];
}

export interface ImportPlan {
  readonly settled: Settled;
  readonly attributes: readonly string[];
  /** What to call the recipe that holds the groups of the file, and a meeting whose column has no name. */
  readonly recipeName: string;
  readonly earlierName: string;
}

interface Entry {
  readonly personId?: string;
  readonly facts: PersonFacts;
  readonly pinnedGroup?: number;
  readonly earlierGroups: Readonly<Record<string, string>>;
}

const factsOf = ({ name, organisation, email, attributes }: PersonFacts): PersonFacts => ({
  name,
  organisation,
  email,
  attributes,
});
const chunksOf = <Item>(items: readonly Item[], size: number): Item[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, chunk) => items.slice(chunk * size, (chunk + 1) * size));

/** How many people a list adds or revises: the measure of its progress. */
export const peopleToSend = ({ added, revised }: Settled): number =>
  added.length + revised.filter(({ isChanged }) => isChanged).length;

/** Sends a list, one command after the other, and stops at the first that is refused. @param onProgress people stored so far */
export async function sendImport(
  client: Sender,
  workshop: Workshop,
  plan: ImportPlan,
  onProgress: (stored: number) => void,
): Promise<ImportOutcome> {
  const undo: Command[] = [];
  const stored = { added: 0, revised: 0 };
  let problem: Problem | undefined;
  const ask = async (command: Command): Promise<string | undefined> => {
    if (problem !== undefined) return undefined;
    const commandId = client.send(command);
    problem = await client.settled(commandId);
    return problem === undefined ? commandId : undefined;
  };

  const fresh = plan.attributes.filter((name) => !workshop.attributes.some((one) => one.name === name));
  if (fresh.length > 0) {
    const before = workshop.attributes.map((one) => ({ ...one, choices: [...one.choices] }));
    const attributes = [...before, ...fresh.map((name) => ({ name, asked: false, choices: [] }))];
    if (await ask({ kind: 'ChooseAttributes', attributes }))
      undo.unshift({ kind: 'ChooseAttributes', attributes: before });
  }

  const idOf = new Map<Entry, string>();
  const entries = entriesOf(plan.settled);
  for (const chunk of chunksOf(entries.sent, limits.peoplePerCommand)) {
    const people = chunk.map(({ personId, facts }) => ({ ...(personId === undefined ? {} : { personId }), ...facts }));
    const commandId = await ask({ kind: 'ExpectPeople', people });
    if (commandId === undefined) break;
    const added: string[] = [];
    chunk.forEach((entry, index) => {
      idOf.set(entry, entry.personId ?? expectedId(commandId, index));
      if (entry.personId === undefined) added.push(expectedId(commandId, index));
    });
    undo.unshift(...takingBack(workshop, chunk, added));
    stored.added += added.length;
    stored.revised += chunk.length - added.length;
    onProgress(stored.added + stored.revised);
  }
  for (const entry of entries.unchanged) if (entry.personId !== undefined) idOf.set(entry, entry.personId);

  for (const [name, groups] of earlierGroups(idOf)) {
    const earlierId = await ask({
      kind: 'NoteEarlierGroups',
      name: name.slice(0, limits.titleChars) || plan.earlierName,
      groups,
    });
    if (earlierId !== undefined) undo.unshift({ kind: 'ForgetEarlierGroups', earlierId });
  }
  const pinned = [...idOf].flatMap(([{ pinnedGroup }, id]) =>
    pinnedGroup === undefined ? [] : [[id, pinnedGroup] as const],
  );
  if (pinned.length > 0) {
    const before = Object.values(workshop.recipes).find(({ name }) => name === plan.recipeName);
    const recipe: Recipe = before?.recipe ?? usualRecipe(rosterWith(workshop, idOf));
    const recipeId = await ask({
      kind: 'SaveRecipe',
      ...(before === undefined ? {} : { recipeId: before.id }),
      name: plan.recipeName,
      recipe: { ...recipe, pinned: { ...recipe.pinned, ...Object.fromEntries(pinned) } },
    });
    if (recipeId !== undefined) {
      undo.unshift(
        before === undefined
          ? { kind: 'DropRecipe', recipeId }
          : { kind: 'SaveRecipe', recipeId: before.id, name: before.name, recipe: before.recipe },
      );
    }
  }
  return { ...stored, undo, ...(problem === undefined ? {} : { problem }) };
}

function entriesOf({ added, revised }: Settled): {
  readonly sent: readonly Entry[];
  readonly unchanged: readonly Entry[];
} {
  const entry = (person: Settled['added'][number], personId?: string): Entry => ({
    ...(personId === undefined ? {} : { personId }),
    facts: factsOf(person),
    ...(person.pinnedGroup === undefined ? {} : { pinnedGroup: person.pinnedGroup }),
    earlierGroups: person.earlierGroups,
  });
  const known = revised.map((person) => ({ entry: entry(person, person.personId), isChanged: person.isChanged }));
  return {
    sent: [...added.map((person) => entry(person)), ...known.flatMap((one) => (one.isChanged ? [one.entry] : []))],
    unchanged: known.flatMap((one) => (one.isChanged ? [] : [one.entry])),
  };
}

/** The newcomers of a chunk are forgotten; those who were there are again what they were. */
function takingBack(workshop: Workshop, chunk: readonly Entry[], added: readonly string[]): Command[] {
  const before = new Map(knownPeople(workshop.people).map((one) => [one.personId, one]));
  const people = chunk.flatMap(({ personId }) => {
    const known = personId === undefined ? undefined : before.get(personId);
    return known === undefined ? [] : [{ personId: known.personId, ...factsOf(known) }];
  });
  return [
    ...(added.length === 0 ? [] : [{ kind: 'ForgetExpected' as const, personIds: [...added] }]),
    ...(people.length === 0 ? [] : [{ kind: 'ExpectPeople' as const, people }]),
  ];
}

function earlierGroups(idOf: ReadonlyMap<Entry, string>): readonly (readonly [string, string[][]])[] {
  const meetings = new Map<string, Map<string, string[]>>();
  for (const [entry, id] of idOf) {
    for (const [meeting, group] of Object.entries(entry.earlierGroups)) {
      const groups = meetings.get(meeting) ?? new Map<string, string[]>();
      meetings.set(meeting, groups.set(group, [...(groups.get(group) ?? []), id]));
    }
  }
  return [...meetings].map(([meeting, groups]) => [meeting, [...groups.values()]]);
}

function rosterWith(workshop: Workshop, idOf: ReadonlyMap<Entry, string>) {
  const roster = new Map(knownPeople(workshop.people).map((one) => [one.personId, one as PersonFacts]));
  for (const [{ facts }, id] of idOf) roster.set(id, facts);
  return [...roster].map(([id, { organisation, attributes }]) => ({ id, values: { ...attributes, organisation } }));
}

/** Takes a list back. @returns what went wrong, if anything did */
export async function undoImport(client: Sender, undo: readonly Command[]): Promise<Problem | undefined> {
  for (const command of undo) {
    const problem = await client.settled(client.send(command));
    if (problem !== undefined) return problem;
  }
  return undefined;
}
