import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { articles, project, summit } from '../run.ts';

/** Collections that `new` fills in; claims and gaps need a human reader. */
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

/** Lists the names of the record with an id; two datasets of the same article may use different ids. */
function listNames(id: unknown, dataset: Dataset): readonly string[] {
  const record = collections.flatMap((name) => dataset[name]).find((one) => one.id === id);
  return record ? [record.name, ...((record.aliases ?? []) as string[])].map(fold) : [fold(id)];
}

const isOverlapping = (some: readonly string[], others: readonly string[]): boolean =>
  some.some((one) => others.includes(one));

/** Checks whether an extracted value is missing or consistent with the one in the finished dataset. */
const isConsistent = (read: unknown, known: unknown): boolean =>
  read === null ||
  read === undefined ||
  fold(known).includes(fold(read)) ||
  fold(read).includes(fold(known));

/** Checks whether an extracted record matches a record of the finished dataset and says nothing wrong. */
function isRight(
  collection: (typeof collections)[number],
  read: Fields,
  known: Fields,
  own: Dataset,
  finished: Dataset,
): boolean {
  const hasSameReferences = (field: string) =>
    [read[field] ?? []].flat().every((id) => {
      const names = listNames(id, own);
      return [known[field] ?? []]
        .flat()
        .some((other) => isOverlapping(names, listNames(other, finished)));
    });
  const hasSameParagraph = () => {
    const listParagraphs = (one: Fields) =>
      (one.evidence as { paragraph: number }[]).map(({ paragraph }) => String(paragraph));
    return isOverlapping(listParagraphs(read), listParagraphs(known));
  };
  switch (collection) {
    case 'leaders':
      return (
        isOverlapping(listNames(read.id, own), listNames(known.id, finished)) &&
        (known.title === null || isConsistent(read.title, known.title)) &&
        hasSameReferences('country') &&
        hasSameReferences('organization')
      );
    case 'talks':
      return (
        hasSameReferences('leaders') &&
        (known.leaders as unknown[]).length === (read.leaders as unknown[]).length &&
        read.status === known.status &&
        (known.when === null || known.when === undefined || isConsistent(read.when, known.when))
      );
    case 'deals':
      return (
        fold(read.amountAsWritten) === fold(known.amountAsWritten) &&
        isConsistent(read.amount, known.amount) &&
        isConsistent(read.currency, known.currency)
      );
    case 'quotes':
      return (
        fold(read.words) === fold(known.words) &&
        hasSameReferences('leader') &&
        (read.leader !== null || isConsistent(read.speaker, known.speaker))
      );
    case 'events':
      return (
        hasSameParagraph() &&
        read.status === known.status &&
        isConsistent(read.start, known.start) &&
        (known.when === null || known.when === undefined || isConsistent(read.when, known.when))
      );
    case 'countries':
      return isOverlapping(listNames(read.id, own), listNames(known.id, finished));
    case 'organizations':
      return (
        isOverlapping(listNames(read.id, own), listNames(known.id, finished)) &&
        isConsistent(read.kind, known.kind) &&
        hasSameReferences('countries')
      );
  }
}

it('extracts at least 40 % of the records of the invented articles, at most 5 % of them wrong', async () => {
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
  const getPercentage = (part: number, whole: number) => Math.floor((100 * part) / whole);
  expect(getPercentage(right, all)).toBeGreaterThanOrEqual(40);
  expect(getPercentage(wrong, read)).toBeLessThanOrEqual(5);
  const readme = readFileSync(project('README.md'), 'utf8').replace(/\s+/g, ' ');
  expect(readme).toContain(
    `reads ${getPercentage(right, all)} % of the records of the invented articles, claims and gaps aside, and ${getPercentage(wrong, read)} % of what it reads is wrong`,
  );
});
