import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Entrance } from '../../parts/Entrance.tsx';
import { LanguageProvider } from '../../text/language.tsx';
import { HostPage } from './HostPage.tsx';

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
