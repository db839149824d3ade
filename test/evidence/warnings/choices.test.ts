import { describe, expect, it } from 'vitest';
import type { Meaning } from '../../../src/model/vocabulary.ts';
import { anchor, article, target } from '../text.ts';
import { anchorWhole, listWarnings } from './list-warnings.ts';

const listOnChoice = (passage: string, field: string, meaning: Meaning, name?: string) =>
  listWarnings(article(passage), {
    ...target('it', [anchorWhole(1, passage)]),
    ...(name === undefined ? {} : { collection: 'deals', names: [name] }),
    choices: [{ field, value: meaning, meaning }],
  });

describe('a stage, a certainty or a role', () => {
  it.each<readonly [passage: string, field: string, Meaning]>([
    ['The president has arrived in the port.', 'status', 'present'],
    ['The port will begin talks on a ferry accord.', 'status', 'sought'],
    ['The ferry accord was not concluded.', 'status', 'sought'],
    ['The ferry accord should follow by June.', 'status', 'expected'],
    ['A ferry accord is within reach this year.', 'status', 'expected'],
    ['Both ports initialled a ferry accord.', 'status', 'agreed'],
    ['Here is what to expect in the port.', 'certainty', 'stated'],
    ['The ferries cost more than the port had forecast.', 'certainty', 'stated'],
    ['The minister is not expected to attend the talks.', 'role', 'away'],
    ['The port has not been invited to the talks.', 'role', 'away'],
    ['The port did not send a minister.', 'role', 'away'],
  ])('may be told so: %s (%s)', (passage, field, meaning) => {
    expect(listOnChoice(passage, field, meaning)).toEqual([]);
  });

  it.each<readonly [passage: string, field: string, Meaning]>([
    ['It has not been signed by the ports.', 'status', 'signed'],
    ['She is not expected to stay at sea.', 'certainty', 'stated'],
    ['She is not expected to attend the talks.', 'role', 'there'],
  ])('is questioned: %s (%s)', (passage, field, meaning) => {
    expect(listOnChoice(passage, field, meaning)).toHaveLength(1);
  });
});

describe('the kind of a deal', () => {
  it.each<readonly [name: string, Meaning]>([
    ['access to the terminal', 'port'],
    ['loan for storage batteries', 'power'],
    ['gas supply contract', 'trade'],
    ['six months without duty on machines', 'trade'],
    ['bridging loan of $8 million', 'other'],
    ['toll on bridges', 'road'],
  ])('is told by its name: %s is %s', (name, meaning) => {
    expect(listOnChoice('The towns spoke of money.', 'kind', meaning, name)).toEqual([]);
  });
});

it('the status of a talk is compared with the passages that have a word of meeting', () => {
  const text = article('Ana Ortiz took office in May. She is to meet Ben Adler.');
  const talk = {
    ...target('it', [anchor(1, 'Ana Ortiz', 'May'), anchor(1, 'She is', 'Adler')]),
    choices: [{ field: 'status', value: 'held', meaning: 'past' }],
  } as const;
  expect(listWarnings(text, { ...talk, collection: 'talks' })).toEqual([
    'it status tense: is “held”, but the passages say “is to”',
  ]);
  expect(listWarnings(text, { ...talk, collection: 'events' })).toEqual([]);
});
