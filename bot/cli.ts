import { splitUsage } from './cli/splitUsage.ts';
import { synthesizeUsage } from './cli/synthesizeUsage.ts';

const usage = `npm run -s aparte -- import FILE     reads a programme document (.md, .txt) and prints its agenda as JSON
${splitUsage}
${synthesizeUsage}`;

/** A command loads what it needs itself: starting is most of the time that a small one takes. */
async function main([command, ...args]: readonly string[]): Promise<number> {
  const [path] = args;
  if (command === 'import' && path !== undefined) {
    const { importProgramme } = await import('./cli/importProgramme.ts');
    return importProgramme(path);
  }
  if (command === 'split') {
    const { split } = await import('./cli/split.ts');
    return split(args);
  }
  if (command === 'synthesize') {
    const { synthesize } = await import('./cli/synthesize.ts');
    return synthesize(args);
  }
  console.error(usage);
  return 2;
}

// Whoever reads only the beginning (`… | head`) closes the pipe; nothing went wrong.
process.stdout.on('error', (problem: NodeJS.ErrnoException) => {
  if (problem.code !== 'EPIPE') throw problem;
});

process.exitCode = await main(process.argv.slice(2));
