/** `npm run demo`: a workshop under way, with thirty simulated people, to walk through alone. */
import { randomBytes, randomInt } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { toString as qrCode } from 'qrcode';
import { readProgramme } from '../shared/agenda/import/readProgramme.ts';
import { seededRandom } from '../shared/core/random.ts';
import { HOUR_MS } from '../shared/core/time.ts';
import type { CreateReply, SharedLink } from '../shared/protocol/http.ts';
import type { CreateWorkshop } from '../shared/workshop/commands.ts';
import { draftWorkshop } from '../shared/workshop/draft/draftWorkshop.ts';
import { readConfig } from './config.ts';
import { Repertoire } from './demo/company.ts';
import { startLife } from './demo/live.ts';
import { linkFor, playPrelude } from './demo/prelude.ts';
import { demoProgramme } from './demo/programme.ts';
import { type Serving, serve } from './serve.ts';

/** The workshop that the programme describes, for today. */
function readDemoWorkshop(): CreateWorkshop {
  const programme = readProgramme(demoProgramme);
  if (!programme.ok) throw new Error(programme.problem.code);
  const { workshop } = draftWorkshop(programme.value);
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  // Nobody meets there: the page opens, and says so.
  const groups = workshop.groups.map((group, nth) => ({ ...group, roomUrl: `https://example.org/salle-${nth + 1}` }));
  return { kind: 'CreateWorkshop', timeZone, ...workshop, groups };
}

/** Through the front door, as a page would. Links as people reach them, not as this machine does. */
async function found(server: Serving, localOrigin: string, workshop: CreateWorkshop): Promise<readonly SharedLink[]> {
  const response = await fetch(`${localOrigin}/api/workshops`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${server.secrets.setUpKey}` },
    body: JSON.stringify({ commandId: randomBytes(16).toString('base64url'), workshop }),
  });
  if (!response.ok) throw new Error(`the workshop could not be founded: ${await response.text()}`);
  const { links } = (await response.json()) as CreateReply;
  return links.map((link) => ({ ...link, value: link.value.replace(localOrigin, server.origin) }));
}

async function printLinks(server: Serving, links: readonly SharedLink[], workshop: CreateWorkshop): Promise<void> {
  const participant = linkFor(links, 'participant');
  const lines = [
    `Hôte de plénière   ${linkFor(links, 'host')}`,
    ...workshop.groups.map(
      (group, nth) => `Animation ${nth + 1}        ${linkFor(links, 'animator', nth)}   ${group.name}`,
    ),
    `Participant·e      ${participant}`,
    `Grand écran        ${linkFor(links, 'display')}`,
  ];
  console.log(await qrCode(participant, { type: 'terminal', small: true }));
  console.log(`La démonstration est prête : « ${workshop.title} », les groupes sont au travail.`);
  console.log(`Ouvrez la page de l'hôte et menez la suite ; le QR code ouvre la page d'un·e participant·e.\n`);
  for (const line of lines) console.log(`  ${line}`);
  console.log(`\n  Fonder un atelier  ${server.origin}/#${server.secrets.setUpKey}\n`);
  console.log('Ctrl+C pour arrêter : rien de la démonstration n’est gardé.');
}

async function main(): Promise<void> {
  const kept = process.env.DATA_DIR || undefined;
  const dataDir = kept ?? mkdtempSync(join(tmpdir(), 'aparte-demo-'));
  // However it ends, also when it could not start.
  process.once('exit', () => {
    if (kept === undefined) rmSync(dataDir, { recursive: true, force: true });
  });
  // Founded the day before: the log's times never run backwards, so whatever comes first must be the oldest.
  let behindMs = 24 * HOUR_MS;
  const config = readConfig({ ...process.env, DATA_DIR: dataDir });
  const server = await serve(config, () => Math.round(Date.now() - behindMs));
  const ending = new AbortController();
  const stop = async (): Promise<void> => {
    ending.abort();
    await server.stop();
    process.exit(0);
  };
  process.once('SIGTERM', () => void stop());
  process.once('SIGINT', () => void stop());

  const { host } = config;
  const localOrigin = `http://${host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host}:${server.port}`;
  const workshop = readDemoWorkshop();
  const links = await found(server, localOrigin, workshop);
  const random = seededRandom(randomInt(2 ** 32));
  const repertoire = new Repertoire(random);
  const company = await playPrelude({
    origin: localOrigin,
    links,
    slots: workshop.slots,
    random,
    repertoire,
    travelTo: (epochMs) => {
      behindMs = Date.now() - epochMs;
    },
  });
  behindMs = 0;
  for (const guest of [...company.animators, ...company.participants]) {
    ending.signal.addEventListener('abort', () => guest.leave(), { once: true });
  }
  startLife({
    company,
    random,
    repertoire,
    origin: localOrigin,
    participantLink: linkFor(links, 'participant'),
    signal: ending.signal,
    onFault: (fault) => console.error(fault instanceof Error ? fault.message : fault),
  });
  await printLinks(server, links, workshop);
}

main().catch((fault: unknown) => {
  console.error(fault instanceof Error ? fault.message : fault);
  process.exit(1);
});
