import { StrictMode, useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { LanguageProvider } from '../../text/language.tsx';
import { CodePage } from './CodePage.tsx';
import { SetupPage } from './SetupPage.tsx';

const readKey = (): string => decodeURIComponent(location.hash.slice(1));

/** `/`: a code to type. `/#key`: whoever runs this server prepares workshops. */
function Home() {
  const [setUpKey, setKey] = useState(readKey);
  useEffect(() => {
    const read = () => setKey(readKey());
    addEventListener('hashchange', read);
    return () => removeEventListener('hashchange', read);
  }, []);
  return setUpKey === '' ? <CodePage /> : <SetupPage key={setUpKey} setUpKey={setUpKey} />;
}

const root = document.getElementById('root');
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <LanguageProvider>
        <Home />
      </LanguageProvider>
    </StrictMode>,
  );
}
