import type { HttpProblemCode } from '../../shared/protocol/http.ts';
import type { Problem } from '../../shared/protocol/messages.ts';
import { type RejectionCode, rejectionCodes } from '../../shared/workshop/problems.ts';
import type { Language } from '../../shared/workshop/state.ts';
import type { ApiProblem } from '../net/api.ts';
import type { Catalogue } from './catalogue.ts';

/** What happened, what was kept, what to do next: for every expected "no" of the rules. */
export const rejectionWords: Catalogue<Record<RejectionCode, string>> = {
  fr: {
    workshop_unknown: 'Cet atelier n’existe pas ou a été effacé. Vérifiez le lien, ou demandez-en un nouveau à l’hôte.',
    workshop_exists:
      'Cet atelier est déjà créé\u00a0: rien n’a été fait en double. Rechargez la page pour le retrouver.',
    workshop_ended: 'L’atelier est terminé. Tout ce qui a été écrit est gardé dans le compte rendu.',
    agenda_empty: 'L’agenda est vide\u00a0: ajoutez au moins une séquence, puis démarrez.',
    agenda_already_started: 'L’agenda est déjà démarré\u00a0: rien n’a changé. L’écran montre où il en est.',
    agenda_not_started: 'L’agenda n’est pas encore démarré\u00a0: rien n’a changé. Démarrez-le d’abord.',
    agenda_not_running: 'L’horloge ne tourne pas\u00a0: rien n’a changé. Reprenez l’agenda, puis recommencez.',
    agenda_not_paused: 'L’agenda n’est pas en pause\u00a0: rien n’a changé.',
    clock_changed:
      'L’heure de fin vient d’être changée par quelqu’un d’autre. Votre geste n’a pas été ajouté au sien\u00a0: regardez l’horloge, et recommencez si besoin.',
    slot_unknown: 'Cette séquence n’est plus dans l’agenda\u00a0: rien n’a changé.',
    too_many_slots: 'L’agenda a atteint son nombre maximal de séquences\u00a0: rien n’a été ajouté.',
    slot_already_started: 'Cette séquence a déjà commencé\u00a0: elle garde son contenu et sa place.',
    slot_not_current:
      'L’agenda a avancé entre-temps, sans doute par un autre hôte. Rien n’a été fait deux fois\u00a0: l’écran montre la séquence en cours.',
    slot_not_breakout: 'Cette séquence n’est pas un travail en groupes\u00a0: rien n’a changé.',
    slot_not_restitution:
      'Cette séquence n’est pas une restitution\u00a0: rien n’a changé. Passez d’abord à la restitution.',
    no_next_slot: 'C’est la dernière séquence\u00a0: rien n’a changé. Vous pouvez terminer l’atelier.',
    no_previous_slot: 'C’est la première séquence\u00a0: rien n’a changé.',
    group_unknown: 'Ce groupe n’existe plus\u00a0: rien n’a changé.',
    group_has_people: 'Ce groupe a du monde ou des contributions\u00a0: il est gardé. Déplacez d’abord les personnes.',
    too_few_groups: 'Il faut garder au moins un groupe\u00a0: rien n’a changé.',
    too_many_groups: 'Le nombre maximal de groupes est atteint\u00a0: rien n’a été ajouté.',
    groups_not_formed: 'Les groupes ne sont pas encore formés\u00a0: rien n’a changé. Formez-les d’abord.',
    groups_in_use: 'Les groupes de cette séquence sont déjà formés\u00a0: elle reste telle quelle, et rien n’a changé.',
    groups_changed:
      'Les groupes ont changé entre-temps\u00a0: rien n’a été déplacé. Regardez où chacun se trouve, et recommencez.',
    group_merged: 'Ce groupe a rejoint un autre groupe\u00a0: rien n’a changé.',
    room_changed: 'Ce groupe a une autre salle\u00a0: rien n’a changé.',
    group_full:
      'Ce groupe est complet. Votre choix précédent est gardé\u00a0: choisissez un groupe où il reste de la place.',
    choice_closed: 'Le choix des groupes est clos\u00a0: rien n’a changé. Vous verrez votre groupe à l’ouverture.',
    too_many_people:
      'Le nombre maximal de personnes est atteint\u00a0: aucune n’a été ajoutée. Celles qui étaient là sont gardées.',
    animator_by_link:
      'Cette personne anime grâce au lien d’animation du groupe\u00a0: elle garde ce rôle. Révoquez son lien pour le lui retirer.',
    place_taken:
      'Quelqu’un vient d’entrer à cette place\u00a0: rien n’a changé. Entrez comme une autre personne, l’hôte peut corriger ensuite.',
    recipe_unknown: 'Cette recette n’existe plus\u00a0: rien n’a changé.',
    too_many_recipes:
      'Le nombre maximal de recettes est atteint\u00a0: celle-ci n’a pas été enregistrée. Effacez-en une, puis recommencez.',
    earlier_unknown: 'Ces groupes précédents ne sont plus dans la liste\u00a0: rien n’a changé.',
    too_many_earlier:
      'La liste des groupes précédents est pleine\u00a0: rien n’a été ajouté. Effacez-en une ligne, puis recommencez.',
    breakout_not_open: 'Les groupes ne sont pas ouverts\u00a0: rien n’a changé.',
    breakout_already_open: 'Les groupes sont déjà ouverts\u00a0: rien n’a été fait deux fois.',
    person_unknown: 'Cette personne n’est plus dans l’atelier. Ce qu’elle a écrit est gardé.',
    person_not_placed: 'Cette personne n’est dans aucun groupe\u00a0: placez-la d’abord.',
    not_your_group:
      'Ceci appartient à un autre groupe\u00a0: rien n’a changé. Si vous avez changé de groupe, votre texte est encore ici, à copier.',
    answers_closed:
      'Le temps de réponse est terminé\u00a0: cette réponse n’a pas été ajoutée. Votre texte est encore ici\u00a0: copiez-le, ou donnez-le à l’animateur·rice.',
    too_many_answers:
      'Vous avez écrit le nombre maximal de réponses pour ce groupe\u00a0: celle-ci n’a pas été ajoutée. Votre texte est encore ici, à copier.',
    answer_unknown: 'Cette réponse n’existe plus\u00a0: elle a sans doute été retirée. Rien d’autre n’a changé.',
    answer_not_yours: 'Seule la personne qui a écrit cette réponse peut la modifier\u00a0: rien n’a changé.',
    answer_is_yours: 'On ne soutient pas sa propre réponse\u00a0: rien n’a changé.',
    prompt_unknown:
      'Cette question a été retirée. Votre texte est encore ici\u00a0: copiez-le sous une autre question.',
    authors_already_promised:
      'Des personnes ont déjà écrit en sachant leur nom caché\u00a0: cette promesse est tenue, l’option reste telle quelle.',
    key_idea_unknown:
      'Cette idée force n’existe plus\u00a0: rien d’autre n’a changé. Votre texte est encore ici, à copier.',
    key_idea_changed:
      'Quelqu’un d’autre vient de modifier cette idée force. Sa version est gardée, la vôtre est encore ici\u00a0: comparez, puis enregistrez.',
    key_idea_without_citation:
      'Chaque idée force doit citer au moins une réponse\u00a0: rien n’a été remis. Ajoutez une citation, puis recommencez.',
    key_ideas_wrong_count:
      'Ce n’est pas le nombre d’idées forces attendu\u00a0: rien n’a été remis, tout est gardé. Ajustez le choix, puis remettez.',
    key_ideas_submitted: 'Les idées forces sont déjà remises\u00a0: rien n’a changé. Rouvrez-les pour les modifier.',
    key_ideas_not_submitted: 'Les idées forces ne sont pas encore remises\u00a0: rien n’a changé.',
    key_ideas_presented: 'Ces idées forces ont été présentées en plénière\u00a0: elles sont désormais définitives.',
    lens_unknown: 'Cet axe de lecture n’est plus dans la liste\u00a0: rien n’a changé. Choisissez-en un autre.',
    themes_changed:
      'Quelqu’un d’autre vient de ranger les thèmes. Son rangement est gardé, votre geste n’a pas été fait\u00a0: regardez, et recommencez si besoin.',
    no_help_call: 'L’appel à l’aide a déjà reçu une réponse\u00a0: rien à faire de plus.',
    no_breakout_before:
      'Aucun travail en groupes ne précède cette restitution\u00a0: il n’y a rien à présenter. Vérifiez l’ordre des séquences.',
    link_unknown: 'Ce lien n’est pas reconnu. Vérifiez qu’il est entier, ou demandez-en un nouveau à l’hôte.',
    link_revoked: 'Ce lien a été révoqué\u00a0: demandez-en un nouveau à l’hôte.',
    link_is_last_host:
      'C’est le dernier lien d’hôte\u00a0: sans lui, plus personne ne pourrait mener l’atelier. Renouvelez-le plutôt.',
    id_taken: 'Cet envoi porte un numéro déjà utilisé\u00a0: rien n’a été écrasé. Recommencez.',
  },
  en: {
    workshop_unknown: 'This workshop does not exist or was erased. Check the link, or ask the host for a new one.',
    workshop_exists: 'This workshop already exists: nothing was done twice. Reload the page to find it.',
    workshop_ended: 'The workshop is over. Everything that was written is kept in the report.',
    agenda_empty: 'The agenda is empty: add at least one slot, then start.',
    agenda_already_started: 'The agenda has already started: nothing changed. The screen shows where it stands.',
    agenda_not_started: 'The agenda has not started yet: nothing changed. Start it first.',
    agenda_not_running: 'The clock is not running: nothing changed. Resume the agenda, then try again.',
    agenda_not_paused: 'The agenda is not paused: nothing changed.',
    clock_changed:
      'Someone else has just changed the end time. Your change was not added to theirs: look at the clock, and try again if needed.',
    slot_unknown: 'This slot is no longer in the agenda: nothing changed.',
    too_many_slots: 'The agenda has reached its largest number of slots: nothing was added.',
    slot_already_started: 'This slot has already started: it keeps its content and its place.',
    slot_not_current:
      'The agenda moved on meanwhile, most likely by another host. Nothing was done twice: the screen shows the current slot.',
    slot_not_breakout: 'This slot is not a breakout: nothing changed.',
    slot_not_restitution: 'This slot is not a restitution: nothing changed. Move to the restitution first.',
    no_next_slot: 'This is the last slot: nothing changed. You can end the workshop.',
    no_previous_slot: 'This is the first slot: nothing changed.',
    group_unknown: 'This group no longer exists: nothing changed.',
    group_has_people: 'This group has people or contributions: it is kept. Move its people first.',
    too_few_groups: 'At least one group must remain: nothing changed.',
    too_many_groups: 'The largest number of groups is reached: nothing was added.',
    groups_not_formed: 'The groups are not formed yet: nothing changed. Form them first.',
    groups_in_use: 'The groups of this slot are formed already: it stays as it is, and nothing was changed.',
    groups_changed: 'The groups have changed meanwhile: nobody was moved. See where everyone is, and try again.',
    group_merged: 'This group has joined another one: nothing changed.',
    room_changed: 'This group has another room: nothing changed.',
    group_full: 'This group is full. Your earlier choice is kept: pick a group with places left.',
    choice_closed: 'Choosing groups is over: nothing changed. You will see your group when they open.',
    too_many_people: 'The largest number of people is reached: nobody was added. Those who were there are kept.',
    animator_by_link:
      'This person animates through the group’s animator link: they keep this role. Revoke the link to take it away.',
    place_taken:
      'Somebody has just come in at this place: nothing changed. Enter as another person, the host can put it right later.',
    recipe_unknown: 'This recipe is gone: nothing changed.',
    too_many_recipes: 'The largest number of recipes is reached: this one was not saved. Delete one, then try again.',
    earlier_unknown: 'These earlier groups are no longer listed: nothing changed.',
    too_many_earlier: 'The list of earlier groups is full: nothing was added. Delete one, then try again.',
    breakout_not_open: 'The groups are not open: nothing changed.',
    breakout_already_open: 'The groups are already open: nothing was done twice.',
    person_unknown: 'This person is no longer in the workshop. What they wrote is kept.',
    person_not_placed: 'This person is in no group: place them first.',
    not_your_group:
      'This belongs to another group: nothing changed. If you changed groups, your text is still here to copy.',
    answers_closed:
      'Time for answers is over: this answer was not added. Your text is still here: copy it, or give it to the animator.',
    too_many_answers:
      'You have written the largest number of answers for this group: this one was not added. Your text is still here to copy.',
    answer_unknown: 'This answer no longer exists: it was probably withdrawn. Nothing else changed.',
    answer_not_yours: 'Only the person who wrote this answer can change it: nothing changed.',
    answer_is_yours: 'People do not support their own answers: nothing changed.',
    prompt_unknown: 'This prompt was taken out. Your text is still here: copy it under another prompt.',
    authors_already_promised:
      'People have already written knowing that their names are hidden: that promise holds, and the option stays as it is.',
    key_idea_unknown: 'This key idea no longer exists: nothing else changed. Your text is still here to copy.',
    key_idea_changed:
      'Someone else has just changed this key idea. Their version is kept, yours is still here: compare, then save.',
    key_idea_without_citation:
      'Every key idea must cite at least one answer: nothing was submitted. Add a citation, then try again.',
    key_ideas_wrong_count:
      'That is not the expected number of key ideas: nothing was submitted, everything is kept. Adjust the choice, then submit.',
    key_ideas_submitted: 'The key ideas are already submitted: nothing changed. Reopen them to edit.',
    key_ideas_not_submitted: 'The key ideas are not submitted yet: nothing changed.',
    key_ideas_presented: 'These key ideas were presented to the plenary: they are final now.',
    lens_unknown: 'This lens is no longer in the list: nothing changed. Choose another one.',
    themes_changed:
      'Someone else has just arranged the themes. Their arrangement is kept, yours was not made: have a look, and try again if needed.',
    no_help_call: 'The call for help was already answered: nothing more to do.',
    no_breakout_before:
      'No breakout comes before this restitution: there is nothing to present. Check the order of the slots.',
    link_unknown: 'This link is not recognised. Check that it is complete, or ask the host for a new one.',
    link_revoked: 'This link was revoked: ask the host for a new one.',
    link_is_last_host: 'This is the last host link: without it nobody could run the workshop. Renew it instead.',
    id_taken: 'This message carries a number already in use: nothing was overwritten. Try again.',
  },
};

export const httpProblemWords: Catalogue<Record<HttpProblemCode, string>> = {
  fr: {
    invalid:
      'Un champ n’a pas la forme attendue\u00a0: rien n’a été enregistré, votre saisie est encore là. Corrigez-le, puis recommencez.',
    denied:
      'Cette clé ou ce lien ne donne pas ce droit\u00a0: rien n’a changé. Reprenez le lien d’origine, ou demandez-en un nouveau.',
    not_found: 'Rien ne correspond à ce lien ou à ce code. Vérifiez-le, ou demandez-le de nouveau à l’hôte.',
    too_many_requests: 'Trop d’essais en peu de temps\u00a0: rien n’est perdu. Attendez une minute, puis recommencez.',
    too_large:
      'C’est trop volumineux pour être envoyé\u00a0: rien n’a été enregistré, votre saisie est encore là. Raccourcissez, puis recommencez.',
    fault: 'Le serveur a eu un problème\u00a0: votre saisie est encore là. Recommencez dans un instant.',
    sign_in_refused:
      'Aparté n’a pas reconnu votre compte Microsoft. Rien n’est perdu\u00a0: entrez avec le code de l’atelier, et prévenez votre équipe informatique.',
    sign_in_expired: 'Teams a donné une preuve d’identité périmée. Rien n’est perdu\u00a0: réessayez.',
    sign_in_unavailable:
      'Microsoft ne répond pas pour vérifier votre compte. Réessayez dans un instant, ou entrez avec le code de l’atelier.',
    tenant_not_allowed:
      'Votre organisation n’est pas de celles que cet Aparté reconnaît. Entrez avec le code de l’atelier\u00a0: vous participerez tout autant.',
    person_removed: 'Un hôte vous a retiré·e de cet atelier. Ce que vous avez écrit est gardé\u00a0: parlez-lui-en.',
    account_taken:
      'Votre compte Teams est déjà quelqu’un dans cet atelier\u00a0: rien n’a changé. Dans Teams, choisissez «\u00a0Continuer sur mon téléphone\u00a0»\u00a0: votre téléphone deviendra cette même personne.',
    may_not_link:
      'Teams ne confirme pas que vous organisez ou présentez cette réunion\u00a0: rien n’a changé. Demandez à la personne qui l’organise, ou donnez le code de l’atelier.',
    pass_unknown: 'Ce code a déjà servi, ou il a plus de dix minutes. Demandez-en un nouveau sur l’autre appareil.',
    graph_consent_needed: 'Microsoft attend votre accord\u00a0: rien n’a changé.',
    graph_refused: 'Microsoft a refusé\u00a0: rien n’a changé.',
    graph_unavailable: 'Microsoft ne répond pas\u00a0: rien n’a changé.',
  },
  en: {
    invalid:
      'A field does not have the expected form: nothing was saved, what you typed is still here. Correct it, then try again.',
    denied:
      'This key or link does not give that right: nothing changed. Go back to the original link, or ask for a new one.',
    not_found: 'Nothing matches this link or code. Check it, or ask the host again.',
    too_many_requests: 'Too many tries in a short time: nothing is lost. Wait a minute, then try again.',
    too_large:
      'This is too large to send: nothing was saved, what you typed is still here. Shorten it, then try again.',
    fault: 'The server had a problem: what you typed is still here. Try again in a moment.',
    sign_in_refused:
      'Aparté did not recognise your Microsoft account. Nothing is lost: enter with the workshop’s code, and tell your IT team.',
    sign_in_expired: 'Teams gave a proof of identity that is out of date. Nothing is lost: try again.',
    sign_in_unavailable:
      'Microsoft does not answer to check your account. Try again in a moment, or enter with the workshop’s code.',
    tenant_not_allowed:
      'Your organisation is not one that this Aparté recognises. Enter with the workshop’s code: you will take part just as much.',
    person_removed: 'A host has removed you from this workshop. What you wrote is kept: talk to them about it.',
    account_taken:
      'Your Teams account already is somebody in this workshop: nothing changed. In Teams, choose “Continue on my phone”: your phone will become that same person.',
    may_not_link:
      'Teams does not confirm that you organise or present this meeting: nothing changed. Ask whoever organises it, or give out the workshop’s code.',
    pass_unknown: 'This code was used already, or is older than ten minutes. Ask for a new one on the other device.',
    graph_consent_needed: 'Microsoft waits for your agreement: nothing changed.',
    graph_refused: 'Microsoft refused: nothing changed.',
    graph_unavailable: 'Microsoft does not answer: nothing changed.',
  },
};

/** The kinds of problem that are not a rejection by the rules. */
type PlainProblemKind = Exclude<Problem['kind'], 'rejected'>;

const plainProblemWords: Catalogue<Record<PlainProblemKind, string>> = {
  fr: {
    invalid:
      'Un champ n’a pas la forme attendue\u00a0: rien n’a changé, votre texte est encore ici. Corrigez-le, puis recommencez.',
    denied: 'Votre rôle ne permet pas ce geste\u00a0: rien n’a changé. Demandez à l’hôte de plénière.',
    busy: 'Beaucoup de monde agit en même temps\u00a0: votre geste est gardé sur cet appareil et repart tout seul.',
    outdated: 'Aparté a été mis à jour\u00a0: rechargez la page. Ce que vous avez écrit est gardé sur cet appareil.',
    fault:
      'Le serveur a eu un problème\u00a0: rien n’a changé, votre texte est encore ici. Recommencez dans un instant.',
  },
  en: {
    invalid:
      'A field does not have the expected form: nothing changed, your text is still here. Correct it, then try again.',
    denied: 'Your role does not allow this: nothing changed. Ask the plenary host.',
    busy: 'Many people are acting at once: your action is kept on this device and will go by itself.',
    outdated: 'Aparté was updated: reload the page. What you wrote is kept on this device.',
    fault: 'The server had a problem: nothing changed, your text is still here. Try again in a moment.',
  },
};

const referenceWords: Catalogue<(reference: string) => string> = {
  fr: (reference) => ` Référence à donner à l’équipe technique\u00a0: ${reference}.`,
  en: (reference) => ` Reference for the technical team: ${reference}.`,
};

const networkWords: Catalogue<string> = {
  fr: 'Le serveur ne répond pas\u00a0: votre saisie est encore là. Vérifiez la connexion, puis recommencez.',
  en: 'The server does not answer: what you typed is still here. Check the connection, then try again.',
};

const isRejection = (code: string): code is RejectionCode => (rejectionCodes as readonly string[]).includes(code);

/** One sentence or two for a command that had no effect. */
export function describeProblem(problem: Problem, language: Language): string {
  if (problem.kind === 'rejected') return rejectionWords[language][problem.code];
  const words = plainProblemWords[language][problem.kind];
  return problem.kind === 'fault' ? words + referenceWords[language](problem.reference) : words;
}

/** The same for an HTTP request; also when no answer came at all (`unreachable`). */
export function describeHttpProblem(problem: ApiProblem, language: Language): string {
  if (problem.code === 'unreachable') return networkWords[language];
  const words = isRejection(problem.code)
    ? rejectionWords[language][problem.code]
    : httpProblemWords[language][problem.code];
  return problem.reference === undefined ? words : words + referenceWords[language](problem.reference);
}
