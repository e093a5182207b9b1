import type { BrokenRule } from '../../../../shared/groups/brokenRules.ts';
import type { Contradiction } from '../../../../shared/groups/contradictions.ts';
import type { Meeting } from '../../../../shared/groups/meetings.ts';
import type { Split } from '../../../../shared/groups/problem.ts';
import { organisation } from '../../../../shared/groups/recipe.ts';
import type { SplitChange } from '../../../../shared/groups/splitChange.ts';
import type { SentenceText } from '../../../text/splitSentences.ts';

/** What the sentences are made with: the words, the names of people, the titles of the groups of the plan. */
export interface Speech {
  readonly words: SentenceText;
  /** Empty when nobody of that id is here. */
  readonly nameOf: (personId: string) => string;
  /** By the place of the group in the plan. */
  readonly groupOf: (index: number) => string;
}

const mostNames = 6;

/** "Amina Benali, Basile Roux et 4 autres". */
export function namesOf({ words, nameOf }: Speech, ids: readonly string[], most = mostNames): string {
  const names = ids.slice(0, most).map((id) => nameOf(id) || words.someone);
  const more = ids.length - names.length;
  if (more > 0) return words.namesAnd(names.join(', '), more);
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} ${words.and} ${names.at(-1)}`;
}

/** What an attribute is called by itself. */
export const attributeLabel = ({ words }: Speech, name: string): string =>
  name === organisation ? words.organisation : name;
/** Inside a sentence: what the product names has a small letter, what people named stays as they wrote it, without its mark at the end. */
const within = (words: SentenceText, name: string): string =>
  name === organisation ? words.organisation.toLowerCase() : name.replace(/[\s?!:.*]+$/u, '') || name;

/** Why the rules cannot all hold, with the people concerned. */
export function contradictionSentence(contradiction: Contradiction, speech: Speech): string {
  const { words, nameOf, groupOf } = speech;
  const names = (ids: readonly string[]): string => namesOf(speech, ids);
  const nameOr = (id: string): string => nameOf(id) || words.someone;
  switch (contradiction.kind) {
    case 'duplicate_person':
      return words.no_duplicate_person(nameOr(contradiction.personId));
    case 'unknown_person':
      return words.no_unknown_person(nameOr(contradiction.personId));
    case 'unknown_group':
      return words.no_unknown_group(nameOr(contradiction.personId));
    case 'no_group':
      return words.no_no_group;
    case 'not_enough_places':
      return words.no_not_enough_places(contradiction.people, contradiction.places);
    case 'not_enough_people':
      return words.no_not_enough_people(contradiction.people, contradiction.needed);
    case 'together_and_apart':
      return words.no_together_and_apart(names(contradiction.people));
    case 'together_shares':
      return words.no_together_shares(
        within(words, contradiction.attribute),
        contradiction.value,
        names(contradiction.people),
      );
    case 'two_pins':
      return words.no_two_pins(names(contradiction.people), contradiction.groups.map(groupOf).join(', '));
    case 'pinned_apart':
      return words.no_pinned_apart(names(contradiction.people), groupOf(contradiction.group));
    case 'set_too_big':
      return words.no_set_too_big(names(contradiction.people), contradiction.people.length, contradiction.places);
    case 'pins_too_many':
      return words.no_pins_too_many(
        names(contradiction.people),
        contradiction.people.length,
        groupOf(contradiction.group),
        contradiction.places,
      );
    case 'too_many_of_value': {
      const { attribute, value, people, groups } = contradiction;
      return attribute === organisation
        ? words.no_too_many_of_organisation(people.length, value, groups, names(people))
        : words.no_too_many_of_value(people.length, value, within(words, attribute), groups, names(people));
    }
    case 'too_many_apart':
      return words.no_too_many_apart(contradiction.people.length, contradiction.groups, names(contradiction.people));
    case 'not_enough_skilled': {
      const { need, people, needed } = contradiction;
      return words.no_not_enough_skilled(
        needed,
        within(words, need.attribute),
        need.value,
        people.length,
        names(people),
      );
    }
  }
}

/** How the split makes the best of a contradiction: where the people whom it names are. */
export function compromiseSentence(contradiction: Contradiction, split: Split, speech: Speech): string | undefined {
  if (!['too_many_of_value', 'too_many_apart', 'not_enough_skilled'].includes(contradiction.kind)) return undefined;
  const people = 'people' in contradiction && Array.isArray(contradiction.people) ? contradiction.people : [];
  const counts = split.map((ids) => ids.filter((id) => people.includes(id)).length);
  if (people.length === 0) return undefined;
  if (counts.length > mostNames) return speech.words.compromiseRange(Math.min(...counts), Math.max(...counts));
  const spread = counts.flatMap((count, group) =>
    count === 0 ? [] : [speech.words.inGroup(count, speech.groupOf(group))],
  );
  return speech.words.compromiseIs(spread.join(', '));
}

/** Which rule does not hold, and for whom. */
export function brokenSentence(rule: BrokenRule, speech: Speech): string {
  const { words, nameOf, groupOf } = speech;
  const names = (ids: readonly string[]): string => namesOf(speech, ids);
  switch (rule.kind) {
    case 'placed':
      return words.broken_placed(nameOf(rule.personId) || words.someone);
    case 'size':
      return rule.size > rule.largest
        ? words.broken_size_more(groupOf(rule.group), rule.size, rule.largest)
        : words.broken_size_less(groupOf(rule.group), rule.size, rule.smallest);
    case 'together':
      return words.broken_together(names(rule.people), rule.groups.map(groupOf).join(', '));
    case 'apart':
      return words.broken_apart(names(rule.people), groupOf(rule.group));
    case 'shares':
      return rule.attribute === organisation
        ? words.broken_shares_organisation(names(rule.people), rule.value, groupOf(rule.group))
        : words.broken_shares(names(rule.people), within(words, rule.attribute), rule.value, groupOf(rule.group));
    case 'pinned':
      return words.broken_pinned(nameOf(rule.personId) || words.someone, groupOf(rule.wanted), groupOf(rule.group));
    case 'need':
      return words.broken_need(
        groupOf(rule.group),
        rule.need.atLeast,
        within(words, rule.need.attribute),
        rule.need.value,
        rule.people.length,
      );
  }
}

export function meetingSentence({ people: [first, second], group, times }: Meeting, speech: Speech): string {
  const { words, nameOf, groupOf } = speech;
  return words.meeting(nameOf(first) || words.someone, nameOf(second) || words.someone, groupOf(group), times);
}

/** Whether a change is for the better: rules first, then what is mixed. */
export type Tone = 'better' | 'worse' | 'same';

export interface Cost {
  readonly tone: Tone;
  /** The gravest first; never empty. */
  readonly lines: readonly string[];
}

/** What a change costs, in words. @param metWeight what meeting again weighs; negative when it is wished for */
export function costOf(
  change: SplitChange,
  { mix = {}, metWeight = 0 }: { readonly mix?: Readonly<Record<string, number>>; readonly metWeight?: number },
  speech: Speech,
): Cost {
  const { words } = speech;
  const met = change.meetAgain.length - change.partAgain.length;
  const pairs = Object.entries(change.pairs);
  const cost = pairs.reduce((sum, [name, count]) => sum + count * (mix[name] ?? 0), 0) + met * metWeight;
  const rules = change.broken.length - change.mended.length;
  const lines = [
    ...change.broken.map((rule) => brokenSentence(rule, speech)),
    ...change.mended.map((rule) => words.mended(brokenSentence(rule, speech))),
    ...pairs.map(([name, count]) => words.pairsMore(count, within(words, name))),
    ...(change.meetAgain.length > 0
      ? [
          words.meetsMore(
            change.meetAgain.length,
            namesOf(speech, [...new Set(change.meetAgain.flatMap(({ people }) => people))], 4),
          ),
        ]
      : []),
    ...(change.partAgain.length > 0 ? [words.meetsFewer(change.partAgain.length)] : []),
  ];
  const tone = rules !== 0 ? (rules > 0 ? 'worse' : 'better') : cost > 0 ? 'worse' : cost < 0 ? 'better' : 'same';
  return { tone, lines: lines.length === 0 ? [words.changesNothing] : lines };
}
