/** A load process: a host, animators, a display and a crowd, each with the real client over its own connection. */
import type { ServerToClient } from '../../shared/protocol/messages.ts';
import { breakoutSlotId, groupIdOf, openGroups } from '../doubles/breakoutScene.ts';
import { type HeadlessClient, joinWorkshop, until } from '../doubles/headlessClient.ts';
import { type CrowdMember, type CrowdOrder, isAnswer, postAll, Sightings, serveOrders } from './crowd.ts';

/** How many join at the same time: more would only measure the queue in this process. */
const joiningAtOnce = 25;

let messages = 0;
const heard = (kind: keyof ServerToClient): boolean => {
  // Clock samples come with the connection, not with the answers.
  if (kind !== 'clock') messages += 1;
  return true;
};

/** The answers that a page shows now. */
function answersShown(client: HeadlessClient): readonly string[] {
  const { view } = client.snapshot();
  const works =
    view?.kind === 'host'
      ? Object.values(view.breakouts[breakoutSlotId]?.works ?? {})
      : view?.kind === 'animator' && view.breakout !== undefined
        ? [view.breakout.work]
        : view?.kind === 'group'
          ? [view.breakout]
          : [];
  return works.flatMap((work) => Object.values(work.answers).map((answer) => answer.text)).filter(isAnswer);
}

/** Notes each answer when the page shows it for the first time, and each time that it stands there twice. */
function watch(client: HeadlessClient, page: number, sightings: Sightings): void {
  const seen = new Set<string>();
  client.subscribe(() => {
    const shown = answersShown(client);
    if (shown.length === seen.size) return;
    for (const answer of shown) {
      if (seen.has(answer)) continue;
      seen.add(answer);
      sightings.note(answer, page);
    }
    if (new Set(shown).size < shown.length) sightings.duplicated += 1;
  });
}

async function prepare(order: CrowdOrder) {
  const { origin, links, people, groups } = order;
  if (links === undefined) throw new Error('a workshop has links');
  const come = (link: string, name: string): Promise<HeadlessClient> => joinWorkshop({ origin, link, name, heard });
  const host = await come(links.host, 'Hôte');
  const animators = await Promise.all(links.animators.map((link, index) => come(link, `Animatrice ${index + 1}`)));
  const display = await come(links.display, '');
  const crowd: HeadlessClient[] = [];
  while (crowd.length < people) {
    const wave = Math.min(joiningAtOnce, people - crowd.length);
    crowd.push(
      ...(await Promise.all(
        Array.from({ length: wave }, (_, index) => come(links.participant, `Personne ${crowd.length + index + 1}`)),
      )),
    );
  }
  await openGroups(host);

  const placed = await Promise.all(
    crowd.map(async (client) => ({
      client,
      groupId: await until(client, ({ view }) => (view?.kind === 'group' ? view.group.id : undefined)),
    })),
  );
  const groupIds = Array.from({ length: groups }, (_, index) => groupIdOf(index + 1));
  const groupOfAnswer = new Map<string, string>();
  const sizes = new Map(groupIds.map((id) => [id, placed.filter(({ groupId }) => groupId === id).length]));
  // Its group's participants, its animator, and the host; the display shows how many there are, not the words.
  const sightings = new Sightings(people, (answer) => (sizes.get(groupOfAnswer.get(answer) ?? '') ?? 0) + 2);
  for (const [page, client] of [host, ...animators, ...crowd].entries()) watch(client, page, sightings);

  const members = placed.map(
    ({ client, groupId }): CrowdMember => ({
      group: groupIds.indexOf(groupId),
      async post(text) {
        groupOfAnswer.set(text, groupId);
        const command = { kind: 'PostAnswer', slotId: breakoutSlotId, groupId, promptIndex: 0, text } as const;
        const problem = await client.settled(client.send(command));
        if (problem !== undefined) throw new Error(`an answer was refused: ${JSON.stringify(problem)}`);
      },
    }),
  );
  return async () => {
    const report = await postAll(members, order, sightings, () => messages);
    for (const client of [host, display, ...animators, ...crowd]) client.close();
    return report;
  };
}

serveOrders(prepare);
