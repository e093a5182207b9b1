import type { Language } from '../workshop/state.ts';

/** A value of a reading grid, with words that people use when they speak of it. */
export interface LensPreset {
  readonly name: string;
  readonly words: string;
}

/** A reading grid that comes with the house; hosts may type any other list. */
export interface LensGrid {
  readonly id: 'pillars' | 'sdgs';
  readonly lenses: Readonly<Record<Language, readonly LensPreset[]>>;
}

const preset = (name: string, words: string): LensPreset => ({ name, words });

/** The three pillars of any socio-economic model, as Le RAMEAU names them (« Trajectoires socio-économiques »). */
const pillars: LensGrid = {
  id: 'pillars',
  lenses: {
    fr: [
      preset(
        'Richesses humaines',
        'compétences bénévoles salariés équipe formation former recruter engagement bénévolat métiers savoir-faire gouvernance accueil transmission tutorat',
      ),
      preset(
        'Ressources financières',
        'financement financer fonds argent budget subvention dons mécénat mécène recettes trésorerie appel à projets euros économique payer coût pluriannuel',
      ),
      preset(
        'Alliances stratégiques',
        'partenariat partenaire coopération coopérer mutualiser mutualisation réseau collectif entreprises collectivités territoire ensemble commun alliance confiance partager',
      ),
    ],
    en: [
      preset(
        'Human resources',
        'skills volunteers staff team training train recruit commitment volunteering trades know-how governance welcome mentoring',
      ),
      preset(
        'Financial resources',
        'funding fund money budget grant donations sponsorship sponsor income cash call for projects cost pay multi-year',
      ),
      preset(
        'Strategic alliances',
        'partnership partner cooperation cooperate pool pooling network collective companies authorities territory together common alliance trust share',
      ),
    ],
  },
};

/** The seventeen Sustainable Development Goals of the United Nations (2015), by their short names. */
const goals: Readonly<Record<Language, readonly (readonly [name: string, words: string])[]>> = {
  fr: [
    ['Pas de pauvreté', 'pauvreté précarité pauvres minima sociaux exclusion dignité revenus'],
    ['Faim « zéro »', 'faim alimentation alimentaire manger repas nourriture agriculture agricole cantine épicerie'],
    ['Bonne santé et bien-être', 'santé soins soigner hôpital bien-être maladie médecin prévention handicap psychique'],
    [
      'Éducation de qualité',
      'éducation école élèves enseignants formation apprendre apprentissage lycée étudiants jeunesse',
    ],
    ['Égalité entre les sexes', 'égalité femmes hommes genre sexisme parité violences filles garçons'],
    ['Eau propre et assainissement', 'eau rivière nappe assainissement potable sécheresse pluie'],
    [
      'Énergie propre et d’un coût abordable',
      'énergie électricité solaire chauffage éolien isolation facture renouvelable',
    ],
    [
      'Travail décent et croissance économique',
      'emploi travail chômage salaire insertion économie métiers entreprise recrutement',
    ],
    [
      'Industrie, innovation et infrastructure',
      'industrie innovation infrastructure numérique recherche technologie usine expérimentation',
    ],
    ['Inégalités réduites', 'inégalités inclusion discrimination fracture accès droits quartiers ruralité migrants'],
    [
      'Villes et communautés durables',
      'ville village logement habitat quartier transports mobilité urbanisme habitants commune',
    ],
    [
      'Consommation et production responsables',
      'consommation production achats déchets recyclage réemploi gaspillage circuits courts local',
    ],
    [
      'Lutte contre les changements climatiques',
      'climat carbone réchauffement canicule émissions transition écologique sobriété',
    ],
    ['Vie aquatique', 'mer océan littoral pêche poissons plages'],
    ['Vie terrestre', 'biodiversité forêt arbres nature animaux espèces sols haies paysage'],
    [
      'Paix, justice et institutions efficaces',
      'justice paix institutions démocratie citoyens participation transparence gouvernance élus',
    ],
    [
      'Partenariats pour la réalisation des objectifs',
      'partenariat partenaire alliance coopération coopérer mutualiser réseau ensemble collectif fonds commun',
    ],
  ],
  en: [
    ['No poverty', 'poverty poor precarity exclusion dignity income'],
    ['Zero hunger', 'hunger food meals eat farming agriculture canteen grocery'],
    ['Good health and well-being', 'health care hospital well-being illness doctor prevention disability mental'],
    ['Quality education', 'education school pupils teachers training learn learning students youth'],
    ['Gender equality', 'equality women men gender sexism parity violence girls boys'],
    ['Clean water and sanitation', 'water river sanitation drinking drought rain'],
    ['Affordable and clean energy', 'energy electricity solar heating wind insulation bill renewable'],
    [
      'Decent work and economic growth',
      'employment work job jobs unemployment wage economy trades company recruitment',
    ],
    [
      'Industry, innovation and infrastructure',
      'industry innovation infrastructure digital research technology factory experiment',
    ],
    ['Reduced inequalities', 'inequality inequalities inclusion discrimination divide access rights rural migrants'],
    [
      'Sustainable cities and communities',
      'city town village housing neighbourhood transport mobility planning residents',
    ],
    [
      'Responsible consumption and production',
      'consumption production purchasing waste recycling reuse local short chains',
    ],
    ['Climate action', 'climate carbon warming heatwave emissions transition ecological'],
    ['Life below water', 'sea ocean coast fishing fish beaches'],
    ['Life on land', 'biodiversity forest trees nature animals species soil hedges landscape'],
    [
      'Peace, justice and strong institutions',
      'justice peace institutions democracy citizens participation transparency governance',
    ],
    [
      'Partnerships for the goals',
      'partnership partner alliance cooperation cooperate pool network together collective common fund',
    ],
  ],
};

const numbered = (language: Language, acronym: string): readonly LensPreset[] =>
  goals[language].map(([name, words], index) => preset(`${acronym}\u00a0${index + 1} – ${name}`, words));

const sdgs: LensGrid = { id: 'sdgs', lenses: { fr: numbered('fr', 'ODD'), en: numbered('en', 'SDG') } };

export const lensGrids: readonly LensGrid[] = [pillars, sdgs];
