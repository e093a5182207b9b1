import { describe, expect, it } from 'vitest';
import { readPasted } from '../../shared/people/readSpreadsheet.ts';
import type { Problem } from '../../shared/protocol/messages.ts';
import type { HostView, PersonView } from '../../shared/views/views.ts';
import { type Command, commandSchema } from '../../shared/workshop/commands.ts';
import {
  attributesOf,
  chooseUse,
  draftFaults,
  type ImportDraft,
  knownPeople,
  readList,
  saySo,
  settle,
  startDraft,
  withHeader,
} from '../../tab/screens/host/people/importDraft.ts';
import { factsOf, findPeople, listedPeople, matchesFor, valuesOf } from '../../tab/screens/host/people/peopleList.ts';
import { sendImport, undoImport } from '../../tab/screens/host/people/sendImport.ts';
import { hostView } from '../gallery/host/fixtures.ts';

function draftOf(text: string, attributes: readonly string[] = []): ImportDraft {
  const read = readPasted(text, { mostRows: 5_000 });
  if (!read.ok) throw new Error(read.problem);
  return startDraft('', read.value, attributes);
}

const person = (id: string, name: string, facts: Partial<PersonView> = {}): PersonView => ({
  id,
  name,
  organisation: '',
  role: 'participant',
  connected: false,
  ...facts,
});
const viewOf = (...people: readonly PersonView[]): HostView =>
  hostView({ people: Object.fromEntries(people.map((one) => [one.id, one])) });

/** A server that stores everything but the command at `refusedAt`. */
function fakeServer(refusedAt = -1) {
  const sent: Command[] = [];
  const problem: Problem = { kind: 'rejected', code: 'too_many_people' };
  return {
    sent,
    send: (command: Command) => `command-${sent.push(commandSchema.parse(command)) - 1}`,
    settled: (commandId: string) => Promise.resolve(commandId === `command-${refusedAt}` ? problem : undefined),
  };
}

async function importing(draft: ImportDraft, view: HostView, server = fakeServer()) {
  const known = knownPeople(view.people);
  const settled = settle(draft, readList(draft, known), known);
  const progress: number[] = [];
  const plan = {
    settled,
    attributes: attributesOf(draft.columns),
    recipeName: 'Groupes du fichier',
    earlierName: 'Avant',
  };
  const outcome = await sendImport(server, view, plan, (stored) => progress.push(stored));
  return { server, outcome, progress };
}

describe('a list under way', () => {
  it('H10 a column is a guess until it is chosen or said to be right', () => {
    const draft = draftOf('Nom;Couleur\nA;bleu\nB;bleu\nC;vert\nD;vert');
    expect(draft.columns.map(({ isSure }) => isSure)).toEqual([true, false]);
    expect(chooseUse(draft, 1, { kind: 'ignored' }).columns.map(({ isSure }) => isSure)).toEqual([true, true]);
  });

  it('IP5 may have a header or none, and takes the names of attributes that are there already', () => {
    const draft = draftOf('Nom;région\nMarie Dupont;Nord', ['Région']);
    expect(attributesOf(draft.columns)).toEqual(['Région']);
    expect(readList(withHeader(draft, false, []), []).people).toHaveLength(2);
    expect(readList(withHeader(withHeader(draft, false, []), true, []), []).people).toHaveLength(1);
  });

  it('H20 says why it cannot be added yet', () => {
    const faultsOf = (draft: ImportDraft, attributes: readonly string[] = []) =>
      draftFaults(draft, settle(draft, readList(draft, []), []), { attributes, people: 0 });
    const draft = draftOf('Nom;Ville;Service\nA;Lyon;X');
    expect(faultsOf(draft)).toEqual([]);
    expect(faultsOf(chooseUse(draft, 0, { kind: 'ignored' }))).toEqual(['nobody']);
    expect(faultsOf(draftOf('Nom;Ville;Service'))).toEqual(['only_titles']);
    expect(faultsOf(draftOf('Nom;Ville;VILLE\nA;Lyon;Metz'))).toEqual([]);
    expect(faultsOf(chooseUse(draft, 1, { kind: 'attribute', name: '' }))).toEqual(['attribute_unnamed']);
    expect(faultsOf(chooseUse(draft, 1, { kind: 'attribute', name: 'service' }))).toEqual(['attribute_twice']);
    expect(faultsOf(chooseUse(draft, 1, { kind: 'attribute', name: 'Organisation' }))).toEqual(['attribute_forbidden']);
    expect(faultsOf(chooseUse(draft, 1, { kind: 'attribute', name: 'constructor' }))).toEqual(['attribute_forbidden']);
    expect(
      faultsOf(
        draft,
        Array.from({ length: 19 }, (_, index) => `a${index}`),
      ),
    ).toEqual(['too_many_attributes']);
  });

  it('IP9 two people stay two until somebody says that they are one', () => {
    const draft = draftOf('Nom;Structure\nJean Martin;A\nJean Martin;B');
    const list = readList(draft, []);
    expect(settle(draft, list, []).added).toHaveLength(2);
    expect(settle(saySo(draft, 3, 'same'), list, []).added).toHaveLength(1);
  });
});

describe('sending a list', () => {
  it('H20 names of attributes go first, people by two hundred, then earlier groups and the groups of the file', async () => {
    const rows = Array.from(
      { length: 450 },
      (_, row) => `P ${row};${row === 0 ? '2' : ''};${row % 2 === 0 ? 'Bleu' : 'Vert'};${row % 3}`,
    );
    const draft = draftOf(`Nom;Groupe;Groupe précédent;Région\n${rows.join('\n')}`);
    const { server, outcome, progress } = await importing(draft, viewOf());
    expect(server.sent.map(({ kind }) => kind)).toEqual([
      'ChooseAttributes',
      'ExpectPeople',
      'ExpectPeople',
      'ExpectPeople',
      'NoteEarlierGroups',
      'SaveRecipe',
    ]);
    expect(progress).toEqual([200, 400, 450]);
    expect(server.sent[4]).toMatchObject({ name: 'Groupe précédent', groups: [{ length: 225 }, { length: 225 }] });
    expect(server.sent[5]).toMatchObject({
      name: 'Groupes du fichier',
      recipe: { pinned: { 'command-1.p1': 2 }, mix: { Région: 1 } },
    });
    expect(outcome).toMatchObject({ added: 450, revised: 0 });
    expect(outcome.undo.map(({ kind }) => kind)).toEqual([
      'DropRecipe',
      'ForgetEarlierGroups',
      'ForgetExpected',
      'ForgetExpected',
      'ForgetExpected',
      'ChooseAttributes',
    ]);
  });

  it('H20 whoever is there already is revised, and undoing gives back what was known', async () => {
    const view = viewOf(
      person('person-1', 'Marie Dupont', { email: 'm@a.fr' }),
      person('person-2', 'Zoé Blanc', { organisation: 'B' }),
    );
    const draft = draftOf('Nom;Structure\nDUPONT Marie;A\nBLANC Zoé;B\nHugo Tran;C');
    const { server, outcome } = await importing(draft, view);
    expect(server.sent).toEqual([
      {
        kind: 'ExpectPeople',
        people: [
          { name: 'Hugo Tran', organisation: 'C', email: '', attributes: {} },
          { personId: 'person-1', name: 'Marie Dupont', organisation: 'A', email: 'm@a.fr', attributes: {} },
        ],
      },
    ]);
    expect(outcome).toMatchObject({ added: 1, revised: 1 });
    expect(await undoImport(server, outcome.undo)).toBeUndefined();
    expect(server.sent.slice(1)).toEqual([
      { kind: 'ForgetExpected', personIds: ['command-0.p1'] },
      {
        kind: 'ExpectPeople',
        people: [{ personId: 'person-1', name: 'Marie Dupont', organisation: '', email: 'm@a.fr', attributes: {} }],
      },
    ]);
  });

  it('H20 a refusal stops what follows, and only what went is taken back', async () => {
    const draft = draftOf(`Nom;Région\n${Array.from({ length: 250 }, (_, row) => `P ${row};${row % 2}`).join('\n')}`);
    const { server, outcome } = await importing(draft, viewOf(), fakeServer(2));
    expect(server.sent).toHaveLength(3);
    expect(outcome).toMatchObject({ added: 200, problem: { kind: 'rejected' } });
    expect(outcome.undo.map(({ kind }) => kind)).toEqual(['ForgetExpected', 'ChooseAttributes']);
  });
});

describe('the list of people', () => {
  const people = listedPeople({
    a: person('a', 'Élodie Faure', { organisation: 'MSA', attributes: { Région: 'Bretagne' } }),
    b: person('b', 'Yann Le Goff', { expected: true, email: 'yann@a.fr', attributes: { Région: 'bretagne' } }),
    c: person('c', 'Yann Legof', {}),
    d: person('d', 'Écran', { role: 'display' }),
  });
  const ids = (list: readonly PersonView[]) => list.map(({ id }) => id);

  it('H21 is searched in any order, without accents, in all that is known, and filtered by presence and value', () => {
    expect(ids(people)).toEqual(['a', 'b', 'c']);
    expect(ids(findPeople(people, 'goff YANN', { kind: 'everybody' }))).toEqual(['b']);
    expect(ids(findPeople(people, 'msa bret', { kind: 'everybody' }))).toEqual(['a']);
    expect(ids(findPeople(people, '', { kind: 'expected' }))).toEqual(['b']);
    expect(ids(findPeople(people, '', { kind: 'here' }))).toEqual(['a', 'c']);
    expect(ids(findPeople(people, '', { kind: 'value', attribute: 'Région', value: 'Bretagne' }))).toEqual(['a', 'b']);
    expect(ids(findPeople(people, '', { kind: 'value', attribute: 'Région', value: '' }))).toEqual(['c']);
    expect(valuesOf(people, ['Région', 'Rôle'])).toEqual([{ name: 'Région', values: ['Bretagne'] }]);
  });

  it('H21 a value that says nothing alone is told with its attribute', () => {
    expect(factsOf({ attributes: { 'Première fois': 'non', Région: 'Bretagne' } })).toEqual([
      'Première fois\u00a0: non',
      'Bretagne',
    ]);
    expect(factsOf({})).toEqual([]);
  });

  it('H21 proposes as the same person those who are expected to those who are here, near names first', () => {
    const [, expected, here] = people;
    if (expected === undefined || here === undefined) throw new Error('nobody');
    expect(ids(matchesFor(expected, people))).toEqual(['c', 'a']);
    expect(ids(matchesFor(here, people))).toEqual(['b']);
  });
});
