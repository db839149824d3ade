import { expect, it } from 'vitest';
import { findField } from '../../../src/dataset/query/parse-query.ts';
import { readValue, resolveFieldPath } from '../../../src/dataset/query/read.ts';
import type { Names } from '../../../src/dataset/query/record-index.ts';
import { getFields } from '../../../src/dataset/schema/collections.ts';
import type { AnyRecord } from '../../../src/model/record.ts';

const talks = getFields('talks');
const quotes = getFields('quotes');

it('a field behind a reference is that of its collection, and a list where the references are', () => {
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
  'there is none for %s',
  (name) => {
    expect(resolveFieldPath(name, talks)).toBeUndefined();
  },
);

it('there is none behind a reference to whatever record', () => {
  expect(resolveFieldPath('about.name', quotes)).toBeUndefined();
});

it('has what stands there, and null or an empty list where nothing does', () => {
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
  const reading = (record: AnyRecord) =>
    [findField('leaders.name', talks), findField('leader.name', quotes)].map((field) =>
      readValue(record, field, names),
    );
  expect(reading({ id: 't', leaders: ['a', 'b', 'c'], leader: 'a' })).toEqual([['Ana'], 'Ana']);
  expect(reading({ id: 'u', leaders: [], leader: null })).toEqual([[], null]);
  expect(reading({ id: 'v' })).toEqual([[], null]);
  expect(reading({ id: 'w', leaders: [], leader: 'c' })).toEqual([[], null]);
});
