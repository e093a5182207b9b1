import { z } from 'zod';

/** The application that an administrator registered with Microsoft for this server. */
export interface TeamsSettings {
  readonly clientId: string;
  readonly clientSecret: string;
  /** Tenants whose people and conversations are let in; empty: nobody's. */
  readonly tenants: readonly string[];
  /** By which Teams opens the app from a link: the package's, or the catalogue's once an organisation has published it. */
  readonly appId: string;
}

/** Ids come from a portal, in capitals or not; tokens have them in small letters. */
const id = z.guid().transform((guid) => guid.toLowerCase());

/** The part of the environment that speaks of Teams. */
export const teamsEnvironment = {
  TEAMS_CLIENT_ID: id.optional(),
  TEAMS_CLIENT_SECRET: z.string().min(1).optional(),
  TEAMS_TENANTS: z
    .string()
    .transform((list) => list.split(',').map((tenant) => tenant.trim()))
    .pipe(z.array(id))
    .optional(),
  TEAMS_APP_ID: id.optional(),
  TEAMS_CATALOG_ID: id.optional(),
};
type TeamsEnvironment = { readonly [Name in keyof typeof teamsEnvironment]?: z.infer<(typeof teamsEnvironment)[Name]> };

const needed = ['TEAMS_CLIENT_ID', 'TEAMS_CLIENT_SECRET', 'TEAMS_APP_ID'] as const;

/** What stops the start, in words: half a configuration is a mistake, never a choice. */
export function wrongTeamsSettings(environment: TeamsEnvironment, publicUrl: string | undefined): readonly string[] {
  const isWanted = Object.keys(teamsEnvironment).some(
    (name) => environment[name as keyof TeamsEnvironment] !== undefined,
  );
  if (!isWanted) return [];
  return [
    ...needed.filter((name) => environment[name] === undefined).map((name) => `${name}: is missing for Teams`),
    ...(publicUrl?.startsWith('https:') ? [] : ['PUBLIC_URL: must be https for Teams, which shows nothing else']),
  ];
}

/** Undefined where Teams is not configured. Checked before with `wrongTeamsSettings`. */
export function teamsSettings(environment: TeamsEnvironment): TeamsSettings | undefined {
  const { TEAMS_CLIENT_ID: clientId, TEAMS_CLIENT_SECRET: clientSecret, TEAMS_APP_ID: appId } = environment;
  if (clientId === undefined || clientSecret === undefined || appId === undefined) return undefined;
  const { TEAMS_TENANTS: tenants = [], TEAMS_CATALOG_ID: publishedId = appId } = environment;
  return { clientId, clientSecret, tenants, appId: publishedId };
}
