import { err } from '../../../shared/core/result.ts';
import type { TeamsHost } from '../../../tab/net/teamsHost.ts';

/** Teams around a page of the gallery: it is there, and does nothing. */
export const fakeTeamsHost: TeamsHost = {
  surface: 'own',
  place: {},
  subPage: '',
  look: () => ({ theme: 'light' }),
  onLook: () => () => undefined,
  token: async () => err('no_account'),
  mayShareToStage: async () => false,
  shareToStage: async () => false,
  joinMeeting: async () => false,
  askConsent: async () => false,
  offerPinned: () => undefined,
};
