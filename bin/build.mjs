// Bundles the program into CommonJS files, which start faster than its modules do: one for what every run
// needs, and one for each module that is imported only when it is called for. Gathers the licences of the
// libraries that are in them.
import { readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const outdir = join(root, 'dist');
const program = join(root, 'src', 'cli.ts');

/** What a dynamic import names becomes a file of its own beside the one that imports it. */
const apart = (found) => ({
  name: 'apart',
  setup({ onResolve }) {
    onResolve({ filter: /^\.\.?\// }, ({ kind, path, resolveDir }) => {
      if (kind !== 'dynamic-import') return undefined;
      found.add(join(resolveDir, path));
      return { path: `./${basename(path, '.ts')}.cjs`, external: true };
    });
  },
});

/**
 * Libraries that few runs need, and that take as long to load as all the rest (the pattern of all emoji is
 * compiled as it is read): each is a file of its own, which the first call of its function loads.
 */
const late = ['string-width', 'wrap-ansi', 'cli-table3'];

/**
 * What libraries load and these runs do not need: what commander has for subcommands that are programs of their own,
 * and the colours that chalk and cli-table3 would find out by themselves.
 */
const unused = ['node:child_process', '#supports-color', '@colors/colors/safe'];

const putOff = {
  name: 'put-off',
  setup({ onLoad, onResolve }) {
    const named = (names) => new RegExp(`^(?:${names.join('|')})$`);
    onResolve({ filter: named(late) }, ({ path, importer }) =>
      importer.includes('node_modules') ? undefined : { path, namespace: 'late' },
    );
    onLoad({ filter: /./, namespace: 'late' }, ({ path }) => ({
      contents: `let made;
        export default function (...all) {
          made ??= require('./${path}.cjs');
          const it = made.default ?? made;
          return new.target ? new it(...all) : it(...all);
        }`,
    }));
    // What cli-table3 is handed has one unit a column: grid.ts sees to that.
    onResolve({ filter: /^string-width$/ }, ({ path, importer }) =>
      importer.includes('cli-table3') ? { path, namespace: 'length' } : undefined,
    );
    onLoad({ filter: /./, namespace: 'length' }, () => ({
      contents: 'module.exports = ({ length }) => length;',
    }));
    onResolve({ filter: /./, namespace: 'late' }, ({ path }) => ({ path, external: true }));
    onResolve({ filter: named(unused) }, ({ path, importer }) =>
      importer.includes('node_modules') ? { path, namespace: 'unused' } : undefined,
    );
    onLoad({ filter: /./, namespace: 'unused' }, () => ({ contents: 'module.exports = {};' }));
  },
};

/** Two modules of one name would be one file. */
function checkApart(path, done) {
  const other = [...done].find((one) => basename(one) === basename(path));
  if (other) throw new Error(`${path} and ${other} are both imported dynamically, by one name`);
}

/** A class that is in two bundles is two classes, which `instanceof` tells apart. */
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

/** Bundles a module, and then what it imports dynamically; returns for each bundle the paths of what went in. */
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
    target: 'node20',
    // Node 20 has them, whatever esbuild thinks.
    supported: {
      'regexp-set-notation': true,
      'regexp-unicode-property-escapes': true,
      // As a call of require: what esbuild makes of it otherwise takes 20 ms on Node 20.
      'dynamic-import': false,
    },
    minifySyntax: true,
    minifyWhitespace: true,
    metafile: true,
    plugins: [apart(found), putOff],
  });
  const bundles = [Object.keys(metafile.inputs)];
  for (const path of found) {
    if (done.has(path)) continue;
    checkApart(path, done);
    done.add(path);
    bundles.push(...(await bundle(path, `${basename(path, '.ts')}.cjs`, done)));
  }
  return bundles;
}

/** The name, version and licence of the library in a folder, with the licence's text. */
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
for (const name of late) {
  bundles.push(...(await bundle(join(root, 'node_modules', name, 'index.js'), `${name}.cjs`)));
}
const libraries = new Set(
  bundles
    .flat()
    .flatMap((path) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? []),
);
const notices = await Promise.all([...libraries].sort((a, b) => a.localeCompare(b)).map(notice));
await writeFile(join(outdir, 'LICENSES.txt'), `${notices.join('\n\n---\n\n')}\n`);

// The manual page, of the day of the last release, with examples from the dataset that is shipped.
const page = join(outdir, 'man.cjs');
await bundle(join(root, 'src', 'command-line', 'man.ts'), 'man.cjs', done);
const { renderManualPage } = createRequire(page)(page);
const [dataset, changes] = await Promise.all(
  [join('data', 'xian-2023.json'), 'CHANGELOG.md'].map((name) =>
    readFile(join(root, name), 'utf8'),
  ),
);
const [, released] = /^## \[.*\] - (.*)$/m.exec(changes) ?? [];
await writeFile(join(outdir, 'summit.1'), renderManualPage(JSON.parse(dataset), released));
await rm(page);
