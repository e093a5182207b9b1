import type { Manifest } from '../manifest.ts';

/** One registration signs people in and is the bot; the package has an id of its own. */
export function idProblems({ id, bots = [], webApplicationInfo }: Manifest): readonly string[] {
  const clientId = webApplicationInfo?.id;
  const [bot] = bots;
  return [
    ...(bot === undefined ? ['/bots: is missing'] : []),
    ...(bot === undefined || bot.botId === clientId ? [] : ['/bots/0/botId: must be the id in /webApplicationInfo']),
    ...(id === clientId ? ['/id: must differ from the id in /webApplicationInfo'] : []),
    ...[id, clientId].filter((one) => one !== undefined && /^[0-]+$/.test(one)).map(() => '/id: is all zeros'),
  ];
}
