import { z } from 'zod';

/** The part of the environment that speaks of a bot that believes whoever knocks. */
export const developmentEnvironment = { TEAMS_DEVELOPMENT: z.literal('1', 'must be 1, or not be set').optional() };

const loopback = /^(?:localhost|127(?:\.\d{1,3}){3}|::1)$/;

/** Whether an address is one of this very machine. */
export const isLoopback = (address: string): boolean =>
  URL.canParse(address) && loopback.test(new URL(address).hostname.replace(/^\[|\]$/g, ''));

/**
 * What stops the start, in words. Such a bot acts for anyone who reaches it, and calls whatever address they name: it is for
 * the Agents Playground on a developer's own machine.
 */
export function wrongDevelopmentSettings(settings: {
  readonly TEAMS_DEVELOPMENT?: '1' | undefined;
  readonly HOST: string;
  readonly PUBLIC_URL?: string | undefined;
  readonly TEAMS_CLIENT_ID?: string | undefined;
}): readonly string[] {
  if (settings.TEAMS_DEVELOPMENT === undefined) return [];
  return [
    ...(loopback.test(settings.HOST) ? [] : ['TEAMS_DEVELOPMENT: only with HOST=127.0.0.1, since it believes anyone']),
    ...(settings.PUBLIC_URL?.startsWith('https:')
      ? ['TEAMS_DEVELOPMENT: never with a PUBLIC_URL, since it believes anyone']
      : []),
    ...(settings.TEAMS_CLIENT_ID === undefined ? [] : ['TEAMS_DEVELOPMENT: not together with TEAMS_CLIENT_ID']),
  ];
}
