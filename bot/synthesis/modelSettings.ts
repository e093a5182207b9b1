import { z } from 'zod';

/** Where answers go when a host has switched the language model on. */
export interface ModelSettings {
  /** "https://api.openai.com/v1", "https://name.openai.azure.com", "http://localhost:11434/v1". */
  readonly endpoint: string;
  /** Absent for an endpoint of one's own that asks for none. */
  readonly apiKey?: string;
  /** Name of the model; for Azure, of the deployment. */
  readonly model: string;
  /** Set for Azure OpenAI, and only for it: "2024-10-21". */
  readonly azureApiVersion?: string;
  /** For one proposal, with all that is tried again. */
  readonly timeoutMs: number;
  /** What one workshop may cost, questions and replies together; beyond, the engine of this house proposes alone. */
  readonly tokensPerWorkshop: number;
  /** How often a question is asked again after a failure that may pass. */
  readonly retries: number;
}

const digits = z.string().regex(/^\d+$/, 'must be a whole number').transform(Number);

/** The part of the environment that speaks of the model. */
export const modelEnvironment = {
  MODEL_ENDPOINT: z
    .url({ protocol: /^https?$/, abort: true })
    .refine((address) => {
      const { search, hash, username } = new URL(address);
      return search === '' && hash === '' && username === '';
    }, 'must have no query, no fragment and no password')
    .refine(isPrivateOrEncrypted, 'must be https: answers would cross the internet for all to read')
    .optional(),
  MODEL_API_KEY: z.string().min(1).optional(),
  MODEL_NAME: z.string().min(1).max(200).optional(),
  MODEL_AZURE_API_VERSION: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}(-preview)?$/, 'must be a version, like 2024-10-21')
    .optional(),
  MODEL_TIMEOUT_S: digits.pipe(z.int().min(1).max(300)).optional(),
  MODEL_TOKENS_PER_WORKSHOP: digits.pipe(z.int().min(1_000).max(100_000_000)).optional(),
  MODEL_RETRIES: digits.pipe(z.int().min(0).max(10)).optional(),
};
type ModelEnvironment = { readonly [Name in keyof typeof modelEnvironment]?: z.infer<(typeof modelEnvironment)[Name]> };

/** A machine of one's own, or the same one: `localhost`, `10.0.0.7`, `ollama` in a compose file. */
function isPrivateOrEncrypted(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  if (protocol === 'https:') return true;
  if (!hostname.includes('.') || hostname.endsWith('.local') || hostname.endsWith('.internal')) return true;
  return /^(?:127|10)\.|^192\.168\.|^172\.(?:1[6-9]|2\d|3[01])\./.test(hostname);
}

/** What stops the start: half a configuration is a mistake, never a choice. By the name of the setting that is missing. */
export function missingModelSettings(environment: ModelEnvironment): readonly string[] {
  const {
    MODEL_ENDPOINT: endpoint,
    MODEL_API_KEY: key,
    MODEL_NAME: name,
    MODEL_AZURE_API_VERSION: azure,
  } = environment;
  const names = Object.keys(modelEnvironment) as (keyof ModelEnvironment)[];
  if (names.every((each) => environment[each] === undefined)) return [];
  const needsKey = azure !== undefined || endpoint?.startsWith('https:') === true;
  return [
    ...(endpoint === undefined ? ['MODEL_ENDPOINT'] : []),
    ...(name === undefined ? ['MODEL_NAME'] : []),
    ...(needsKey && key === undefined ? ['MODEL_API_KEY'] : []),
  ];
}

/** @param environment checked, with nothing missing @returns undefined when no model is configured */
export function modelSettings(environment: ModelEnvironment): ModelSettings | undefined {
  const { MODEL_ENDPOINT: endpoint, MODEL_NAME: model } = environment;
  if (endpoint === undefined || model === undefined) return undefined;
  const { MODEL_API_KEY: apiKey, MODEL_AZURE_API_VERSION: azureApiVersion } = environment;
  return {
    endpoint: endpoint.replace(/\/+$/, ''),
    ...(apiKey === undefined ? {} : { apiKey }),
    model,
    ...(azureApiVersion === undefined ? {} : { azureApiVersion }),
    timeoutMs: (environment.MODEL_TIMEOUT_S ?? 30) * 1_000,
    tokensPerWorkshop: environment.MODEL_TOKENS_PER_WORKSHOP ?? 300_000,
    retries: environment.MODEL_RETRIES ?? 2,
  };
}
