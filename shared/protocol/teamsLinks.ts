/** Of the tab in the app package. */
export const tabEntityId = 'aparte';
const groupMark = 'group.';

/** What a deep link carries to lead to one group. */
export const groupSubPage = (groupId: string): string => `${groupMark}${groupId}`;

/** The group that a deep link leads to; undefined when it leads to the page. */
export const groupInSubPage = (subPage: string): string | undefined =>
  subPage.startsWith(groupMark) && subPage.length > groupMark.length ? subPage.slice(groupMark.length) : undefined;

export interface DeepLink {
  /** By which Teams knows the app: the package's, or the one that the catalogue of an organisation gave it. */
  readonly appId: string;
  /** Where a browser goes that has no Teams. */
  readonly webUrl: string;
  /** The chat or channel where the app stands; absent: the person's own tab. */
  readonly conversationId?: string;
  /** Empty: the page as it opens. */
  readonly subPage: string;
}

/** Conversations of channels, also those of their meetings: nothing else in Teams is named so. */
const channelId = /@thread\.(?:tacv2|skype)$/;

/** An address that opens the tab inside Teams. docs: "Deep link to an application" */
export function teamsDeepLink({ appId, webUrl, conversationId, subPage }: DeepLink): string {
  const context = {
    ...(subPage === '' ? {} : { subEntityId: subPage }),
    ...(conversationId === undefined
      ? {}
      : channelId.test(conversationId)
        ? { channelId: conversationId }
        : { chatId: conversationId, contextType: 'chat' }),
  };
  const query = `webUrl=${encodeURIComponent(webUrl)}&context=${encodeURIComponent(JSON.stringify(context))}`;
  return `https://teams.microsoft.com/l/entity/${encodeURIComponent(appId)}/${tabEntityId}?${query}`;
}

/** Where meetings of Teams are, at work and free. */
const teamsAddress =
  /^https:\/\/(?:[a-z0-9-]+\.)*(?:teams\.microsoft\.com|teams\.live\.com|cloud\.microsoft)(?:[/?#]|$)/i;

/** Whether an address leads to Teams, and nowhere else. */
export const isTeamsAddress = (url: string): boolean => teamsAddress.test(url);
