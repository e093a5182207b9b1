import { catalogue } from './catalogue.ts';

/** What a guest's page says of Teams: apart, so that a phone loads nothing else of it. */
export const passWords = catalogue(
  {
    codeForTeams: 'C’est moi dans Teams',
    codeForTeamsHint:
      'Dans Teams, à l’entrée de l’atelier, choisissez «\u00a0J’ai déjà rejoint sur mon téléphone\u00a0» et écrivez ce code. Il sert une fois, pendant dix minutes.',
    codeIs: (letters: string) => `Code\u00a0: ${letters}`,
  },
  {
    codeForTeams: 'That’s me in Teams',
    codeForTeamsHint:
      'In Teams, as you enter the workshop, choose “I have joined on my phone already” and write this code. It works once, for ten minutes.',
    codeIs: (letters: string) => `Code: ${letters}`,
  },
);
