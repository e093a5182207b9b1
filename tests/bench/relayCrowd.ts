/** A load process: the same crowd as `workshopCrowd`, talking through the bare relay. */
import { io, type Socket } from 'socket.io-client';
import { type CrowdMember, type CrowdOrder, postAll, Sightings, serveOrders } from './crowd.ts';

let messages = 0;

async function prepare(order: CrowdOrder) {
  const { origin, people, groups } = order;
  const groupOfAnswer = new Map<string, number>();
  const sizes = Array.from({ length: groups }, (_, group) => Math.ceil((people - group) / groups));
  const sightings = new Sightings(people, (answer) => (sizes[groupOfAnswer.get(answer) ?? 0] ?? 0) + 2);
  let pages = 0;

  const connect = (rooms: readonly string[], group?: number): Promise<Socket> => {
    const page = pages++;
    const socket = io(origin, { auth: { rooms, group }, transports: ['websocket'], forceNew: true });
    socket.on('answer', (text: string) => {
      messages += 1;
      sightings.note(text, page);
    });
    return new Promise((resolve) => socket.once('connect', () => resolve(socket)));
  };
  const facilitators = [
    await connect(['host']),
    await connect(['display']),
    ...(await Promise.all(sizes.map((_, group) => connect([`animator:${group}`])))),
  ];
  const members = await Promise.all(
    Array.from({ length: people }, async (_, index) => {
      const group = index % groups;
      const socket = await connect([`group:${group}`], group);
      const member: CrowdMember = {
        group,
        async post(text) {
          groupOfAnswer.set(text, group);
          await socket.emitWithAck('post', text);
          // The acknowledgement is a message, too.
          messages += 1;
        },
      };
      return { socket, member };
    }),
  );
  return async () => {
    const report = await postAll(
      members.map(({ member }) => member),
      order,
      sightings,
      () => messages,
    );
    for (const socket of [...facilitators, ...members.map((each) => each.socket)]) socket.disconnect();
    return report;
  };
}

serveOrders(prepare);
