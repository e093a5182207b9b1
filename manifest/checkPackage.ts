import { addressProblems } from './checks/addresses.ts';
import { fileProblems, languageFiles } from './checks/files.ts';
import { iconProblems } from './checks/icons.ts';
import { idProblems } from './checks/ids.ts';
import { schemaProblems } from './checks/schema.ts';
import { tabProblems } from './checks/tabs.ts';
import { wordProblems } from './checks/words.ts';
import type { Manifest } from './manifest.ts';
import type { PackageFiles } from './packageFiles.ts';

type Texts = Readonly<Record<string, unknown>>;

/**
 * Everything that is known to make Teams refuse a package, or show something else than this server: Microsoft's schema
 * first, then what no schema says.
 * @param publicUrl origin of the server: "https://ateliers.example.org"
 * @returns problems in words, a line each; none for a package that may go
 */
export function packageProblems(files: PackageFiles, publicUrl: string): readonly string[] {
  const manifest = readJson(files, 'manifest.json');
  if (manifest === undefined) return ['manifest.json: is missing, or no JSON'];
  const refused = schemaProblems(manifest, manifest.manifestVersion, 'MicrosoftTeams.schema.json');
  // What the schema refuses has no known shape: the checks below would only guess.
  if (refused.length > 0) return refused.map((problem) => `manifest.json ${problem}`);
  const checked = manifest as unknown as Manifest;
  return [
    ...versionProblems(checked),
    ...fileProblems(checked, files),
    ...idProblems(checked),
    ...tabProblems(checked),
    ...addressProblems(checked, publicUrl),
    ...iconProblems(checked, files),
    ...languageProblems(checked, files),
  ];
}

/** The schema takes any text as a version; Teams compares three numbers. */
function versionProblems({ version, manifestVersion, $schema }: Manifest): readonly string[] {
  const address = `https://developer.microsoft.com/json-schemas/teams/v${manifestVersion}/MicrosoftTeams.schema.json`;
  return [
    ...(/^\d+\.\d+\.\d+$/.test(version) ? [] : ['/version: must be three numbers, like 1.2.0']),
    ...($schema === address ? [] : [`/$schema: must be ${address}`]),
  ];
}

function languageProblems(manifest: Manifest, files: PackageFiles): readonly string[] {
  const present = languageFiles(manifest).filter((name) => files.has(name));
  const languages = new Map<string, Texts>();
  const problems = present.flatMap((name) => {
    const texts = readJson(files, name);
    if (texts === undefined) return [`${name}: is no JSON`];
    languages.set(name, texts);
    const refused = schemaProblems(texts, manifest.manifestVersion, 'MicrosoftTeams.Localization.schema.json');
    return refused.map((problem) => `${name} ${problem}`);
  });
  return [...problems, ...wordProblems(manifest, languages)];
}

/** Undefined when it is not there, or not the JSON of an object. */
function readJson(files: PackageFiles, name: string): Texts | undefined {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(files.get(name)));
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Texts) : undefined;
  } catch {
    return undefined;
  }
}
