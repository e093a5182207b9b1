import type { Random } from '../../shared/core/random.ts';
import type { Command } from '../../shared/workshop/commands.ts';
import { breakoutSlotId as slotId } from '../doubles/breakoutScene.ts';
import { type HeadlessClient, until } from '../doubles/headlessClient.ts';
import type { Entry, Ledger } from './killLedger.ts';

export interface Load {
  readonly ledger: Ledger;
  readonly random: Random;
  readonly isOver: () => boolean;
}

const pick = <Item>(items: readonly Item[], random: Random): Item | undefined =>
  items[Math.floor(random() * items.length)];

/** Waits until the page shows what it sent: nobody types faster than they read. */
const shown = (client: HeadlessClient): Promise<true> =>
  until(client, ({ pending, stored }) => (pending.length === 0 && stored.length === 0 ? true : undefined));

/** One participant until the load is over: posts, edits, withdraws and supports, some of it before the last was acknowledged. */
export async function participate(client: HeadlessClient, { ledger, random, isOver }: Load): Promise<void> {
  const own: string[] = [];
  const supported = new Set<string>();
  let written = 0;
  const words = (): string => `${client.name} écrit n° ${++written} : « coopérer, ça s'apprend — 100 % » 🌱`;

  const choose = (groupId: string): { readonly command: Command; readonly sent?: (commandId: string) => void } => {
    const post = {
      command: {
        kind: 'PostAnswer',
        slotId,
        groupId,
        promptIndex: Math.floor(random() * 2),
        text: words(),
      },
      sent: (commandId: string) => own.push(commandId),
    } as const;
    const dice = random();
    const mine = pick(own, random);
    if (dice < 0.2 && mine !== undefined) {
      return { command: { kind: 'EditAnswer', slotId, groupId, answerId: mine, text: words() } };
    }
    if (dice < 0.25 && mine !== undefined) {
      own.splice(own.indexOf(mine), 1);
      return { command: { kind: 'WithdrawAnswer', slotId, groupId, answerId: mine } };
    }
    if (dice < 0.5) {
      const { view, me } = client.snapshot();
      const written = new Set([...own, ...(me?.answerIds ?? [])]);
      const others =
        view?.kind === 'group'
          ? Object.keys(view.breakout.answers).filter((id) => !written.has(id) && !supported.has(id))
          : [];
      const answerId = pick(others, random);
      if (answerId !== undefined) {
        supported.add(answerId);
        return { command: { kind: 'SupportAnswer', slotId, groupId, answerId } };
      }
    }
    return post;
  };

  const groupId = await until(client, ({ view }) => (view?.kind === 'group' ? view.group.id : undefined));
  while (!isOver()) {
    const burst: Promise<Entry>[] = [];
    for (let left = 1 + Math.floor(random() * 3); left > 0; left--) {
      const { command, sent } = choose(groupId);
      const { commandId, noted } = ledger.send(client, command);
      sent?.(commandId);
      burst.push(noted);
    }
    await Promise.all(burst);
    await shown(client);
  }
}

/** An animator until the load is over: drafts key ideas out of what her group says. */
export async function animate(client: HeadlessClient, { ledger, random, isOver }: Load): Promise<void> {
  let drafted = 0;
  while (!isOver()) {
    const { groupId, answerIds } = await until(client, ({ view }) => {
      if (view?.kind !== 'animator' || view.breakout === undefined) return undefined;
      const { answers } = view.breakout.work;
      return { groupId: view.group.id, answerIds: Object.keys(answers) };
    });
    const cited = pick(answerIds, random);
    const text = `Idée ${++drafted} de ${client.name}`;
    const citations = cited === undefined ? [] : [cited];
    await ledger.send(client, { kind: 'DraftKeyIdea', slotId, groupId, text, citations }).noted;
    await shown(client);
  }
}

/** The host until the load is over: tells everyone something, again and again. */
export async function announce(client: HeadlessClient, { ledger, isOver }: Load): Promise<void> {
  let announced = 0;
  while (!isOver()) {
    await ledger.send(client, { kind: 'Announce', text: `Annonce ${++announced}` }).noted;
    await shown(client);
  }
}
