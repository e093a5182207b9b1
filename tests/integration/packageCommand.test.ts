import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, inflateRawSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { packageProblems } from '../../manifest/checkPackage.ts';
import { listZip } from '../../shared/people/xlsx/zip.ts';
import { type Json, jsonOf, packageEnvironment } from '../doubles/appPackage.ts';

const root = join(import.meta.dirname, '../..');

describe('npm run package:teams', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'aparte-package-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const packaging = (args: readonly string[], change: Readonly<Record<string, string>> = {}) =>
    spawnSync(process.execPath, [join(root, 'manifest/main.ts'), ...args], {
      cwd: folder,
      encoding: 'utf8',
      env: { PATH: process.env.PATH, ...packageEnvironment, ...change },
    });

  it('MP1 MP2 MP3 the package that was written is unpacked by another program, and passes again', () => {
    const { status, stdout, stderr } = packaging(['--version', '1.4.0']);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toBe('aparte-teams.zip: Aparté 1.4.0 for https://ateliers.example.org\n');
    expect(readdirSync(folder)).toEqual(['aparte-teams.zip']);
    const entries = listZip(readFileSync(join(folder, 'aparte-teams.zip')));
    expect([...(entries?.keys() ?? [])]).toEqual(['color.png', 'en.json', 'manifest.json', 'outline.png']);
    const files = new Map(
      [...(entries?.values() ?? [])].map(({ name, packed, method }) => {
        return [name, new Uint8Array(method === 'stored' ? packed : inflateRawSync(packed))];
      }),
    );
    expect(packageProblems(files, packageEnvironment.PUBLIC_URL)).toEqual([]);
    expect((jsonOf(files, 'manifest.json') as { version: Json }).version).toBe('1.4.0');
  });

  it('MP3 the same settings give the same bytes, in another time zone, too', () => {
    for (const [name, zone] of [
      ['one.zip', 'Pacific/Apia'],
      ['other.zip', 'America/Los_Angeles'],
    ] as const)
      expect(packaging(['--out', name], { TZ: zone }).status).toBe(0);
    const [one, other] = ['one.zip', 'other.zip'].map((name) => readFileSync(join(folder, name)));
    expect(crc32(one ?? '')).toBe(crc32(other ?? ''));
  });

  it('MP1 whatever is wrong is told without a trace of it, and an earlier package stays', () => {
    writeFileSync(join(folder, 'aparte-teams.zip'), 'earlier');
    const wrong = packaging([], { PUBLIC_URL: 'https://localhost:3000', TEAMS_APP_ID: '' });
    expect(wrong.status).toBe(2);
    expect(wrong.stderr.trim().split('\n')).toHaveLength(2);
    const nowhere = packaging(['--out', 'no/such/folder.zip']);
    expect(nowhere.status).toBe(1);
    expect(nowhere.stderr).toBe('--out: no/such/folder.zip cannot be written: no such file or directory\n');
    const folderThere = packaging(['--out', '.']);
    expect(folderThere.status).toBe(1);
    expect(packaging(['--verson', '1.0.0']).stderr).toContain('--version 1.2.0');
    for (const { stderr } of [wrong, nowhere, folderThere]) expect(stderr).not.toMatch(/\bError\b|^\s+at /m);
    expect(readdirSync(folder)).toEqual(['aparte-teams.zip']);
    expect(readFileSync(join(folder, 'aparte-teams.zip'), 'utf8')).toBe('earlier');
  });
});
