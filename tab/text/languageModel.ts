import type { DropReason } from '../../shared/synthesis/groupSynthesis.ts';
import { catalogue } from './catalogue.ts';

const reasonsFr: Readonly<Record<DropReason, string>> = {
  malformed: 'réponse illisible',
  unknown_answer: 'réponse citée introuvable',
  quote_not_found: 'citation introuvable',
  opposed: 'citation qui dit le contraire',
  few_citations: 'moins de deux réponses citées',
  too_long: 'texte trop long',
  foreign_marks: 'lien ou mise en forme que personne n’a écrits',
  not_their_words: 'mots qui ne sont pas ceux des réponses',
};
const reasonsEn: Readonly<Record<DropReason, string>> = {
  malformed: 'unreadable reply',
  unknown_answer: 'cited answer not found',
  quote_not_found: 'quotation not found',
  opposed: 'quotation that says the opposite',
  few_citations: 'fewer than two answers cited',
  too_long: 'text too long',
  foreign_marks: 'link or markup that nobody wrote',
  not_their_words: 'words that are not those of the answers',
};
const listed = (words: Readonly<Record<DropReason, string>>, reasons: readonly DropReason[]): string =>
  [...new Set(reasons)].map((reason) => words[reason]).join(', ');

/** Words about the language model, for those who read what it says. */
export const modelWords = catalogue(
  {
    mark: 'Reformulé par un modèle de langue, activé par l’hôte',
    /** @param proposed how many ideas the model gave in all */
    dropped: (proposed: number, reasons: readonly DropReason[]) =>
      `Le modèle avait proposé ${proposed === 1 ? 'une idée' : `${proposed} idées`}\u202f; ${
        reasons.length === 1 ? 'une a été écartée' : `${reasons.length} ont été écartées`
      }\u00a0: ${listed(reasonsFr, reasons)}.`,
  },
  {
    mark: 'Reworded by a language model, switched on by the host',
    dropped: (proposed: number, reasons: readonly DropReason[]) =>
      `The model had proposed ${proposed === 1 ? 'one idea' : `${proposed} ideas`}; ${
        reasons.length === 1 ? 'one was left out' : `${reasons.length} were left out`
      }: ${listed(reasonsEn, reasons)}.`,
  },
);
