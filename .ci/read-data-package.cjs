// Reads an exported data package with the Frictionless Data client for JavaScript, foreign keys included.
const { join } = require('node:path');

const [modules, folder] = process.argv.slice(2);
const { Package } = require(join(modules, 'datapackage'));

(async () => {
  const { valid, errors, resources } = await Package.load(join(folder, 'datapackage.json'));
  if (!valid) throw new Error(errors.map(({ message }) => message).join('; '));
  for (const resource of resources) {
    const rows = await resource.read({ relations: true });
    process.stdout.write(`${resource.name}: ${rows.length} rows\n`);
  }
})().catch(({ message, errors = [] }) => {
  process.stdout.write(`${[message, ...errors.map((error) => error.message)].join('\n')}\n`);
  process.exitCode = 1;
});
