import { describe, expect, it } from 'vitest';
import { indexRecords } from '../../src/dataset/query/record-index.ts';
import { getFields } from '../../src/dataset/schema/collections.ts';
import { listEntries } from '../../src/dataset/schema/dataset.ts';
import { anyCollection } from '../../src/dataset/schema/fields.ts';
import type { Anchor } from '../../src/model/record.ts';
import { readDataset } from '../read-dataset.ts';
import { example, fixture, project } from '../run.ts';

describe.each([
  ['the embedded dataset', readDataset(project('data', 'xian-2023.json'))],
  ['the lakes summit', readDataset(example('lakes-summit.json'))],
  ['the strait forum', readDataset(fixture('strait-forum.json'))],
] as const)('%s', (_, dataset) => {
  const all = listEntries(dataset);

  it('has readable, unique ids', () => {
    const ids = all.map(({ record }) => record.id);
    expect(ids.filter((id) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThan(30);
  });

  it('refers only to existing records of the right collection', () => {
    const links = indexRecords(dataset);
    const followed = all.flatMap(({ collection, record }) =>
      getFields(collection)
        .filter(({ schema }) => schema['x-reference'] !== undefined)
        .flatMap(({ name, schema }) =>
          [record[name] ?? []].flat().map((id) => {
            const found = links.findEntry(String(id))?.collection;
            const expected = schema['x-reference'];
            const isRight = expected === anyCollection ? found !== undefined : found === expected;
            return { from: `${record.id}.${name}`, isRight };
          }),
        ),
    );
    expect(followed.length).toBeGreaterThan(20);
    expect(followed.filter(({ isRight }) => !isRight)).toEqual([]);
  });

  it('has evidence for every record except gaps, with anchors of the right length', () => {
    const anchors = all.flatMap(({ collection, record }) => {
      const own = record.evidence as readonly Anchor[];
      return own.length > 0 || collection === 'gaps' ? own : [{ paragraph: 0, start: record.id }];
    });
    const countWords = (text: string) => text.trim().split(/\s+/).length;
    const odd = anchors.filter(
      ({ paragraph, start, end }) =>
        paragraph < 1 ||
        countWords(start) < 2 ||
        countWords(start) > 6 ||
        (end && countWords(end) > 4),
    );
    expect(odd).toEqual([]);
  });
});
