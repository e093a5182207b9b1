import { teamsPage } from '../shared/protocol/http.ts';
import type { Manifest } from './manifest.ts';

/**
 * The manifest whose tab asks in channels, as it is added, which workshop it shall carry: a channel sees several over a year.
 * Teams shows a page that asks only in scopes that no static tab has, so the static one leaves the scope of channels.
 */
export const askInChannels = ({ staticTabs = [], ...manifest }: Manifest, publicUrl: string): Manifest => ({
  ...manifest,
  staticTabs: staticTabs.map((tab) => ({
    ...tab,
    scopes: tab.scopes.filter((scope) => scope !== 'team'),
    ...(tab.context === undefined ? {} : { context: tab.context.filter((place) => place !== 'channelTab') }),
  })),
  configurableTabs: [
    {
      configurationUrl: `${publicUrl}${teamsPage}`,
      scopes: ['team'],
      context: ['channelTab', 'meetingChatTab', 'meetingDetailsTab', 'meetingSidePanel', 'meetingStage'],
      canUpdateConfiguration: true,
    },
  ],
});
