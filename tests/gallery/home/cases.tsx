import { readProgramme } from '../../../shared/agenda/import/readProgramme.ts';
import { browserStorage } from '../../../tab/net/storage.ts';
import { CodePage } from '../../../tab/screens/home/CodePage.tsx';
import { type SetupApi, SetupPage } from '../../../tab/screens/home/SetupPage.tsx';
import { draftFromProgramme } from '../../../tab/screens/home/setupDraft.ts';
import type { GalleryCase } from '../gallery.tsx';
import { links } from '../host/fixtures.ts';
import { withLongWords } from '../longWords.ts';
import { programmeText } from './programmeText.ts';

const wanted = new URLSearchParams(location.search).get('case') ?? '';

const api = (workshops: SetupApi['workshops']): SetupApi => ({
  workshops,
  createWorkshop: () => Promise.resolve({ ok: true, value: { workshopId: 'workshop-0001', links } }),
});
const none = api(() => Promise.resolve({ ok: true, value: [] }));
const some = api(() =>
  Promise.resolve({
    ok: true,
    value: [
      {
        workshopId: 'w1',
        title: 'Atelier 2 – Parcours « modèles socio-économiques »',
        date: '2026-07-07',
        hostUrl: '/h#x',
        lastEventAt: 1_783_432_000_000,
      },
      { workshopId: 'w2', title: 'Conseil d’administration', hostUrl: '/h#y', lastEventAt: 1_783_000_000_000 },
    ],
  }),
);
const denied = api(() => Promise.resolve({ ok: false, problem: { code: 'denied' } }));

// The set-up page reads its draft from the browser: each case starts with the one that it shows.
const programme = readProgramme(programmeText);
if (wanted.startsWith('home/draft') && programme.ok) {
  const draft = draftFromProgramme(programme.value, { commandId: 'command-0001', timeZone: 'Europe/Paris' });
  const shown = wanted.endsWith('long-words') ? withLongWords(draft) : draft;
  browserStorage.set(
    'aparte:setup:draft',
    JSON.stringify(
      wanted.endsWith('blank')
        ? { ...draft, slots: [], sections: [], readConflicts: [], remarks: [], declaredMinutes: undefined }
        : shown,
    ),
  );
} else browserStorage.remove('aparte:setup:draft');

export const cases: readonly GalleryCase[] = [
  { name: 'code', element: <CodePage /> },
  { name: 'setup', element: <SetupPage setUpKey="key" api={some} /> },
  { name: 'setup-empty', element: <SetupPage setUpKey="key" api={none} /> },
  { name: 'setup-denied', element: <SetupPage setUpKey="wrong" api={denied} /> },
  { name: 'draft', element: <SetupPage setUpKey="key" api={some} /> },
  { name: 'draft-blank', element: <SetupPage setUpKey="key" api={some} /> },
  { name: 'draft-long-words', element: <SetupPage setUpKey="key" api={some} /> },
];
