import type { DraftChoice } from '../../../shared/workshop/draft/draftWorkshop.ts';
import { Notice } from '../../parts/Notice.tsx';
import { homeWords } from '../../text/home.ts';
import { useText } from '../../text/language.tsx';
import type { SetupDraft } from './setupDraft.ts';

type HomeText = (typeof homeWords)['fr'];

/** What the import decided by itself: nothing is dropped silently. */
export function Remarks({ draft }: { readonly draft: SetupDraft }) {
  const words = useText(homeWords);
  const guessed = draft.slots.filter((slot) => slot.guesses.length > 0).length;
  const sentences = [
    ...(guessed > 0 ? [words.guessesToCheck(guessed)] : []),
    ...draft.remarks.map((choice) => remarkText(choice, words, draft)),
  ].filter((sentence) => sentence !== '');
  const leftOut = draft.remarks.flatMap((choice) => (choice.kind === 'lines_left_out' ? choice.lines : []));
  if (sentences.length === 0) return null;
  return (
    <Notice tone="info" title={words.importRemarks} still>
      <ul className="draft-agenda__conflicts">
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {leftOut.length > 0 && <pre className="draft__left-out">{leftOut.join('\n')}</pre>}
    </Notice>
  );
}

function remarkText(choice: DraftChoice, words: HomeText, draft: SetupDraft): string {
  switch (choice.kind) {
    case 'moved_to_notes':
      return words.movedToNotes(draft.slots[choice.slotIndex]?.content.title ?? '');
    case 'slots_folded':
      return words.slotsFolded(choice.count);
    case 'document_notes_kept':
      return words.documentNotesKept(choice.count, draft.slots[choice.slotIndex]?.content.title ?? '');
    case 'lines_left_out':
      return words.linesLeftOut(choice.lines.length);
    case 'groups_by_default':
      return words.groupsByDefault(choice.count);
    case 'groups_limited':
      return words.groupsLimited(choice.asked, choice.count);
    case 'range_settled':
    case 'minutes_from_next_start':
    case 'minutes_by_default':
      // Told beside the field itself.
      return '';
  }
}
