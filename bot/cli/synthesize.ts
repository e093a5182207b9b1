import { parseArgs } from 'node:util';
import type { Language } from '../../shared/workshop/state.ts';
import { type Printed, runCommand } from './runCommand.ts';
import { synthesizeUsage } from './synthesizeUsage.ts';

const options = {
  ideas: { type: 'string', default: '2' },
  lang: { type: 'string', default: 'auto' },
  question: { type: 'string', default: '' },
  cases: { type: 'string' },
  match: { type: 'string' },
  link: { type: 'string' },
  reports: { type: 'boolean', default: false },
} as const;

/** `synthesize …`: prints JSON on stdout. @returns the exit code */
export const synthesize = (args: readonly string[]): Promise<number> =>
  runCommand(args, { parse, run, usage: synthesizeUsage });

function parse(args: readonly string[]) {
  const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options });
  const files = values.reports ? [] : positionals;
  const reports = values.reports ? positionals : undefined;
  const asked = [values.cases, values.match, values.link, reports, files[0]].filter((one) => one !== undefined);
  if (asked.length !== 1 || files.length > 1 || reports?.length === 0)
    throw new Error('synthesize: one of ANSWERS.csv, --reports REPORT.json …, --cases, --match, --link');
  const ideas = Number(values.ideas);
  if (!/^\d+$/.test(values.ideas) || ideas < 1 || ideas > mostIdeas)
    throw new Error(`--ideas: expected a whole number from 1 to ${mostIdeas}, not "${values.ideas}"`);
  return { ...values, answers: files[0], reports, ideas, language: languageOf(values.lang) };
}

const mostIdeas = 20;

function languageOf(lang: string): Language | undefined {
  if (lang === 'auto') return undefined;
  if (lang === 'fr' || lang === 'en') return lang;
  throw new Error(`--lang: fr, en or auto, not "${lang}"`);
}

async function run({
  answers,
  reports,
  cases,
  match,
  link,
  ideas,
  language,
  question,
}: ReturnType<typeof parse>): Promise<Printed> {
  if (answers !== undefined) {
    const { synthesizeAnswers } = await import('./synthesizeAnswers.ts');
    return { stdout: synthesizeAnswers({ path: answers, ideas, language, question }) };
  }
  if (reports !== undefined) {
    const { synthesizeReports } = await import('./synthesizeReports.ts');
    return { stdout: synthesizeReports(reports, language) };
  }
  const { synthesizeCases, scoreLinks, scoreMatches } = await import('./synthesizeCases.ts');
  if (cases !== undefined) return { stdout: synthesizeCases(cases, ideas, language) };
  return { stdout: match !== undefined ? scoreMatches(match, language) : scoreLinks(link ?? '', language) };
}
