import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome.exe'];
const usualPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** The Chromium of this machine: CHROMIUM_PATH, one on the PATH, one in a usual place, or Playwright's own. */
export function findChromium(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const candidates = [
    process.env.CHROMIUM_PATH ?? '',
    ...names.flatMap((name) => folders.map((folder) => join(folder, name))),
    ...usualPlaces,
    chromium.executablePath(),
  ];
  return candidates.find((path) => path !== '' && existsSync(path));
}

const runs = (command: string, ...args: string[]): boolean =>
  spawnSync(command, args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  }).status === 0;

/**
 * Finds a Chromium, or gets one: Debian's package where this user may install it, else Playwright's download.
 * @throws Error in one line that says what to install
 */
export function ensureChromium(): string {
  const found = findChromium();
  if (found !== undefined) return found;
  const mayInstall = process.platform === 'linux' && process.getuid?.() === 0;
  if (mayInstall && runs('apt-get', 'update', '-qq')) runs('apt-get', 'install', '-y', '-qq', 'chromium');
  if (findChromium() === undefined)
    runs(process.execPath, join('node_modules', 'playwright-core', 'cli.js'), 'install', 'chromium');
  const installed = findChromium();
  if (installed === undefined) {
    throw new Error('The tests need Chromium: install it (Debian: apt-get install chromium) or set CHROMIUM_PATH.');
  }
  return installed;
}

/** How this machine's Chromium is launched, by whatever test. @throws Error when there is none */
export function chromiumOptions(): { readonly executablePath: string; readonly args: string[] } {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error('no Chromium: run the tests with "npm test", which gets one');
  return {
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  };
}
