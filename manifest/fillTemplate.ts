import { askInChannels } from './askInChannels.ts';
import type { Manifest } from './manifest.ts';
import type { PackageFiles } from './packageFiles.ts';
import type { PackageSettings } from './packageSettings.ts';

const placeholder = /\$\{\{(\w+)\}\}/g;

/** The files of the template with the settings in the place of `${{NAME}}`, as JSON values: nothing is put into JSON text. */
export function fillTemplate(template: PackageFiles, settings: PackageSettings): PackageFiles {
  const values = valuesOf(settings);
  return new Map(
    [...template].map(([name, bytes]) => {
      if (!name.endsWith('.json')) return [name, bytes];
      const asIs = filledIn(JSON.parse(new TextDecoder().decode(bytes)), values);
      const isAsking = name === 'manifest.json' && settings.channelTabs === 'chosen';
      const filled = isAsking ? askInChannels(asIs as Manifest, settings.publicUrl) : asIs;
      return [name, new TextEncoder().encode(`${JSON.stringify(filled, null, 2)}\n`)];
    }),
  );
}

/** By the names that the server's environment has. */
function valuesOf(settings: PackageSettings): Readonly<Record<string, string>> {
  return {
    PACKAGE_VERSION: settings.version,
    TEAMS_APP_ID: settings.appId,
    TEAMS_CLIENT_ID: settings.clientId,
    PUBLIC_URL: settings.publicUrl,
    PUBLIC_HOST: new URL(settings.publicUrl).host,
    TEAMS_PUBLISHER: settings.publisher,
    TEAMS_WEBSITE_URL: settings.websiteUrl,
    TEAMS_PRIVACY_URL: settings.privacyUrl,
    TEAMS_TERMS_URL: settings.termsUrl,
  };
}

/** A name without a value stays as it is, and `findPlaceholders` tells of it. */
function filledIn(value: unknown, values: Readonly<Record<string, string>>): unknown {
  if (typeof value === 'string') return value.replace(placeholder, (whole, name: string) => values[name] ?? whole);
  if (Array.isArray(value)) return value.map((item) => filledIn(item, values));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, filledIn(item, values)]));
}
