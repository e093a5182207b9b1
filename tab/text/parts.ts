import { catalogue } from './catalogue.ts';

/** Words of the small components. */
export const partsWords = catalogue(
  {
    skip: 'Aller au contenu',
    switchLanguage: 'Passer en anglais (English)',
    theme: (name: string) => `Thème\u00a0: ${name}`,
    system: 'automatique',
    light: 'clair',
    dark: 'sombre',
    close: 'Fermer',
    cancel: 'Annuler',
    copy: 'Copier',
    copyThis: (label: string) => `Copier\u00a0: ${label}`,
    copied: 'Copié',
    copyFailed: 'Copie refusée par le navigateur\u00a0: sélectionnez le texte et copiez-le.',
    qrCode: 'Code QR du lien',
  },
  {
    skip: 'Skip to content',
    switchLanguage: 'Switch to French (Français)',
    theme: (name: string) => `Theme: ${name}`,
    system: 'automatic',
    light: 'light',
    dark: 'dark',
    close: 'Close',
    cancel: 'Cancel',
    copy: 'Copy',
    copyThis: (label: string) => `Copy: ${label}`,
    copied: 'Copied',
    copyFailed: 'The browser refused to copy: select the text and copy it yourself.',
    qrCode: 'QR code of the link',
  },
);
