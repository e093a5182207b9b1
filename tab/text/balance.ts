import { plural } from '../../shared/views/wording.ts';
import { catalogue } from './catalogue.ts';

/** Words of keeping groups good on the day: exchanges that are offered, people who do not come. */
export const balanceWords = catalogue(
  {
    offer: (first: string, second: string) => `Échanger ${first} et ${second} améliorerait le mélange.`,
    exchange: (count: number) => (count === 1 ? 'Faire cet échange' : `Faire ces ${count} échanges`),
    noThanks: 'Non merci',
    rebalance: 'Rééquilibrer les présents',
    title: 'Rééquilibrer les présents',
    intro:
      'Les groupes sont égalisés entre les personnes présentes, en déplaçant le moins de monde possible. Les personnes absentes que vous cochez sont mises de côté\u00a0: dès leur arrivée, elles prennent la meilleure place.',
    absents: (count: number) => plural('fr', count, 'personne absente', 'personnes absentes'),
    setAside: (name: string, group: string) => `${name} (${group})`,
    searching: 'Recherche du plus petit nombre de déplacements…',
    moves: (count: number) =>
      count === 0
        ? 'Personne à déplacer\u00a0: les groupes sont déjà égaux.'
        : `${plural('fr', count, 'personne à déplacer', 'personnes à déplacer')}, le moins possible\u00a0:`,
    move: (name: string, from: string, to: string) => `${name}\u00a0: ${from} → ${to}`,
    atWork: 'Les groupes sont au travail\u00a0: la page de chaque personne déplacée le lui dira.',
    sizes: (sizes: string) => `Présents par groupe ensuite\u00a0: ${sizes}`,
    apply: 'Rééquilibrer',
    cancel: 'Ne rien changer',
  },
  {
    offer: (first: string, second: string) => `Exchanging ${first} and ${second} would make the groups better mixed.`,
    exchange: (count: number) => (count === 1 ? 'Make this exchange' : `Make these ${count} exchanges`),
    noThanks: 'No thanks',
    rebalance: 'Rebalance those present',
    title: 'Rebalance those present',
    intro:
      'Groups are evened out among the people who are here, moving as few of them as possible. Ticked people are set aside: as soon as they arrive they get the best place.',
    absents: (count: number) => plural('en', count, 'person is absent', 'people are absent'),
    setAside: (name: string, group: string) => `${name} (${group})`,
    searching: 'Looking for the fewest moves…',
    moves: (count: number) =>
      count === 0
        ? 'Nobody to move: the groups are even already.'
        : `${plural('en', count, 'person to move', 'people to move')}, the fewest possible:`,
    move: (name: string, from: string, to: string) => `${name}: ${from} → ${to}`,
    atWork: 'The groups are at work: the page of everyone who is moved will tell them.',
    sizes: (sizes: string) => `Present in each group afterwards: ${sizes}`,
    apply: 'Rebalance',
    cancel: 'Change nothing',
  },
);
