import { useCallback } from 'react';
import { createRoot } from 'react-dom/client';
import { browserApi } from '../../net/api.ts';
import type { OpenSession } from '../../net/openSession.ts';
import { Entrance } from '../../parts/Entrance.tsx';
import { LanguageProvider } from '../../text/language.tsx';
import { AnimatorPage } from './AnimatorPage.tsx';
import type { HistoryOf } from './KeyIdeasPanel.tsx';

function Page({ session }: { readonly session: OpenSession }) {
  const { identity } = session;
  const history = useCallback<HistoryOf>((place) => browserApi.history(identity, place), [identity]);
  return <AnimatorPage client={session.client} history={history} onForget={session.forget} />;
}

const root = document.getElementById('root');
if (root !== null) {
  createRoot(root).render(
    <LanguageProvider>
      <Entrance pageRole="animator">{(session) => <Page session={session} />}</Entrance>
    </LanguageProvider>,
  );
}
