import fc from 'fast-check';

export const group = (texts: readonly string[], supports: Readonly<Record<number, number>> = {}) =>
  texts.map((text, index) => ({
    id: `answer-${String(index).padStart(3, '0')}`,
    text,
    supports: supports[index] ?? 0,
  }));

export const workshop = [
  'Mutualiser les achats entre associations du territoire',
  'La mutualisation des achats, ça nous parle !',
  "L'achat mutualisé entre associations fait gagner du temps",
  'Un fonds commun alimenté par les entreprises locales',
  'Demander aux entreprises d’alimenter un fonds territorial commun',
  'Créer un fonds commun avec les entreprises',
  'Le café était bon',
  'oui',
  '+1',
];

/** Texts that nobody would write, and some that people do. */
export const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 120 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc
    .array(
      fc.constantFrom(
        ...workshop,
        'pas',
        'a',
        '協力する',
        '\ud800',
        'مشاركة',
        '…',
        'constructor',
        '__proto__',
        '👩‍👩‍👧',
        '\r\n',
      ),
      { maxLength: 6 },
    )
    .map((parts) => parts.join('. ')),
  fc.constantFrom('x'.repeat(10_000), 'mot '.repeat(2_500), '. '.repeat(5_000), '💡'.repeat(5_000), 'é'),
);

export const shuffledBy = <Item>(items: readonly Item[], order: Iterator<number>): Item[] =>
  items
    .map((item) => ({ item, at: order.next().value ?? 0 }))
    .sort((one, other) => one.at - other.at)
    .map(({ item }) => item);

const subjects = [
  ['les achats', 'le matériel', 'les fournitures', 'les commandes'],
  ['un fonds commun', 'le mécénat des entreprises', 'les dons', 'les subventions'],
  ['la formation des bénévoles', 'l’accueil des bénévoles', 'le tutorat', 'la transmission'],
  ['les locaux', 'les salles', 'un lieu ouvert', 'le bâtiment'],
  ['le site internet', 'les réseaux sociaux', 'la communication', 'la lettre mensuelle'],
];
const acts = ['Mutualiser', 'Financer', 'Organiser ensemble', 'Repenser', 'Partager', 'Simplifier', 'Faire connaître'];

/** As many answers as asked, on five subjects: each names two things of its subject. */
export const together = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => {
    const subject = subjects[index % subjects.length] ?? [];
    const turn = Math.floor(index / subjects.length);
    return `${acts[(index * 3) % acts.length]} ${subject[turn % 4]} et ${subject[(turn + 1 + (turn % 3)) % 4]}`;
  });
