import { z } from 'zod';
import {
  type ModelSettings,
  missingModelSettings,
  modelEnvironment,
  modelSettings,
} from './synthesis/modelSettings.ts';
import { developmentEnvironment, wrongDevelopmentSettings } from './teams/developmentBot.ts';
import { type TeamsSettings, teamsEnvironment, teamsSettings, wrongTeamsSettings } from './teams/teamsSettings.ts';

/** Digits only: `Number` would take a space for 0. */
const number = z
  .string()
  .regex(/^\d+(\.\d+)?$/, 'must be a number')
  .transform(Number);
/** Links are `<origin>/p#…`: an address with a path would lead them elsewhere. */
const isOrigin = (address: string): boolean => {
  const { pathname, search, hash } = new URL(address);
  return pathname === '/' && search === '' && hash === '';
};

const environmentSchema = z.object({
  HOST: z.string().default('0.0.0.0'),
  PORT: number.pipe(z.int().min(0).max(65_535)).default(3000),
  /** Where the database and the server's secret live. */
  DATA_DIR: z.string().min(1).default('data'),
  /** Address under which people reach this server, when it stands behind a proxy: "https://ateliers.example.org". */
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, abort: true })
    .refine(isOrigin, 'must have no path, like https://ateliers.example.org')
    .optional(),
  /** How many proxies stand in front: their X-Forwarded-For is believed, nobody else's. */
  TRUSTED_PROXIES: number.pipe(z.int().min(0).max(10)).default(0),
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('warn'),
  /** Multiplies every rate limit: a load test comes from a single address. */
  RATE_LIMIT_SCALE: number.pipe(z.number().min(0.01).max(1_000)).default(1),
  ...modelEnvironment,
  ...teamsEnvironment,
  ...developmentEnvironment,
});

export interface Config {
  readonly host: string;
  readonly port: number;
  readonly dataDir: string;
  readonly publicUrl?: string;
  readonly trustedProxies: number;
  readonly logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug';
  readonly rateLimitScale: number;
  /** Absent when no language model is configured: hosts are not even asked. */
  readonly languageModel?: ModelSettings;
  /** Absent when Teams is not configured: pages may then be framed by nobody. */
  readonly teams?: TeamsSettings;
  /** A bot that believes whoever knocks: on a developer's own machine, and only there. */
  readonly developmentBot?: true;
}

const wrongSettings = (wrong: readonly string[]): Error =>
  new Error(`Aparté does not start, because these settings are wrong:\n  ${wrong.join('\n  ')}`);

/**
 * The settings, from the environment.
 * @throws Error naming each setting that is wrong: a server with a doubtful setting does not start.
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  // `PORT=` in a compose file means that nothing was chosen.
  const chosen = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = environmentSchema.safeParse(chosen);
  if (!parsed.success) {
    throw wrongSettings(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`));
  }
  const missing = missingModelSettings(parsed.data);
  if (missing.length > 0) throw wrongSettings(missing.map((name) => `${name}: is missing for the language model`));
  const languageModel = modelSettings(parsed.data);
  const wrong = [...wrongTeamsSettings(parsed.data, parsed.data.PUBLIC_URL), ...wrongDevelopmentSettings(parsed.data)];
  if (wrong.length > 0) throw wrongSettings(wrong);
  const teams = teamsSettings(parsed.data);
  const { HOST, PORT, DATA_DIR, PUBLIC_URL, TRUSTED_PROXIES, LOG_LEVEL, RATE_LIMIT_SCALE } = parsed.data;
  return {
    host: HOST,
    port: PORT,
    dataDir: DATA_DIR,
    ...(PUBLIC_URL === undefined ? {} : { publicUrl: PUBLIC_URL.replace(/\/+$/, '') }),
    trustedProxies: TRUSTED_PROXIES,
    logLevel: LOG_LEVEL,
    rateLimitScale: RATE_LIMIT_SCALE,
    ...(languageModel === undefined ? {} : { languageModel }),
    ...(teams === undefined ? {} : { teams }),
    ...(parsed.data.TEAMS_DEVELOPMENT === undefined ? {} : { developmentBot: true as const }),
  };
}
