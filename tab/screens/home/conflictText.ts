import type { Minutes, ProgrammeConflict } from '../../../shared/agenda/programme.ts';
import { formatMinuteOfDay } from '../../../shared/core/time.ts';
import { formatMinutes } from '../../../shared/views/wording.ts';
import type { Language } from '../../../shared/workshop/state.ts';
import { homeWords } from '../../text/home.ts';

type Span = readonly [number, number];

/** "8 à 13 min", "5 min". */
function spanText([shortest, longest]: Span, language: Language): string {
  const [from, to] = [Math.abs(shortest), Math.abs(longest)].sort((one, other) => one - other);
  if (from === undefined || to === undefined || from === to) return formatMinutes(to ?? 0);
  return homeWords[language].span(String(from), formatMinutes(to));
}

const minutesText = (minutes: Minutes): string => (typeof minutes === 'number' ? String(minutes) : minutes.join('/'));

/** A contradiction of a programme as one plain sentence. `titleOf`: the title of a slot by its index. */
export function conflictText(
  conflict: ProgrammeConflict,
  language: Language,
  titleOf: (slotIndex: number) => string,
): string {
  const words = homeWords[language];
  switch (conflict.kind) {
    case 'section_overflow': {
      const { startMinute, endMinute } = conflict;
      const where =
        startMinute === undefined || endMinute === undefined
          ? conflict.section
          : `${formatMinuteOfDay(startMinute)}–${formatMinuteOfDay(endMinute)}`;
      return words.sectionOverflow(
        where,
        conflict.parts.map(minutesText).join(' + '),
        formatMinutes(conflict.availableMinutes),
        spanText(conflict.overByMinutes, language),
      );
    }
    case 'total_mismatch': {
      const over = spanText(conflict.overByMinutes, language);
      const declared = formatMinutes(conflict.declaredMinutes);
      const planned = formatMinutes(conflict.plannedMinutes);
      return conflict.overByMinutes[1] > 0
        ? words.totalOver(declared, planned, over)
        : words.totalUnder(declared, planned, over);
    }
    case 'overlap':
      return words.overlap(titleOf(conflict.slotIndex), spanText(conflict.overByMinutes, language));
  }
}

/** The slot above which a contradiction is shown; undefined for one of the whole programme. */
export function conflictPlace(conflict: ProgrammeConflict): number | undefined {
  if (conflict.kind === 'section_overflow') return conflict.slotIndices[0];
  return conflict.kind === 'overlap' ? conflict.slotIndex : undefined;
}
