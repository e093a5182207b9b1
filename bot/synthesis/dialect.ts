/**
 * What an endpoint was found not to understand. All speak "chat completions", none the same: newer models refuse
 * `max_tokens` and a temperature, older ones a schema, some any format at all.
 */
export type Concession = 'json_object' | 'no_format' | 'completion_tokens' | 'no_temperature';

/** What an endpoint said of a request that it refused. */
export interface RefusedRequest {
  readonly status: number;
  /** `error.message` and `error.param` of its answer. */
  readonly complaint: string;
}

/** What to give up after a refusal, or undefined when nothing that is left would help. */
export function concede(
  { status, complaint }: RefusedRequest,
  conceded: ReadonlySet<Concession>,
): Concession | undefined {
  if (status !== 400 && status !== 422) return undefined;
  if (/max_tokens/.test(complaint) && !conceded.has('completion_tokens')) return 'completion_tokens';
  if (/temperature/.test(complaint) && !conceded.has('no_temperature')) return 'no_temperature';
  // Small servers refuse what they do not know without saying what it was: most often, it is the schema.
  if (!conceded.has('json_object')) return 'json_object';
  return conceded.has('no_format') ? undefined : 'no_format';
}

/** The request as the endpoint understands it. */
export function inDialect(
  request: Readonly<Record<string, unknown>>,
  schema: object,
  conceded: ReadonlySet<Concession>,
): Readonly<Record<string, unknown>> {
  const { max_tokens: maxTokens, temperature, ...rest } = request;
  const format = conceded.has('json_object')
    ? { type: 'json_object' }
    : { type: 'json_schema', json_schema: { name: 'ideas', strict: true, schema } };
  return {
    ...rest,
    ...(conceded.has('completion_tokens') ? { max_completion_tokens: maxTokens } : { max_tokens: maxTokens }),
    ...(conceded.has('no_temperature') ? {} : { temperature }),
    ...(conceded.has('no_format') ? {} : { response_format: format }),
  };
}
