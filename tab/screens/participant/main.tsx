import { createRoot } from 'react-dom/client';
import { Entrance } from '../../parts/Entrance.tsx';
import { LanguageProvider } from '../../text/language.tsx';
import { ParticipantPage } from './ParticipantPage.tsx';

const root = document.getElementById('root');
if (root !== null) {
  createRoot(root).render(
    <LanguageProvider>
      <Entrance pageRole="participant">
        {(session) => <ParticipantPage client={session.client} onForget={session.forget} />}
      </Entrance>
    </LanguageProvider>,
  );
}
