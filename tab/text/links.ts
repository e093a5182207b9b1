import { catalogue } from './catalogue.ts';

/** Words for the ways into a workshop. */
export const linksWords = catalogue(
  {
    host: 'Hôte de plénière',
    hostHint: 'Gardez-le pour vous\u00a0: qui l’a mène l’atelier.',
    animator: 'Animateur·rice',
    animatorHint: 'Un lien par groupe, à envoyer à la personne qui l’anime.',
    animatorOf: (group: string, animator: string) =>
      animator === '' ? `Animation – ${group}` : `Animation – ${group} (${animator})`,
    participant: 'Participant·es',
    participantHint: 'Le même pour tout le monde\u00a0: dans l’invitation ou le chat de la réunion.',
    display: 'Écran',
    displayHint: 'À ouvrir sur l’ordinateur qui projette ou partage son écran.',
    code: 'Code à saisir\u00a0:',
    qr: 'Code QR\u00a0:',
    copyAll: 'Copier toutes les invitations',
    print: 'Imprimer',
    renew: 'Renouveler',
    revoke: 'Révoquer',
    renewAsk:
      'L’ancien lien cessera de fonctionner\u202f; un nouveau le remplace. Les personnes entrées par l’ancien devront prendre le nouveau.',
    renewAskParticipant:
      'L’ancien lien et son code à saisir cesseront de fonctionner pour les nouvelles arrivées\u202f; un lien et un code nouveaux les remplacent. Les personnes déjà là restent.',
    revokeAsk:
      'Ce lien cessera de fonctionner, et les personnes entrées par lui perdent leur accès. Ce qu’elles ont écrit est gardé.',
    revokeAskParticipant:
      'Plus personne ne pourra arriver par ce lien ni par son code à saisir\u202f; les personnes déjà là restent.',
    keep: 'Garder ce lien',
    renewNow: 'Renouveler le lien',
    revokeNow: 'Révoquer le lien',
  },
  {
    host: 'Plenary host',
    hostHint: 'Keep it to yourself: whoever has it runs the workshop.',
    animator: 'Animator',
    animatorHint: 'One link per group, to send to the person who runs it.',
    animatorOf: (group: string, animator: string) =>
      animator === '' ? `Animator – ${group}` : `Animator – ${group} (${animator})`,
    participant: 'Participants',
    participantHint: 'The same for everyone: in the invitation or the meeting chat.',
    display: 'Display',
    displayHint: 'To open on the computer that projects or shares its screen.',
    code: 'Code to type:',
    qr: 'QR code:',
    copyAll: 'Copy all invitations',
    print: 'Print',
    renew: 'Renew',
    revoke: 'Revoke',
    renewAsk:
      'The old link will stop working; a new one replaces it. People who came through the old one will need the new one.',
    renewAskParticipant:
      'The old link and its code will stop working for newcomers; a new link and a new code replace them. The people already here stay.',
    revokeAsk: 'This link will stop working, and the people who came through it lose access. What they wrote is kept.',
    revokeAskParticipant: 'Nobody will be able to arrive through this link or its code; the people already here stay.',
    keep: 'Keep this link',
    renewNow: 'Renew the link',
    revokeNow: 'Revoke the link',
  },
);
