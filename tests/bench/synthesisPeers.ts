import lexrank from 'lexrank';
import {
  AbsoluteSummarizerConfig,
  DefaultTextParser,
  NullLogger,
  SorensenDiceSimilarity,
  Summarizer,
} from 'ts-textrank';
import { seededRandom, shuffled } from '../../shared/core/random.ts';
import { suggestKeyIdeas } from '../../shared/synthesis/suggestKeyIdeas.ts';

export interface Case {
  readonly id: string;
  readonly set: string;
  readonly lang: 'fr' | 'en';
  readonly question: string;
  readonly answers: readonly { readonly id: string; readonly text: string }[];
}

/** Two ideas, each by the ids of the answers it cites, the main one first. */
export type Method = (one: Case) => readonly (readonly string[])[];

const citations = 5;
const seed = 7;

const aparte: Method = ({ answers, question, lang }) =>
  suggestKeyIdeas({ answers, ideas: 2, question, language: lang }).ideas.map((idea) => idea.citations);

/** Two answers with four others each, drawn; seeded by the case, so that every run draws the same. */
const random: Method = ({ id, answers }) => {
  const drawn = shuffled(answers, seededRandom([...id].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), seed)));
  return [drawn.slice(0, citations), drawn.slice(citations, 2 * citations)].map((few) =>
    few.map((answer) => answer.id),
  );
};

/** The two longest answers, each with every other of the next longest. */
const longest: Method = ({ answers }) => {
  const sorted = [...answers].sort((one, other) => other.text.length - one.text.length).slice(0, 2 * citations);
  return [0, 1].map((idea) => sorted.filter((_, place) => place % 2 === idea).map(({ id }) => id));
};

/** One answer a line, each ended, as summarisers of documents expect. */
const documentOf = ({ answers }: Case): string =>
  answers
    .map(({ text }) =>
      text
        .replace(/\s+/g, ' ')
        .trim()
        .replace(/[.!?…]*$/, '.'),
    )
    .join('\n');

const bare = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();

/** Summarisers give sentences: each stands for the answer that it is in, and has no other citation. */
function citing({ answers }: Case, sentences: readonly string[]): string[][] {
  return sentences.map((sentence) => {
    const home = answers.find(({ text }) => bare(text).includes(bare(sentence)));
    return home === undefined ? [] : [home.id];
  });
}

const textRank: Method = (one) => {
  const config = new AbsoluteSummarizerConfig(
    2,
    new SorensenDiceSimilarity(),
    new DefaultTextParser(),
    0.85,
    Summarizer.SORT_SCORE,
  );
  return citing(one, new Summarizer(config, new NullLogger()).summarize(documentOf(one), one.lang));
};

const lexRank: Method = (one) => {
  let sentences: string[] = [];
  lexrank.summarize(documentOf(one), 2, (_problem, best) => {
    sentences = (best ?? []).map(({ text }) => text);
  });
  return citing(one, sentences);
};

export const methods: Readonly<Record<string, Method>> = {
  random,
  longest,
  'ts-textrank': textRank,
  lexrank: lexRank,
  aparte,
};
