import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { articles, project, summit } from '../run.ts';

/** Collections that `new` reads; claims and gaps take a reader. */
const collections = [
  'leaders',
  'talks',
  'deals',
  'quotes',
  'events',
  'countries',
  'organizations',
] as const;

type Fields = Readonly<Record<string, unknown>> & { readonly id: string };
type Dataset = Readonly<Record<(typeof collections)[number], readonly Fields[]>>;

const fold = (value: unknown): string =>
  String(value)
    .normalize('NFD')
    .replace(/[\p{M}'’.]/gu, '')
    .replaceAll('–', '-')
    .replace(/\s+/g, ' ')
    .toLowerCase();

/** Returns the names of the record with an id, in one of two datasets of the same article. */
function namesOf(id: unknown, dataset: Dataset): readonly string[] {
  const record = collections.flatMap((name) => dataset[name]).find((one) => one.id === id);
  return record ? [record.name, ...((record.aliases ?? []) as string[])].map(fold) : [fold(id)];
}

const share = (some: readonly string[], others: readonly string[]): boolean =>
  some.some((one) => others.includes(one));

/** Checks whether a value that was read says nothing else than the one of the finished dataset. */
const agrees = (read: unknown, known: unknown): boolean =>
  read === null ||
  read === undefined ||
  fold(known).includes(fold(read)) ||
  fold(read).includes(fold(known));

/** Checks whether a record that was read is the one of the finished dataset, and says nothing wrong. */
function isRight(
  collection: (typeof collections)[number],
  read: Fields,
  known: Fields,
  own: Dataset,
  finished: Dataset,
): boolean {
  const refers = (field: string) =>
    [read[field] ?? []].flat().every((id) => {
      const names = namesOf(id, own);
      return [known[field] ?? []].flat().some((other) => share(names, namesOf(other, finished)));
    });
  const overlaps = () => {
    const paragraphs = (one: Fields) =>
      (one.evidence as { paragraph: number }[]).map(({ paragraph }) => String(paragraph));
    return share(paragraphs(read), paragraphs(known));
  };
  switch (collection) {
    case 'leaders':
      return (
        share(namesOf(read.id, own), namesOf(known.id, finished)) &&
        (known.title === null || agrees(read.title, known.title)) &&
        refers('country') &&
        refers('organization')
      );
    case 'talks':
      return (
        refers('leaders') &&
        (known.leaders as unknown[]).length === (read.leaders as unknown[]).length &&
        read.status === known.status &&
        (known.when === null || known.when === undefined || agrees(read.when, known.when))
      );
    case 'deals':
      return (
        fold(read.amountAsWritten) === fold(known.amountAsWritten) &&
        agrees(read.amount, known.amount) &&
        agrees(read.currency, known.currency)
      );
    case 'quotes':
      return (
        fold(read.words) === fold(known.words) &&
        refers('leader') &&
        (read.leader !== null || agrees(read.speaker, known.speaker))
      );
    case 'events':
      return (
        overlaps() &&
        read.status === known.status &&
        agrees(read.start, known.start) &&
        (known.when === null || known.when === undefined || agrees(read.when, known.when))
      );
    case 'countries':
      return share(namesOf(read.id, own), namesOf(known.id, finished));
    case 'organizations':
      return (
        share(namesOf(read.id, own), namesOf(known.id, finished)) &&
        agrees(read.kind, known.kind) &&
        refers('countries')
      );
  }
}

it('reads two in five of the records of the invented articles, and hardly anything wrong', async () => {
  let [all, right, wrong, read] = [0, 0, 0, 0];
  for (const [dataset, article] of articles) {
    const finished = JSON.parse(readFileSync(dataset, 'utf8')) as Dataset;
    const own = JSON.parse((await summit(`new ${article}`)).out) as Dataset;
    for (const collection of collections) {
      const known = [...finished[collection]];
      all += known.length;
      for (const one of own[collection].filter(({ id }) => !id.startsWith('first-'))) {
        read += 1;
        const at = known.findIndex((other) => isRight(collection, one, other, own, finished));
        if (at < 0) {
          wrong += 1;
        } else {
          right += 1;
          known.splice(at, 1);
        }
      }
    }
  }
  const percent = (part: number, whole: number) => Math.floor((100 * part) / whole);
  expect(percent(right, all)).toBeGreaterThanOrEqual(40);
  expect(percent(wrong, read)).toBeLessThanOrEqual(5);
  const readme = readFileSync(project('README.md'), 'utf8').replace(/\s+/g, ' ');
  expect(readme).toContain(
    `reads ${percent(right, all)} % of the records of the invented articles, claims and gaps aside, and ${percent(wrong, read)} % of what it reads is wrong`,
  );
});
