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
  ['the summit of the lakes', readDataset(example('lakes-summit.json'))],
  ['the forum of the strait', readDataset(fixture('strait-forum.json'))],
] as const)('in %s', (_, dataset) => {
  const all = listEntries(dataset);

  it('every id is readable and its own', () => {
    const ids = all.map(({ record }) => record.id);
    expect(ids.filter((id) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThan(30);
  });

  it('every reference leads to a record of its collection', () => {
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

  it('every record but a gap has evidence, with anchors of the right length', () => {
    const anchors = all.flatMap(({ collection, record }) => {
      const own = record.evidence as readonly Anchor[];
      return own.length > 0 || collection === 'gaps' ? own : [{ paragraph: 0, start: record.id }];
    });
    const count = (text: string) => text.trim().split(/\s+/).length;
    const odd = anchors.filter(
      ({ paragraph, start, end }) =>
        paragraph < 1 || count(start) < 2 || count(start) > 6 || (end && count(end) > 4),
    );
    expect(odd).toEqual([]);
  });
});
