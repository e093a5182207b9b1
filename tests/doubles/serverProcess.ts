import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

export interface ServerOptions {
  readonly dataDir: string;
  /** 0: any free one. With a PUBLIC_URL it must be chosen (`freePort`). */
  readonly port?: number;
  /** Whatever else the environment says: RATE_LIMIT_SCALE, LOG_LEVEL … */
  readonly environment?: Readonly<Record<string, string>>;
  /** What is run in place of the server itself: the demo, the server under a profiler. */
  readonly script?: string;
  readonly nodeArguments?: readonly string[];
}

/** The real server, as a process of its own. */
export interface ServerProcess {
  readonly pid: number;
  readonly port: number;
  /** "http://127.0.0.1:40123" */
  readonly origin: string;
  readonly setUpKey: string;
  /** Everything that it wrote so far: standard output and standard error. */
  output(): string;
  /** SIGKILL: no handler runs, nothing is written, closed or said. Sent before this returns; settles when it is gone. */
  kill(): Promise<void>;
  /** Asks it to stop, as a service manager does. Resolves to its exit code. */
  stop(signal?: 'SIGTERM' | 'SIGINT'): Promise<number | null>;
}

/** Builds the pages unless they are there: the server does not start without them. */
export function buildPages(): void {
  if (existsSync(join(root, 'tab/dist'))) return;
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  const built = spawnSync(process.execPath, [vite, 'build', '--config', 'tab/vite.config.ts', '--logLevel', 'warn'], {
    cwd: root,
    stdio: 'inherit',
    // As they are served: the test runner's own NODE_ENV would make them a developer's.
    env: { ...process.env, NODE_ENV: 'production' },
  });
  if (built.status !== 0) throw new Error('the pages could not be built');
}

/** A port of the loopback that nobody listens on. */
export async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

/** Starts the server and waits until it says its link. Rejects, with what it wrote, when it ends before. */
export async function startServer({
  dataDir,
  port = 0,
  environment = {},
  script = 'bot/main.ts',
  nodeArguments = [],
}: ServerOptions): Promise<ServerProcess> {
  buildPages();
  const child = spawn(process.execPath, [...nodeArguments, join(root, script)], {
    cwd: root,
    env: { ...process.env, HOST: '127.0.0.1', PORT: String(port), DATA_DIR: dataDir, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  // A test that fails half way leaves no server behind.
  const killIt = (): void => void child.kill('SIGKILL');
  process.once('exit', killIt);
  const ended = once(child, 'close').then(([code]) => {
    process.off('exit', killIt);
    return code as number | null;
  });
  let output = '';
  const link = await readLink(child, ended, (text) => {
    output += text;
    return output;
  });
  const { pid } = child;
  if (pid === undefined) throw new Error('the server has no process id');
  const address = new URL(link);
  // A server with a public address says that one, and not where it listens.
  const listensOn = port === 0 ? Number(address.port) : port;
  return {
    pid,
    port: listensOn,
    origin: `http://127.0.0.1:${listensOn}`,
    setUpKey: address.hash.slice(1),
    output: () => output,
    kill() {
      child.kill('SIGKILL');
      return ended.then(() => undefined);
    },
    stop(signal = 'SIGTERM') {
      child.kill(signal);
      return ended;
    },
  };
}

function readLink(
  child: ChildProcess,
  ended: Promise<number | null>,
  collect: (text: string) => string,
): Promise<string> {
  return new Promise((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        const link = /(https?:\S+\/#\S+)\s*\n/.exec(collect(text))?.[1];
        if (link !== undefined) resolve(link);
      });
    }
    void ended.then((code) => reject(new Error(`the server ended with ${String(code)}:\n${collect('')}`)));
    child.once('error', reject);
  });
}
