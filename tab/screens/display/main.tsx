import { createRoot } from 'react-dom/client';
import { Entrance } from '../../parts/Entrance.tsx';
import { LanguageProvider } from '../../text/language.tsx';
import { ConnectedDisplay } from './ConnectedDisplay.tsx';

const root = document.getElementById('root');
if (root !== null) {
  createRoot(root).render(
    <LanguageProvider>
      <Entrance pageRole="display">{(session) => <ConnectedDisplay session={session} />}</Entrance>
    </LanguageProvider>,
  );
}
