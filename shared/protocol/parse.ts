import { z } from 'zod';
import { err, ok, type Result } from '../core/result.ts';
import { type Command, commandSchema, createWorkshopSchema, idSchema, newcomerSchema } from '../workshop/commands.ts';
import type { CommandEnvelope, Problem } from './messages.ts';
import { roomLobbies } from './teams.ts';

type Invalid = Extract<Problem, { kind: 'invalid' }>;

const pathOf = (error: z.ZodError): string => error.issues[0]?.path.map(String).join('.') ?? '';

const envelopeSchema = z.object({ commandId: idSchema, command: z.unknown() });

/** The id alone, which costs next to nothing to read: what an answer goes to, whatever the rest holds. */
export const parseCommandId = (raw: unknown): string | undefined => envelopeSchema.safeParse(raw).data?.commandId;

/** A command from the wire. On failure: the field at fault, and the command's id if that much could be read. */
export function parseEnvelope(raw: unknown): Result<CommandEnvelope, Problem> & { readonly commandId?: string } {
  const envelope = envelopeSchema.safeParse(raw);
  if (!envelope.success) return err({ kind: 'invalid', path: pathOf(envelope.error) });
  const { commandId } = envelope.data;
  const command = commandSchema.safeParse(envelope.data.command);
  if (!command.success) return { ...err<Invalid>({ kind: 'invalid', path: pathOf(command.error) }), commandId };
  return ok({ commandId, command: command.data satisfies Command });
}

/** Tokens and identities: base64url, at least 128 bits, and no novel. */
const tokenSchema = z.string().regex(/^[A-Za-z0-9_-]{22,100}$/);
/** A token, or a code as people type it. */
const linkSchema = z.string().min(1).max(100);

const claimSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('expected'), expectedId: idSchema }),
  z.strictObject({ kind: z.literal('someoneElse') }),
]);
const placeSchema = z.strictObject({
  conversationId: z.string().min(1).max(300).exactOptional(),
  meetingId: z.string().min(1).max(300).exactOptional(),
});
const teamsWhere = {
  place: placeSchema,
  link: linkSchema.exactOptional(),
  workshopId: idSchema.exactOptional(),
  identity: tokenSchema,
};

const bodies = {
  invitation: z.strictObject({ link: linkSchema }),
  join: z.strictObject({
    link: linkSchema,
    joinId: idSchema,
    identity: tokenSchema,
    ...newcomerSchema.shape,
    claim: claimSchema.exactOptional(),
  }),
  workshop: z.strictObject({ commandId: idSchema, workshop: createWorkshopSchema }),
  pass: z.strictObject({ medium: z.enum(['link', 'code']) }),
  passTake: z.strictObject({ pass: linkSchema, identity: tokenSchema }),
  teamsSession: z.strictObject({ ...teamsWhere, surface: z.enum(['own', 'stage']) }),
  teamsJoin: z.strictObject({ ...teamsWhere, ...newcomerSchema.shape, claim: claimSchema.exactOptional() }),
  teamsAttach: z.strictObject({ identity: tokenSchema, code: linkSchema.exactOptional() }),
  teamsLink: z.strictObject({ place: placeSchema, link: linkSchema }),
  teamsRooms: z.strictObject({ workshopId: idSchema, slotId: idSchema, lobby: z.enum(roomLobbies) }),
  teamsWorkshop: z.strictObject({ place: placeSchema, commandId: idSchema, workshop: createWorkshopSchema }),
};
type Bodies = typeof bodies;

/** The body of a request, checked. */
export function parseBody<Name extends keyof Bodies>(name: Name, raw: unknown): Result<z.infer<Bodies[Name]>, Invalid> {
  const parsed = bodies[name].safeParse(raw);
  if (!parsed.success) return err({ kind: 'invalid', path: pathOf(parsed.error) });
  return ok(parsed.data as z.infer<Bodies[Name]>);
}
