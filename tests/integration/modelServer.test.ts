import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import type { AnimatorView, View } from '../../shared/views/views.ts';
import { type ChatCall, type ChatEndpoint, openChatEndpoint } from '../doubles/chatEndpoint.ts';
import { openPage, type TestPage } from '../doubles/testPage.ts';
import { foundWorkshop, joinAs, startServer, type TestServer, tokenOf } from '../doubles/testServer.ts';
import { breakoutSlot, inGroup } from '../doubles/workshopScenario.ts';

const closing: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

const answers = [
  'Mutualiser les achats entre associations du territoire',
  'La mutualisation des achats proposée par Zoé-Lune',
  'Un fonds commun alimenté par les entreprises locales',
  'Créer un fonds commun avec les entreprises',
];

function reply({ body }: ChatCall): string {
  const { answers: seen } = JSON.parse(body.messages[1]?.content ?? '') as {
    readonly answers: readonly { readonly id: string; readonly text: string }[];
  };
  const citing = (pattern: RegExp) =>
    seen.filter(({ text }) => pattern.test(text)).map(({ id, text }) => ({ answer: id, quote: text }));
  return JSON.stringify({
    ideas: [
      { text: 'La mutualisation des achats entre associations', citations: citing(/achats/u) },
      { text: 'Un cadeau pour tous', citations: citing(/fonds/u) },
    ],
  });
}

async function room(endpoint: ChatEndpoint, key: string) {
  const server: TestServer = await startServer({
    environment: { MODEL_ENDPOINT: `${endpoint.origin}/v1`, MODEL_NAME: 'small', MODEL_API_KEY: key },
  });
  closing.push(() => server.stop());
  const { links } = await foundWorkshop(server);
  const enter = async (linkId: string, joinId: string, name: string): Promise<TestPage> => {
    const link = links.find((each) => each.linkId === linkId);
    if (link === undefined) throw new Error(linkId);
    await joinAs(server, { link: tokenOf(link), joinId, name });
    const page = openPage(server.origin, joinId);
    closing.push(() => page.close());
    return page.until(({ view, me }) => view !== undefined && me !== undefined);
  };
  return {
    server,
    host: await enter('link-host-link', 'host-0001', 'Hôtesse'),
    animator: await enter('link-animator-1', 'animator-0001', 'Animatrice'),
    person: await enter('link-participant-link', 'person-0001', 'Zoé-Lune Ménard'),
  };
}

const synthesisOf = (view: View | undefined): NonNullable<AnimatorView['breakout']>['work']['synthesis'] =>
  view?.kind === 'animator' ? view.breakout?.work.synthesis : undefined;

describe('a server with a language model', () => {
  it('M2 M8 M12 M15 sends answers once the host has said yes, and shows what checks', async () => {
    const endpoint = await openChatEndpoint((call) => ({ kind: 'says', content: reply(call), tokens: 400 }));
    closing.push(endpoint.close);
    const key = 'key-that-nobody-reads';
    const { server, host, animator, person } = await room(endpoint, key);
    const endpointHost = new URL(endpoint.origin).host;
    expect(host.view?.languageModel).toEqual({ host: endpointHost, allowed: false });
    expect(person.view?.languageModel).toBeUndefined();

    await host.send('command-start', { kind: 'StartAgenda', plan: 'fromNow' });
    await host.send('command-next', { kind: 'NextSlot', fromSlotId: 'slot-0001' });
    await host.send('command-form', { kind: 'FormGroups', slotId: breakoutSlot });
    await host.send('command-open', { kind: 'OpenBreakout', slotId: breakoutSlot });
    for (const [index, text] of answers.entries()) {
      await animator.send(`answer-000${index}`, { kind: 'PostAnswer', ...inGroup(1), promptIndex: 0, text });
    }
    await animator.until(({ view }) => synthesisOf(view)?.source === 'builtin');
    expect(endpoint.calls).toEqual([]);

    await host.send('command-allow', { kind: 'AllowLanguageModel', endpointHost });
    await person.until(({ view }) => view?.languageModel?.allowed === true);
    await animator.until(({ view }) => synthesisOf(view)?.source === 'model');
    const { ideas = [], dropped } = synthesisOf(animator.view) ?? {};
    expect(dropped).toEqual(['not_their_words']);
    expect(ideas.map(({ text, wording }) => [text, wording])).toEqual([
      ['La mutualisation des achats entre associations', 'model'],
      [expect.stringMatching(/fonds commun/u), 'theirs'],
    ]);
    const sent = JSON.stringify(endpoint.calls);
    expect(sent).not.toMatch(/zoé|ménard|animatrice|answer-000/iu);

    const heard = [...host.heard, ...animator.heard, ...person.heard].join('\n');
    for (const secret of [key, ...answers]) expect(server.logged()).not.toContain(secret);
    expect(heard).not.toContain(key);
    const log = JSON.stringify(await server.store.load('atelier-0001', 0));
    expect(log).not.toContain(key);
  });

  it('M1 M11 loads nothing of it before the first question', () => {
    const script = `
      import { createRequire } from 'node:module';
      await import('./bot/app.ts');
      const { openLanguageModel } = await import('./bot/synthesis/languageModel.ts');
      openLanguageModel({ endpoint: 'https://example.org/v1', model: 'm', timeoutMs: 1, tokensPerWorkshop: 1, retries: 0 });
      const { cache } = createRequire(import.meta.url);
      const loaded = () => Object.keys(cache).some((path) => /teams-ai|botbuilder|openai/.test(path));
      const before = loaded();
      await import('@microsoft/teams-ai');
      console.log(before, loaded());
    `;
    const cwd = fileURLToPath(new URL('../..', import.meta.url));
    const printed = execFileSync(process.execPath, ['--input-type=module', '-e', script], { cwd, encoding: 'utf8' });
    expect(printed.trim()).toBe('false true');
  });
});
