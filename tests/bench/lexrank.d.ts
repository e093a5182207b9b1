/** npm's lexrank has no types: the one function that is used. */
declare module 'lexrank' {
  interface Line {
    readonly text: string;
    readonly index: number;
  }
  /** Calls back at once. */
  function summarize(text: string, lines: number, done: (problem: unknown, best: readonly Line[]) => void): void;
  const lexrank: { readonly summarize: typeof summarize };
  export default lexrank;
}
