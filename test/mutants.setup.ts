import { readdirSync } from 'node:fs';
import { join } from 'node:path';

// Loads all modules before any test, so that code that runs on import does not count as run by a test.
const source = join(import.meta.dirname, '..', 'src');
for (const layer of ['dataset', 'evidence', 'options', 'output']) {
  for (const file of readdirSync(join(source, layer), { recursive: true, encoding: 'utf8' })) {
    if (file.endsWith('.ts')) await import(join(source, layer, file));
  }
}
