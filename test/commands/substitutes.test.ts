import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { fixture, summit } from '../run.ts';

const strait = `--data ${fixture('strait-forum.json')}`;
const printLines = async (line: string) =>
  (await summit(`${line} ${strait}`)).out.trimEnd().split('\n');

it.each([
  ['the wording of a date', 'talks --fields date,id', 'Monday   brekkan-wren-monday'],
  ['the wording of a first day', 'events --fields start,id', 'Friday      papers-carried'],
  [
    'the organization of a leader',
    'leaders --fields country,id',
    'Tern Basin Organisation  pell-harrow',
  ],
])('shows %s in a table instead of a missing value', async (_, line, row) => {
  expect(await printLines(line)).toContain(row);
});

it('shows the topic of talks instead of a missing outcome', async () => {
  const dataset = JSON.parse(readFileSync(fixture('strait-forum.json'), 'utf8'));
  const talks = dataset.talks.map((talk: object) => ({ ...talk, topic: 'boats' }));
  const stdin = JSON.stringify({ ...dataset, talks });
  const markdown = (await summit('talks --fields outcome,id -f markdown --data -', { stdin })).out;
  expect(markdown).toContain('| topic: boats | sudmark-halden-tuesday |\n');
  expect(markdown).toMatch(/\| The fish market .* \| brekkan-wren-monday \|\n/);
});

it('shows no substitute if its own field is shown too, or in a data format', async () => {
  expect(await printLines('talks --fields date,when,id')).toContain(
    'not stated  Monday   brekkan-wren-monday',
  );
  expect(await printLines('talks --fields date,id -f csv')).toContain(',brekkan-wren-monday\r');
  const [first] = JSON.parse((await summit(`talks -f json --fields date ${strait}`)).out);
  expect(first).toEqual({ date: null });
  expect((await summit(`show brekkan-wren-monday ${strait}`)).out).toContain(
    '\nnot stated: date, topic, note\n',
  );
});
