import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');

describe('npm run aparte -- import', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'aparte-import-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const importing = (content: Uint8Array | string): { status: number | null; stdout: string; stderr: string } => {
    const file = join(folder, 'programme.md');
    writeFileSync(file, content);
    return spawnSync(process.execPath, ['bot/cli.ts', 'import', file], { cwd: root, encoding: 'utf8' });
  };

  it('I14 prints the agenda as JSON', () => {
    const { status, stdout } = importing('# Réunion\n14 h – 14 h 20 : Accueil\n14h20 Échanges (10 min)\n');
    expect(status).toBe(0);
    expect(JSON.parse(stdout).slots).toMatchObject([
      { title: 'Accueil', start: '14:00', minutes: 20 },
      { title: 'Échanges', start: '14:20', minutes: 10 },
    ]);
  });

  it('I19 reads what word processors write: UTF-8, with its mark or without, UTF-16 and Windows-1252', () => {
    const text = '14 h – 14 h 20 : Débat à l’école\n';
    const windows = Uint8Array.from(text, (letter) => ({ '–': 0x96, '’': 0x92 })[letter] ?? letter.charCodeAt(0));
    for (const bytes of [
      Buffer.from(text),
      Buffer.from(`\ufeff${text}`),
      Buffer.from(`\ufeff${text}`, 'utf16le'),
      windows,
    ]) {
      expect(JSON.parse(importing(bytes).stdout).slots[0].title).toBe('Débat à l’école');
    }
  });

  it('I10 says in both languages what is wrong and what to do', () => {
    for (const content of ['', 'x'.repeat(5_000_000), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]), 'Bonjour.']) {
      const { status, stdout, stderr } = importing(content);
      expect(status).toBe(1);
      expect(stdout).toBe('');
      expect(stderr.split('\n').length).toBeGreaterThanOrEqual(2);
      expect(stderr).not.toMatch(/\bError\b|^\s+at /m);
    }
  });
});
