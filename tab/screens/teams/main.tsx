import { createRoot } from 'react-dom/client';
import { consentedPage, rolePages } from '../../../shared/protocol/http.ts';
import { LanguageProvider } from '../../text/language.tsx';
import { Consented } from './Consented.tsx';
import { InTeams } from './InTeams.tsx';

/** Where the same workshop opens in a plain browser: the page of the link's role is found from there. */
const plainAddress = location.hash.length > 1 ? `${rolePages.participant}${location.hash}` : '/';

const root = document.getElementById('root');
if (location.pathname === consentedPage) showConsented();
// Not framed, nobody but this browser is there: not even the library of Teams is loaded. A window that opened this one
// would be taken for Teams by it, and waited for.
else if (window.parent === window) location.replace(plainAddress);
else if (root !== null) createRoot(root).render(<InTeams plainAddress={plainAddress} />);

function showConsented(): void {
  const isGiven = new URLSearchParams(location.hash.slice(1)).has('code');
  // Nobody needs the code: it does not stay in the history.
  history.replaceState(null, '', location.pathname);
  const tell = (given: boolean): void => {
    void import('../../net/teamsHost.ts').then(({ tellConsent }) => tellConsent(given)).catch(() => undefined);
  };
  if (root === null) return;
  createRoot(root).render(
    <LanguageProvider>
      <Consented isGiven={isGiven} tell={tell} />
    </LanguageProvider>,
  );
}
