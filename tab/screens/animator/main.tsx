import { createRoot } from 'react-dom/client';
import { Entrance } from '../../parts/Entrance.tsx';
import { LanguageProvider } from '../../text/language.tsx';
import { AnimatorPage } from './AnimatorPage.tsx';

const root = document.getElementById('root');
if (root !== null) {
  createRoot(root).render(
    <LanguageProvider>
      <Entrance pageRole="animator">
        {(session) => <AnimatorPage client={session.client} onForget={session.forget} />}
      </Entrance>
    </LanguageProvider>,
  );
}
