import type { DraftSection, DraftSlot } from './assembleSlots.ts';
import { keyIdeasIn } from './groupWords.ts';
import { folded, wordsOf } from './richText.ts';

/** What follows group work under these words is what the groups bring back, though the words alone do not say so. */
const bringsBack =
  /^(?:(?:etape|temps|step) \d{1,2} . )?(?:synthese|retours?|partages?|galerie|pleniere|echanges en pleniere|plenary|sharing|back together|all together|tous ensemble|gallery|discussion en pleniere|bilan des|rapporteurs?)\b/;

const afterBreakout = (slot: DraftSlot, at: number, slots: readonly DraftSlot[]): DraftSlot => {
  const before = slots
    .slice(Math.max(0, at - 2), at)
    .filter(({ words }) => words.kind !== 'break')
    .at(-1);
  if (slot.words.kind !== 'talk' || before?.words.kind !== 'breakout' || !bringsBack.test(folded(slot.words.title)))
    return slot;
  const { words } = slot;
  const ideas = keyIdeasIn([words.title, ...(words.notes ?? [])].join(' '));
  return {
    ...slot,
    words: {
      ...words,
      kind: 'restitution',
      ...(ideas === undefined ? {} : { keyIdeasPerGroup: ideas }),
      guessed: [...(words.guessed ?? []), 'kind'],
    },
  };
};

/** Words that say only the form of a slot; its part of the programme then says the subject. */
const formOnly =
  /^(?:t[ée]moignages?|interventions?|pr[ée]sentations?|exposés?|talks?|presentations?|échanges?|echanges?|discussions?)$/iu;

/** "7. PASTILLE : focus sur X" that holds only "Témoignages (30 min)": the slot is about X. */
const renamed = (slot: DraftSlot, slots: readonly DraftSlot[], sections: readonly DraftSection[]): DraftSlot => {
  const section = sections[slot.section];
  if (!section || section.toSlot - section.fromSlot !== 1 || slots[section.fromSlot] !== slot) return slot;
  const [subtitle] = slot.words.notes ?? [];
  if (!formOnly.test(slot.words.title) || !subtitle || wordsOf(subtitle).length > 16 || subtitle === slot.words.title)
    return slot;
  const title = subtitle.charAt(0).toUpperCase() + subtitle.slice(1);
  const notes = [slot.words.title, ...(slot.words.notes ?? []).slice(1)];
  return { ...slot, words: { ...slot.words, title, notes, guessed: [...(slot.words.guessed ?? []), 'title'] } };
};

/** What a slot's neighbours and its part of the programme say about it, once all slots are known. */
export const refineSlots = (slots: readonly DraftSlot[], sections: readonly DraftSection[]): DraftSlot[] =>
  slots.map((slot) => renamed(slot, slots, sections)).map(afterBreakout);
