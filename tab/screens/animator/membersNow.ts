import type { MemberView } from '../../../shared/views/views.ts';
import type { Language } from '../../../shared/workshop/state.ts';
import type { PendingCommand } from '../../net/client.ts';

/** Members by name, with the arrivals that this device is still sending. */
export function membersNow(input: {
  readonly slotId: string;
  readonly members: Readonly<Record<string, MemberView>>;
  readonly unseen: readonly PendingCommand[];
  readonly language: Language;
}): readonly MemberView[] {
  const told = new Map<string, boolean>();
  for (const { command } of input.unseen) {
    if ((command.kind === 'NoteArrival' || command.kind === 'ClearArrival') && command.slotId === input.slotId)
      told.set(command.personId, command.kind === 'NoteArrival');
  }
  return Object.values(input.members)
    .map((member) => ({ ...member, arrived: told.get(member.id) ?? member.arrived }))
    .sort((a, b) => a.name.localeCompare(b.name, input.language) || (a.id < b.id ? -1 : 1));
}
