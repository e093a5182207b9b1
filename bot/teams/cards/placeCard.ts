import type { GroupView } from '../../../shared/views/views.ts';
import { animatorBeyondName, groupTitle } from '../../../shared/views/wording.ts';
import type { Group, Language } from '../../../shared/workshop/state.ts';
import { wordsOf } from '../words.ts';
import { type Card, card, cutText, openUrl, spoken, typed, words } from './card.ts';
import { ownPageActions, type WaysIn } from './waysIn.ts';

/** Names that are read in a message; the others are counted. */
const mostNamed = 12;

/** "You are in group 2 with …, here is the room": for one person. */
export function placeCard(view: GroupView, personId: string, waysIn: WaysIn, language: Language): Card {
  const say = wordsOf[language];
  const title = cutText(groupTitle(view.group, language), 120);
  const animator = animatorBeyondName(view.group);
  const companions = Object.values(view.breakout.companions).filter(({ id }) => id !== personId);
  const named = companions.slice(0, mostNamed).map(({ name }) => cutText(name, 60));
  const others = companions.length - named.length;
  const names = [named.join(', '), ...(others > 0 ? [say.others(others)] : [])].join(' ');
  const { roomUrl } = view.group;
  return card({
    language,
    speak: spoken(say.youAreIn(title), companions.length > 0 ? `${say.with} ${names}` : say.alone),
    body: [
      typed(say.youAreIn(title), { size: 'large', weight: 'bolder' }),
      ...(animator === undefined ? [] : [typed(say.animatedBy(cutText(animator, 120)), {}, 'none')]),
      ...(companions.length > 0 ? [typed(`${say.with} ${names}`)] : [words(say.alone)]),
      ...(roomUrl === '' ? [words(say.noRoom, { isSubtle: true })] : []),
    ],
    actions: [
      ...(roomUrl === '' ? [] : [openUrl(say.openRoom, roomUrl)]),
      ...ownPageActions(waysIn, view.group.id, say),
    ],
  });
}

/** "You run group 2", for its animator, as long as the groups are not open: with whom is not known yet. */
export function animatorCard(group: Group, waysIn: WaysIn, language: Language): Card {
  const say = wordsOf[language];
  const title = say.youRun(cutText(groupTitle(group, language), 120));
  return card({
    language,
    speak: spoken(title, say.noGroups),
    body: [typed(title, { size: 'large', weight: 'bolder' }), words(say.noGroups)],
    actions: [
      ...(group.roomUrl === '' ? [] : [openUrl(say.openRoom, group.roomUrl)]),
      ...ownPageActions(waysIn, group.id, say),
    ],
  });
}
