import { err, ok } from '../core/result.ts';
import { agendaDecisions } from './agenda/decideAgenda.ts';
import { clockDecisions } from './agenda/decideClock.ts';
import type { Command, CommandKind } from './commands.ts';
import type { ActorContext, Decided, Decision, Decisions } from './decision.ts';
import { answerDecisions } from './groups/decideAnswers.ts';
import { breakoutDecisions } from './groups/decideBreakout.ts';
import { groupsDecisions } from './groups/decideGroups.ts';
import { keyIdeaDecisions } from './groups/decideKeyIdeas.ts';
import { themeDecisions } from './groups/decideThemes.ts';
import { recipeDecisions } from './groups/recipes.ts';
import { animatorDecisions } from './people/decideAnimators.ts';
import { expectedDecisions } from './people/decideExpected.ts';
import { peopleDecisions } from './people/decidePeople.ts';
import { restitutionDecisions } from './plenary/decideRestitution.ts';
import { isAllowed } from './rights.ts';
import type { WorkshopState } from './state.ts';

const decisions: Decisions<CommandKind> = {
  ...agendaDecisions,
  ...clockDecisions,
  ...peopleDecisions,
  ...expectedDecisions,
  ...animatorDecisions,
  ...groupsDecisions,
  ...recipeDecisions,
  ...breakoutDecisions,
  ...answerDecisions,
  ...keyIdeaDecisions,
  ...themeDecisions,
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
