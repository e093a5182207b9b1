import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** What a process has used since it started. Undefined where this machine does not tell. */
export interface ProcessUse {
  readonly cpuSeconds: number | undefined;
  /** Most resident memory so far; where only the present is known, the present. */
  readonly memoryMb: number | undefined;
}

/** `sysconf(_SC_CLK_TCK)`: 100 on every Linux that Node runs on. */
const ticksPerSecond = 100;

/** Linux: /proc, see proc_pid_stat(5). Elsewhere: `ps`, as POSIX has it. */
export function readUse(pid: number): ProcessUse {
  try {
    return process.platform === 'linux' ? readProc(pid) : readPs(pid);
  } catch {
    return { cpuSeconds: undefined, memoryMb: undefined };
  }
}

function readProc(pid: number): ProcessUse {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The second field is the program's name in brackets, and may hold spaces; the third comes after the last bracket.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [userTicks, systemTicks] = [Number(fields[11]), Number(fields[12])];
  const peakKb = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return {
    cpuSeconds: (userTicks + systemTicks) / ticksPerSecond,
    memoryMb: peakKb === undefined ? undefined : Number(peakKb) / 1_024,
  };
}

function readPs(pid: number): ProcessUse {
  const [time = '', kb = ''] = execFileSync('ps', ['-o', 'time=,rss=', '-p', String(pid)], { encoding: 'utf8' })
    .trim()
    .split(/\s+/);
  const cpuSeconds = time
    .replace('-', ':')
    .split(':')
    .reduce((total, part) => total * 60 + Number(part), 0);
  return { cpuSeconds, memoryMb: Number(kb) / 1_024 };
}

export const cpuBetween = (before: ProcessUse, after: ProcessUse): number | undefined =>
  before.cpuSeconds === undefined || after.cpuSeconds === undefined ? undefined : after.cpuSeconds - before.cpuSeconds;
