import { expect, it } from 'vitest';
import { followed, withFollowed } from '../../../src/dataset/query/follow.ts';
import { fieldsIn } from '../../../src/dataset/schema/collections.ts';

const talks = fieldsIn('talks');
const quotes = fieldsIn('quotes');

it('a field behind a reference is that of its collection, and a list where the references are', () => {
  expect(followed('leaders.name', talks)).toMatchObject({ name: 'leaders.name', kind: 'list' });
  expect(followed('leader.name', quotes)).toMatchObject({ name: 'leader.name', kind: 'text' });
});

it.each(['leaders', 'leaders.evidence', 'leaders.nmae', 'leaders.country.name', 'status.name'])(
  'there is none for %s',
  (name) => {
    expect(followed(name, talks)).toBeUndefined();
  },
);

it('there is none behind a reference to whatever record', () => {
  expect(followed('about.name', quotes)).toBeUndefined();
});

it('has what stands there, and null or an empty list where nothing does', () => {
  const [names, name] = [followed('leaders.name', talks), followed('leader.name', quotes)];
  if (!names || !name) throw new Error('no such field');
  const leaders = [
    { id: 'a', name: 'Ana' },
    { id: 'b', name: null },
  ];
  const recordOf = (id: string) => leaders.find((one) => one.id === id);
  const records = [
    { id: 't', leaders: ['a', 'b', 'c'], leader: 'a' },
    { id: 'u', leaders: [], leader: null },
    { id: 'v', leaders: [], leader: 'c' },
  ];
  expect(withFollowed(records, [names, name], recordOf)).toEqual([
    { ...records[0], 'leaders.name': ['Ana'], 'leader.name': 'Ana' },
    { ...records[1], 'leaders.name': [], 'leader.name': null },
    { ...records[2], 'leaders.name': [], 'leader.name': null },
  ]);
  expect(withFollowed(records, talks, recordOf)).toBe(records);
});
