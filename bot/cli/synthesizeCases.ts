import { z } from 'zod';
import { fitOf } from '../../shared/synthesis/fit.ts';
import { suggestKeyIdeas } from '../../shared/synthesis/suggestKeyIdeas.ts';
import { tellLanguage } from '../../shared/synthesis/words.ts';
import type { Language } from '../../shared/workshop/state.ts';
import { parseJson, readText } from './jsonFile.ts';
import { linkScores, matchScores } from './likenessScores.ts';

const text = z.object({ id: z.string(), text: z.string() });
const cases = z.object({
  id: z.string(),
  lang: z.enum(['fr', 'en']).optional(),
  question: z.string().default(''),
  answers: z.array(text),
});
const matching = z.object({
  groups: z.array(
    z.object({
      topic: z.string(),
      answers: z.array(text),
      keyPoints: z.array(text),
      labels: z.array(z.tuple([z.string(), z.string(), z.union([z.literal(0), z.literal(1)])])),
    }),
  ),
});
const linking = z.object({
  themes: z.array(
    z.object({
      question: z.string(),
      contributions: z.array(text.extend({ syntheses: z.array(z.string()) })),
    }),
  ),
});

/** One line of JSON for each case: `{id, ideas: [{text, citations}]}`. @throws Error naming the file and the line */
export function synthesizeCases(path: string, ideas: number, language: Language | undefined): string {
  const lines = readText(path).split('\n');
  return lines
    .flatMap((line, index) => {
      if (line.trim() === '') return [];
      const { id, lang, question, answers } = parseJson(path, line, cases, ` line ${index + 1}:`);
      const told = language ?? lang;
      const found = suggestKeyIdeas({ answers, ideas, question, ...(told === undefined ? {} : { language: told }) });
      return [`${JSON.stringify({ id, ideas: found.ideas.map(({ text, citations }) => ({ text, citations })) })}\n`];
    })
    .join('');
}

/** Mean average precision of the key point that likeness finds for each answer. @throws Error naming the file */
export function scoreMatches(path: string, language: Language | undefined): string {
  const { groups } = parseJson(path, readText(path), matching);
  const scored = groups.map(({ topic, answers, keyPoints, labels }) => {
    const texts = keyPoints.map((point) => point.text);
    const others = answers.map((answer) => answer.text);
    const likeness = fitOf({
      texts,
      others,
      question: topic,
      belonging: 'one',
      language: language ?? tellLanguage([...texts, ...others]),
    });
    return {
      answers: answers.map(({ id }) => id),
      keyPoints: keyPoints.map(({ id }) => id),
      labels: new Map(labels.map(([answer, point, label]) => [`${answer} ${point}`, label])),
      likeness,
    };
  });
  return `${JSON.stringify(matchScores(scored))}\n`;
}

/** How often likeness finds first the contribution that a synthesis was written of. @throws Error naming the file */
export function scoreLinks(path: string, language: Language | undefined): string {
  const { themes } = parseJson(path, readText(path), linking);
  const scored = themes.map(({ question, contributions }) => {
    const others = contributions.map((contribution) => contribution.text);
    const syntheses = contributions.flatMap(({ syntheses: lines }, of) => lines.map((line) => ({ line, of })));
    const likeness = fitOf({
      texts: syntheses.map(({ line }) => line),
      others,
      question,
      belonging: 'any',
      language: language ?? tellLanguage(others),
    });
    return { likeness, right: syntheses.map(({ of }) => of) };
  });
  return `${JSON.stringify(linkScores(scored))}\n`;
}
