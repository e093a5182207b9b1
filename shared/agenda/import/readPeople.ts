import { folded } from './richText.ts';
import { isCounted, isUnnamed } from './unnamedPeople.ts';

/** First words that begin the name of an organisation, a role or an activity, never a first name. */
const notFirstNames = new Set(
  (
    'fondation reseau association groupe universite institut collectif ville region departement fonds projet ptce mairie cluster ' +
    'entreprise agence le la les un une des du de directeur directrice president presidente maire ministre monsieur madame ' +
    'federation union conseil communaute pays maison caisse banque credit centre comite mission pole chambre ecole college lycee ' +
    'atelier table question questions retour retours groupe groupes salle animation introduction conclusion intervention temoignage ' +
    'debat regards mises session workshop group room table panel keynote welcome opening closing lunch break coffee report prompt ' +
    'the our your each all what how why when who where city town council university institute foundation network trust charity ' +
    'north south east west new united local national international community open public social good best next first second third ' +
    'maille programme parcours plan point points tour mot bilan rapport vote budget travaux visite presentation accueil ouverture ' +
    'retrouvez choisissez avec par chez pour sur dans commission service office bureau parc cap quels quelles quel quelle ' +
    'chief head executive chair senior vice deputy policy programme programmes manager officer rapporteur rapporteurs animateurs animatrices facilitators leads hosts referents formateurs equipe equipes tous coordinateur coordinatrice responsable charge chargee chef cheffe adjoint adjointe secretaire tresorier tresoriere delegue deleguee ' +
    'discours allocution expose message statement speech film video lecture small large key main short long feedback discussion exercise reading writing maths science history music sports risk action'
  ).split(' '),
);

const particle =
  "(?:(?:de|du|des|da|di|van|von|el|ben|le|la|d’|d')\\s?|(?:DE|DU|DES|DA|DI|VAN|VON|LE|LA|EL|BEN)\\s){0,2}";
const firstName = "\\p{Lu}[\\p{Ll}'’]{1,20}(?:[- ]\\p{Lu}[\\p{Ll}'’]{1,20}){0,2}";
const capitalName = "\\p{Lu}[\\p{Lu}'’]{1,24}(?:[- ]\\p{Lu}[\\p{Lu}'’]{1,24}){0,2}";
/** "O'Brien", "N'Diaye" and "McDonald" hold a second capital. */
const smallPart = "(?:(?:Mc|Mac|[DLNO]['’])\\p{Lu}|\\p{Lu})[\\p{Ll}'’]{1,24}";
const smallName = `${smallPart}(?:-${smallPart}){0,2}`;
const title =
  '(?:(?:(?:H\\.E\\.|S\\.E\\.|Mme|Mmes|M\\.|Mr\\.?|Mrs\\.?|Ms\\.?|Dr\\.?|Pr\\.?|Prof\\.?|Sir|Cllr\\.?)\\s){1,2})?';

/** "Anne-Valérie CRESPO": the French habit of capitals makes the name certain wherever it stands. */
const surely = new RegExp(`(?<![\\p{L}-])${title}(${firstName}\\s${particle}${capitalName})(?![\\p{L}])`, 'gu');
const sureAtStart = new RegExp(`^${title}(${firstName}\\s${particle}${capitalName})(?![\\p{L}])`, 'u');
/** "Jane Doe (Org)", "Marie Dupont, maire": a name only because of where it stands. */
const probably = new RegExp(
  `^(${title}${smallName}\\s(?:\\p{Lu}\\.\\s)?${particle}${smallName}(?:\\s${smallName})?)(?=\\s?(?:$|[,(;:–—&/]|-\\s|and\\s|et\\s))`,
  'u',
);
const titled = new RegExp(
  `^(?:[HS]\\.E\\.\\s)?((?:Mme|M\\.|Mr\\.?|Mrs\\.?|Ms\\.?|Dr\\.?|Pr\\.?|Prof\\.?|Cllr\\.?)\\s(?:${smallName}|${capitalName})(?:\\s(?:${smallName}|${capitalName}))?)`,
  'u',
);

/** Words of which one anywhere makes a name that of an organisation. */
const organisationWords = new Set(
  (
    'director manager officer fund minister mayor president chair delegate secretary coordinator ' +
    'network trust foundation council association alliance coalition partnership society collective collectif radio club ' +
    'federation union institut institute university universite fondation reseau cooperative scop ferme fermes cuisine jardin ' +
    'jardins theatre musee compagnie media mutuelle cabinet agence'
  ).split(' '),
);

const isFirstName = (name: string): boolean => {
  const words = folded(name).split(/[\s'-]/u);
  return !notFirstNames.has(words[0] ?? '') && !words.some((word) => organisationWords.has(word));
};

/** Names of people written with a capital surname, in order, each once. */
export const surePeople = (text: string): string[] => {
  const names: string[] = [];
  for (const match of text.slice(0, 1_500).matchAll(surely)) {
    const name = match[1] ?? '';
    if (isFirstName(name) && !names.includes(name)) names.push(name);
  }
  return names;
};

/** The name at the very start of a text, even without capitals. */
export const personAtStart = (text: string): string | undefined => {
  const start = text.slice(0, 120);
  const name = titled.exec(start)?.[1] ?? sureAtStart.exec(start)?.[1] ?? probably.exec(start)?.[1];
  return name && isFirstName(name) ? name : undefined;
};

/**
 * People of a line that introduces speakers: capital surnames anywhere, otherwise one name at the start and one after
 * each "et", "and", "&" or ";" ("Jane Doe (Org) and John Smith"). Commas separate people only in a list that is known to
 * hold nothing else ("Speakers: …"); in "Maria Lopez, Food Bank" they introduce the organisation.
 */
export const peopleOf = (text: string, listed: boolean | 'by commas'): string[] => {
  // "Priya Nair (Parkside TRA)": capitals in the bracket after a name are those of an organisation.
  const first = personAtStart(text);
  const sure = surePeople(first ? text.replace(/\([^()]{0,160}\)/gu, '') : text);
  if (sure.length > 0) return sure;
  if (!first) return [];
  const names = [first];
  if (!listed) return names;
  const list = text.slice(0, 600);
  // What a bracket says of one person ("(Sun and Wind)") separates them from the next.
  const bare = list.replace(/\([^()]{0,160}\)/gu, '(;');
  const separator = listed === 'by commas' || eachWithBody(list) ? betweenNames : betweenPeople;
  for (const part of bare.split(separator)) {
    const name = personAtStart(part.replace(/^[\s,/&–—-]+/u, '').replace(/^(?:et|and)\s/u, ''));
    if (name && !names.includes(name)) names.push(name);
  }
  return names;
};

const betweenPeople = /\s(?:et|and|&)\s|;\s?/u;
const betweenNames = /\s(?:et|and|&)\s|[;,/]\s?/u;

/** "A – Org, B – Org": a comma before each name with its organisation. */
const eachWithBody = (list: string): boolean => {
  const parts = list.split(/,\s/u);
  return (
    parts.length >= 2 &&
    parts.every((part) => {
      const name = personAtStart(part);
      return name !== undefined && /^\s[–—-]\s/u.test(part.slice(name.length));
    })
  );
};

/**
 * People after "avec", "par", "with": after one name a comma introduces a function; it separates people in
 * "A (Org), B (Org)" and "A, B et C".
 */
export const introducedPeople = (who: string): string[] =>
  peopleOf(who, /\)\s?,|,[^,]+\s(?:et|and|&)\s/u.test(who) ? 'by commas' : true);

/** "Tous", "All", "–": a cell that names nobody. */
export const isEveryone = (text: string): boolean =>
  /^(?:tous|toutes|toutes? et tous|tout le monde|all|everyone|everybody|participants|the group|le groupe|\W*)$/.test(
    folded(text),
  );

const onlyFirstName = /^\p{Lu}\p{Ll}{2,14}(?:-\p{Lu}\p{Ll}{1,14})?$/u;

/**
 * People or organisations after "Intervenants :" or "Témoignages :" – "A (Org), B (Org) et C". Names of organisations
 * count only in a list of several short names, each with a capital; otherwise only people are certain.
 */
export const listedPeople = (list: string): string[] => {
  const people = peopleOf(list, 'by commas');
  const parts = splitNames(list.slice(0, 600).replace(/\s?\([^()]{0,120}\)/gu, ''));
  // In a column of names a first name alone is a person.
  if (parts.length > 0 && parts.every((part) => onlyFirstName.test(part) && isFirstName(part))) return parts;
  const short = parts.every((part) => /^\p{Lu}/u.test(part) && (part.match(/[\p{L}\p{N}]+/gu)?.length ?? 0) <= 5);
  // "Fiona Grant, Chair": one person and her function.
  const function_ = people.length === 1 && parts.length === 2;
  return short && !function_ && parts.length > people.length && parts.length >= 2 ? parts : people;
};

const by =
  /(?:^|[\s,;(–-])(?:(?:co-?)?anim[ée]+e?s?|(?:co-?)?mod[ée]r[ée]+e?s?|pr[ée]sent[ée]+e?s?|introduite?s?|conduite?s?|pilot[ée]+e?s?|propos[ée]+e?s?|assur[ée]+e?s?|facilit[ée]+e?s?|men[ée]+e?s?|(?:co-?)?led|run|facilitated|hosted|chaired|moderated|presented|introduced|delivered|convened)\s(?:par|by)\s+(?:(?:la|le|les|the)\s|l['’])?/iu;
const label =
  /(?:^|[(–—]\s?)(?:animation|animateurs?|animatrices?|animateur·rice|mod[ée]ration|mod[ée]rat(?:eur|rice)|facilitation|facilitat(?:eur|rice)s?|pilotes?|responsables?|conduite|lead(?:er)?s?|facilitators?|hosts?|chair(?:ed by)?|moderators?|led by|presenter|animators?)\s?:\s?/iu;
const ofAnimators =
  /(?:pr[ée]sentation des (?:animateurs|animatrices|facilitateurs)|(?:presentation|introduction) of the (?:facilitators|hosts|animators))(?:\s(?:de l['’]atelier|de la journ[ée]e|of the (?:day|workshop)))?\s?:?\s(?=\p{Lu})/u;

/** Who a phrase names and where it stands, so that the caller can cut it out of a title. */
export interface NamedLead {
  readonly from: number;
  readonly to: number;
  /** As written, without leading article: "Fondation de Lille", "Réseau Alliances / ADASI"; absent for "4 animateurs". */
  readonly name?: string;
}

/** Where the name after "animé par" stops: before ", de la …", " : …", a bracket or a full stop. */
const endOfName = (text: string, from: number): number => {
  const stop =
    /\s?(?:,\s(?:de la|du|des|de l['’]|pour|avec|sur|en|with|to|on|at|for)\s|\s?:\s|[()[\]]|(?<!(?:^|\s)(?:M|Mr|Mrs|Ms|Dr|Pr|Prof|St|H\.E|S\.E))\.(?:\s|$)|\s[–—]\s|\s-\s|\s=>|;)/u.exec(
      text.slice(from, from + 300),
    );
  return stop ? from + stop.index : Math.min(text.length, from + 300);
};

/** "animé par X", "led by X", "Animation : X", "présentation des animateurs de l'atelier A / B". */
export const findLead = (text: string): NamedLead | undefined => {
  const line = text.slice(0, 1_000);
  const named = ofAnimators.exec(line) ?? by.exec(line) ?? label.exec(line);
  if (!named) return undefined;
  const start = named.index + named[0].length;
  const end = endOfName(line, start);
  const name = line.slice(start, end).replace(/[\s.,;:]+$/u, '');
  if (!name || !/\p{L}/u.test(name) || name.length > 160) return undefined;
  return { from: named.index, to: end, ...(isCounted(name) ? {} : { name }) };
};

/** "A, B et C" → three names; a person followed by a function is one ("Jean DUPONT, directeur"). */
export const splitNames = (list: string): string[] =>
  list
    .split(/\s?[,;/|]\s?|\s(?:et|and|&|\+)\s(?=(?:la |le |les |the |l['’])?\p{Lu})/u)
    .map((name) =>
      name
        .trim()
        .replace(/^(?:la|le|les|the)\s|^l['’]/iu, '')
        .replace(/[.\s]+$/u, ''),
    )
    .filter((name) => /\p{L}/u.test(name) && !isUnnamed(name));

/** The lead of a slot: without the function that follows a person's name. */
export const leadName = (name: string): string => {
  const [first = name, second] = name.split(/,\s/u);
  return second !== undefined &&
    (/^\p{Ll}/u.test(second) || peopleOf(first, false).length > 0 ? !/^\p{Lu}\p{Ll}+ \p{Lu}/u.test(second) : false)
    ? first
    : name;
};
