import { plural } from '../../shared/views/wording.ts';
import { catalogue } from './catalogue.ts';

/** Sentences about a split: what cannot hold, what does not, what a move would cost. */
export const sentenceWords = catalogue(
  {
    organisation: 'Organisation',

    someone: 'une personne absente',
    namesAnd: (names: string, more: number) => `${names} et ${plural('fr', more, 'autre', 'autres')}`,
    and: 'et',
    no_duplicate_person: (name: string) => `${name} figure deux fois.`,
    no_unknown_person: (name: string) => `Une règle parle de quelqu’un qui n’est pas là\u00a0: ${name}.`,
    no_unknown_group: (name: string) => `${name} doit aller dans un groupe qui n’existe pas ici.`,
    no_no_group: 'Il n’y a aucun groupe.',
    no_not_enough_places: (people: number, places: number) =>
      `${people} personnes pour ${places} places\u00a0: il manque ${plural('fr', people - places, 'place', 'places')}. Agrandissez un groupe ou ajoutez-en un.`,
    no_not_enough_people: (people: number, needed: number) =>
      `Les groupes demandent ${needed} personnes, et il y en a ${people}.`,
    no_together_and_apart: (names: string) =>
      `${names} doivent être à la fois ensemble et dans des groupes différents.`,
    no_together_shares: (attribute: string, value: string, names: string) =>
      `${names} doivent rester ensemble, et deux personnes de même ${attribute} (${value}) ne le peuvent pas.`,
    no_two_pins: (names: string, groups: string) =>
      `${names}\u00a0: une seule place possible, et ${groups} sont demandés.`,
    no_pinned_apart: (names: string, group: string) =>
      `${names} ne doivent jamais être ensemble, et leur place imposée est la même\u00a0: ${group}.`,
    no_set_too_big: (names: string, count: number, places: number) =>
      `${count} personnes doivent rester ensemble, et aucun groupe n’a plus de ${plural('fr', places, 'place', 'places')}\u00a0: ${names}.`,
    no_pins_too_many: (names: string, count: number, group: string, places: number) =>
      `${count} personnes ont leur place dans ${group}, qui en prend ${places}\u00a0: ${names}.`,
    no_too_many_of_value: (count: number, value: string, attribute: string, groups: number, names: string) =>
      `${count} personnes de même ${attribute} (${value}) ne peuvent pas être séparées dans ${plural('fr', groups, 'groupe', 'groupes')}\u00a0: ${names}.`,
    no_too_many_of_organisation: (count: number, value: string, groups: number, names: string) =>
      `${count} personnes de «\u00a0${value}\u00a0» ne peuvent pas être séparées dans ${plural('fr', groups, 'groupe', 'groupes')}\u00a0: ${names}.`,
    no_too_many_apart: (count: number, groups: number, names: string) =>
      `${count} personnes ne peuvent pas être toutes séparées dans ${plural('fr', groups, 'groupe', 'groupes')}\u00a0: ${names}.`,
    no_not_enough_skilled: (needed: number, attribute: string, value: string, found: number, names: string) =>
      `Il faut ${plural('fr', needed, 'personne', 'personnes')} dont ${attribute} est «\u00a0${value}\u00a0», et il y en a ${found}${names === '' ? '' : `\u00a0: ${names}`}.`,
    compromiseIs: (spread: string) => `Au mieux\u00a0: ${spread}.`,
    compromiseRange: (least: number, most: number) => `Au mieux\u00a0: de ${least} à ${most} par groupe.`,
    inGroup: (count: number, group: string) => `${count} dans ${group}`,

    broken_placed: (name: string) => `${name} n’est pas dans un groupe, ou est dans deux.`,
    broken_size_more: (group: string, size: number, largest: number) =>
      `${group}\u00a0: ${plural('fr', size, 'personne', 'personnes')}, ${largest} au plus.`,
    broken_size_less: (group: string, size: number, smallest: number) =>
      `${group}\u00a0: ${plural('fr', size, 'personne', 'personnes')}, ${smallest} au moins.`,
    broken_together: (names: string, groups: string) => `${names} devaient rester ensemble (${groups}).`,
    broken_apart: (names: string, group: string) => `${names} ne devaient jamais être ensemble (${group}).`,
    broken_shares: (names: string, attribute: string, value: string, group: string) =>
      `${group}\u00a0: ${names} sont de même ${attribute} (${value}).`,
    broken_shares_organisation: (names: string, value: string, group: string) =>
      `${group}\u00a0: ${names} sont de «\u00a0${value}\u00a0».`,
    broken_pinned: (name: string, wanted: string, group: string) =>
      `${name} devait être dans ${wanted}, et est dans ${group}.`,
    broken_need: (group: string, atLeast: number, attribute: string, value: string, found: number) =>
      `${group}\u00a0: il faut ${plural('fr', atLeast, 'personne', 'personnes')} dont ${attribute} est «\u00a0${value}\u00a0», il y en a ${found}.`,
    meeting: (first: string, second: string, group: string, times: number) =>
      `${first} et ${second} (${group}${times > 1 ? `, ${times} fois` : ''})`,

    changesNothing: 'Le mélange reste aussi bon.',
    pairsMore: (count: number, attribute: string) =>
      `${count > 0 ? '+' : '\u2212'}${plural('fr', Math.abs(count), 'paire', 'paires')} de même ${attribute}.`,
    meetsMore: (count: number, names: string) =>
      `+${plural('fr', count, 'retrouvaille', 'retrouvailles')}\u00a0: ${names}.`,
    meetsFewer: (count: number) => `\u2212${plural('fr', count, 'retrouvaille', 'retrouvailles')}.`,
    mended: (rule: string) => `Résolu\u00a0: ${rule}`,
  },
  {
    organisation: 'Organisation',

    someone: 'somebody who is not here',
    namesAnd: (names: string, more: number) => `${names} and ${plural('en', more, 'other', 'others')}`,
    and: 'and',
    no_duplicate_person: (name: string) => `${name} is listed twice.`,
    no_unknown_person: (name: string) => `A rule names somebody who is not here: ${name}.`,
    no_unknown_group: (name: string) => `${name} is to go into a group that does not exist here.`,
    no_no_group: 'There is no group.',
    no_not_enough_places: (people: number, places: number) =>
      `${people} people for ${places} places: ${plural('en', people - places, 'place is', 'places are')} missing. Make a group larger or add one.`,
    no_not_enough_people: (people: number, needed: number) =>
      `The groups ask for ${needed} people, and there are ${people}.`,
    no_together_and_apart: (names: string) => `${names} are to be both together and in different groups.`,
    no_together_shares: (attribute: string, value: string, names: string) =>
      `${names} are to stay together, and two people of the same ${attribute} (${value}) cannot.`,
    no_two_pins: (names: string, groups: string) => `${names}: one place only, and ${groups} are asked for.`,
    no_pinned_apart: (names: string, group: string) =>
      `${names} are to be apart, and the given place of all is ${group}.`,
    no_set_too_big: (names: string, count: number, places: number) =>
      `${count} people are to stay together, and no group has more than ${plural('en', places, 'place', 'places')}: ${names}.`,
    no_pins_too_many: (names: string, count: number, group: string, places: number) =>
      `${count} people have their place in ${group}, which takes ${places}: ${names}.`,
    no_too_many_of_value: (count: number, value: string, attribute: string, groups: number, names: string) =>
      `${count} people of the same ${attribute} (${value}) cannot be apart in ${plural('en', groups, 'group', 'groups')}: ${names}.`,
    no_too_many_of_organisation: (count: number, value: string, groups: number, names: string) =>
      `${count} people of “${value}” cannot be apart in ${plural('en', groups, 'group', 'groups')}: ${names}.`,
    no_too_many_apart: (count: number, groups: number, names: string) =>
      `${count} people cannot all be apart in ${plural('en', groups, 'group', 'groups')}: ${names}.`,
    no_not_enough_skilled: (needed: number, attribute: string, value: string, found: number, names: string) =>
      `${plural('en', needed, 'person', 'people')} whose ${attribute} is “${value}” are needed, and there are ${found}${names === '' ? '' : `: ${names}`}.`,
    compromiseIs: (spread: string) => `At best: ${spread}.`,
    compromiseRange: (least: number, most: number) => `At best: ${least} to ${most} in each group.`,
    inGroup: (count: number, group: string) => `${count} in ${group}`,

    broken_placed: (name: string) => `${name} is in no group, or in two.`,
    broken_size_more: (group: string, size: number, largest: number) =>
      `${group}: ${plural('en', size, 'person', 'people')}, at most ${largest}.`,
    broken_size_less: (group: string, size: number, smallest: number) =>
      `${group}: ${plural('en', size, 'person', 'people')}, at least ${smallest}.`,
    broken_together: (names: string, groups: string) => `${names} were to stay together (${groups}).`,
    broken_apart: (names: string, group: string) => `${names} were to be apart (${group}).`,
    broken_shares: (names: string, attribute: string, value: string, group: string) =>
      `${group}: ${names} have the same ${attribute} (${value}).`,
    broken_shares_organisation: (names: string, value: string, group: string) =>
      `${group}: ${names} are of “${value}”.`,
    broken_pinned: (name: string, wanted: string, group: string) =>
      `${name} was to be in ${wanted}, and is in ${group}.`,
    broken_need: (group: string, atLeast: number, attribute: string, value: string, found: number) =>
      `${group}: ${plural('en', atLeast, 'person', 'people')} whose ${attribute} is “${value}” are needed, there are ${found}.`,
    meeting: (first: string, second: string, group: string, times: number) =>
      `${first} and ${second} (${group}${times > 1 ? `, ${times} times` : ''})`,

    changesNothing: 'The mix stays as good.',
    pairsMore: (count: number, attribute: string) =>
      `${count > 0 ? '+' : '\u2212'}${plural('en', Math.abs(count), 'pair', 'pairs')} of the same ${attribute}.`,
    meetsMore: (count: number, names: string) =>
      `+${plural('en', count, 'pair that meets', 'pairs that meet')} again: ${names}.`,
    meetsFewer: (count: number) => `\u2212${plural('en', count, 'pair that meets', 'pairs that meet')} again.`,
    mended: (rule: string) => `Solved: ${rule}`,
  },
);

export type SentenceText = (typeof sentenceWords)['fr'];
