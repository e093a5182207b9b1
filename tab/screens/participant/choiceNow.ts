import type { LobbyView, OfferedGroup } from '../../../shared/views/views.ts';
import type { FailedCommand, PendingCommand } from '../../net/client.ts';

type Choice = NonNullable<LobbyView['choice']>;

interface ChoiceInput {
  readonly choice: Choice;
  readonly chosenGroupId: string | undefined;
  readonly unseen: readonly PendingCommand[];
  readonly failed: readonly FailedCommand[];
}

/** How many more a group takes; undefined when as many as come. */
export const placesLeft = ({ capacity, memberCount }: OfferedGroup): number | undefined =>
  capacity === undefined ? undefined : Math.max(0, capacity - memberCount);

/** The choice as one sees it: a press shows at once, and what the server refused is told apart. */
export function choiceNow({ choice, chosenGroupId, unseen, failed }: ChoiceInput): {
  readonly chosenId: string | undefined;
  readonly fullIds: ReadonlySet<string>;
  /** Presses that came too late for the last place. */
  readonly refusals: readonly FailedCommand[];
} {
  const pressed = unseen.flatMap(({ command }) =>
    command.kind === 'ChooseGroup' && command.slotId === choice.slotId ? [command.groupId] : [],
  );
  return {
    chosenId: pressed.at(-1) ?? chosenGroupId,
    fullIds: new Set(choice.groups.filter((group) => placesLeft(group) === 0).map(({ id }) => id)),
    refusals: failed.filter(({ command }) => command.kind === 'ChooseGroup' && command.slotId === choice.slotId),
  };
}
