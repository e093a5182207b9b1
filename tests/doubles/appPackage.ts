import { fileURLToPath } from 'node:url';
import { fillTemplate } from '../../manifest/fillTemplate.ts';
import { type PackageFiles, readPackageFiles } from '../../manifest/packageFiles.ts';
import type { PackageSettings } from '../../manifest/packageSettings.ts';

export const packageEnvironment = {
  TEAMS_APP_ID: '7F8A1C52-3B0E-4D19-9A64-0C2BE1F3D857',
  TEAMS_CLIENT_ID: '2b6f0c1e-88a7-4c5d-a0b1-5f2f4f7d9e10',
  PUBLIC_URL: 'https://ateliers.example.org',
  TEAMS_PUBLISHER: 'Réseau des ateliers',
  TEAMS_PRIVACY_URL: 'https://www.example.org/donnees',
  TEAMS_TERMS_URL: 'https://www.example.org/conditions',
} as const;

export const packageSettings: PackageSettings = {
  appId: '7f8a1c52-3b0e-4d19-9a64-0c2be1f3d857',
  clientId: '2b6f0c1e-88a7-4c5d-a0b1-5f2f4f7d9e10',
  publicUrl: 'https://ateliers.example.org',
  publisher: 'Réseau des ateliers',
  websiteUrl: 'https://ateliers.example.org/',
  privacyUrl: 'https://www.example.org/donnees',
  termsUrl: 'https://www.example.org/conditions',
  channelTabs: 'found',
  version: '1.2.0',
};

export const packageTemplate: PackageFiles = readPackageFiles(
  fileURLToPath(new URL('../../manifest/template', import.meta.url)),
);

/** A package of these settings, as it goes to Teams. */
export const packageOf = (settings: PackageSettings = packageSettings): PackageFiles =>
  fillTemplate(packageTemplate, settings);

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** A file of a package as JSON. */
export const jsonOf = (files: PackageFiles, name: string): Json =>
  JSON.parse(new TextDecoder().decode(files.get(name))) as Json;

export const bytesOf = (value: Json): Uint8Array => new TextEncoder().encode(JSON.stringify(value));

/** The package with one file changed: another value at a place ("/bots/0/botId"), or nothing there. */
export function withValue(files: PackageFiles, name: string, place: string, value: Json | undefined): PackageFiles {
  const root = jsonOf(files, name);
  const steps = place.split('/').slice(1);
  const last = steps.pop() ?? '';
  let at = root as Record<string, Json>;
  for (const step of steps) at = at[step] as Record<string, Json>;
  if (value === undefined) delete at[last];
  else at[last] = value;
  return new Map([...files, [name, bytesOf(root)]]);
}
