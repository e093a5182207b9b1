import { useMemo, useRef } from 'react';
import type { OpenSession } from '../../net/openSession.ts';
import { useLanguage } from '../../text/language.tsx';
import { HostConsole } from './HostConsole.tsx';
import { createHostServices } from './hostServices.ts';

interface HostPageProps {
  readonly session: OpenSession;
  /** The group that a link led to: shown first. */
  readonly groupId?: string;
}

export function HostPage({ session, ...shown }: HostPageProps) {
  const { language } = useLanguage();
  const current = useRef(language);
  current.current = language;
  const services = useMemo(
    () =>
      createHostServices(
        session.identity,
        () => session.client.snapshot().view?.title ?? session.invitation.title,
        () => current.current,
      ),
    [session],
  );
  return <HostConsole client={session.client} services={services} onForget={session.forget} {...shown} />;
}
