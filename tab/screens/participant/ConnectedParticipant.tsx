import { type ReactNode, useCallback } from 'react';
import { browserApi } from '../../net/api.ts';
import type { OpenSession } from '../../net/openSession.ts';
import type { HistoryOf } from '../animator/KeyIdeasPanel.tsx';
import { ParticipantPage } from './ParticipantPage.tsx';

interface ConnectedParticipantProps {
  readonly session: OpenSession;
  /** Below everything else. */
  readonly foot?: ReactNode;
}

/** A participant's page with what is fetched for whoever is named to run a group. */
export function ConnectedParticipant({ session, foot }: ConnectedParticipantProps) {
  const { identity } = session;
  const history = useCallback<HistoryOf>((place) => browserApi.history(identity, place), [identity]);
  return <ParticipantPage client={session.client} history={history} onForget={session.forget} foot={foot} />;
}
