import { describe, expect, it } from 'vitest';
import { anchor, article, prose, target } from '../text.ts';
import { claim, listWarnings, listWarningsOn } from './list-warnings.ts';

const passage = 'The ministers agreed to widen the harbour, where ferries now wait for hours.';

describe('a qualifier of a statement', () => {
  it.each([
    ['Most ferries wait in the harbour.', 'most'],
    ['Some of the ferries wait in the harbour.', 'some of'],
    ['Exactly ten ministers will widen the harbour.', 'exactly'],
    ['The ministers agreed at least two times to widen the harbour.', 'at least'],
    ['About ten ministers agreed to widen the harbour.', 'about ten'],
    ['The ministers certainly agreed to widen the harbour.', 'certainly'],
    ['The ministers may have agreed to widen the harbour.', 'may'],
    ['Despite the ferries, the ministers agreed to widen the harbour.', 'despite'],
    ['The ministers are against ferries in the harbour.', 'against'],
    ['The ministers agreed on ferries outside the harbour.', 'outside the'],
    ['The ministers agreed for the second time to widen the harbour.', 'second'],
    ['The ministers agreed to widen half of the harbour.', 'half'],
    ['Dozens of ferries wait in the harbour.', 'dozens'],
    ['Twice the ministers agreed to widen the harbour.', 'twice'],
    ['The ministers must widen the harbour.', 'must'],
  ])('is questioned if the paragraph has nothing like it: %s', (statement, word) => {
    expect(listWarningsOn(passage, statement)).toEqual([
      `qualifier: says “${word}”, but the paragraph does not`,
    ]);
  });

  it.each([
    ['Almost all ferries wait in the harbour.', 'Each ferry waits in the harbour.'],
    ['Most of the ferries wait there.', 'The majority of the ferries wait there.'],
    ['The ferries could wait there.', 'The ferries may wait there.'],
    ['The ferries wait, as the harbour is full.', 'The ferries wait because the harbour is full.'],
    ['The ferries wait for a second day.', 'The ferries wait for the second day.'],
    ['The ministers thanked one another.', 'The ministers thanked each other.'],
    ['Ferries hold 31 of the 75 berths.', 'Ferries hold fewer than half of the berths.'],
    ['The port, which has no berth, closes.', 'The port closes because it has no berth.'],
    ['The promise has no date.', 'It is no more than a promise with no date.'],
    ['The biggest ferry waits there.', 'The most valuable ferry waits there.'],
    ['Ferries wait up to 9 hours.', 'Ferries wait at most 9 hours.'],
    ['Ferries waited fewer than 9 hours.', 'Ferries did not wait for as many as 9 hours.'],
    ['The toll was doubled to $2.', 'The toll of $2 is twice the former one.'],
    ['Ferries cost less than half of that.', 'That is twice the price of the ferries.'],
    ['The port needs a wider pier.', 'The pier must be wider.'],
  ])('may be a synonym: %s %s', (text, statement) => {
    expect(listWarningsOn(text, statement)).toEqual([]);
  });

  it('is questioned if the paragraph says almost certainly', () => {
    const passageOfDoubt = 'The port has almost certainly lost ferries.';
    expect(listWarningsOn(passageOfDoubt, 'The port has certainly lost ferries.')).toEqual([
      'qualifier: says “certainly”, but the paragraph does not',
    ]);
  });

  it('is questioned in each of very many records', () => {
    const one = claim('Most ferries wait in the harbour.', 1, passage);
    const records = Array.from({ length: 1001 }, (_, at) => ({ ...one, id: `it-${at}` }));
    expect(listWarnings(article(passage), ...records)).toHaveLength(1001);
  });

  it('may be anywhere in the paragraph', () => {
    const text = article('Most ferries are old. They wait in the harbour.');
    const they = target('it', [anchor(1, 'They wait', 'harbour')], {
      ...prose('Most ferries wait in the harbour.'),
      purpose: 'statement',
    });
    expect(listWarnings(text, they)).toEqual([]);
  });
});

describe('a statement stronger than its passage', () => {
  it.each([
    [
      'Nearly 40 ferries sank.',
      'More than 40 sank.',
      'says “more than”, but the passages say “nearly”',
    ],
    ['Some 40 ferries sank.', 'Over 40 sank.', 'says “over”, but the passages say “some”'],
    ['The port could close.', 'The port will close.', 'says “will”, but the passages say “could”'],
    [
      'The port hopes to buy ferries.',
      'The port will buy ferries.',
      'says “will”, but the passages say “hopes to”',
    ],
    [
      'The port will be closed.',
      'The port has been closed.',
      'says “has been closed”, but the passages say “will”',
    ],
  ])('is questioned: %s %s', (text, statement, warning) => {
    expect(listWarningsOn(text, statement)).toContainEqual(expect.stringContaining(warning));
  });

  it.each([
    ['Most ferries are old, and all are small.', 'All ferries are small.'],
    ['Nearly 40 ferries sank, more than 30 burned.', 'More than 30 ferries burned.'],
    ['The port could close and will be sold.', 'The port will be sold.'],
    ['Who may fish there is open.', 'Who fishes there will be settled.'],
    ['The port has been closed and will be sold.', 'The port has been closed.'],
  ])('is valid if the passage has the stronger word too: %s %s', (text, statement) => {
    expect(listWarningsOn(text, statement)).toEqual([]);
  });
});

it('compares the verb of a statement with the whole sentences if its passage has none', () => {
  const old = target('it', [anchor(1, 'The ferries')], {
    ...prose('The ferries were old.'),
    purpose: 'statement',
  });
  expect(listWarnings(article('The ferries are old.'), old)).toEqual([
    'it prose time: says “were”, but the sentences say “are”',
  ]);
});

describe('the verb of a statement', () => {
  it.each([
    ['The ferries are old.', 'The ferries were old.', 'says “were”, but the passages say “are”'],
    [
      'The ministry expects fewer ferries.',
      'The ministry used to see fewer ferries.',
      'says “used to”, but the passages say “expects”',
    ],
    [
      'The port will be widened.',
      'The port used to be wide.',
      'says “used to”, but the passages say “will”',
    ],
    [
      'The port was widened.',
      'The port will be widened.',
      'says “will”, but the passages say “was”',
    ],
    [
      'Ana Ortiz widened the port.',
      'The port is about to be widened.',
      'says “about to”, but the passages say “widened”',
    ],
  ])('is questioned in a tense that the sentences lack: %s %s', (text, statement, why) => {
    expect(listWarningsOn(text, statement)).toEqual([`time: ${why}`]);
  });

  it.each([
    ['The ferries are old, Ana Ortiz said.', 'The ferries were old.'],
    ['The port is to be widened.', 'The port will be widened.'],
    ['Ana Ortiz wants a wider port.', 'The port will be widened.'],
    ['Ana Ortiz left the port.', 'Nobody knows whether Ana Ortiz will return to the port.'],
    ['Old ferries in the port.', 'The ferries in the port were old.'],
  ])(
    'may be in another tense if the sentences have that too, or no verb: %s %s',
    (text, statement) => {
      expect(listWarningsOn(text, statement).join()).not.toContain('time:');
    },
  );
});

describe('an additional clause of a note', () => {
  const listOnNote = (text: string) => {
    const note = { ...prose(text), field: 'note' };
    const paragraphs = article(passage, 'Old ferries burn oil.');
    return listWarnings(paragraphs, target('it', [anchor(1, 'The ministers')], note));
  };

  it('is questioned if the article has no word of it', () => {
    expect(listOnNote('The ferries are old, since money lacks.')).toEqual([
      'it note detail: says “since money lacks”, of which the article has no word',
    ]);
  });

  it.each([
    'Critics doubt the budget.',
    'The ferries are old; critics of ferries doubt the budget.',
    'The ferries are old; the budget is not stated anywhere.',
    'The ferries are old, and only weekdays appear here.',
    'The ferries are old; budget.',
  ])('may be about the article, or have a word of it: %s', (note) => {
    expect(listOnNote(note)).toEqual([]);
  });
});

describe('an additional clause of a statement', () => {
  const whole = 'The ministers agreed to widen the harbour, where ferries wait for hours';

  it.each([
    [', which surprised several fishermen', 'which surprised several fishermen'],
    [' because prices have soared', 'because prices have soared'],
    ['; critics warned them', 'critics warned them'],
    [' after long and bitter arguments', 'after long and bitter arguments'],
  ])('is questioned if the paragraph has no word of it:%s', (more, clause) => {
    expect(listWarningsOn(passage, `${whole}${more}.`)).toContain(
      `detail: says “${clause}”, of which the paragraph has no word`,
    );
  });

  it.each([
    'The ministers agreed to widen the harbour, in which the ferries lie idle.',
    'The harbour is to be widened, says the headline of the article.',
    'The harbour is to be widened, come what may.',
    `${whole}, says the mayor Ana Ortiz.`,
  ])(
    'is accepted if it has a word in common, is about the article, or has a single word: %s',
    (statement) => {
      expect(listWarningsOn(passage, statement).join()).not.toContain('detail');
    },
  );

  it('may paraphrase the part of the passage that the rest of the statement omits', () => {
    const study = 'The ministry will publish a study before any contract is awarded.';
    const statement = 'A study is to appear, before any firm gets an order.';
    expect(listWarningsOn(study, statement)).toEqual([]);
    const long = `${passage} ${'They wait and wait. '.repeat(60)}Ferries sail at dawn.`;
    expect(listWarningsOn(long, `${whole}; critics warned them.`).join()).not.toContain('detail');
  });

  it('may be paraphrased as freely as the whole statement', () => {
    expect(listWarningsOn('Yet they came.', 'Against that, both parties turned up.')).toEqual([]);
  });

  it('is questioned even if it names somebody in the paragraph', () => {
    const text = 'Ana Ortiz agreed to widen the harbour.';
    const person = { collection: 'leaders', names: ['Ana Ortiz', 'Ortiz'] };
    const ana = { ...target('ana', [anchor(1, 'Ana Ortiz')]), ...person };
    const said = claim('The harbour is to be widened, since Ortiz demanded money.', 1, text);
    expect(listWarnings(article(text), ana, said)).toContain(
      'it claim detail: says “since Ortiz demanded money”, of which the paragraph has no word',
    );
  });
});
