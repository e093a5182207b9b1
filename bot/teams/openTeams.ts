import type { Router } from 'express';
import type { Doors } from '../doors.ts';
import type { PassKeeper } from '../passes.ts';
import type { Limits } from '../realtime/limits.ts';
import type { Secrets } from '../secrets.ts';
import type { Directory } from '../store/directory.ts';
import type { EventStore } from '../store/eventStore.ts';
import type { WorkshopRegistry } from '../workshop/registry.ts';
import { createAccountDoor } from './accountDoor.ts';
import type { Bot } from './bot.ts';
import { createConsentDoor } from './consentDoor.ts';
import { createGraphMeetings } from './graphMeetings.ts';
import { createVerifier, microsoftLogin } from './identity.ts';
import { createRoomMaker } from './makeRooms.ts';
import { type Meetings, noMeetings } from './meetings.ts';
import { TeamsMembers } from './members.ts';
import { createRoomsApi } from './roomsApi.ts';
import { createTeamsApi } from './teamsApi.ts';
import type { TeamsSettings } from './teamsSettings.ts';

/** Where Microsoft is; tests have their own. */
export interface MicrosoftOrigins {
  /** Signs in, publishes its keys, exchanges tokens, asks for permissions. */
  readonly loginOrigin?: string;
  readonly graphOrigin?: string;
}

export interface OpenTeamsDeps {
  readonly settings: TeamsSettings;
  readonly publicUrl: string;
  readonly origins: MicrosoftOrigins;
  readonly bot: Bot | undefined;
  readonly meetings: Meetings | undefined;
  readonly store: EventStore;
  readonly directory: Directory;
  readonly registry: WorkshopRegistry;
  readonly secrets: Secrets;
  readonly limits: Limits;
  readonly doors: Doors;
  readonly passes: PassKeeper;
  readonly now: () => number;
  readonly reportFault: (fault: unknown, workshopId: string) => string;
}

/** Everything that pages of Teams ask for, where Teams is configured. */
export interface TeamsRouters {
  /** Under /api, in this order: nothing of it is reached but through the first. */
  readonly api: readonly Router[];
  /** Under the root. */
  readonly consent: Router;
}

export function openTeams(deps: OpenTeamsDeps): TeamsRouters {
  const { settings, publicUrl, origins, bot, directory, registry, secrets, doors, passes, now, reportFault } = deps;
  const { loginOrigin = microsoftLogin, graphOrigin = 'https://graph.microsoft.com' } = origins;
  const verify = createVerifier({ ...settings, hostName: new URL(publicUrl).host, now, loginOrigin });
  const meetings = deps.meetings ?? bot?.meetings ?? noMeetings;
  const members = new TeamsMembers({ ...deps, meetings });
  const onLinked = (workshopId: string): void => {
    bot?.linked(workshopId).catch((fault) => reportFault(fault, workshopId));
  };
  const onOpened = (workshopId: string, personId: string): void => {
    bot?.arrived(workshopId, personId).catch((fault) => reportFault(fault, workshopId));
  };
  const graph = createGraphMeetings({
    ...settings,
    loginOrigin,
    graphOrigin,
    reportFault: (fault) => reportFault(fault, 'graph'),
  });
  const makeRooms = createRoomMaker({ graph, secrets });
  return {
    api: [
      createAccountDoor({ verify, doors }),
      createTeamsApi({ members, doors, passes, directory, registry, now, onLinked, onOpened }),
      createRoomsApi({ members, registry, makeRooms }),
    ],
    consent: createConsentDoor({ ...settings, publicUrl, loginOrigin }),
  };
}
