import { groupTitle } from '../../shared/views/wording.ts';
import { useLanguage, useText } from '../text/language.tsx';
import { wallWords } from '../text/wall.ts';
import type { WallCard, WallIdea } from './wallCards.ts';

/** What stands at the head of a card of the wall, and who said an idea of it, unless the head says so already. */
export function useCardTitle(card: WallCard): {
  readonly title: string;
  readonly origin: (said: WallIdea) => string | undefined;
} {
  const words = useText(wallWords);
  const { language } = useLanguage();
  const titleOf = (): string => {
    switch (card.kind) {
      case 'group':
        return groupTitle(card.group, language);
      case 'workshop':
        return card.title;
      case 'shared':
        return card.workshopCount === undefined
          ? words.sharedBy(card.groupCount)
          : words.sharedAcross(card.groupCount, card.workshopCount);
      case 'lens':
        return card.lens ?? words.noLens;
    }
  };
  const nameOf = ({ group, workshop }: WallIdea): string =>
    workshop === undefined || card.kind === 'workshop'
      ? groupTitle(group, language)
      : words.groupOf(groupTitle(group, language), workshop.title);
  return {
    title: titleOf(),
    origin: card.kind === 'group' ? () => undefined : nameOf,
  };
}
