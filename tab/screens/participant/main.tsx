import { createRoot } from 'react-dom/client';
import { CodeForTeams } from '../../parts/CodeForTeams.tsx';
import { Entrance } from '../../parts/Entrance.tsx';
import { LanguageProvider } from '../../text/language.tsx';
import { ConnectedParticipant } from './ConnectedParticipant.tsx';

const root = document.getElementById('root');
if (root !== null) {
  createRoot(root).render(
    <LanguageProvider>
      <Entrance pageRole="participant">
        {(session) => (
          <ConnectedParticipant
            session={session}
            foot={session.invitation.teams && <CodeForTeams identity={session.identity} />}
          />
        )}
      </Entrance>
    </LanguageProvider>,
  );
}
