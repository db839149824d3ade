// Loads the SQL of an export into DuckDB, for each dataset given, and asks what the README asks sqlite3.
const { execFileSync } = require('node:child_process');
const { readFileSync } = require('node:fs');
const { join } = require('node:path');

const [modules, ...datasets] = process.argv.slice(2);
const { DuckDBInstance } = require(join(modules, '@duckdb/node-api'));

/** Opens a database with the SQL of a dataset; without one, of the embedded dataset. */
async function openDatabase(dataset) {
  const options = dataset === undefined ? [] : ['--data', dataset];
  const sql = execFileSync('node', ['bin/summit.js', 'export', '--sql', ...options], {
    encoding: 'utf8',
  });
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  await connection.run(sql);
  return connection;
}

async function checkReadme() {
  const [, query, answer] = readFileSync('README.md', 'utf8').match(
    / sqlite3 .*"\n((?:> .*\n)+)([^$`]+)/,
  );
  const result = await (await openDatabase()).runAndReadAll(query.replace(/^>|"$/gm, ''));
  const lines = result
    .getRows()
    .map((row) => row.join('|'))
    .join('\n');
  if (lines !== answer.trim()) throw new Error(`instead of the README's answer:\n${lines}`);
  process.stdout.write(`${lines}\n`);
}

(async () => {
  await checkReadme();
  for (const dataset of datasets) {
    const result = await (await openDatabase(dataset)).runAndReadAll(
      'SELECT count(*) FROM records',
    );
    process.stdout.write(`${dataset}: ${result.getRows()} records\n`);
  }
})().catch(({ message }) => {
  process.stdout.write(`${message}\n`);
  process.exitCode = 1;
});
