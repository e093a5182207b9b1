import type { PersonField } from './columns.ts';
import { plainWords } from './plainWords.ts';

/** What the header of a column says: a field, an attribute in any case, nothing to keep; undefined when it is unknown. */
export type HeaderMeaning = PersonField | 'fullName' | 'attribute' | 'ignored' | undefined;

/** Read in this order, on words without accents: "Type de structure" is no structure, "Nom de la structure" is one. */
const meanings: readonly (readonly [Exclude<HeaderMeaning, undefined>, RegExp])[] = [
  [
    'email',
    /^(votre |your |adresse |address )*(e ?mail|mail|mel|courriel|adresse electronique|upn)s?\b|\bemail address$|^user principal name$/,
  ],
  ['email', /\b(e ?mail|courriel)( (pro|professionnel|professionnelle|address))?$/],
  ['firstName', /^(votre |your )?(prenoms?|first ?names?|given ?names?|forenames?)( usuel)?$/],
  [
    'fullName',
    /^(votre |your )?(noms? (et |and )?prenoms?|prenoms? (et |and )?noms?|nom complet|full ?name|display ?name|first (and )?last names?)\b/,
  ],
  [
    'fullName',
    /^(personne|participants?|participant e( s)?|inscrit e( s)?|participantes?|attendees?|invites?|inscrits?|invitees?)$/,
  ],
  ['lastName', /^(nom de famille|nom d usage|nom usuel|nom de naissance|last ?names?|surnames?|family ?names?)$/],
  ['name', /^(votre |your )?(noms?|names?)( (du|de la|of the) (participant|participante|personne|attendee))?$/],
  [
    'earlierGroup',
    /\b(groupe?|salle|room|table)\b.*\b(precedente?|derniere?|passee?|ancien|earlier|previous|last|rencontre|before)\b/,
  ],
  ['earlierGroup', /\b(ancien|earlier|previous|last|dernier) (groupe?|room|table)\b|^groupe? \d+$|^group$/],
  [
    'pinnedGroup',
    /^(numero |n |no )?(de |du )?(groupe|salle|room|table|sous groupe|groupe de travail|breakout|breakout group|breakout room|working group)( (fixe|fixee|imposee?|impose|number|fixed))?$/,
  ],
  ['pinnedGroup', /^(pinned|fixed|imposed) group$|^groupe? (numero|no|n)$/],
  ['attribute', /^(types?|kind|categories?|category|taille|size|secteur|sector|statut|status)\b/],
  ['attribute', /\b(type|kind|category)$/],
  [
    'ignored',
    /\b(telephone|tel|phone|mobile|portable|gsm|fax|date|horodateur|horodatage|timestamp|commentaires?|comments?|remarques?|notes?|rgpd|gdpr|consentement|consent|mot de passe|password|photo|url|siret|signature|emargement)\b/,
  ],
  [
    'ignored',
    /^(id|identifiant|ref|reference|n|no|numero|num|rang|ligne|civilite|title|titre|adresse|address|adresse postale|rue|cp|code postal|postcode|zip|zip code|heure|time|ip|duree|duration)\b|\bid$/,
  ],
  [
    'attribute',
    /^(regions?|departements?|territoires?|territory|villes?|city|town|communes?|pays|country|roles?|fonctions?|function|job|job title|postes?|metiers?|profils?|profile|qualite|premiere fois|first time|nouveau|nouvelle|animat\w*|facilitat\w*|langues?|languages?|niveaux?|level|competences?|skills?|themes?|themati\w*|binomes?|elue?s?|lsf|genre|gender|college|promotion|service|direction|equipe|team)\b/,
  ],
  [
    'organisation',
    /\b(organisations?|organizations?|organismes?|structures?|entreprises?|societes?|company|companies|employeurs?|employer|associations?|asso|etablissements?|institutions?|affiliation|collectivites?|employing)\b/,
  ],
];

/** In French or English, without regard to case, accents, signs and line ends. */
export function meaningOf(header: string): HeaderMeaning {
  const words = plainWords(header).join(' ');
  return words === '' ? undefined : meanings.find(([, pattern]) => pattern.test(words))?.[0];
}

/** Says who somebody is: a line without any such header is hardly the header of people. */
export const saysWho = (meaning: HeaderMeaning): boolean =>
  meaning === 'email' ||
  meaning === 'firstName' ||
  meaning === 'fullName' ||
  meaning === 'lastName' ||
  meaning === 'name';
