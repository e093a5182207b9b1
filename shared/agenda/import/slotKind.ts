import type { SlotKind } from '../programme.ts';
import { folded, wordsOf } from './richText.ts';

/** The kind of a slot and whether only its words suggest it, so that a person should look. */
export interface KindGuess {
  readonly kind: SlotKind;
  readonly guessed: boolean;
}

// All patterns read folded text: lower case, no accents, straight apostrophes.
const rest =
  /\b(?:dejeuner|dejeuners|pause|pauses|lunch|break|coffee|repas|buffet|collation|gouter|diner|dinner|petit[- ]dej(?:euner)?|breakfast|cafe|the|tea|cocktail|aperitif|apero|recreation|refreshments|pique[- ]?nique|picnic|auberge espagnole|barbecue|pot (?:convivial|de depart|de l'amitie)|verre de l'amitie|temps libre|free time)\b|^libre$/;
/** A meal at which somebody works, and names that only sound like a rest. */
const noRest =
  /cafe[- ](?:debat|citoyen|philo|parents|participatif|des)|world cafe|dejeuner[- ](?:debat|conference|rencontre)|lunch (?:talk|and learn|session)|lunch-and-learn|ice[- ]?break|break[- ]?(?:out|ing|through|down)|after the break|before lunch|avant (?:la pause|le dejeuner)|apres (?:la pause|le dejeuner)|breakfast (?:talk|briefing)/;
/** These announce, prepare or comment something without being it ("Présentation des groupes"). */
const announces =
  /^(?:presentation|introduction|introducing|consignes?|constitution|composition|explication|explanation|explaining|briefing|brief|instructions?|annonce|rappel|preparation|preparing|preparer|organisation|resultats?|results?|bilan|retour sur|analyse|lancement|launch|mise en place|set[- ]?up|how|comment|point sur)\b/;
const breakoutWords =
  /\bsous[- ]groupes?\b|\b(?:en|in|into|par|of)\s(?:\d{1,2}\s|deux\s|trois\s|quatre\s|cinq\s|six\s|two\s|three\s|four\s|five\s|six\s|petits?\s|small\s)*(?:sous[- ]?)?(?:groupes?|groups?|binomes?|trinomes?|pairs|trios|equipes|teams|salles|rooms|tables|commissions?)\b|\bpar (?:equipes?|groupes?|tables?|binomes?|salles?|commissions?)\b|\btables de \d|\b(?:en|in|into) (?:[a-z-]+ ){0,2}(?:sous-)?(?:groupes|groups)\b|\bbreak[- ]?outs?\b|\bworking groups?\b|\bdiscussion groups?\b|\btable (?:discussions?|conversations?|talks?)\b|\bgroupe?s (?:de|of) \d|\btravail (?:de|en) groupes?\b|\btravaux (?:de|en) (?:sous-)?groupes?\b|\bgroup ?work\b|\b(?:small groups?|petits groupes)\b|\bin (?:twos|threes|fours|fives)\b|\bpar (?:deux|trois|quatre)$|\bworld cafe\b|\brepartition (?:des participants|en|dans)\b|\bsalles? (?:virtuelles?|teams|zoom)\b|\btables? (?:thematiques?|de travail)\b|\batelier(?:s)? (?:participatifs?|paralleles?|simultanes?|thematiques?|tournants?|en (?:petits|sous|groupe))|\bparallel (?:workshops|sessions|groups|rooms)\b|\bgroup (?:discussions?|exercises?|activity|session)\b/;
const restitutionWords =
  /\brestitutions?\b|\bretours? (?:en pleniere|en grand groupe|des (?:groupes|ateliers|parcours|sous-groupes|equipes|tables|travaux|binomes)|de(?: chaque)? groupes?)\b|\bpoints? saillants?\b|\breport(?:ing|s)?[- ]?(?:backs?|outs?)\b|\bfeed[- ]?back (?:from|by) (?:the |each )?(?:groups?|rooms?|tables?|teams?)|\bde-?brief(?:ing|s)?\b|\bmises? en commun\b|\bshar(?:e|ing)[- ]?back\b|\bgroup (?:reports?|feedback|presentations)\b|\bplenary (?:feedback|report|sharing|harvest)|\bback in plenary\b|\bharvest\b|\bidees? forces?\b|\brapports? des (?:commissions|groupes|ateliers|tables|rapporteurs)\b|\breports? (?:of|from|by) (?:the )?(?:(?:working|discussion|small|breakout) )?(?:groups|rooms|tables)\b|\bsynthese des (?:ateliers|groupes|travaux|tables|echanges en)\b|^(?:each|chaque) (?:group|groupe|table|team|equipe)\b|\bfeed ?back$|^feed ?back\b|\bplenary (?:discussion|session) and report|\b(?:groups?|rooms?|teams?) report\b/;
const qaWords =
  /\bquestions?\s?(?:\/|-|&|et|and|,)\s?(?:de )?(?:reponses?|answers?|reactions?|echanges?|discussions?|debats?)\b|\bq\s?(?:&|\/|and|et|-)\s?[ar]s?\b|\bquestions? (?:de la salle|du public|des participants|from|to the|time|of the|aux intervenants)\b|\bechanges?,? (?:via le chat|avec (?:la salle|le public|les participants|l'assistance|les intervenants|les habitants|les citoyens|les elus|les parents|les familles|les equipes))|\bopen floor\b|\bfloor discussion\b|\bvia (?:le|the) chat\b|\breactions?\s?(?:\/|et)\s?questions?\b|\btemps (?:de questions?|d'echanges? avec)\b|^temps d'echanges?$|^questions? (?:a|au|aux|pour|for)\b|^reactions?(?:$| (?:de la salle|du public|des participants|a chaud))|^questions?$|\bquestions and\b|\baudience questions\b|^(?:vos |your |any |dernieres |final |last )questions?\b|\bdiscussion with the (?:audience|room|floor)|^questions? (?:ouvertes|libres|diverses|du chat|et)\b/;
const pollWords =
  /\bsondages?\b|\bbrise[- ]?glace\b|\bpolls?\b|\bice[- ]?breakers?\b|\bquiz\b|\bmentimeter\b|\bwooclap\b|\bslido\b|\bkahoot\b|\bnuage de mots\b|\bword cloud\b|\bmeteo (?:des|du|interieure)|\bsurvey\b|\btemperature check\b|^(?:[a-z]+ )?votes?\b(?! of thanks)|\bvotations?\b|\b(?:dot )?voting\b|\bgommettes\b/;
const forumWords = /\bforum ouvert\b|\bopen[- ](?:space|forum)\b|\bbar ?camp\b|\bunconference\b|\bplace du marche\b/;
/** Two lines such as "Table 1 : …", "Table 2 : …" below a title: people share out. */
const placesBelow =
  /(?:^|\n)(table|groupe|group|room|salle|sous-groupe) (?:\d{1,2}|[a-h])\b[^\n]*\n\1 (?:\d{1,2}|[a-h])\b/;
/** A sequence called so is group work more often than not; a person should look. */
const namesWork =
  /^(?:(?:\d{1,2}|deux|trois|quatre|cinq|two|three|four|five)\s)?(?:ateliers?|workshops?)\b(?!\s(?:\d|[a-d]\b))/;
const maybeBreakout = /\bateliers?\b|\bworkshops?\b|\bgroupes?\b|\bgroups?\b|\bexerci[cs]es?\b|\bactivit(?:e|y|ies)\b/;

/** A rest is named at the head of its title: "Conclusion et rappel après la pause" is none. */
const isRest = (title: string): boolean => {
  const found = rest.exec(title);
  if (!found || noRest.test(title) || announces.test(title)) return false;
  if (found[0] === 'the' && !/\b(?:cafe|pause)\b.{0,6}\bthe\b|^the\b\s?(?:$|et |\/)/.test(title))
    return isRest(title.replace(/\bthe\b/g, ''));
  const before = wordsOf(title.slice(0, found.index)).length;
  return before <= 2 || wordsOf(title).length <= 5;
};

/**
 * The kind that the words of a slot say. `title` decides; `whole` (title and what follows on its line) and `details`
 * (the lines below) only settle what the title leaves open.
 */
export const guessKind = (title: string, whole: string, details: string): KindGuess => {
  const name = folded(title.slice(0, 300));
  const line = folded(whole.slice(0, 600));
  const below = folded(details.slice(0, 2_000));
  if (isRest(name))
    return { kind: 'break', guessed: /\b(?:cafe|cocktail)\b/.test(name) && /accueil|welcome|registration/.test(name) };
  if (forumWords.test(name)) return { kind: 'openForum', guessed: false };
  if (
    announces.test(name) &&
    !/\b(?:restitution|reponses)\b.{0,20}\b(?:groupes?|plenieres?)\b/.test(name.replace(/^preparation.*/, ''))
  ) {
    return { kind: 'talk', guessed: maybeBreakout.test(name) };
  }
  if (restitutionWords.test(name)) return { kind: 'restitution', guessed: false };
  if (pollWords.test(name)) return { kind: 'poll', guessed: false };
  if (breakoutWords.test(name)) return { kind: 'breakout', guessed: false };
  if (qaWords.test(name)) return { kind: 'qa', guessed: false };
  if (forumWords.test(line)) return { kind: 'openForum', guessed: true };
  if (restitutionWords.test(line) && !maybeBreakout.test(name)) return { kind: 'restitution', guessed: true };
  if (breakoutWords.test(line)) return { kind: 'breakout', guessed: true };
  if (placesBelow.test(below)) return { kind: 'breakout', guessed: true };
  if (namesWork.test(name)) return { kind: 'breakout', guessed: true };
  if (maybeBreakout.test(name) && breakoutWords.test(below)) return { kind: 'breakout', guessed: true };
  if (
    /^retours? des parcours|^- ?retours? des/.test(below) ||
    /restitution par (?:parcours|groupe|atelier)/.test(below)
  ) {
    return { kind: 'restitution', guessed: true };
  }
  return { kind: 'talk', guessed: maybeBreakout.test(name) };
};
