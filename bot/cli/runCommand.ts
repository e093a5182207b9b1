/** What a command prints: its answer, and beside it what is said about the answer. */
export interface Printed {
  readonly stdout: string;
  readonly stderr?: string;
}

/** A command line in two steps: what was asked, then what comes of it. Both throw an Error of one line. */
export interface CommandLine<Asked> {
  readonly parse: (args: readonly string[]) => Asked;
  readonly run: (asked: Asked) => Promise<Printed>;
  /** Told after what is wrong with the options. */
  readonly usage: string;
}

/** @returns the exit code: 0, 1 for a file that cannot be used, 2 for wrong options */
export async function runCommand<Asked>(
  args: readonly string[],
  { parse, run, usage }: CommandLine<Asked>,
): Promise<number> {
  let asked: Asked;
  try {
    asked = parse(args);
  } catch (problem) {
    process.stderr.write(`${messageOf(problem)}\n${usage}\n`);
    return 2;
  }
  try {
    const { stdout, stderr = '' } = await run(asked);
    process.stderr.write(stderr);
    process.stdout.write(stdout);
    return 0;
  } catch (problem) {
    process.stderr.write(`${messageOf(problem)}\n`);
    return 1;
  }
}

const messageOf = (problem: unknown): string => (problem instanceof Error ? problem.message : String(problem));
