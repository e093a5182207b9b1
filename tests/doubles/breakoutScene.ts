import type { SharedLink } from '../../shared/protocol/http.ts';
import type { Command, CreateWorkshop } from '../../shared/workshop/commands.ts';
import { newCommandId } from '../../tab/net/randomIds.ts';
import { apiOf, type HeadlessClient } from './headlessClient.ts';

/** Where everybody works: the only breakout of the workshop. */
export const breakoutSlotId = 'slot-0001';
export const groupIdOf = (number: number): string => `group-${String(number).padStart(4, '0')}`;

/** Long enough that the bell never rings in a test. */
const breakoutMs = 6 * 3_600_000;

const workshopOf = (groups: number, title: string): CreateWorkshop => ({
  kind: 'CreateWorkshop',
  title,
  language: 'fr',
  timeZone: 'Europe/Paris',
  slots: [
    {
      kind: 'breakout',
      title: 'Travail en groupes',
      speakers: [],
      durationMs: breakoutMs,
      notes: [],
      prompts: ["Qu'est-ce que vous reprenez ?", "Qu'est-ce que cela vous inspire ?"],
      lenses: ['Richesses humaines', 'Ressources financières', 'Alliances stratégiques'],
    },
    {
      kind: 'restitution',
      title: 'Restitution',
      speakers: [],
      durationMs: 1_800_000,
      notes: [],
      prompts: [],
      lenses: [],
    },
  ],
  groups: Array.from({ length: groups }, (_, index) => ({
    name: `Groupe ${index + 1}`,
    animatorName: '',
    roomUrl: '',
  })),
  keyIdeasPerGroup: 2,
});

export interface FoundedWorkshop {
  readonly workshopId: string;
  readonly host: string;
  readonly participant: string;
  readonly display: string;
  /** In the order of the groups. */
  readonly animators: readonly string[];
}

/** Founds a workshop of one long breakout and a restitution. Gives the links of its roles. */
export async function foundWorkshop(
  origin: string,
  setUpKey: string,
  groups: number,
  title = 'Modèles socio-économiques',
): Promise<FoundedWorkshop> {
  const reply = await apiOf(origin).createWorkshop(setUpKey, newCommandId(), workshopOf(groups, title));
  if (!reply.ok) throw new Error(`the workshop could not be founded: ${reply.problem.code}`);
  const { workshopId, links } = reply.value;
  const linksOf = (role: SharedLink['role']): readonly string[] =>
    links.filter((link) => link.role === role && link.medium === 'link').map((link) => link.value);
  const [host = ''] = linksOf('host');
  const [participant = ''] = linksOf('participant');
  const [display = ''] = linksOf('display');
  return { workshopId, host, participant, display, animators: linksOf('animator') };
}

/** Sends a command and waits until it is stored. @throws when it is refused */
export async function carryOut(client: HeadlessClient, command: Command): Promise<string> {
  const commandId = client.send(command);
  const problem = await client.settled(commandId);
  if (problem !== undefined) throw new Error(`${command.kind} was refused: ${JSON.stringify(problem)}`);
  return commandId;
}

/** The agenda starts, everyone who is there is put in a group, the groups are sent off. */
export async function openGroups(host: HeadlessClient): Promise<void> {
  await carryOut(host, { kind: 'StartAgenda', plan: 'fromNow' });
  await carryOut(host, { kind: 'FormGroups', slotId: breakoutSlotId });
  await carryOut(host, { kind: 'OpenBreakout', slotId: breakoutSlotId });
}
