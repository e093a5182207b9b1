import type { Ack } from '../../shared/protocol/messages.ts';

/** "" for what was done, else why not, in one word. */
export function codeOf(ack: Ack): string {
  if (ack.ok) return '';
  return ack.problem.kind === 'rejected' ? ack.problem.code : ack.problem.kind;
}
