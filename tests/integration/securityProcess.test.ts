import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ServerProcess, startServer } from '../doubles/serverProcess.ts';

let dataDir = '';
const servers: ServerProcess[] = [];
async function start(nodeArguments: readonly string[] = [], port = 0): Promise<ServerProcess> {
  const server = await startServer({ dataDir, port, nodeArguments });
  servers.push(server);
  return server;
}
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'aparte-process-'));
});
afterEach(async () => {
  for (const server of servers.splice(0)) await server.kill();
  rmSync(dataDir, { recursive: true });
});

describe('starting', () => {
  it('L9 a server whose secret was lost says so and does not start: a new one would silently kill every link', async () => {
    const first = await start();
    await first.stop();
    const path = join(dataDir, 'secret');
    const secret = readFileSync(path);
    rmSync(path);
    await expect(start()).rejects.toThrow(/secret is missing.*restore it from a backup/s);
    expect(existsSync(path)).toBe(false);
    expect(secret).toHaveLength(64);
  });

  it('S21 one server has a folder to itself, until it stops or is killed', async () => {
    const first = await start();
    await expect(start()).rejects.toThrow(/Another Aparté server uses the folder/);
    await first.kill();
    const second = await start();
    expect(await second.stop()).toBe(0);
    await start();
  });

  it('N15 a port that is taken is named, and what to try instead', async () => {
    const { port } = await start();
    const elsewhere = mkdtempSync(join(tmpdir(), 'aparte-process-'));
    await expect(startServer({ dataDir: elsewhere, port })).rejects.toThrow(`PORT=${port + 1}`);
    rmSync(elsewhere, { recursive: true });
  });
});

describe('a bug that nothing caught', () => {
  it('N21 is reported, and the server goes on', async () => {
    const bugs = `process.on('SIGUSR2', () => {
      Promise.reject(new Error('injected: a promise'));
      setImmediate(() => { throw new Error('injected: a callback'); });
      process.stdout.emit('error', Object.assign(new Error('injected: no terminal'), { code: 'EPIPE' }));
    })`;
    const server = await start(['--import', `data:text/javascript,${encodeURIComponent(bugs)}`]);
    process.kill(server.pid, 'SIGUSR2');
    const isReported = (): boolean => ['a promise', 'a callback'].every((bug) => server.output().includes(bug));
    while (!isReported()) expect((await fetch(`${server.origin}/healthz`)).status).toBe(200);
    expect((await fetch(`${server.origin}/healthz`)).status).toBe(200);
    expect(server.output()).not.toContain('no terminal');
    expect(await server.stop()).toBe(0);
  });
});
