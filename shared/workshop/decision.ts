import type { Result } from '../core/result.ts';
import type { EpochMs } from '../core/time.ts';
import type { Command, CommandKind } from './commands.ts';
import type { WorkshopEvent } from './events.ts';
import type { RejectionCode } from './problems.ts';
import type { Member, WorkshopState } from './state.ts';

/** Everything that a decision may depend on besides the state: given, never fetched. */
export interface DecisionContext {
  readonly now: EpochMs;
  /** Ids of the things that a command makes derive from it: a repeat cannot make them twice. */
  readonly commandId: string;
  /** Seed of whatever is drawn by lot. */
  readonly seed: number;
  /** 128 random bits in hex, fresh at each call: for links. */
  readonly drawNonce: () => string;
  /** Person → what is known of them, by attribute: their organisation and what they were asked. Never their name. */
  readonly roster: Pick<ReadonlyMap<string, Readonly<Record<string, string>>>, 'get'>;
}

/** Who acts: a verified member, never what a client says. */
export interface ActorContext extends DecisionContext {
  readonly actor: Member;
}

export type Decided = Result<readonly WorkshopEvent[], RejectionCode>;
export type Refused = { readonly kind: 'rejected'; readonly code: RejectionCode } | { readonly kind: 'denied' };
export type Decision = Result<readonly WorkshopEvent[], Refused>;

type CommandOf<Kind extends CommandKind> = Extract<Command, { kind: Kind }>;

/** How the commands of one part are decided. */
export type Decisions<Kind extends CommandKind> = {
  readonly [Each in Kind]: (state: WorkshopState, command: CommandOf<Each>, context: ActorContext) => Decided;
};
