import type { ServerMessageKind } from '../../bot/realtime/channel.ts';
import type { Ack, PatchMessage, ViewMessage } from '../../shared/protocol/messages.ts';
import type { Command } from '../../shared/workshop/commands.ts';
import { decide } from '../../shared/workshop/decide.ts';
import { type LogBook, marksIn, type Owner } from './logBook.ts';
import { Violation } from './violation.ts';

export interface Sent {
  readonly personId: string;
  readonly kind: ServerMessageKind;
  readonly message: readonly unknown[];
  readonly json: string;
}

/** Keys of the state that no screen may ever see. */
const secretKeys = /"(authorId|tokenHash|nonce|supporterIds|writtenBy|supportedBy|linkId|joinedAt)":/;
const answerKeys = ['id', 'promptIndex', 'text', 'postedAt', 'edited', 'supports'];

/** Every message, at the instant in which a server hands it to the network. */
export function checkSent(sent: Sent, book: LogBook, commandOf: (commandId: string) => Command | undefined): void {
  const { kind, message, json, personId } = sent;
  if (kind === 'ack') checkAck(personId, message[0] as string, message[1] as Ack, book, commandOf);
  if (kind === 'ack' || kind === 'clock' || kind === 'refused') return;
  const secret = secretKeys.exec(json)?.[1];
  if (secret !== undefined) throw new Violation('X6', `${personId} was sent a ${secret}`);
  const version = kind === 'me' ? (message[1] as number) : (message[0] as ViewMessage | PatchMessage).version;
  checkMarks(sent, version, book);
  checkAnonymous(message[0], personId, version, book);
  // The view that a newcomer is welcomed with may be a moment older than their coming; nobody's removal is.
  if (kind !== 'me' && book.states[version]?.people[personId]?.removed === true) {
    throw new Violation('X16', `${personId} was sent version ${version}, where they are removed`);
  }
}

/** Acknowledged is stored: its facts lie in the log, or the rules say that there was nothing to do. */
function checkAck(
  actorId: string,
  commandId: string,
  ack: Ack,
  book: LogBook,
  commandOf: (commandId: string) => Command | undefined,
): void {
  const facts = book.factsOf(actorId, commandId);
  if (!ack.ok) {
    const isFinal = ack.problem.kind === 'rejected' || ack.problem.kind === 'denied' || ack.problem.kind === 'invalid';
    if (isFinal && facts.length > 0) throw new Violation('X2', `${commandId} was refused, and yet it is in the log`);
    return;
  }
  const at = `${commandId} acknowledged at ${ack.version}, the log ends at ${book.head}`;
  if (ack.version > book.head) throw new Violation('X2', at);
  const last = facts.at(-1);
  if (last !== undefined) {
    if (last.version !== ack.version) throw new Violation('X2', `${at}; its last fact is ${last.version}`);
    return;
  }
  const state = book.states[ack.version];
  const actor = state?.people[actorId];
  const command = commandOf(commandId);
  if (state === undefined || actor === undefined || command === undefined) throw new Violation('X2', at);
  const context = {
    now: book.facts.at(-1)?.at ?? 0,
    commandId,
    seed: 1,
    drawNonce: () => '',
    roster: new Map(),
    actor,
  };
  const decision = decide(state, command, context);
  const isNothing = decision.ok && decision.value.length === 0;
  // Answers may have closed meanwhile; whoever wanted to write would have been told.
  const isLate = !decision.ok && decision.problem.kind === 'rejected' && decision.problem.code === 'answers_closed';
  if (!isNothing && !isLate) throw new Violation('X2', `${at}, without a fact of ${command.kind}`);
}

function checkMarks({ personId, json }: Sent, version: number, book: LogBook): void {
  const member = book.state?.people[personId];
  for (const mark of marksIn(json)) {
    if (mark.startsWith('nonce') || mark.startsWith('hash')) throw new Violation('X6', `${personId} was sent ${mark}`);
    const owner = book.owners.get(mark);
    if (owner === undefined) throw new Violation('X2', `${personId} was sent ${mark}, which is not stored`);
    if (member?.role === 'host' || book.published.has(mark)) continue;
    if (mark.startsWith('note') && owner.groupIds === undefined) continue;
    if (ranIt(personId, owner, version, book)) continue;
    const isShared = mark.startsWith('answer') || mark.startsWith('note');
    if (isShared && stoodThere(personId, owner, version, book)) continue;
    throw new Violation('X5', `${member?.role} ${personId} was sent ${mark} of ${owner.groupIds}`);
  }
}

/** Ran the owner's group at the version shown, or since. */
const ranIt = (personId: string, { groupIds = [] }: Owner, version: number, book: LogBook): boolean =>
  book.everSince(version, ({ people }) => {
    const { role, groupId } = people[personId] ?? {};
    return role === 'animator' && groupId !== undefined && groupIds.includes(groupId);
  });

/** In the owner's group at the version shown, or since: what is on its way may be older than where one stands now. */
const stoodThere = (personId: string, { slotId, groupIds = [] }: Owner, version: number, book: LogBook): boolean =>
  book.everSince(version, ({ breakouts }) =>
    (slotId === undefined ? Object.values(breakouts) : [breakouts[slotId]]).some((breakout) =>
      groupIds.includes(breakout?.placements[personId] ?? ''),
    ),
  );

/** An answer carries what it says and nothing of who wrote it, unless this workshop tells its animators. */
function checkAnonymous(value: unknown, personId: string, version: number, book: LogBook, key = ''): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [name, part] of Object.entries(value)) {
    checkAnonymous(part, personId, version, book, name);
    if (key !== 'answers' || typeof part !== 'object' || part === null) continue;
    for (const field of Object.keys(part)) {
      if (answerKeys.includes(field)) continue;
      const isSigned =
        field === 'authorName' &&
        book.everSince(version, ({ people }) => people[personId]?.role === 'animator') &&
        book.state?.options.authors === 'animators';
      if (!isSigned) throw new Violation('X6', `${personId} was sent the ${field} of an answer`);
    }
  }
}
