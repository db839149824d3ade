import { expect, it } from 'vitest';
import { findField } from '../../../src/dataset/query/parse-query.ts';
import { readValue, resolveFieldPath } from '../../../src/dataset/query/read.ts';
import type { Names } from '../../../src/dataset/query/record-index.ts';
import { getFields } from '../../../src/dataset/schema/collections.ts';
import type { AnyRecord } from '../../../src/model/record.ts';

const talks = getFields('talks');
const quotes = getFields('quotes');

it('gives a field of a followed reference the type of the target, or a list if the references are one', () => {
  expect(resolveFieldPath('leaders.name', talks)).toMatchObject({
    name: 'leaders.name',
    kind: 'list',
  });
  expect(resolveFieldPath('leader.name', quotes)).toMatchObject({
    name: 'leader.name',
    kind: 'text',
  });
});

it.each(['leaders', 'leaders.evidence', 'leaders.nmae', 'leaders.country.name', 'status.name'])(
  'does not resolve %s',
  (name) => {
    expect(resolveFieldPath(name, talks)).toBeUndefined();
  },
);

it('does not follow a reference to records of any collection', () => {
  expect(resolveFieldPath('about.name', quotes)).toBeUndefined();
});

it('reads the values that references lead to, and null or an empty list if there are none', () => {
  const leaders = [
    { id: 'a', name: 'Ana' },
    { id: 'b', name: null },
  ];
  const names: Names = {
    label: () => undefined,
    getNames: () => [],
    getAliases: () => [],
    leadsTo: () => false,
    record: (id) => leaders.find((one) => one.id === id),
  };
  const readFields = (record: AnyRecord) =>
    [findField('leaders.name', talks), findField('leader.name', quotes)].map((field) =>
      readValue(record, field, names),
    );
  expect(readFields({ id: 't', leaders: ['a', 'b', 'c'], leader: 'a' })).toEqual([['Ana'], 'Ana']);
  expect(readFields({ id: 'u', leaders: [], leader: null })).toEqual([[], null]);
  expect(readFields({ id: 'v' })).toEqual([[], null]);
  expect(readFields({ id: 'w', leaders: [], leader: 'c' })).toEqual([[], null]);
});
