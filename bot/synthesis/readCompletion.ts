import { z } from 'zod';

/** Why there is no reply. */
export type ModelFailure =
  | 'timed_out'
  | 'cancelled'
  | 'rate_limited'
  /** The network, or the endpoint, is down. */
  | 'unavailable'
  /** The endpoint refuses the key, the model or the request: for whoever runs the server to put right. */
  | 'denied'
  /** A content filter held back the question or the reply. */
  | 'filtered'
  /** The model would not. */
  | 'refused'
  | 'cut_short'
  | 'too_large'
  | 'garbled'
  /** The workshop has had its tokens. */
  | 'spent';

export type Outcome =
  | { readonly ok: true; readonly text: string; readonly tokens?: number | undefined }
  | {
      readonly ok: false;
      readonly failure: ModelFailure;
      readonly status?: number;
      /** What it cost all the same. */
      readonly tokens?: number | undefined;
    };

const completionSchema = z.object({
  choices: z
    .array(
      z.object({
        message: z.object({ content: z.string().nullish(), refusal: z.string().nullish() }),
        finish_reason: z.string().nullish(),
      }),
    )
    .min(1),
  usage: z.object({ total_tokens: z.int().min(0) }).nullish(),
});

/** What an endpoint answered with status 200. */
export function readCompletion(body: string): Outcome {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    return { ok: false, failure: 'garbled' };
  }
  const completion = completionSchema.safeParse(value);
  const choice = completion.data?.choices[0];
  if (choice === undefined) return { ok: false, failure: 'garbled' };
  const tokens = completion.data?.usage?.total_tokens;
  const { message, finish_reason: reason } = choice;
  if (reason === 'content_filter') return { ok: false, failure: 'filtered', tokens };
  if (typeof message.refusal === 'string' && message.refusal !== '') return { ok: false, failure: 'refused', tokens };
  if (reason === 'length') return { ok: false, failure: 'cut_short', tokens };
  if (typeof message.content !== 'string') return { ok: false, failure: 'garbled', tokens };
  return { ok: true, text: message.content, tokens };
}
