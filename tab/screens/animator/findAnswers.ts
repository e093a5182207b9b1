interface Findable {
  readonly id: string;
  readonly promptIndex: number;
  readonly text: string;
  readonly postedAt: number;
  readonly supports: number;
  readonly authorName?: string;
}

interface Search {
  readonly search: string;
  readonly sort: 'newest' | 'supports';
  readonly promptIndex?: number;
}

/** Accents and capitals set aside: "equite" finds "Équité". */
export const plainText = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();

/** Answers that hold every word of the search, newest or most supported first. */
export function findAnswers<Answer extends Findable>(answers: readonly Answer[], search: Search): readonly Answer[] {
  const wanted = plainText(search.search).split(/\s+/).filter(Boolean);
  return answers
    .filter((answer) => search.promptIndex === undefined || answer.promptIndex === search.promptIndex)
    .filter((answer) => {
      const text = plainText(`${answer.text} ${answer.authorName ?? ''}`);
      return wanted.every((word) => text.includes(word));
    })
    .sort(
      (a, b) =>
        (search.sort === 'supports' ? b.supports - a.supports : 0) || b.postedAt - a.postedAt || (a.id < b.id ? -1 : 1),
    );
}
