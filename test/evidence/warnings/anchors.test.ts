import { describe, expect, it } from 'vitest';
import type { AssertedRecord } from '../../../src/model/assertion.ts';
import { anchor, article, prose, target } from '../text.ts';
import { listWarnings } from './list-warnings.ts';

const paragraphs = ['Ana Ortiz spoke.', 'Ben Adler left.', 'Cleo Dahl came.', 'Dora Ek sang.'];
const createRecord = (id: string, paragraph: number, start: string) =>
  target(id, [anchor(paragraph, start)]);

describe('the paragraph of an anchor', () => {
  it('is questioned if it is wrong and others of its paragraph are right', () => {
    const records = [
      createRecord('ben', 2, 'Ben Adler'),
      createRecord('adler', 2, 'Adler left'),
      createRecord('left', 3, 'left'),
    ];
    expect(listWarnings(article(...paragraphs), ...records)).toEqual([
      'left evidence[0] paragraph: names ¶3, but “left” is in ¶2',
    ]);
  });

  it('is questioned if it is the only one there, and the anchors before and after are right', () => {
    const records = [
      createRecord('ana', 1, 'Ana Ortiz'),
      createRecord('ben', 3, 'Ben Adler'),
      createRecord('cleo', 3, 'Cleo'),
    ];
    expect(listWarnings(article(...paragraphs), ...records)).toEqual([
      'ben evidence[0] paragraph: names ¶3, but “Ben Adler” is in ¶2',
    ]);
  });

  it('is accepted if all anchors have moved alike, or may have from there on', () => {
    const moved = [
      createRecord('ana', 1, 'Ana Ortiz'),
      createRecord('ben', 2, 'Ben Adler'),
      createRecord('cleo', 3, 'Cleo'),
    ];
    expect(listWarnings(article('A caption.', ...paragraphs), ...moved)).toEqual([]);
    const [first = '', ...rest] = paragraphs;
    const between = article(first, 'A caption.', ...rest);
    expect(listWarnings(between, ...moved)).toEqual([]);
    expect(listWarnings(between, ...moved.slice(0, 2))).toEqual([]);
  });
});

describe('an anchor that hides a negation', () => {
  const text = 'Ana Ortiz did not meet Ben Adler on Monday.';
  const hiding = anchor(1, 'Ana Ortiz did', 'on Monday');
  const note = 'it evidence[0] hidden: hides “not” between “Ana Ortiz did” and “on Monday”';
  const place = { kind: 'phrase', field: 'place', value: 'Monday', spellings: ['Monday'] } as const;
  const listHidden = (...records: readonly AssertedRecord[]) =>
    listWarnings(article(text), ...records).filter((line) => line.includes(' hidden: '));

  it('is questioned if no value of the record is negated', () => {
    expect(listHidden(target('it', [hiding], place))).toEqual([note]);
  });

  it('is accepted if its ends show the negation, a value has one, or a statement is compared anyway', () => {
    expect(listHidden(target('it', [anchor(1, 'Ana Ortiz did not', 'on Monday')], place))).toEqual(
      [],
    );
    expect(listHidden(target('it', [anchor(1, 'Ana Ortiz did')], place))).toEqual([]);
    const negated = { ...prose('They have not met.'), field: 'note', purpose: 'remark' } as const;
    expect(listHidden(target('it', [hiding], negated))).toEqual([]);
    const statement = { ...prose('They met.'), field: 'claim', purpose: 'statement' } as const;
    expect(listHidden(target('it', [hiding], place, statement))).toEqual([]);
  });

  it.each(['gaps', 'leaders', 'countries', 'organizations'])('is accepted for %s', (collection) => {
    expect(listHidden({ ...target('it', [hiding], place), collection })).toEqual([]);
  });
});
