import type { Secrets } from '../secrets.ts';
import type { ChatStore } from '../store/chatStore.ts';
import type { Directory } from '../store/directory.ts';
import type { WorkshopRegistry } from '../workshop/registry.ts';
import type { WorkshopRuntime } from '../workshop/runtime.ts';
import { subjectOf } from './teamsPeople.ts';
import type { TeamsUser } from './teamsPort.ts';

export interface LedByDeps {
  readonly directory: Pick<Directory, 'placesOf'>;
  readonly chats: Pick<ChatStore, 'whoIs'>;
  readonly registry: Pick<WorkshopRegistry, 'open'>;
  readonly secrets: Pick<Secrets, 'subjectHash'>;
}

/**
 * The workshop in which somebody runs the plenary or that group; of several one that has the group, and of these the one
 * that they came into last.
 */
export async function ledBy(
  { directory, chats, registry, secrets }: LedByDeps,
  user: TeamsUser,
  groupNumber: number,
): Promise<WorkshopRuntime | undefined> {
  const { tenantId, objectId } = subjectOf(user);
  const places = [
    ...(await directory.placesOf(secrets.subjectHash(tenantId, objectId))),
    ...(await chats.whoIs(user.id)),
  ];
  let latest: { readonly runtime: WorkshopRuntime; readonly hasGroup: boolean; readonly at: number } | undefined;
  for (const { workshopId, personId } of places) {
    const runtime = await registry.open(workshopId);
    const { state } = runtime;
    const member = state?.people[personId];
    const group = state?.groups.find(({ number }) => number === groupNumber);
    if (member === undefined || member.removed) continue;
    const hasGroup = group !== undefined;
    const leads = member.role === 'host' || (member.role === 'animator' && hasGroup && member.groupId === group.id);
    const isLater = latest === undefined || (hasGroup === latest.hasGroup ? member.joinedAt > latest.at : hasGroup);
    if (leads && isLater) latest = { runtime, hasGroup, at: member.joinedAt };
  }
  return latest?.runtime;
}
