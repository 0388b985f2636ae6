import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';

const folder = join(import.meta.dirname, '../../resources/json-schema');

const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: false });
for (const file of readdirSync(folder)) {
  ajv.addSchema(JSON.parse(readFileSync(join(folder, file), 'utf8')));
}

/** Names of the JSON Schema files, as in `urn:glossator:<name>`. */
export const SCHEMA_NAMES = readdirSync(folder).map((file) => file.replace('.schema.json', ''));

/** What is wrong with the data, judged by one of our JSON Schema files; `null` where nothing is. */
export function schemaFault(name: string, data: unknown): string | null {
  const validate = ajv.getSchema(`urn:glossator:${name}`);
  if (!validate) throw new Error(`there is no JSON Schema ${name}`);
  return validate(data) ? null : ajv.errorsText(validate.errors);
}
