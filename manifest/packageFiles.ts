import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';

/** What is in a package, by name. */
export type PackageFiles = ReadonlyMap<string, Uint8Array>;

/** @throws Error when the folder cannot be read */
export function readPackageFiles(folder: string): PackageFiles {
  return new Map(
    readdirSync(folder)
      .sort()
      .map((name) => [name, new Uint8Array(readFileSync(join(folder, name)))]),
  );
}

/** As the archive notes it: hours have no zone there, so that it is the same everywhere. */
const oneDay = new Date(2026, 0, 1);

/** The archive: flat, and of the same files always the same bytes, on any machine. */
export function zipPackage(files: PackageFiles): Uint8Array {
  const sorted = [...files].sort(([one], [other]) => (one < other ? -1 : 1));
  return zipSync(Object.fromEntries(sorted), { level: 9, mtime: oneDay });
}
