import { app, authentication, HostClientType, meeting, pages } from '@microsoft/teams-js';
import { err, ok, type Result } from '../../shared/core/result.ts';
import { consentPage } from '../../shared/protocol/http.ts';
import type { TeamsPlace } from '../../shared/protocol/teams.ts';
import { tabEntityId } from '../../shared/protocol/teamsLinks.ts';
import type { Language } from '../../shared/workshop/state.ts';

/** What Teams lets the page look like. */
export interface TeamsLook {
  readonly theme: 'light' | 'dark' | 'contrast';
  /** Absent for a language that the pages do not speak. */
  readonly language?: Language;
}

/**
 * Why Teams gives no token. `consent_needed`: a person must agree first. `consent_refused`: they, or their administrator,
 * did not. `no_account`: somebody who came to the meeting without one. `no_token`: for any other reason, or no answer.
 */
export type TokenProblem = 'consent_needed' | 'consent_refused' | 'no_account' | 'no_token';

/** A tab that is being pinned: what it will open. */
export interface PinnedTab {
  readonly contentUrl: string;
  readonly websiteUrl: string;
  readonly name: string;
}

/** Teams around the page, in our own words. Nothing here rejects. */
export interface TeamsHost {
  /** `settings`: the page that asks what a pinned tab shall show. `stage`: what everyone in the meeting sees. */
  readonly surface: 'own' | 'stage' | 'settings';
  readonly place: TeamsPlace;
  /** What a deep link leads to inside the page; empty when it leads to the page. */
  readonly subPage: string;
  look(): TeamsLook;
  onLook(listener: () => void): () => void;
  /** `silently`: as the page opens. `asking`: Teams may show a window, so only after a press. */
  token(how: 'silently' | 'asking'): Promise<Result<string, TokenProblem>>;
  /** Whether this person may show something on the stage of the meeting. */
  mayShareToStage(): Promise<boolean>;
  /** False when Teams refused. */
  shareToStage(url: string): Promise<boolean>;
  /** Leads to a Teams meeting without leaving Teams; false when Teams cannot. */
  joinMeeting(url: string): Promise<boolean>;
  /**
   * Opens the window in which Microsoft asks for the permission to make meetings; after a press only. False when it was
   * refused, closed, or never answered.
   */
  askConsent(): Promise<boolean>;
  /** Before the tab can be pinned; undefined again: not yet. Only on `settings`. */
  offerPinned(tab: PinnedTab | undefined): void;
}

/** Longer than Teams takes, much shorter than the minute that its library waits. */
const connectMs = 4_000;
const silentTokenMs = 8_000;
/** A person reads a window of Microsoft's, and may have to sign in. */
const askingTokenMs = 120_000;
const callMs = 10_000;
/** A person signs in, proves it on a phone, and reads what is asked. */
const consentMs = 300_000;

const late = Symbol('late');
/** Whatever comes after the time is over has no effect. */
const within = <Value>(work: Promise<Value>, ms: number): Promise<Value | typeof late> =>
  Promise.race([work, new Promise<typeof late>((resolve) => setTimeout(() => resolve(late), ms))]);

/**
 * Speaks to Teams; undefined when nobody answers: the frame is another's. The library's other calls would then wait for
 * ever, so none is made. The only file that names teams-js: loaded when the page stands in a frame, never before.
 */
export async function connectTeams(): Promise<TeamsHost | undefined> {
  const opening = app.initialize().then(() => app.getContext());
  const context = await within(opening, connectMs).catch(() => late);
  if (typeof context === 'symbol') return undefined;
  // Takes Teams' own waiting picture away, where the package asks for one.
  void app.notifySuccess().catch(() => undefined);
  return hostOf(context);
}

/**
 * In the window that `askConsent` opened: tells Teams how it ended, which closes the window. Does nothing when nobody
 * listens.
 */
export async function tellConsent(isGiven: boolean): Promise<void> {
  if (typeof (await within(app.initialize(), connectMs).catch(() => late)) === 'symbol') return;
  try {
    if (isGiven) authentication.notifySuccess();
    else authentication.notifyFailure();
  } catch {
    // Opened by somebody else than Teams: the page says in words how it ended.
  }
}

function hostOf(context: app.Context): TeamsHost {
  const { page, chat, channel, meeting: met } = context;
  const conversationId = chat?.id ?? channel?.id;
  const tenantId = context.user?.tenant?.id;
  const isMobile = mobileClients.has(context.app.host.clientType);
  const isMeeting = page.frameContext === 'sidePanel' || page.frameContext === 'meetingStage';
  let look = lookOf(context);
  const listeners = new Set<() => void>();
  const show = (next: TeamsLook): void => {
    if (next.theme === look.theme && next.language === look.language) return;
    look = next;
    for (const listener of listeners) listener();
  };
  // Teams tells of a new theme, and of nothing else: the language is read again with it, and when the page is looked at.
  const readAgain = (): void => {
    void within(app.getContext(), callMs).then((next) => {
      if (typeof next !== 'symbol') show(lookOf(next));
    });
  };
  app.registerOnThemeChangeHandler((theme) => {
    show({ ...look, theme: themeOf(theme) });
    readAgain();
  });
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && readAgain());

  return {
    surface: surfaceOf(page.frameContext),
    place: {
      ...(conversationId === undefined ? {} : { conversationId }),
      ...(met?.id === undefined ? {} : { meetingId: met.id }),
    },
    subPage: page.subPageId ?? '',
    look: () => look,
    onLook(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async token(how) {
      try {
        const asked = authentication.getAuthToken({ silent: how === 'silently' });
        const token = await within(asked, how === 'silently' ? silentTokenMs : askingTokenMs);
        return typeof token === 'string' ? ok(token) : err('no_token');
      } catch (fault) {
        return err(tokenProblem(fault, how));
      }
    },
    async mayShareToStage() {
      if (!isMeeting) return false;
      return called((settle) =>
        meeting.getAppContentStageSharingCapabilities((fault, able) =>
          settle(fault === null && able?.doesAppHaveSharePermission === true),
        ),
      );
    },
    shareToStage: (url) =>
      called((settle) =>
        meeting.shareAppContentToStage((fault, shared) => settle(fault === null && shared === true), url),
      ),
    async joinMeeting(url) {
      // Phones know no joining from a page, but follow a link to a meeting.
      const join = () => meeting.joinMeeting({ joinWebUrl: new URL(url) });
      return (!isMobile && (await succeeds(join))) || succeeds(() => app.openLink(url));
    },
    askConsent() {
      const address = new URL(consentPage, location.origin);
      // Of a guest elsewhere, too, the organisation that Teams is used with.
      if (tenantId !== undefined) address.searchParams.set('tenant', tenantId);
      return succeeds(() => authentication.authenticate({ url: address.href, width: 600, height: 640 }), consentMs);
    },
    offerPinned(tab) {
      if (tab !== undefined) {
        pages.config.registerOnSaveHandler((saving) => {
          const { contentUrl, websiteUrl, name } = tab;
          pages.config
            .setConfig({ entityId: tabEntityId, contentUrl, websiteUrl, suggestedDisplayName: name })
            .then(() => saving.notifySuccess())
            .catch(() => saving.notifyFailure(''));
        });
      }
      pages.config.setValidityState(tab !== undefined);
    },
  };
}

const mobileClients: ReadonlySet<string> = new Set([HostClientType.android, HostClientType.ios, HostClientType.ipados]);

function surfaceOf(frame: string): TeamsHost['surface'] {
  if (frame === 'settings' || frame === 'remove') return 'settings';
  return frame === 'meetingStage' ? 'stage' : 'own';
}

function lookOf({ app: { theme, locale } }: app.Context): TeamsLook {
  const spoken = locale.slice(0, 2).toLowerCase();
  return { theme: themeOf(theme), ...(spoken === 'fr' || spoken === 'en' ? { language: spoken } : {}) };
}

/** `glass`, on glasses, is light words on whatever is behind. */
function themeOf(theme: string): TeamsLook['theme'] {
  if (theme === 'contrast') return 'contrast';
  return theme === 'dark' || theme === 'glass' ? 'dark' : 'light';
}

/** The library passes on what Teams and Entra say, as text. */
function tokenProblem(fault: unknown, how: 'silently' | 'asking'): TokenProblem {
  const words = fault instanceof Error ? fault.message : String(fault);
  if (/not authenticated|anonymous/i.test(words)) return 'no_account';
  if (how === 'asking')
    return /consent|cancel|denied|declin|6500[14]|9009[45]/i.test(words) ? 'consent_refused' : 'no_token';
  return /consent|interaction|invalid_grant|65001/i.test(words) ? 'consent_needed' : 'no_token';
}

/** A call that answers through a callback, or throws at once, or never answers. */
async function called(call: (settle: (isDone: boolean) => void) => void): Promise<boolean> {
  try {
    return (await within(new Promise<boolean>(call), callMs)) === true;
  } catch {
    return false;
  }
}

async function succeeds(call: () => Promise<unknown>, ms = callMs): Promise<boolean> {
  try {
    return typeof (await within(call(), ms)) !== 'symbol';
  } catch {
    return false;
  }
}
