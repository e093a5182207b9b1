import { describe, expect, it } from 'vitest';
import { withUse } from '../../../shared/people/columns.ts';
import { meaningOf } from '../../../shared/people/headerWords.ts';
import { listOf } from './listRead.ts';

const headers: Readonly<Record<string, readonly string[]>> = {
  email: [
    'E-mail',
    'Courriel',
    'Adresse mail',
    'Mail',
    'EMAIL *',
    'Adresse électronique',
    'Email Address',
    'E-mail professionnel',
  ],
  firstName: ['Prénom', 'PRENOM', 'First name', 'Given Name', 'Votre prénom'],
  lastName: ['Nom de famille', 'Last name', 'Surname'],
  fullName: [
    'Nom complet',
    'Nom et prénom',
    'NOM Prénom',
    'Prénom / Nom',
    'Full name',
    'Participant·e',
    'Participants',
  ],
  name: ['Nom', 'Name', 'Votre nom'],
  organisation: [
    'Organisation',
    'Structure',
    'Organization',
    'Company',
    'Entreprise',
    'Association',
    'Nom de la structure',
    'Organisme employeur',
  ],
  attribute: [
    'Région',
    'Type de structure',
    'Kind of organisation',
    'Rôle',
    'Fonction dans la structure',
    'Première fois ?',
    'Animateur',
    'Ville',
    'Service',
  ],
  pinnedGroup: ['Groupe', 'N° de groupe', 'Salle', 'Breakout group', 'Groupe imposé'],
  earlierGroup: ['Groupe précédent', 'Groupe d’une rencontre précédente', 'Previous group', 'group', 'Groupe 2'],
  ignored: ['N°', 'Téléphone', 'Date d’inscription', 'Horodateur', 'Commentaire', 'Code postal', 'Adresse', 'ID'],
};

it.each(Object.entries(headers))('IP5 headers of %s, in French and English', (meaning, names) => {
  expect(names.map((name) => [name, meaningOf(name)])).toEqual(names.map((name) => [name, meaning]));
});

const usesOf = (text: string) =>
  listOf(text).columns.map(
    ({ use, isSure }) => `${use.kind === 'attribute' ? use.name : use.kind}${isSure ? '' : '?'}`,
  );

describe('columns', () => {
  it('IP5 "Nom" is the last name beside a first name, else the whole one', () => {
    expect(usesOf('Nom;Prénom\nA;B')).toEqual(['lastName', 'firstName']);
    expect(usesOf('Nom;Ville\nA;B')).toEqual(['name', 'Ville']);
  });

  it('IP5 without a header the values say what they are, and nothing of it is sure', () => {
    expect(
      usesOf(
        'Marie Dupont;m@a.fr;Ligue\nYann Le Goff;y@a.fr;Ligue\nZoé Blanc;z@a.fr;MSA du Nord\nHugo Tran;h@a.fr;MSA du Nord',
      ),
    ).toEqual(['name?', 'email?', 'organisation?']);
    expect(usesOf('DUPONT\tMarie\nLE GOFF\tYann\nTRAN\tHugo')).toEqual(['lastName?', 'firstName?']);
    expect(usesOf('Marie Dupont\nYann Le Goff')).toEqual(['name?']);
  });

  it('IP5 an unknown header above addresses is a header all the same', () => {
    const { table, columns } = listOf('Qui;Contact\nMarie Dupont;m@a.fr\nYann Roux;y@a.fr');
    expect(table.headers).toEqual(['Qui', 'Contact']);
    expect(columns.map(({ use }) => use.kind)).toEqual(['name', 'email']);
  });

  it('IP5 the header stands below titles, and in two rows where its titles do', () => {
    const { table, people } = listOf('Inscrits au 3 mars\n\nIdentité;;Région\nNom;Prénom;\nDupont;Marie;Bretagne');
    expect(table.headers).toEqual(['Nom', 'Prénom', 'Région']);
    expect(people).toMatchObject([{ line: 5, name: 'Marie Dupont', attributes: { Région: 'Bretagne' } }]);
  });

  it('IP5 at most one column is a field, and what several share may be an attribute, remarks and dates never', () => {
    expect(
      usesOf(
        'Nom;E-mail;Mail;Salle préférée;Divers;Venue\nA;a@b.fr;c@d.fr;Bleue;x;1/2/2026\nB;b@b.fr;;Bleue;y;1/2/2026\nC;;;Rouge;z;2/2/2026\nD;;;Rouge;t;2/2/2026',
      ),
    ).toEqual(['name', 'email', 'ignored?', 'Salle préférée?', 'ignored?', 'ignored?']);
  });

  it('IP5 what a column holds is shown by a few short examples', () => {
    const [, column] = listOf(`Nom;Région\nA;${'x'.repeat(100_000)}\nB;y\nC;y`).columns;
    expect(column?.samples).toEqual([`${'x'.repeat(59)}…`, 'y']);
  });

  it('IP5 a field chosen for another column leaves the one that had it', () => {
    const { columns } = listOf('Nom;E-mail;Mail pro\nA;a@b.fr;c@d.fr');
    expect(withUse(columns, 2, { kind: 'email' }).map(({ use }) => use.kind)).toEqual(['name', 'ignored', 'email']);
    expect(withUse(columns, 2, { kind: 'attribute', name: 'x' }).map(({ use }) => use.kind)).toEqual([
      'name',
      'email',
      'attribute',
    ]);
  });
});
