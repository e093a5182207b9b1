import { err, ok, type Result } from '../core/result.ts';
import type { EpochMs } from '../core/time.ts';
import { agendaDecisions } from './agenda/decideAgenda.ts';
import { clockDecisions } from './agenda/decideClock.ts';
import type { Command, CommandKind } from './commands.ts';
import type { WorkshopEvent } from './events.ts';
import { answerDecisions } from './groups/decideAnswers.ts';
import { breakoutDecisions } from './groups/decideBreakout.ts';
import { keyIdeaDecisions } from './groups/decideKeyIdeas.ts';
import { peopleDecisions } from './people/decidePeople.ts';
import { restitutionDecisions } from './plenary/decideRestitution.ts';
import type { RejectionCode } from './problems.ts';
import { isAllowed } from './rights.ts';
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

const decisions: Decisions<CommandKind> = {
  ...agendaDecisions,
  ...clockDecisions,
  ...peopleDecisions,
  ...breakoutDecisions,
  ...answerDecisions,
  ...keyIdeaDecisions,
  ...restitutionDecisions,
};

/**
 * What happens if this person sends this command now: the events, or why not. Pure: the same arguments give the same
 * answer. Rights are looked up here and nowhere else.
 */
export function decide(state: WorkshopState, command: Command, context: ActorContext): Decision {
  if (context.actor.removed || !isAllowed(context.actor.role, command)) return err({ kind: 'denied' });
  // The compiler cannot follow that the key and the command go together; the table's type proves each entry.
  const decision = decisions[command.kind] as (
    state: WorkshopState,
    command: Command,
    context: ActorContext,
  ) => Decided;
  const decided = decision(state, command, context);
  return decided.ok ? ok(decided.value) : err({ kind: 'rejected', code: decided.problem });
}
