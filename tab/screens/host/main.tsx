import { StrictMode, useMemo, useRef } from 'react';
import { createRoot } from 'react-dom/client';
import type { OpenSession } from '../../net/openSession.ts';
import { Entrance } from '../../parts/Entrance.tsx';
import { LanguageProvider, useLanguage } from '../../text/language.tsx';
import { HostConsole } from './HostConsole.tsx';
import { createHostServices } from './hostServices.ts';

function HostPage({ session }: { readonly session: OpenSession }) {
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
  return <HostConsole client={session.client} services={services} onForget={session.forget} />;
}

const root = document.getElementById('root');
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <LanguageProvider>
        <Entrance pageRole="host">{(session) => <HostPage session={session} />}</Entrance>
      </LanguageProvider>
    </StrictMode>,
  );
}
