import type { Logger } from 'pino';
import type { WorkshopState } from '../../shared/workshop/state.ts';
import type { Spending } from '../store/spending.ts';
import type { WorkshopRuntime } from '../workshop/runtime.ts';
import type { Background } from './background.ts';
import type { LanguageModel } from './languageModel.ts';
import { createModelSynthesizer, NoProposals, type TokenBudget } from './modelSynthesizer.ts';
import type { ModelOffer } from './synthesizer.ts';
import { createTurns } from './turns.ts';

/** Questions under way at once: an endpoint counts requests a minute, and nobody waits for them. */
const questionsAtOnce = 4;

/** Everyone whom the workshop knows by name: its people, and those whom its programme names. */
function namesIn(state: WorkshopState | undefined, people: Iterable<{ readonly name: string }>): readonly string[] {
  const names = [...people].map(({ name }) => name);
  for (const { lead, speakers } of state?.slots ?? []) names.push(...(lead === undefined ? [] : [lead]), ...speakers);
  for (const { animatorName } of state?.groups ?? []) names.push(animatorName);
  return names;
}

interface ModelOffersDeps {
  readonly model: LanguageModel;
  readonly spending: Spending;
  readonly tokensPerWorkshop: number;
  readonly log: Logger;
}

/** The language model as each workshop is offered it: one for all, each with its own tokens and names. */
export function createModelOffers({
  model,
  spending,
  tokensPerWorkshop,
  log,
}: ModelOffersDeps): (runtime: WorkshopRuntime, background: Background) => ModelOffer {
  const turns = createTurns(questionsAtOnce);
  return (runtime, background) => {
    const names = (): readonly string[] => namesIn(runtime.state, runtime.names.values());
    const budget: TokenBudget = {
      reserve: (tokens) => spending.reserve(runtime.id, tokens, tokensPerWorkshop),
      settle: (difference) => spending.settle(runtime.id, difference),
    };
    const synthesizer = createModelSynthesizer({ model, background, turns, budget, names });
    return {
      host: model.host,
      synthesizer: {
        async propose(task, signal) {
          try {
            return await synthesizer.propose(task, signal);
          } catch (fault) {
            if (!signal.aborted) note(log, runtime.id, fault);
            throw fault;
          }
        },
      },
    };
  };
}

/** What whoever runs the server can do something about stands out; no text is logged, neither theirs nor the model's. */
function note(log: Logger, workshopId: string, fault: unknown): void {
  if (!(fault instanceof NoProposals)) log.error({ workshopId, err: fault }, 'language model');
  else if (fault.failure === 'denied' || fault.failure === 'spent') {
    log.warn({ workshopId, failure: fault.failure, status: fault.status }, 'language model');
  } else log.info({ workshopId, failure: fault.failure, status: fault.status }, 'language model');
}
