import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCommand } from '../../../bot/teams/readCommand.ts';

const template = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../manifest/template/${name}`, import.meta.url), 'utf8'));
const manifest = template('manifest.json') as {
  readonly bots: readonly {
    readonly commandLists: readonly { readonly commands: readonly { readonly title: string }[] }[];
  }[];
};
const english = template('en.json') as Readonly<Record<string, string>>;

type Example = readonly [
  text: string,
  kind?: string | undefined,
  language?: 'fr' | 'en' | undefined,
  amount?: number | undefined,
];
const examples: readonly Example[] = [
  ['<at>Aparté</at> Où suis-je ?', 'whereAmI', 'fr'],
  ['<at id="0">Aparté</at>&nbsp;OU SUIS JE', 'whereAmI', 'fr'],
  ['Where am I?', 'whereAmI', 'en'],
  ['mon groupe, s’il te plaît', 'whereAmI', 'fr'],
  ['aide', 'help', 'fr'],
  ['@Aparté AIDE !', 'help', 'fr'],
  ['help', 'help', 'en'],
  ['?', 'help'],
  ['Groupes', 'groups', 'fr'],
  ['groups', 'groups', 'en'],
  ['Temps ?', 'timeLeft', 'fr'],
  ['Combien de temps reste-t-il ?', 'timeLeft', 'fr'],
  ['time left', 'timeLeft', 'en'],
  ['+3 minutes', 'extend', undefined, 180_000],
  ['+ 3', 'extend', undefined, 180_000],
  ['+10 min.', 'extend', undefined, 600_000],
  ['Ajoute 5 minutes', 'extend', 'fr', 300_000],
  ['Add 5 minutes please', 'extend', 'en', 300_000],
  ['-2 minutes', 'shorten', undefined, 120_000],
  ['\u22122\u00a0minutes', 'shorten', undefined, 120_000],
  ['moins 2 min', 'shorten', 'fr', 120_000],
  ['Suivant', 'next', 'fr'],
  ['Séquence suivante', 'next', 'fr'],
  ['next', 'next', 'en'],
  ['précédent', 'previous', 'fr'],
  ['back', 'previous', 'en'],
  ['pause', 'pause'],
  ['Reprendre', 'resume', 'fr'],
  ['resume', 'resume', 'en'],
  ['Retour en plénière', 'recall', 'fr'],
  ['Bring everyone back!', 'recall', 'en'],
  ['Bonjour Aparté, où suis\u2011je ?', 'whereAmI', 'fr'],
  ['Où est ma salle ?', 'whereAmI', 'fr'],
  ['je suis dans quel groupe ?', 'whereAmI', 'fr'],
  ['Where’s my group?', 'whereAmI', 'en'],
  ['hi, which group?', 'whereAmI', 'en'],
  ['quels sont les groupes ?', 'groups', 'fr'],
  ['show groups', 'groups', 'en'],
  ['temp restant', 'timeLeft', 'fr'],
  ['Combien il reste ?', 'timeLeft', 'fr'],
  ['how much time do we have left?', 'timeLeft', 'en'],
  ['how much time left', 'timeLeft', 'en'],
  ['3 minutes de plus', 'extend', 'fr', 180_000],
  ['Rajoutez 3 min', 'extend', 'fr', 180_000],
  ['prolonge de 5 minutes', 'extend', 'fr', 300_000],
  ['encore 2 minutes', 'extend', 'fr', 120_000],
  ['3 more minutes', 'extend', 'en', 180_000],
  ['raccourcis de 2 minutes', 'shorten', 'fr', 120_000],
  ['2 minutes de moins', 'shorten', 'fr', 120_000],
  ['Étape suivante', 'next', 'fr'],
  ['Passez à la suite', 'next', 'fr'],
  ['next step', 'next', 'en'],
  ['mets en pause', 'pause', 'fr'],
  ['Reprends', 'resume', 'fr'],
  ['Rappelle tout le monde', 'recall', 'fr'],
  ['ramène tout le monde', 'recall', 'fr'],
  ['call everyone back', 'recall', 'en'],
  ['Groupe n° 2', 'claimChat', 'fr', 2],
  ['ceci est le groupe 2', 'claimChat', 'fr', 2],
  // What is not meant for the clock does not move it.
  ['on continue', undefined],
  ['il faut 3 minutes', undefined],
  ['la suite demain', undefined],
  ['encore', undefined],
  ['groupe 2', 'claimChat', 'fr', 2],
  ['This is the chat of group 12', 'claimChat', 'en', 12],
  ['+0 minutes', undefined],
  ['+300 minutes', undefined],
  ['le mentorat est une bonne idée', undefined],
  ['', 'help'],
  ['<at>Aparté</at> bonjour', 'help'],
];

describe('what people write to the bot', () => {
  const cases = examples.map(([text, kind, language, amount]) => ({ text, kind, language, amount }));
  it.each(cases)('MB10 "$text" is $kind', ({ text, kind, language, amount }) => {
    const { command, ...read } = readCommand(text);
    expect(command?.kind).toBe(kind);
    expect(read.language).toBe(language);
    if (amount !== undefined) expect(Object.values(command ?? {})).toContain(amount);
  });

  it('MB10 every command that Teams offers when somebody mentions the bot is understood, and the same in both languages', () => {
    const offered = manifest.bots.flatMap(({ commandLists }, bot) =>
      commandLists.flatMap(({ commands }, list) =>
        commands.map(({ title }, nth) => ({
          title,
          translated: english[`bots[${bot}].commandLists[${list}].commands[${nth}].title`] ?? '',
        })),
      ),
    );
    expect(offered.length).toBeGreaterThan(0);
    for (const { title, translated } of offered) {
      const { command, language = 'fr' } = readCommand(title);
      expect(command, title).toBeDefined();
      expect(language, title).toBe('fr');
      const inEnglish = readCommand(translated);
      expect(inEnglish.command, translated).toEqual(command);
      expect(inEnglish.language ?? 'en', translated).toBe('en');
    }
  });

  it('MB10 any text is read, or is nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 2_000 }), (text) => {
        expect(() => readCommand(text)).not.toThrow();
      }),
    );
  });
});
