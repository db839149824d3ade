// Reads an exported data package with the Frictionless Data client for JavaScript, foreign keys included. That
// client is of version 1 of the specification, which has no lists: it gets them as text.
const { readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');

const [modules, folder] = process.argv.slice(2);
const { Package } = require(join(modules, 'datapackage'));
const file = join(folder, 'datapackage.json');
writeFileSync(file, readFileSync(file, 'utf8').replaceAll('"type": "list"', '"type": "string"'));

(async () => {
  const { valid, errors, resources } = await Package.load(file);
  if (!valid) throw new Error(errors.map(({ message }) => message).join('; '));
  for (const resource of resources) {
    const rows = await resource.read({ relations: true });
    process.stdout.write(`${resource.name}: ${rows.length} rows\n`);
  }
})().catch(({ message, errors = [] }) => {
  process.stdout.write(`${[message, ...errors.map((error) => error.message)].join('\n')}\n`);
  process.exitCode = 1;
});
