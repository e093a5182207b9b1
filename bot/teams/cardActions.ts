import { parseEnvelope } from '../../shared/protocol/parse.ts';
import { idSchema } from '../../shared/workshop/commands.ts';
import { limits } from '../../shared/workshop/limits.ts';
import type { Allowance } from '../realtime/limits.ts';
import type { Reply } from '../workshop/messages.ts';
import type { WorkshopRuntime } from '../workshop/runtime.ts';
import { codeOf } from './ackCode.ts';
import type { Card } from './cards/card.ts';
import { inputId } from './cards/promptsCard.ts';
import type { Carrier } from './carrier.ts';
import { drawOwnWorkshop, drawPrompts } from './drawMessage.ts';
import { queueReply, type ReplyDeps } from './queueReply.ts';
import type { TeamsPeople } from './teamsPeople.ts';
import type { Answer, IncomingAction } from './teamsPort.ts';
import { languageOf, wordsOf } from './words.ts';

export interface CardActionsDeps extends ReplyDeps {
  readonly people: TeamsPeople;
  readonly carrier: Carrier;
  readonly commandsPerPerson: Allowance;
}

/** What became of the texts that somebody sent. */
interface Sent {
  readonly count: number;
  /** Of the first that was not taken; empty when all were. */
  readonly code: string;
  /** Prompt → text that was not taken: it stays in the card. */
  readonly kept: ReadonlyMap<number, string>;
}

/** The same card in a room of thirty: each is shown what is theirs, in the place where they pressed, and nobody else sees it. */
export class CardActions {
  readonly #deps: CardActionsDeps;

  constructor(deps: CardActionsDeps) {
    this.#deps = deps;
  }

  async act(action: IncomingAction, runtime: WorkshopRuntime | undefined): Promise<Answer> {
    const { people, commandsPerPerson } = this.#deps;
    const state = runtime?.state;
    if (runtime === undefined || state === undefined)
      return { kind: 'text', text: wordsOf[languageOf(action.locale)].notLinked };
    const say = wordsOf[state.language];
    const source = `${runtime.id} ${action.user.id}`;
    if ((await commandsPerPerson.take(source)) !== undefined) return this.#say(action, runtime, 'busy');
    // A card that Teams refreshes by itself makes nobody a participant.
    const personId = action.isRefresh
      ? await people.find(runtime, action.user)
      : await people.admit(runtime, action.chat, action.user);
    if (personId === undefined) return this.#say(action, runtime, 'stranger');
    switch (action.verb) {
      case 'answer':
        return this.#answer(action, runtime, personId);
      case 'mine':
        return this.#shown(await this.#prompts(action, runtime, personId), say.answersClosed);
      case 'whereAmI': {
        if (action.medium === 'submit') return this.#reply(action, runtime, { kind: 'whereAmI' }, personId);
        const scene = await this.#deps.carrier.scene(runtime.id, action.chat.place.conversationId);
        return scene === undefined ? { kind: 'none' } : { kind: 'card', card: drawOwnWorkshop(scene, personId) };
      }
      default:
        if (action.medium === 'submit') return this.#reply(action, runtime, { kind: 'unknown' }, personId);
        return { kind: 'text', text: say.unknown };
    }
  }

  async #answer(action: IncomingAction, runtime: WorkshopRuntime, personId: string): Promise<Answer> {
    const say = wordsOf[runtime.state?.language ?? 'fr'];
    const sent = await this.#send(action, runtime, personId);
    const notice =
      sent.code !== ''
        ? ({ tone: 'attention', text: `${say.notSent} ${say.refused(sent.code)}` } as const)
        : sent.count === 0
          ? ({ tone: 'attention', text: say.nothingTyped } as const)
          : ({ tone: 'good', text: say.sent(sent.count) } as const);
    if (action.medium === 'submit') return this.#say(action, runtime, sent.code);
    const card = await this.#prompts(action, runtime, personId, { notice, kept: sent.kept });
    return this.#shown(card, notice.text);
  }

  /** Posts what was typed, each prompt's text as one command, whose id is the same for a second press. */
  async #send(action: IncomingAction, runtime: WorkshopRuntime, personId: string): Promise<Sent> {
    const kept = new Map<number, string>();
    let code = '';
    let count = 0;
    for (let promptIndex = 0; promptIndex < limits.prompts; promptIndex++) {
      const text = action.data[inputId(promptIndex)];
      if (typeof text !== 'string' || text.trim() === '') continue;
      const refusal = await this.#post(action, runtime, personId, promptIndex, text);
      if (refusal === '') count += 1;
      else {
        kept.set(promptIndex, text);
        code = code === '' ? refusal : code;
      }
    }
    return { count, code, kept };
  }

  async #post(
    { data, chat, cardActivityId }: IncomingAction,
    runtime: WorkshopRuntime,
    personId: string,
    promptIndex: number,
    text: string,
  ): Promise<string> {
    const { slotId, groupId } = data;
    const parts = [chat.place.conversationId, cardActivityId, personId, String(promptIndex), text];
    const commandId = `teams-${this.#deps.secrets.teamsHash('answer', ...parts).slice(0, 48)}`;
    const envelope = parseEnvelope({ commandId, command: { kind: 'PostAnswer', slotId, groupId, promptIndex, text } });
    if (!envelope.ok)
      return envelope.problem.kind === 'invalid' && envelope.problem.path === 'text' ? 'too_long' : 'invalid';
    const { command } = envelope.value;
    return codeOf(await runtime.submit({ commandId, actorId: personId, command }));
  }

  async #prompts(
    { data, chat }: IncomingAction,
    runtime: WorkshopRuntime,
    personId: string,
    own: Parameters<typeof drawPrompts>[4] = { kept: new Map() },
  ): Promise<Card | undefined> {
    const slotId = idSchema.safeParse(data.slotId);
    const groupId = idSchema.safeParse(data.groupId);
    if (!slotId.success || !groupId.success) return undefined;
    const scene = await this.#deps.carrier.scene(runtime.id, chat.place.conversationId);
    return scene === undefined ? undefined : drawPrompts(scene, slotId.data, groupId.data, personId, own);
  }

  #shown(card: Card | undefined, text: string): Answer {
    return card === undefined ? { kind: 'text', text } : { kind: 'card', card };
  }

  /** To whoever pressed, in words. */
  async #say(action: IncomingAction, runtime: WorkshopRuntime, code: string): Promise<Answer> {
    if (action.medium === 'submit') {
      return this.#reply(action, runtime, code === '' ? { kind: 'received' } : { kind: 'outcome', code });
    }
    const say = wordsOf[runtime.state?.language ?? 'fr'];
    return { kind: 'text', text: code === '' ? say.received : say.refused(code) };
  }

  /** An old client shows nothing by itself: it is sent a message that nobody else sees. */
  async #reply(action: IncomingAction, runtime: WorkshopRuntime, reply: Reply, personId?: string): Promise<Answer> {
    const { chat, user } = action;
    await queueReply(this.#deps, action, runtime.id, {
      kind: 'reply',
      reply,
      language: runtime.state?.language ?? 'fr',
      ...(personId === undefined ? {} : { personId }),
      ...(chat.kind === 'personal' ? {} : { onlyFor: user.id }),
    });
    return { kind: 'none' };
  }
}
