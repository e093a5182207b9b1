import { type DeepLink, groupSubPage, teamsDeepLink } from '../../../shared/protocol/teamsLinks.ts';
import type { Words } from '../words.ts';
import { type OpenUrlAction, openUrl } from './card.ts';

/** How people come in; empty or absent when there is no such way, or no more. */
export interface WaysIn {
  readonly url: string;
  readonly code: string;
  /** The tab, in the chat of the meeting. */
  readonly tab?: Omit<DeepLink, 'subPage'>;
}

/** The tab for whoever has Teams and an account, the page of a browser for anybody. */
export const joinActions = ({ url, tab }: WaysIn, say: Words): readonly OpenUrlAction[] => [
  ...(tab === undefined ? [] : [openUrl(say.join, teamsDeepLink({ ...tab, subPage: '' }))]),
  ...(url === '' ? [] : [openUrl(tab === undefined ? say.join : say.joinInBrowser, url)]),
];

/** The page of somebody's own, in the tab, at their group. */
export const ownPageActions = ({ tab }: WaysIn, groupId: string, say: Words): readonly OpenUrlAction[] =>
  tab === undefined ? [] : [openUrl(say.openPage, teamsDeepLink({ ...tab, subPage: groupSubPage(groupId) }))];
