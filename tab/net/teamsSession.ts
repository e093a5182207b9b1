import { err, ok, type Result } from '../../shared/core/result.ts';
import type { Claim, Invitation } from '../../shared/protocol/http.ts';
import type { OwnWorkshop, TeamsOpenReply } from '../../shared/protocol/teams.ts';
import type { CreateWorkshop } from '../../shared/workshop/commands.ts';
import { type Api, type ApiProblem, type ApiReply, browserApi } from './api.ts';
import type { WorkshopClient } from './client.ts';
import { connectBrowser } from './connectBrowser.ts';
import type { Newcomer } from './identity.ts';
import type { JoinOutcome, OpenSession } from './openSession.ts';
import { newIdentityToken } from './randomIds.ts';
import { browserTeamsApi, type TeamsApi } from './teamsApi.ts';
import type { TeamsHost, TokenProblem } from './teamsHost.ts';
import { askingWith } from './teamsToken.ts';

type Joining = Promise<Result<OpenSession, ApiProblem>>;

/** The account is new here: it says its name, or that it is somebody who came before. */
export interface TeamsNewcomer {
  readonly kind: 'newcomer';
  readonly invitation: Invitation;
  readonly suggested: Newcomer;
  /** @param claim who they say that they are, once `choose` has asked */
  join(newcomer: Newcomer, claim?: Claim): Promise<JoinOutcome>;
  /** `code`: what the person's other device shows. */
  attach(code: string): Joining;
}

/** No workshop takes place here. */
export interface TeamsUnlinked {
  readonly kind: 'unlinked';
  readonly mayLink: boolean;
  readonly workshops: readonly OwnWorkshop[];
  readonly meetingTitle?: string;
  open(workshopId: string): Promise<TeamsEntry>;
  /** By a host's link, whole or its token. Opens the workshop, as a host. */
  link(hostLink: string): Promise<TeamsEntry>;
  /** By a workshop of one's own, as its host. */
  linkOwn(workshopId: string): Promise<TeamsEntry>;
  found(commandId: string, workshop: CreateWorkshop): Promise<ApiReply<{ readonly hostLink: string }>>;
}

/** What signing in by Teams leads to. */
export type TeamsEntry =
  | OpenSession
  | TeamsNewcomer
  | TeamsUnlinked
  | { readonly kind: 'noToken'; readonly problem: TokenProblem }
  | { readonly kind: 'refused'; readonly problem: ApiProblem };

export interface TeamsSessionDeps {
  readonly api: Pick<Api, 'links'>;
  readonly teamsApi: Omit<TeamsApi, 'makeRooms'>;
  readonly newIdentity: () => string;
  readonly connect: (workshopId: string, identity: string, personId: string) => WorkshopClient;
}

const browserDeps: TeamsSessionDeps = {
  api: browserApi,
  teamsApi: browserTeamsApi,
  newIdentity: () => newIdentityToken(),
  connect: connectBrowser,
};

/** Where the page was opened: a link that it came with, or a workshop of the account's own. */
export interface TeamsTarget {
  readonly link?: string;
  readonly workshopId?: string;
}

/**
 * Signs in by Teams. The identity lives in memory alone: a frame's storage may be refused, and another account of the same
 * browser must not find it.
 */
export async function openTeams(
  host: Pick<TeamsHost, 'token' | 'place' | 'surface'>,
  target: TeamsTarget,
  how: 'silently' | 'asking',
  deps: TeamsSessionDeps = browserDeps,
): Promise<TeamsEntry> {
  const { teamsApi } = deps;
  const { place } = host;
  const first = await host.token(how);
  if (!first.ok) return { kind: 'noToken', problem: first.problem };
  const asking = askingWith(host, first.value);
  const identity = deps.newIdentity();

  const opened = ({ invitation, personId }: TeamsOpenReply): OpenSession => ({
    kind: 'open',
    invitation,
    personId,
    identity,
    client: deps.connect(invitation.workshopId, identity, personId),
    // Nothing is kept of who this is: the page asks Teams each time.
    forget: () => undefined,
  });
  const entering = async (asked: Promise<ApiReply<TeamsOpenReply>>): Joining => {
    const reply = await asked;
    return reply.ok ? ok(opened(reply.value)) : err(reply.problem);
  };

  const surface = host.surface === 'stage' ? 'stage' : 'own';
  const reply = await asking((fresh) => teamsApi.session(fresh, { place, ...target, surface, identity }));
  if (!reply.ok) return { kind: 'refused', problem: reply.problem };
  const answer = reply.value;
  if (answer.kind === 'open') return opened(answer);
  if (answer.kind === 'newcomer') {
    return {
      kind: 'newcomer',
      invitation: answer.invitation,
      suggested: { name: answer.suggestedName, organisation: '' },
      async join(newcomer, claim) {
        const request = { place, ...target, identity, ...newcomer, ...(claim === undefined ? {} : { claim }) };
        const joined = await asking((fresh) => teamsApi.join(fresh, request));
        if (!joined.ok) return joined;
        return ok(joined.value.kind === 'choose' ? joined.value : opened(joined.value));
      },
      attach: (code) => entering(asking((fresh) => teamsApi.attach(fresh, { identity, code }))),
    };
  }
  const again = (next: TeamsTarget) => openTeams(host, next, 'silently', deps);
  const link = async (hostLink: string): Promise<TeamsEntry> => {
    const token = tokenIn(hostLink);
    const linked = await asking((fresh) => teamsApi.linkConversation(fresh, { place, link: token }));
    return linked.ok ? again({ link: token }) : { kind: 'refused', problem: linked.problem };
  };
  return {
    kind: 'unlinked',
    mayLink: answer.mayLink,
    workshops: answer.workshops,
    ...(answer.meetingTitle === undefined ? {} : { meetingTitle: answer.meetingTitle }),
    open: (workshopId) => again({ workshopId }),
    link,
    async linkOwn(workshopId) {
      const links = await linksOf(host, workshopId, deps);
      const hostLink = links?.find(({ role }) => role === 'host')?.value;
      return hostLink === undefined ? { kind: 'refused', problem: { code: 'denied' } } : link(hostLink);
    },
    async found(commandId, workshop) {
      const founded = await asking((fresh) => teamsApi.createWorkshop(fresh, place, commandId, workshop));
      if (!founded.ok) return founded;
      const hostLink = founded.value.links.find(({ role }) => role === 'host')?.value ?? '';
      return ok({ hostLink });
    },
  };
}

/** The links of a workshop of one's own; undefined for whoever is no host of it. */
export async function linksOf(
  host: Pick<TeamsHost, 'token' | 'place' | 'surface'>,
  workshopId: string,
  deps: TeamsSessionDeps = browserDeps,
) {
  const entry = await openTeams(host, { workshopId }, 'silently', deps);
  if (entry.kind !== 'open') return undefined;
  entry.client.close();
  const reply = await deps.api.links(entry.identity);
  return reply.ok ? reply.value : undefined;
}

/** Somebody who is here as a guest is an account of Teams from now on. */
export async function attachAccount(
  host: Pick<TeamsHost, 'token'>,
  identity: string,
  teamsApi: Pick<TeamsApi, 'attach'> = browserTeamsApi,
): Promise<Result<undefined, ApiProblem | { readonly code: TokenProblem }>> {
  const token = await host.token('asking');
  if (!token.ok) return err({ code: token.problem });
  const reply = await teamsApi.attach(token.value, { identity });
  return reply.ok ? ok(undefined) : reply;
}

/** The token of a link: what stands behind `#`; of a code, the code. */
export const tokenIn = (typed: string): string => typed.trim().split('#').at(-1) ?? '';
