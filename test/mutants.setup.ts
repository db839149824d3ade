import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** All modules are loaded before any test, so that what is done as they are loaded is told from what a test does. */
const source = join(import.meta.dirname, '..', 'src');
for (const room of ['dataset', 'evidence', 'options', 'output']) {
  for (const file of readdirSync(join(source, room), { recursive: true, encoding: 'utf8' })) {
    if (file.endsWith('.ts')) await import(join(source, room, file));
  }
}
