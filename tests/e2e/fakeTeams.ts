import { createServer as createHttps } from 'node:https';
import { connect, type Server } from 'node:net';
import { createServer as createTls } from 'node:tls';
import { type BrowserContext, chromium, type FrameLocator, type Page } from 'playwright-core';
import { teamsHostName } from '../doubles/fakeEntra.ts';
import { tlsCredentials } from '../doubles/tlsCredentials.ts';
import { chromiumOptions } from '../ensureChromium.ts';
import { fakeHostPage } from './fakeHostPage.ts';

/** What Teams says to the page, and how it behaves. */
export interface FakeHost {
  readonly frameContext: 'sidePanel' | 'content' | 'settings' | 'meetingStage';
  readonly theme?: string;
  readonly locale?: string;
  /** Absent for anonymous people. */
  readonly userObjectId?: string;
  readonly tenantId?: string;
  readonly chatId?: string;
  readonly meetingId?: string;
  readonly subEntityId?: string;
  readonly clientType?: string;
  /** What `getAuthToken` answers, silently and after a press; an error when it begins with "!". */
  readonly tokens?: { readonly silent: string; readonly asking: string };
  readonly mayShare?: boolean;
  readonly joinMeeting?: 'works' | 'fails';
  /** Never answers anything. */
  readonly isSilent?: boolean;
}

export interface FakeCall {
  readonly func: string;
  readonly args: readonly unknown[];
}

/** A page of Aparté in the frame of a Teams of our own, spoken to by the real library. */
export interface InFrame {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What stands inside the frame. */
  readonly tab: FrameLocator;
  /** What the page asked of Teams so far. */
  calls(func: string): Promise<readonly FakeCall[]>;
  /** Teams changes: its theme, its language. */
  turn(change: { readonly theme?: string; readonly locale?: string }): Promise<void>;
  /** The person presses "Save" in Teams. */
  save(): Promise<void>;
}

export interface TeamsTheatre {
  /** Errors that pages threw or logged since the last time. */
  takeComplaints(): readonly string[];
  /** @param address of the page: "/t#…"; whole, when Teams was told it */
  frame(name: string, size: Size, address: string, host: FakeHost): Promise<InFrame>;
  /** The same server in a plain browser. */
  plain(name: string, size: Size, address: string): Promise<{ readonly page: Page; readonly asked: readonly string[] }>;
  close(): Promise<void>;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}
export const sidePanel: Size = { width: 320, height: 720 };
export const stage: Size = { width: 1920, height: 1080 };
export const phone: Size = { width: 390, height: 844 };

const listen = async (server: Server): Promise<number> => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
};

/** The list of hosts that the library wants to read from the internet: without it, it takes its own. */
const expectedNoise = /res\.cdn\.office\.net/;

/** Chromium, in which Teams and Aparté are on this machine and everything else is nowhere. */
export async function openTeamsTheatre(serverPort: number): Promise<TeamsTheatre> {
  const tab = createTls(tlsCredentials(), (socket) => {
    const behind = connect(serverPort, '127.0.0.1');
    socket.pipe(behind).pipe(socket);
    // A page that is closed while something is on its way.
    socket.on('error', () => behind.destroy());
    behind.on('error', () => socket.destroy());
  });
  const teams = createHttps(tlsCredentials(), (_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(fakeHostPage);
  });
  const [tabPort, teamsPort] = [await listen(tab), await listen(teams)];
  const options = chromiumOptions();
  const browser = await chromium.launch({
    ...options,
    args: [
      ...options.args,
      '--ignore-certificate-errors',
      `--host-resolver-rules=MAP teams.microsoft.com:443 127.0.0.1:${teamsPort}, MAP ${teamsHostName}:443 127.0.0.1:${tabPort}, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1`,
    ],
  });
  const complaints: string[] = [];
  const open = async (name: string, viewport: Size) => {
    const context = await browser.newContext({ viewport, locale: 'fr-FR', timezoneId: 'Europe/Paris' });
    // Also the windows that are opened from it.
    context.on('page', (page) => {
      page.on('pageerror', (error) => complaints.push(`${name}: ${error.message}`));
      page.on('console', (message) => {
        const where = `${message.text()} ${message.location().url}`;
        if (message.type() === 'error' && !expectedNoise.test(where)) complaints.push(`${name}: ${where}`);
      });
    });
    return { context, page: await context.newPage() };
  };
  return {
    takeComplaints: () => complaints.splice(0),
    async frame(name, size, address, host) {
      const { context, page } = await open(name, size);
      const source = address.startsWith('https:') ? address : `https://${teamsHostName}${address}`;
      const script = { host, source };
      await page.goto(`https://teams.microsoft.com/fake#${encodeURIComponent(JSON.stringify(script))}`);
      return {
        page,
        context,
        tab: page.frameLocator('iframe'),
        calls: (func) =>
          page.evaluate(
            (wanted) =>
              (Reflect.get(globalThis, 'fakeTeams').calls as FakeCall[]).filter((call) => call.func === wanted),
            func,
          ),
        turn: (change) => page.evaluate((next) => Reflect.get(globalThis, 'fakeTeams').turn(next), change),
        save: () => page.evaluate(() => Reflect.get(globalThis, 'fakeTeams').save()),
      };
    },
    async plain(name, size, address) {
      const { page } = await open(name, size);
      const asked: string[] = [];
      page.on('request', (request) => asked.push(request.url()));
      await page.goto(address.startsWith('https:') ? address : `https://${teamsHostName}${address}`);
      return { page, asked };
    },
    async close() {
      await browser.close();
      tab.close();
      teams.close();
    },
  };
}
