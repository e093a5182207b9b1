import type { GroupWorkView } from '../../../shared/views/views.ts';
import type { PendingCommand } from '../../net/client.ts';
import { isMadeBy } from '../../parts/answerList.ts';

/** A key idea as its editors see it: what the server says, with what this device is still sending laid over it. */
export interface ListedKeyIdea {
  readonly id: string;
  readonly text: string;
  /** Answers that still stand. */
  readonly citations: readonly string[];
  readonly lens?: string;
  readonly sending: boolean;
}

interface KeyIdeaSources {
  readonly slotId: string;
  readonly work: GroupWorkView;
  /** Commands whose effect the view does not show yet, in the order in which they were sent. */
  readonly unseen: readonly PendingCommand[];
  readonly storedIds: ReadonlySet<string>;
}

type IdeaCommand = 'DraftKeyIdea' | 'ReviseKeyIdea' | 'DropKeyIdea' | 'PutLens' | 'SubmitKeyIdeas' | 'ReopenKeyIdeas';
type OwnPending = PendingCommand & { readonly command: { readonly kind: IdeaCommand } };

const ideaCommands: readonly string[] = [
  'DraftKeyIdea',
  'ReviseKeyIdea',
  'DropKeyIdea',
  'PutLens',
  'SubmitKeyIdeas',
  'ReopenKeyIdeas',
] satisfies IdeaCommand[];

function isOurs(pending: PendingCommand, { slotId, work }: KeyIdeaSources): pending is OwnPending {
  const { command } = pending;
  return (
    ideaCommands.includes(command.kind) &&
    'groupId' in command &&
    command.groupId === work.groupId &&
    'slotId' in command &&
    command.slotId === slotId
  );
}

/** In the order in which they were drafted. */
export function listKeyIdeas(sources: KeyIdeaSources): readonly ListedKeyIdea[] {
  const ideas = new Map<string, ListedKeyIdea>(
    Object.values(sources.work.keyIdeas).map((idea) => [idea.id, { ...idea, sending: false }]),
  );
  for (const pending of sources.unseen) {
    if (!isOurs(pending, sources)) continue;
    const { command, commandId } = pending;
    const sending = !sources.storedIds.has(commandId);
    if (command.kind === 'DraftKeyIdea') {
      if (![...ideas.keys()].some((id) => isMadeBy(id, commandId)))
        ideas.set(commandId, { id: commandId, text: command.text, citations: command.citations, sending });
    } else if (command.kind === 'ReviseKeyIdea' && ideas.has(command.keyIdeaId)) {
      const { keyIdeaId, text, citations } = command;
      ideas.set(keyIdeaId, { ...ideas.get(keyIdeaId), id: keyIdeaId, text, citations, sending });
    } else if (command.kind === 'PutLens') {
      const before = ideas.get(command.keyIdeaId);
      if (before === undefined) continue;
      const { lens: _lens, ...idea } = before;
      ideas.set(idea.id, command.lens === undefined ? idea : { ...idea, lens: command.lens });
    } else if (command.kind === 'DropKeyIdea') ideas.delete(command.keyIdeaId);
  }
  const stands = (id: string) => sources.work.answers[id] !== undefined;
  return [...ideas.values()].map((idea) => ({ ...idea, citations: idea.citations.filter(stands) }));
}

/** Whether a submission or a reopening is on its way. */
export const outcomeSending = (sources: KeyIdeaSources): boolean =>
  sources.unseen.some(
    (pending) =>
      isOurs(pending, sources) &&
      (pending.command.kind === 'SubmitKeyIdeas' || pending.command.kind === 'ReopenKeyIdeas') &&
      !sources.storedIds.has(pending.commandId),
  );

/**
 * Which ideas would be submitted: those that were ticked, then the others in order as far as there is room, except those
 * that were unticked. With exactly as many ideas as are asked for, there is nothing to tick.
 */
export function chosenIdeas(
  ideas: readonly ListedKeyIdea[],
  ticks: Readonly<Record<string, boolean>>,
  count: number,
): readonly ListedKeyIdea[] {
  const chosen = new Set(ideas.filter((idea) => ticks[idea.id] === true));
  for (const idea of ideas) if (chosen.size < count && ticks[idea.id] !== false) chosen.add(idea);
  return ideas.filter((idea) => chosen.has(idea));
}

/** What still stands between the ideas and the plenary: one thing at a time, the first to do. Positions count from 1. */
export type Readiness =
  | { readonly kind: 'missing'; readonly count: number; readonly toWrite: boolean }
  | { readonly kind: 'tooMany'; readonly count: number }
  | { readonly kind: 'unsaved'; readonly position: number }
  | { readonly kind: 'uncited'; readonly position: number }
  | { readonly kind: 'ready'; readonly keyIdeaIds: readonly string[] };

export function submitReadiness(input: {
  readonly ideas: readonly ListedKeyIdea[];
  readonly chosen: readonly ListedKeyIdea[];
  readonly count: number;
  /** Ids of the ideas whose text here cannot be saved as it is: empty, too long, or to be compared with another's. */
  readonly unsavableIds: readonly string[];
}): Readiness {
  const { ideas, chosen, count } = input;
  const position = (idea: ListedKeyIdea) => ideas.indexOf(idea) + 1;
  if (chosen.length < count) return { kind: 'missing', count: count - chosen.length, toWrite: ideas.length < count };
  if (chosen.length > count) return { kind: 'tooMany', count: chosen.length - count };
  const unsaved = chosen.find((idea) => input.unsavableIds.includes(idea.id));
  if (unsaved !== undefined) return { kind: 'unsaved', position: position(unsaved) };
  const uncited = chosen.find((idea) => idea.citations.length === 0);
  if (uncited !== undefined) return { kind: 'uncited', position: position(uncited) };
  return { kind: 'ready', keyIdeaIds: chosen.map((idea) => idea.id) };
}
