import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { fixture, summit } from '../run.ts';

const strait = `--data ${fixture('strait-forum.json')}`;
const lines = async (line: string) => (await summit(`${line} ${strait}`)).out.trimEnd().split('\n');

it.each([
  ['the wording of a date', 'talks --fields date,id', 'Monday   brekkan-wren-monday'],
  ['the wording of a first day', 'events --fields start,id', 'Friday      papers-carried'],
  [
    'the organization of a leader',
    'leaders --fields country,id',
    'Tern Basin Organisation  pell-harrow',
  ],
])('where a field is not stated, a table has %s', async (_, line, row) => {
  expect(await lines(line)).toContain(row);
});

it('the topic of talks stands where there is no outcome', async () => {
  const dataset = JSON.parse(readFileSync(fixture('strait-forum.json'), 'utf8'));
  const talks = dataset.talks.map((talk: object) => ({ ...talk, topic: 'boats' }));
  const stdin = JSON.stringify({ ...dataset, talks });
  const shown = (await summit('talks --fields outcome,id -f markdown --data -', { stdin })).out;
  expect(shown).toContain('| topic: boats | sudmark-halden-tuesday |\n');
  expect(shown).toMatch(/\| The fish market .* \| brekkan-wren-monday \|\n/);
});

it('nothing stands for a field if its substitute is shown as well, or in a data format', async () => {
  expect(await lines('talks --fields date,when,id')).toContain(
    'not stated  Monday   brekkan-wren-monday',
  );
  expect(await lines('talks --fields date,id -f csv')).toContain(',brekkan-wren-monday\r');
  const [first] = JSON.parse((await summit(`talks -f json --fields date ${strait}`)).out);
  expect(first).toEqual({ date: null });
  expect((await summit(`show brekkan-wren-monday ${strait}`)).out).toContain(
    '\nnot stated: date, topic, note\n',
  );
});
