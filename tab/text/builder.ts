import { plural } from '../../shared/views/wording.ts';
import { catalogue } from './catalogue.ts';

/** Words of the preparation of groups: the preview, what is changed by hand, publishing. */
export const builderWords = catalogue(
  {
    prepare: 'Préparer les groupes',
    prepareMore: 'Préparer…',
    review: 'Revoir les groupes',
    publish: 'Publier les groupes',
    publishing: 'Publication…',
    close: 'Fermer sans publier',
    alreadyAway: 'Les groupes sont au travail\u00a0: cette préparation ne peut plus être publiée.',
    nobody: 'Personne à répartir pour l’instant. Les personnes attendues et celles qui arrivent apparaîtront ici.',
    peopleInGroups: (people: number, groups: number, sizes: string) =>
      `${plural('fr', people, 'personne', 'personnes')} en ${plural('fr', groups, 'groupe', 'groupes')} de ${sizes}`,
    sizeRange: (least: number, most: number) => (least === most ? String(least) : `${least} à ${most}`),

    preview: 'Aperçu',
    searching: 'Recherche d’un meilleur mélange…',
    mixAgain: 'Mélanger',
    mixAgainTitle: 'Chercher d’autres groupes\u00a0; ce qui est verrouillé reste',
    undo: 'Annuler',
    redo: 'Rétablir',
    compare: 'Comparer',
    compareOff: 'ne pas comparer',
    compareStep: 'avec l’étape d’avant',
    comparePublished: 'avec les groupes publiés',
    findInGroups: 'Trouver une personne',
    unfoldAll: 'Déplier tout',
    foldAll: 'Replier tout',
    lockGroup: (group: string) => `Verrouiller ${group}`,
    locked: 'verrouillé',
    people: (count: number) => plural('fr', count, 'personne', 'personnes'),
    newGroup: 'nouveau',
    emptyGroup: 'Personne.',
    wasIn: (group: string) => `était\u00a0: ${group}`,
    dragHint:
      'Glissez un nom vers un autre groupe, ou pressez-le\u00a0: déplacer, échanger, verrouiller. Ce que cela coûte s’affiche aussitôt.',

    proved: 'Optimum prouvé\u00a0: aucune autre répartition ne fait mieux.',
    provedCompromise: 'Meilleur compromis possible, prouvé\u00a0: toutes les règles ne peuvent pas tenir ensemble.',
    compromise: (rules: number) =>
      `${plural('fr', rules, 'règle ne tient pas', 'règles ne tiennent pas')}\u00a0: voici le meilleur compromis trouvé.`,
    gap: (points: number) =>
      `Très bon mélange\u00a0: au plus ${plural('fr', points, 'point', 'points')} au-dessus du minimum que l’on sait calculer.`,
    gapHint:
      'Un point\u00a0: deux personnes d’un groupe qui partagent une valeur, fois l’importance de ce qui est mélangé.',
    attributePairs: (attribute: string, pairs: number, fewest: number) =>
      pairs <= fewest
        ? `${attribute}\u00a0: aussi mélangé que possible (${plural('fr', pairs, 'paire semblable', 'paires semblables')}, le minimum)`
        : `${attribute}\u00a0: ${plural('fr', pairs, 'paire semblable', 'paires semblables')}, au mieux ${fewest}`,
    unevenValue: (value: string, count: number, ideal: string) => `${value}\u00a0: ${count} au lieu de ${ideal}`,
    idealRange: (fewest: number, most: number) => (fewest === most ? String(fewest) : `${fewest} ou ${most}`),
    wellMixed: 'bien mélangé',
    moreUneven: (count: number) => `et ${plural('fr', count, 'autre', 'autres')}`,
    brokenDetails: (rules: number) => `Qui est concerné (${plural('fr', rules, 'règle', 'règles')})`,
    meetAgainNone: 'Personne ne retrouve quelqu’un déjà vu en groupe.',
    meetAgain: (times: number, fewest: number) =>
      `${plural('fr', times, 'retrouvaille', 'retrouvailles')} de personnes déjà vues en groupe${
        times <= fewest ? ', le minimum possible' : fewest > 0 ? `, au moins ${fewest} inévitables` : ''
      }`,
    meetAgainWanted: (times: number) =>
      `${plural('fr', times, 'paire se retrouve', 'paires se retrouvent')}, comme demandé`,
    andMore: (count: number) => `et ${count} de plus`,

    foreignFormed: 'Les groupes viennent d’être formés ailleurs pendant votre préparation.',
    foreignMoved: (names: string) => `Les groupes publiés ont changé pendant votre préparation\u00a0: ${names}.`,
    follow: 'Reprendre ces changements',
    passOver: 'Garder ma préparation',

    comparedStep: 'Par rapport à l’étape d’avant',
    comparedPublished: 'Par rapport aux groupes publiés',
    comparedMoves: (count: number) =>
      count === 0
        ? 'personne ne change de groupe'
        : plural('fr', count, 'personne change de groupe', 'personnes changent de groupe'),
    comparedPairs: (attribute: string, before: number, after: number) =>
      `${attribute}\u00a0: ${before} → ${after} paires semblables`,
    comparedRules: (before: number, after: number) => `règles qui ne tiennent pas\u00a0: ${before} → ${after}`,
    comparedMeetings: (before: number, after: number) => `retrouvailles\u00a0: ${before} → ${after}`,
    comparedMove: (name: string, from: string, to: string) => `${name}\u00a0: ${from} → ${to}`,

    personNow: (group: string) => `Maintenant\u00a0: ${group}`,
    lockPerson: 'Reste dans ce groupe quand on mélange',
    moveTo: 'Déplacer vers',
    exchangeWith: 'Échanger avec',
    bestExchanges: 'Les échanges qui coûtent le moins',
    exchangeAny: 'Échanger avec une autre personne',
    moveDone: (name: string, group: string, cost: string) => `${name} → ${group}. ${cost}`,
    exchangeDone: (first: string, second: string, cost: string) =>
      `Places échangées\u00a0: ${first} et ${second}. ${cost}`,

    choose: 'Laisser chacun choisir',
    seeChoice: 'Voir le choix',
  },
  {
    prepare: 'Prepare the groups',
    prepareMore: 'Prepare…',
    review: 'Review the groups',
    publish: 'Publish the groups',
    publishing: 'Publishing…',
    close: 'Close without publishing',
    alreadyAway: 'The groups are at work: this preparation can no longer be published.',
    nobody: 'Nobody to split yet. People who are expected and people who arrive will show up here.',
    peopleInGroups: (people: number, groups: number, sizes: string) =>
      `${plural('en', people, 'person', 'people')} in ${plural('en', groups, 'group', 'groups')} of ${sizes}`,
    sizeRange: (least: number, most: number) => (least === most ? String(least) : `${least} to ${most}`),

    preview: 'Preview',
    searching: 'Looking for a better mix…',
    mixAgain: 'Mix',
    mixAgainTitle: 'Look for other groups; what is locked stays',
    undo: 'Undo',
    redo: 'Redo',
    compare: 'Compare',
    compareOff: 'do not compare',
    compareStep: 'with the step before',
    comparePublished: 'with the published groups',
    findInGroups: 'Find a person',
    unfoldAll: 'Unfold all',
    foldAll: 'Fold all',
    lockGroup: (group: string) => `Lock ${group}`,
    locked: 'locked',
    people: (count: number) => plural('en', count, 'person', 'people'),
    newGroup: 'new',
    emptyGroup: 'Nobody.',
    wasIn: (group: string) => `was in: ${group}`,
    dragHint: 'Drag a name to another group, or press it: move, exchange, lock. What it costs shows at once.',

    proved: 'Proved best: no other split does better.',
    provedCompromise: 'The best compromise there is, proved: not all rules can hold together.',
    compromise: (rules: number) =>
      `${plural('en', rules, 'rule does not hold', 'rules do not hold')}: this is the best compromise found.`,
    gap: (points: number) =>
      `A very good mix: at most ${plural('en', points, 'point', 'points')} above the least that can be calculated.`,
    gapHint: 'A point: two people of a group who share a value, times the weight of what is mixed.',
    attributePairs: (attribute: string, pairs: number, fewest: number) =>
      pairs <= fewest
        ? `${attribute}: as mixed as can be (${plural('en', pairs, 'pair alike', 'pairs alike')}, the fewest)`
        : `${attribute}: ${plural('en', pairs, 'pair alike', 'pairs alike')}, at best ${fewest}`,
    unevenValue: (value: string, count: number, ideal: string) => `${value}: ${count} instead of ${ideal}`,
    idealRange: (fewest: number, most: number) => (fewest === most ? String(fewest) : `${fewest} or ${most}`),
    wellMixed: 'well mixed',
    moreUneven: (count: number) => `and ${count} more`,
    brokenDetails: (rules: number) => `Who is concerned (${plural('en', rules, 'rule', 'rules')})`,
    meetAgainNone: 'Nobody meets anyone again whom they met in a group before.',
    meetAgain: (times: number, fewest: number) =>
      `${plural('en', times, 'pair meets', 'pairs meet')} again${
        times <= fewest ? ', the fewest possible' : fewest > 0 ? `, at least ${fewest} cannot be avoided` : ''
      }`,
    meetAgainWanted: (times: number) => `${plural('en', times, 'pair meets', 'pairs meet')} again, as asked`,
    andMore: (count: number) => `and ${count} more`,

    foreignFormed: 'The groups have just been formed elsewhere while you were preparing.',
    foreignMoved: (names: string) => `The published groups have changed while you were preparing: ${names}.`,
    follow: 'Take these changes over',
    passOver: 'Keep my preparation',

    comparedStep: 'Compared with the step before',
    comparedPublished: 'Compared with the published groups',
    comparedMoves: (count: number) =>
      count === 0 ? 'nobody changes groups' : plural('en', count, 'person changes groups', 'people change groups'),
    comparedPairs: (attribute: string, before: number, after: number) =>
      `${attribute}: ${before} → ${after} pairs alike`,
    comparedRules: (before: number, after: number) => `rules that do not hold: ${before} → ${after}`,
    comparedMeetings: (before: number, after: number) => `pairs that meet again: ${before} → ${after}`,
    comparedMove: (name: string, from: string, to: string) => `${name}: ${from} → ${to}`,

    personNow: (group: string) => `Now: ${group}`,
    lockPerson: 'Stays in this group when people are mixed',
    moveTo: 'Move to',
    exchangeWith: 'Exchange with',
    bestExchanges: 'The exchanges that cost least',
    exchangeAny: 'Exchange with somebody else',
    moveDone: (name: string, group: string, cost: string) => `${name} → ${group}. ${cost}`,
    exchangeDone: (first: string, second: string, cost: string) => `${first} and ${second} exchanged. ${cost}`,

    choose: 'Let people choose',
    seeChoice: 'See the choice',
  },
);

export type BuilderText = (typeof builderWords)['fr'];
