import { ideasAcross } from '../../../shared/views/acrossWorkshops.ts';
import type { ReportFile } from '../../../shared/views/reportFile.ts';
import { cardsAcross } from '../../../tab/screens/wall/cardsAcross.ts';
import { Projection } from '../../../tab/screens/wall/Projection.tsx';
import { type WallApi, WallPage } from '../../../tab/screens/wall/WallPage.tsx';
import { keepReports } from '../../../tab/screens/wall/wallReports.ts';
import { reportOf, sampleReports } from '../../doubles/sampleReports.ts';
import type { GalleryCase } from '../gallery.tsx';
import { withLongWords } from '../longWords.ts';

const wanted = new URLSearchParams(location.search).get('case') ?? '';

const listings = sampleReports.map(({ workshop }, index) => ({
  workshopId: workshop.id,
  title: workshop.title,
  ...(workshop.date === undefined ? {} : { date: workshop.date }),
  hostUrl: '/h#x',
  lastEventAt: 1_783_432_000_000 + index,
}));
const api: WallApi = {
  workshops: () => Promise.resolve({ ok: true, value: listings }),
  workshopReport: () => Promise.resolve({ ok: false, problem: { code: 'unreachable' } }),
};
const denied: WallApi = { ...api, workshops: () => Promise.resolve({ ok: false, problem: { code: 'denied' } }) };

// The page reads from the browser what stood on the wall: each case starts with its own.
const [lille, nantes] = sampleReports;
const alone = reportOf({ id: 'atelier-brest', title: 'Atelier de Brest' }, [
  [{ text: 'Apprendre à nager aux enfants' }],
]);
const kept: Readonly<Record<string, readonly (ReportFile | undefined)[]>> = {
  'wall/three': sampleReports,
  'wall/one': [lille],
  'wall/nothing-shared': [alone, nantes],
  'wall/long-words': withLongWords(sampleReports),
};
keepReports((kept[wanted] ?? []).flatMap((report) => report ?? []));

const ideas = ideasAcross(sampleReports);
const together = [
  ['atelier-lille slot-0002 idea-1-1', 'atelier-nantes slot-0002 idea-1-1'],
  ['atelier-lille slot-0002 idea-2-1', 'atelier-nantes slot-0002 idea-2-1'],
];
const projected = (by: 'nearness' | 'workshop' | 'lens') => (
  <Projection
    cards={cardsAcross(by, ideas, together)}
    by={by}
    title="3 ateliers, 5 groupes"
    onLeave={() => undefined}
  />
);

export const cases: readonly GalleryCase[] = [
  { name: 'empty', element: <WallPage setUpKey="" /> },
  { name: 'empty-with-key', element: <WallPage setUpKey="key" api={api} /> },
  { name: 'denied', element: <WallPage setUpKey="wrong" api={denied} /> },
  { name: 'one', element: <WallPage setUpKey="" /> },
  { name: 'three', element: <WallPage setUpKey="key" api={api} /> },
  { name: 'nothing-shared', element: <WallPage setUpKey="" /> },
  { name: 'long-words', element: <WallPage setUpKey="" /> },
  { name: 'projected-nearness', element: projected('nearness') },
  { name: 'projected-workshop', element: projected('workshop') },
  { name: 'projected-lens', element: projected('lens') },
];
