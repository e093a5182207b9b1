import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { LanguageProvider } from '../../text/language.tsx';
import { WallPage } from './WallPage.tsx';

/** `/wall`: reports as files. `/wall#key`: whoever runs this server chooses among its workshops, too. */
const setUpKey = decodeURIComponent(location.hash.slice(1));

const root = document.getElementById('root');
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <LanguageProvider>
        <WallPage setUpKey={setUpKey} />
      </LanguageProvider>
    </StrictMode>,
  );
}
