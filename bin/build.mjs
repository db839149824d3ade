// Bundles the program into CommonJS files, which start faster than its modules: one for what every run needs, and one
// for each module that is imported dynamically. Collects the licences of the bundled libraries.
import { readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const outdir = join(root, 'dist');
const program = join(root, 'src', 'cli.ts');

/** Puts each dynamically imported module into a file of its own, next to the file that imports it. */
const splitDynamicImports = (found) => ({
  name: 'split-dynamic-imports',
  setup({ onResolve }) {
    onResolve({ filter: /^\.\.?\// }, ({ kind, path, resolveDir }) => {
      if (kind !== 'dynamic-import') return undefined;
      found.add(join(resolveDir, path));
      return { path: `./${basename(path, '.ts')}.cjs`, external: true };
    });
  },
});

/**
 * Modules that libraries load and the program does not need: commander starts subcommands with the first; chalk and
 * cli-table3 detect colours with the others.
 */
const stubbedModules = ['node:child_process', '#supports-color', '@colors/colors/safe'];

/** Replaces modules that libraries import. */
const replaceModules = {
  name: 'replace-modules',
  setup({ onLoad, onResolve }) {
    // In a text that grid.ts passes to cli-table3, every UTF-16 unit is one column wide.
    onResolve({ filter: /^string-width$/ }, ({ path, importer }) =>
      importer.includes('cli-table3') ? { path, namespace: 'length' } : undefined,
    );
    onLoad({ filter: /./, namespace: 'length' }, () => ({
      contents: 'module.exports = ({ length }) => length;',
    }));
    onResolve({ filter: new RegExp(`^(?:${stubbedModules.join('|')})$`) }, ({ path, importer }) =>
      importer.includes('node_modules') ? { path, namespace: 'stub' } : undefined,
    );
    onLoad({ filter: /./, namespace: 'stub' }, () => ({ contents: 'module.exports = {};' }));
  },
};

/** Checks that no two dynamically imported modules have the same file name, as one bundle would replace the other. */
function checkFileName(path, done) {
  const other = [...done].find((one) => basename(one) === basename(path));
  if (other) throw new Error(`${path} and ${other} are both imported dynamically, by one name`);
}

/** Checks that no class is in two bundles, where `instanceof` would see two different classes. */
async function checkClasses(bundles) {
  const seen = new Set();
  for (const path of bundles.flatMap((inputs) => [...new Set(inputs)])) {
    const isAgain = seen.has(path);
    seen.add(path);
    if (!isAgain || !path.startsWith('src/')) continue;
    if (/^(?:export )?class /m.test(await readFile(join(root, path), 'utf8'))) {
      throw new Error(`${path} has a class and is in two bundles`);
    }
  }
}

/** Bundles a module and its dynamic imports. Returns the paths of the bundled files, one list per bundle. */
async function bundle(entry, outfile, done = new Set()) {
  const found = new Set();
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile: join(outdir, outfile),
    bundle: true,
    platform: 'node',
    format: 'cjs',
    mainFields: ['module', 'main'],
    loader: { '.bash': 'text', '.fish': 'text', '.zsh': 'text', '.css': 'text' },
    target: 'node20',
    // Node 20 supports both patterns, although esbuild assumes that it does not.
    supported: {
      'regexp-set-notation': true,
      'regexp-unicode-property-escapes': true,
      // Turns a dynamic import into a call of require. Otherwise it takes 20 ms on Node 20.
      'dynamic-import': false,
    },
    minifySyntax: true,
    minifyWhitespace: true,
    metafile: true,
    plugins: [splitDynamicImports(found), replaceModules],
  });
  const bundles = [Object.keys(metafile.inputs)];
  for (const path of found) {
    if (done.has(path)) continue;
    checkFileName(path, done);
    done.add(path);
    bundles.push(...(await bundle(path, `${basename(path, '.ts')}.cjs`, done)));
  }
  return bundles;
}

/** Returns the name, version, licence and licence text of the library in a folder. */
async function notice(folder) {
  const { name, version, license } = JSON.parse(
    await readFile(join(root, folder, 'package.json'), 'utf8'),
  );
  const names = ['LICENSE', 'license', 'LICENSE.md', 'LICENSE.txt', 'LICENSE-MIT.txt'];
  for (const file of names) {
    const text = await readFile(join(root, folder, file), 'utf8').catch(() => undefined);
    if (text !== undefined) return `${name} ${version} (${license})\n\n${text.trim()}`;
  }
  throw new Error(`${folder} has no licence among ${names.join(', ')}`);
}

await rm(outdir, { recursive: true, force: true });
const done = new Set();
const bundles = await bundle(program, 'summit.cjs', done);
await checkClasses(bundles);
const libraries = new Set(
  bundles
    .flat()
    .flatMap((path) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? []),
);
const notices = await Promise.all([...libraries].sort((a, b) => a.localeCompare(b)).map(notice));
await writeFile(join(outdir, 'LICENSES.txt'), `${notices.join('\n\n---\n\n')}\n`);

// Writes the manual page, dated by the last release, with examples from the bundled dataset.
const page = join(outdir, 'man.cjs');
await bundle(join(root, 'src', 'command-line', 'man.ts'), 'man.cjs', done);
const { renderManualPage } = createRequire(page)(page);
const [template, dataset, changes] = await Promise.all(
  ['src/command-line/summit.1', 'data/xian-2023.json', 'CHANGELOG.md'].map((name) =>
    readFile(join(root, name), 'utf8'),
  ),
);
const [, released] = /^## \[.*\] - (.*)$/m.exec(changes) ?? [];
const rendered = renderManualPage(template, JSON.parse(dataset), released);
await writeFile(join(outdir, 'summit.1'), rendered);
await rm(page);
