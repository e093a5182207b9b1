import { readPasted } from '../../../shared/people/readSpreadsheet.ts';
import { Dialog } from '../../../tab/parts/Dialog.tsx';
import { ImportDialog, type ImportStep } from '../../../tab/screens/host/people/ImportDialog.tsx';
import { ImportResult } from '../../../tab/screens/host/people/ImportResult.tsx';
import { startDraft } from '../../../tab/screens/host/people/importDraft.ts';
import type { GalleryCase } from '../gallery.tsx';
import { hostView } from './fixtures.ts';

const registrations = `Horodateur;Nom;Prénom;Adresse e-mail;Structure;Type de structure;Région;Première fois ?;Groupe;Ville choisie
12/03/2026;Dupont;Marie;marie.dupont@fabrique.example;La Fabrique;Association;Bretagne;Oui;2;Rennes
12/03/2026;LE GOFF;Yann;yann.legoff@fabrique.example;La Fabrique;Association;bretagne;oui;;Rennes
12/03/2026;Legoff;Yann;yann.legoff@fabrique.example;La Fabrique;Association;Bretagne;Oui;;Rennes
12/03/2026;;;contact@ligue.example;Ligue de l’enseignement;Association;Occitanie;Oui;;Albi
12/03/2026;Ben Saïd;Inès;ines.bensaid(at)ville.example;Ville de Saint-Denis;Collectivité;Île-de-France;OUI;à voir;Albi
12/03/2026;Dupond;Marie;;La Fabrique;Association;Bretagne;Oui;;Albi
12/03/2026;Martin;Jean-Pierre;jp.martin@metropole.example;Métropole de Lyon;Collectivité;Auvergne-Rhône-Alpes;Non;1;Albi
12/03/2026;Martin;Jean Pierre;jean-pierre@cress.example;Chambre régionale de l’économie sociale et solidaire;Association;Île-de-France;Oui;;Rennes`;

const read = readPasted(registrations, { mostRows: 5_000 });
if (!read.ok) throw new Error(read.problem);
const { people } = hostView();
const nothing = () => undefined;
const usual = {
  people,
  attributes: ['Région'],
  onUndo: () => Promise.resolve(undefined),
  onSeePeople: nothing,
  onClose: nothing,
};
const draft = startDraft('inscriptions-tiers-lieux.csv', read.value, usual.attributes);

const result = (name: string, step: ImportStep): GalleryCase => ({
  name,
  element: (
    <Dialog open wide title="Importer une liste de personnes" onClose={nothing}>
      <ImportResult step={step} />
    </Dialog>
  ),
});
const problem = { kind: 'rejected', code: 'too_many_people' } as const;

export const importCases: readonly GalleryCase[] = [
  {
    name: 'import-source',
    element: <ImportDialog {...usual} onImport={() => new Promise(nothing)} />,
  },
  {
    name: 'import-check',
    element: <ImportDialog {...usual} draft={draft} onImport={() => new Promise(nothing)} />,
  },
  {
    name: 'import-nobody',
    element: (
      <ImportDialog
        {...usual}
        draft={{ ...draft, columns: draft.columns.map((column) => ({ ...column, use: { kind: 'ignored' } })) }}
        onImport={() => new Promise(nothing)}
      />
    ),
  },
  result('import-sending', { kind: 'sending', stored: 400, all: 1_000 }),
  result('import-done', { kind: 'done', outcome: { added: 47, revised: 3, undo: [] } }),
  result('import-stopped', { kind: 'done', outcome: { added: 200, revised: 0, undo: [], problem } }),
  result('import-undone', { kind: 'undone' }),
];
