import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { foundWorkshop } from '../doubles/breakoutScene.ts';
import type { ServerProcess } from '../doubles/serverProcess.ts';
import type { Theatre } from './browser.ts';
import { type House, openHouse } from './house.ts';
import { enter } from './roles.ts';

const largestBytes = 130_000;

describe('what a phone has to load', () => {
  let house: House;
  let server: ServerProcess;
  let theatre: Theatre;

  beforeAll(async () => {
    house = await openHouse();
    ({ server, theatre } = house);
  });

  afterAll(async () => {
    await house?.close();
  });

  it('Z16 a participant comes in with at most 130 kB over the network, all in all', async () => {
    const links = await foundWorkshop(server.origin, server.setUpKey, 3);
    const phone = await theatre.open('Phone', 'phone', 'about:blank');
    const network = await phone.context.newCDPSession(phone.page);
    let bytes = 0;
    await network.send('Network.enable');
    network.on('Network.loadingFinished', ({ encodedDataLength }) => {
      bytes += encodedDataLength;
    });
    await phone.page.goto(links.participant);
    await enter(phone, 'Une association');
    await phone.page.getByText('Vous êtes bien arrivé·e.').waitFor();
    expect(bytes).toBeGreaterThan(50_000);
    expect(bytes).toBeLessThanOrEqual(largestBytes);
    expect(theatre.complaints).toEqual([]);
  });
});
