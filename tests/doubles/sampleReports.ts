import type { ReportFile } from '../../shared/views/reportFile.ts';

interface Told {
  readonly text: string;
  readonly lens?: string;
  readonly said?: readonly string[];
}

/** A report with one breakout; each group submitted what it is given, one with nothing did not. */
export function reportOf(
  workshop: ReportFile['workshop'],
  groups: readonly (readonly Told[])[],
  madeAt = '2026-07-07T14:30:00.000Z',
): ReportFile {
  return {
    madeAt,
    workshop,
    breakouts: [
      {
        slotId: 'slot-0002',
        groups: groups.map((ideas, index) => ({
          id: `group-000${index + 1}`,
          number: index + 1,
          name: `Groupe ${index + 1}`,
          keyIdeas: ideas.map(({ text, lens, said = [text] }, nth) => ({
            id: `idea-${index + 1}-${nth + 1}`,
            text,
            status: 'submitted' as const,
            ...(lens === undefined ? {} : { lens }),
            citations: said.map((answer, place) => ({
              id: `answer-${index + 1}-${nth + 1}-${place + 1}`,
              text: answer,
            })),
          })),
        })),
      },
    ],
  };
}

/** As the server writes it. */
export const reportText = (report: ReportFile): string =>
  JSON.stringify({ format: 'aparte.report', version: 1, ...report, counts: {}, agenda: [], gaps: [] });

/** Three workshops of one network: two say the same of a common fund, one group of the third has not submitted. */
export const sampleReports: readonly ReportFile[] = [
  reportOf(
    { id: 'atelier-lille', title: 'Atelier de Lille – Parcours « modèles socio-économiques »', date: '2026-07-07' },
    [
      [
        {
          text: 'Un fonds commun alimenté par les entreprises du territoire',
          lens: 'Ressources financières',
          said: ['Mutualiser une partie du mécénat dans un fonds commun', 'Un fonds commun, géré à plusieurs'],
        },
        {
          text: 'Ouvrir nos lieux aux habitants le soir et le week-end',
          lens: 'Alliances stratégiques',
          said: ['Nos salles sont vides le soir'],
        },
      ],
      [
        {
          text: 'Former les bénévoles à la gestion avant de leur confier un projet',
          lens: 'Richesses humaines',
          said: ['Les bénévoles gèrent sans avoir appris', 'Une formation courte, avant de commencer'],
        },
        { text: 'Partager un poste de comptable entre plusieurs associations', lens: 'Richesses humaines' },
      ],
    ],
  ),
  reportOf({ id: 'atelier-nantes', title: 'Atelier de Nantes', date: '2026-09-15' }, [
    [
      {
        text: 'Créer un fonds commun avec les entreprises locales',
        lens: 'Ressources financières',
        said: ['Un fonds commun avec les entreprises', 'Que chaque entreprise du quartier donne un peu au fonds'],
      },
      { text: 'Dire aux financeurs ce que coûte vraiment un projet', lens: 'Ressources financières' },
    ],
    [{ text: 'Former ensemble bénévoles et salariés à la gestion de projet', lens: 'Richesses humaines' }],
  ]),
  reportOf({ id: 'atelier-lyon', title: 'Atelier de Lyon' }, [
    [{ text: 'Évaluer avec les habitants, et pas seulement pour les financeurs' }],
    [],
  ]),
];
