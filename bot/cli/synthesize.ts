import { parseArgs } from 'node:util';
import type { Language } from '../../shared/workshop/state.ts';
import { synthesizeUsage } from './synthesizeUsage.ts';

const options = {
  ideas: { type: 'string', default: '2' },
  lang: { type: 'string', default: 'auto' },
  question: { type: 'string', default: '' },
  cases: { type: 'string' },
  match: { type: 'string' },
  link: { type: 'string' },
} as const;

/** `synthesize …`: prints JSON on stdout. @returns the exit code: 0, 1 for a file that cannot be read, 2 for wrong options */
export async function synthesize(args: readonly string[]): Promise<number> {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(args);
  } catch (problem) {
    process.stderr.write(`${messageOf(problem)}\n${synthesizeUsage}\n`);
    return 2;
  }
  try {
    process.stdout.write(await run(parsed));
    return 0;
  } catch (problem) {
    process.stderr.write(`${messageOf(problem)}\n`);
    return 1;
  }
}

function parse(args: readonly string[]) {
  const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options });
  const asked = [values.cases, values.match, values.link, positionals[0]].filter((one) => one !== undefined);
  if (asked.length !== 1 || positionals.length > 1)
    throw new Error('synthesize: one of ANSWERS.csv, --cases, --match, --link');
  const ideas = Number(values.ideas);
  if (!/^\d+$/.test(values.ideas) || ideas < 1 || ideas > mostIdeas)
    throw new Error(`--ideas: expected a whole number from 1 to ${mostIdeas}, not "${values.ideas}"`);
  return { ...values, answers: positionals[0], ideas, language: languageOf(values.lang) };
}

const mostIdeas = 20;

function languageOf(lang: string): Language | undefined {
  if (lang === 'auto') return undefined;
  if (lang === 'fr' || lang === 'en') return lang;
  throw new Error(`--lang: fr, en or auto, not "${lang}"`);
}

async function run({
  answers,
  cases,
  match,
  link,
  ideas,
  language,
  question,
}: ReturnType<typeof parse>): Promise<string> {
  if (answers !== undefined) {
    const { synthesizeAnswers } = await import('./synthesizeAnswers.ts');
    return synthesizeAnswers({ path: answers, ideas, language, question });
  }
  const { synthesizeCases, scoreLinks, scoreMatches } = await import('./synthesizeCases.ts');
  if (cases !== undefined) return synthesizeCases(cases, ideas, language);
  return match !== undefined ? scoreMatches(match, language) : scoreLinks(link ?? '', language);
}

const messageOf = (problem: unknown): string => (problem instanceof Error ? problem.message : String(problem));
