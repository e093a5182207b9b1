import { rolePages } from '../../shared/protocol/http.ts';
import type { Link, WorkshopState } from '../../shared/workshop/state.ts';
import type { Config } from '../config.ts';
import type { Limits } from '../realtime/limits.ts';
import { formatCode } from '../secrets.ts';
import { type Bot, type BotDeps, createBot } from './bot.ts';
import type { WaysIn } from './cards/waysIn.ts';
import type { ReceiveDeps } from './receive.ts';

export interface OpenBotDeps
  extends Pick<BotDeps, 'store' | 'directory' | 'chats' | 'outbox' | 'registry' | 'secrets' | 'now' | 'reportFault'> {
  readonly config: Config;
  readonly limits: Limits;
  /** Where the keys of Teams' own tokens are found; tests have theirs. */
  readonly botOpenIdMetadata?: string;
}

/**
 * The bot, where Teams is configured: it proves itself to Teams and Teams to it. On a developer's own machine it believes
 * whoever knocks, and a host's link that is written into a chat stands for the tab, which is not there.
 */
export function openBot(deps: OpenBotDeps): Bot | undefined {
  const { teams, developmentBot } = deps.config;
  if (teams === undefined && developmentBot === undefined) return undefined;
  // An app of a single tenant: the first of the list is where it was registered. Where nobody is let in, there is no bot.
  const [homeTenant] = teams?.tenants ?? [];
  if (teams !== undefined && homeTenant === undefined) return undefined;
  const { store, directory, chats, outbox, registry, secrets, now, reportFault, limits, botOpenIdMetadata } = deps;
  return createBot({
    ...(teams === undefined || homeTenant === undefined ? {} : { credentials: { ...teams, homeTenant } }),
    ...(botOpenIdMetadata === undefined ? {} : { openIdMetadata: botOpenIdMetadata }),
    tenants: teams?.tenants ?? 'any',
    store,
    directory,
    chats,
    outbox,
    registry,
    secrets,
    limits,
    openHostLink: teams === undefined ? hostLinkOpener(deps) : undefined,
    waysInto: (state, meetingId) => waysInto(state, meetingId, deps),
    now,
    setTimeout: (action, delayMs) => setTimeout(action, delayMs).unref(),
    reportFault,
  });
}

/** How participants come in, as the card says it. */
function waysInto(state: WorkshopState, meetingId: string | undefined, { secrets, config }: OpenBotDeps): WaysIn {
  const tokenOf = (medium: Link['medium']): string => {
    const door = Object.values(state.links).find(
      (link) => link.role === 'participant' && link.medium === medium && !link.revoked,
    );
    return door === undefined ? '' : secrets.linkToken(state.id, door);
  };
  const token = tokenOf('link');
  const code = tokenOf('code');
  const isReachable = token !== '' && config.publicUrl !== undefined;
  const url = isReachable ? `${config.publicUrl}${rolePages.participant}#${token}` : '';
  const { teams, publicUrl } = config;
  const isInTeams = teams !== undefined && meetingId !== undefined;
  return {
    url,
    code: code === '' ? '' : formatCode(code),
    ...(isInTeams
      ? { tab: { appId: teams.appId, webUrl: url === '' ? `${publicUrl}/` : url, conversationId: meetingId } }
      : {}),
  };
}

const hostLinkOpener =
  ({ store, secrets, registry }: OpenBotDeps): ReceiveDeps['openHostLink'] =>
  async (token) => {
    const found = await store.findLink(secrets.linkHash(token));
    if (found === undefined) return undefined;
    const runtime = await registry.open(found.workshopId);
    const link = runtime.state?.links[found.linkId];
    return link?.role === 'host' && !link.revoked ? { runtime, link } : undefined;
  };
