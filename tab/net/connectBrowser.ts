import { protocolVersion } from '../../shared/protocol/messages.ts';
import { browserTimers, reloadForNewVersion, watchBrowser } from './browser.ts';
import type { WorkshopClient } from './client.ts';
import { createConnection } from './connection.ts';
import { newCommandId } from './identity.ts';
import { noteOpenedAndPurge } from './retention.ts';
import { createSocketTransport } from './socketTransport.ts';
import { browserStorage } from './storage.ts';

/** The live connection of one person, by an identity of theirs, in this browser. */
export function connectBrowser(workshopId: string, identity: string, personId: string): WorkshopClient {
  const connection = createConnection({
    workshopId,
    personId,
    transport: createSocketTransport(() => ({
      protocol: protocolVersion,
      identity,
      sentAt: browserTimers.now(),
    })),
    timers: browserTimers,
    storage: browserStorage,
    random: Math.random,
    newCommandId,
    wallNow: () => Date.now(),
  });
  const stopWatching = watchBrowser(connection);
  let isNoted = false;
  const stopReading = connection.subscribe(() => {
    const { status } = connection.snapshot();
    if (!isNoted && connection.knowsServerTime()) {
      isNoted = true;
      noteOpenedAndPurge(browserStorage, workshopId, connection.serverNow());
    }
    if (status.kind === 'refused' && status.refusal === 'outdated') reloadForNewVersion(browserStorage);
  });
  return {
    ...connection,
    close() {
      stopWatching();
      stopReading();
      connection.close();
    },
  };
}
