import { catalogue } from './catalogue.ts';

/** What everybody whose answers are sent to a language model is told. */
export const sentAnswersWords = catalogue(
  {
    sentTo: (host: string) =>
      `Pour proposer des idées forces, les réponses, sans les noms, sont envoyées à un modèle de langue\u00a0: ${host}.`,
  },
  {
    sentTo: (host: string) => `To propose key ideas, answers, without names, are sent to a language model: ${host}.`,
  },
);
