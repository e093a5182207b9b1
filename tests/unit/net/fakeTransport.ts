import type { Ack, ClientToServer, CommandEnvelope } from '../../../shared/protocol/messages.ts';
import type { View } from '../../../shared/views/views.ts';
import type { Transport, TransportListener } from '../../../tab/net/transport.ts';

/** A link whose other end is the test itself: it sees what was sent, and says what arrives. */
export class FakeTransport implements Transport {
  attempts = 0;
  resyncs = 0;
  readonly commands: CommandEnvelope[] = [];
  readonly clocks: number[] = [];
  listener: TransportListener | undefined;
  onCommand: (envelope: CommandEnvelope) => void = () => {};
  onClock: (sentAt: number) => void = () => {};

  open = (listener: TransportListener): void => {
    this.attempts += 1;
    this.listener = listener;
  };
  close = (): void => {
    this.listener = undefined;
  };
  readonly send: ClientToServer = {
    command: (envelope) => {
      this.commands.push(envelope);
      this.onCommand(envelope);
    },
    clock: (sentAt) => {
      this.clocks.push(sentAt);
      this.onClock(sentAt);
    },
    resync: () => {
      this.resyncs += 1;
    },
  };

  get sentIds(): readonly string[] {
    return this.commands.map((envelope) => envelope.commandId);
  }
  get heard(): TransportListener {
    if (this.listener === undefined) throw new Error('nobody listens');
    return this.listener;
  }
  ack(commandId: string, ack: Ack = { ok: true, version: 1 }): void {
    this.heard.receive.ack(commandId, ack);
  }
  refuse(commandId: string, problem: Extract<Ack, { ok: false }>['problem']): void {
    this.ack(commandId, { ok: false, problem });
  }
  view(sequence: number, view: View, version = sequence, audience = 'group:g1'): void {
    this.heard.receive.view({ audience, sequence, version, view });
  }
  patch(sequence: number, patch: unknown, version = sequence, audience = 'group:g1'): void {
    this.heard.receive.patch({ audience, sequence, version, patch });
  }
}
