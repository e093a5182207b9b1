import type { Manifest } from '../manifest.ts';
import type { PackageFiles } from '../packageFiles.ts';

/** Files of words in further languages. */
export function languageFiles({ localizationInfo }: Manifest): readonly string[] {
  const { defaultLanguageFile, additionalLanguages = [] } = localizationInfo ?? {};
  return [
    ...(defaultLanguageFile === undefined ? [] : [defaultLanguageFile]),
    ...additionalLanguages.map(({ file }) => file),
  ];
}

/** What is named is there, what is there is named, and all of it stands side by side. */
export function fileProblems(manifest: Manifest, files: PackageFiles): readonly string[] {
  const named = new Set(['manifest.json', ...Object.values(manifest.icons), ...languageFiles(manifest)]);
  return [
    ...[...named].filter((name) => !files.has(name)).map((name) => `${name}: is named, and missing`),
    ...[...files.keys()].filter((name) => !named.has(name)).map((name) => `${name}: is in the package for nothing`),
    ...[...files.keys()]
      .filter((name) => !/^[a-z0-9][a-z0-9.-]*$/.test(name))
      .map((name) => `${name}: must stand in no folder, in small letters, figures, dots and hyphens`),
  ];
}
