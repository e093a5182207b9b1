import { agendaEvolution } from './agenda/evolveAgenda.ts';
import { clockEvolution } from './agenda/evolveClock.ts';
import type { Fact, WorkshopEvent } from './events.ts';
import type { EventOf, Evolution } from './evolution.ts';
import { answerEvolution } from './groups/evolveAnswers.ts';
import { breakoutEvolution } from './groups/evolveBreakout.ts';
import { groupsEvolution } from './groups/evolveGroups.ts';
import { keyIdeaEvolution } from './groups/evolveKeyIdeas.ts';
import { themeEvolution } from './groups/evolveThemes.ts';
import { recipeEvolution } from './groups/recipes.ts';
import { expectedEvolution } from './people/evolveExpected.ts';
import { peopleEvolution } from './people/evolvePeople.ts';
import { restitutionEvolution } from './plenary/evolveRestitution.ts';
import type { WorkshopState } from './state.ts';

type LaterKind = Exclude<WorkshopEvent['kind'], 'WorkshopCreated'>;

const evolution: Evolution<LaterKind> = {
  ...agendaEvolution,
  ...clockEvolution,
  ...peopleEvolution,
  ...expectedEvolution,
  ...groupsEvolution,
  ...recipeEvolution,
  ...breakoutEvolution,
  ...answerEvolution,
  ...keyIdeaEvolution,
  ...themeEvolution,
  ...restitutionEvolution,
};

function founded(event: EventOf<'WorkshopCreated'>): WorkshopState {
  return {
    id: event.workshopId,
    version: 0,
    title: event.title,
    ...(event.date === undefined ? {} : { date: event.date }),
    language: event.language,
    timeZone: event.timeZone,
    options: event.options,
    slots: [],
    run: { kind: 'notStarted' },
    actual: {},
    groups: [],
    people: {},
    expected: {},
    attributes: [],
    recipes: {},
    earlier: [],
    links: {},
    breakouts: {},
    announcements: [],
  };
}

/**
 * The state after one more fact. Total and pure: replaying the log gives the live state, byte for byte.
 * @throws when the first fact of a log is not `WorkshopCreated`: such a log is broken.
 */
export function evolve(state: WorkshopState | undefined, fact: Fact): WorkshopState {
  const { event } = fact;
  if (event.kind === 'WorkshopCreated') return { ...founded(event), version: fact.version };
  if (state === undefined) throw new Error(`a workshop's log starts with ${event.kind}`);
  // The compiler cannot follow that the key and the event go together; the table's type proves each entry.
  const change = evolution[event.kind] as (state: WorkshopState, event: WorkshopEvent, fact: Fact) => WorkshopState;
  return { ...change(state, event, fact), version: fact.version };
}
