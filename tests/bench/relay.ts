/**
 * The least that could do: Socket.IO passing texts on to a room. No store, no ids, no views, no rights. What Aparté
 * costs beyond it is the price of never losing a word.
 */
import { createServer } from 'node:http';
import { Server } from 'socket.io';

const http = createServer();
const io = new Server(http, { serveClient: false });
io.on('connection', (socket) => {
  const { group, rooms } = socket.handshake.auth as { readonly group?: number; readonly rooms: readonly string[] };
  for (const room of rooms) void socket.join(room);
  socket.on('post', (text: string, acknowledge: () => void) => {
    acknowledge();
    io.to(`group:${group}`).to(`animator:${group}`).to('host').emit('answer', text);
  });
});
http.listen(0, '127.0.0.1', () => {
  const address = http.address();
  if (address !== null && typeof address === 'object') process.send?.(`http://127.0.0.1:${address.port}`);
});
process.on('disconnect', () => process.exit(0));
