import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ErrorObject, ValidateFunction } from 'ajv';
import ajvDraft04 from 'ajv-draft-04';

/** What Microsoft publishes: of the app itself, and of the files with its words in further languages. */
type SchemaName = 'MicrosoftTeams.schema.json' | 'MicrosoftTeams.Localization.schema.json';

const schemas = join(dirname(fileURLToPath(import.meta.resolve('@microsoft/app-manifest'))), 'json-schemas', 'teams');
const validators = new Map<string, ValidateFunction>();

function validatorOf(path: string): ValidateFunction {
  const known = validators.get(path);
  if (known !== undefined) return known;
  // Written for draft 4, with notes that are no rules and expressions from before /u; formats are left to the other checks.
  const ajv = new ajvDraft04.default({ strict: false, allErrors: true, validateFormats: false, unicodeRegExp: false });
  const validator = ajv.compile(JSON.parse(readFileSync(path, 'utf8')));
  validators.set(path, validator);
  return validator;
}

/** The one file that names ajv and Microsoft's package of schemas. @returns what the schema of that version refuses */
export function schemaProblems(value: unknown, manifestVersion: unknown, name: SchemaName): readonly string[] {
  const path = join(schemas, `v${manifestVersion}`, name);
  if (typeof manifestVersion !== 'string' || !/^\d+\.\d+$/.test(manifestVersion) || !existsSync(path))
    return ['/manifestVersion: no schema of that version is known'];
  const validate = validatorOf(path);
  return validate(value) ? [] : (validate.errors ?? []).map(inWords);
}

function inWords({ instancePath, message, params }: ErrorObject): string {
  const { allowedValues, additionalProperty } = params as { allowedValues?: unknown[]; additionalProperty?: string };
  const detail = allowedValues?.join(', ') ?? additionalProperty;
  return `${instancePath || '/'}: ${message}${detail === undefined ? '' : ` (${detail})`}`;
}
