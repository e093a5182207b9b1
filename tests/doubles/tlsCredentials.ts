import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '../fixtures/tls');

/** Opens nothing but these tests: whoever is to believe it is told so. */
export const tlsCredentials = () => ({
  key: readFileSync(join(folder, 'key.pem')),
  cert: readFileSync(join(folder, 'certificate.pem')),
});
