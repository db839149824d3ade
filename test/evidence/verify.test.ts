import { expect, test } from 'vitest';
import type { Article } from '../../src/evidence/article/article.ts';

import { getVerdict, type Report, verifyRecords } from '../../src/evidence/verify.ts';
import type { AssertedRecord } from '../../src/model/assertion.ts';
import { anchor, article, type Check, date, prose, target, value } from './text.ts';

const paragraphs: readonly string[] = [
  'Ferry Plan Divides the Harbour Again',
  'Mayor Ana Ortiz of Ruritania met the “old” ferry crew on May 18 and 19.',
  'The ferry plan divides the harbour',
  'The crew wants a new pier – and a $6 billion bridge.',
];
const news = article(...paragraphs);
const ruritania = ['Ruritania', 'Ruritanian'];

const boats: readonly AssertedRecord[] = [
  target(
    'crew',
    [anchor(2, 'Mayor Ana', 'May 18 and 19')],
    { kind: 'phrase', spellings: ['Ana Ortiz'] },
    date('2023-05-19'),
    prose('On 18 May Ruritania saw the “old” crew.', ruritania),
  ),
  target('plan', [anchor(3, 'The ferry plan')], { kind: 'words', value: 'A plan of the ferry' }),
  target(
    'bridge',
    [anchor(4, 'and a', 'bridge'), anchor(4, 'The crew')],
    { kind: 'phrase', spellings: ['$6 billion'] },
    { kind: 'amount', value: '6000000000', written: '$6 billion' },
    { kind: 'currency', value: 'USD' },
  ),
  target('news', 'article', {
    kind: 'phrase',
    spellings: ['Ferry Plan Divides the Harbour Again'],
  }),
];

function listFailures({ failures }: Report): readonly string[] {
  return failures.map(({ id, field, reason }) => `${id} ${field}: ${reason}`);
}

function replaceInNews(from: string, to: string): Article {
  const changed = paragraphs.map((paragraph) => paragraph.replaceAll(from, to));
  expect(changed).not.toEqual(paragraphs);
  return article(...changed);
}

test('passes and counts what the article supports', () => {
  const report = verifyRecords(news, boats, 'en');
  expect(report).toEqual({
    records: 4,
    isDifferentArticle: false,
    anchors: { checked: 4, passed: 4 },
    values: { checked: 8, passed: 8 },
    kinds: {
      phrase: { checked: 3, passed: 3 },
      date: { checked: 1, passed: 1 },
      prose: { checked: 1, passed: 1 },
      words: { checked: 1, passed: 1 },
      amount: { checked: 1, passed: 1 },
      currency: { checked: 1, passed: 1 },
    },
    failures: [],
    warnings: [],
    reviewed: [],
    warningsChecked: true,
    notes: [],
    unchecked: [],
  });
  expect(getVerdict(report)).toBe('passed');
});

test('fails for each kind of value changed in the article', () => {
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    ['Ortiz', 'Ortega', ['crew phrase: not found']],
    ['“old”', '“cold”', ['crew prose: not found']],
    ['Ruritania', 'Freedonia', ['crew prose: not found']],
    ['$6 billion', '$7 billion', ['bridge phrase: not found']],
    ['$6', '€6', ['bridge phrase: not found', 'bridge currency: not found']],
    ['ferry plan', 'ferry-boat plan', ['plan evidence[0].start: not found']],
    ['18 and 19', '20 and 19', ['crew evidence[0].end: not found']],
    ['Divides', 'Divided', ['news phrase: not found']],
  ];
  for (const [from, to, expected] of cases) {
    const report = verifyRecords(replaceInNews(from, to), boats, 'en');
    expect(listFailures(report)).toEqual(expect.arrayContaining([...expected]));
    expect(getVerdict(report)).toBe('failed');
  }
});

test('fails for each kind of value changed in the dataset', () => {
  const where = [anchor(2, 'Mayor Ana', 'May 18 and 19'), anchor(4, 'and a', 'bridge')];
  const record = target(
    'wrong',
    where,
    { kind: 'phrase', spellings: ['Anna Ortiz'] },
    { kind: 'words', value: 'Crew of Ana Ortega' },
    date('2023-05-17'),
    { kind: 'amount', value: '5000000000', written: '$6 billion' },
    { kind: 'currency', value: 'EUR' },
    prose('Twenty boats'),
    prose('The “gold” crew'),
    prose('Freedonia', ['Freedonia']),
  );
  const report = verifyRecords(news, [record], 'en');
  expect(report.values).toEqual({ checked: 8, passed: 0 });
  expect(report.failures.map(({ expected, nearest }) => [expected, nearest?.difference])).toEqual([
    ['Anna Ortiz', '[-Anna-]{+Ana+} Ortiz'],
    ['Ortega', expect.any(String)],
    ['May 17', 'May [-17-]{+18+}'],
    ['5000000000 as “$6 billion”', '$6 billion'],
    [expect.stringContaining('EUR or '), undefined],
    ['twenty', undefined],
    ['“gold”', '[-gold-]{+old+}'],
    ['Freedonia', undefined],
  ]);
  expect(report.failures.find(({ field }) => field === 'amount')?.reason).toBe('not as written');
});

test('the year next to a day must be that of the date', () => {
  const record = target('trip', [anchor(1, 'They left', '2022')], date('2023-05-18'));
  const [failure] = verifyRecords(article('They left on May 18, 2022.'), [record], 'en').failures;
  expect(failure).toMatchObject({ expected: 'May 18, 2023', reason: 'outside its passages' });
});

test('an article with hardly any anchor is a different one, and values are checked only on request', () => {
  const other = article('The cat sat on the mat.', 'On June 5, nobody came.');
  const many = [1, 2, 3].flatMap((copy) =>
    boats.map((one) => ({ ...one, id: `${one.id}-${copy}` })),
  );
  const report = verifyRecords(other, many, 'en');
  expect(getVerdict(report)).toBe('another article');
  expect(report).toMatchObject({
    anchors: { checked: 12, passed: 0 },
    values: { checked: 0, passed: 0 },
    failures: [],
  });
  const all = verifyRecords(other, many, 'en', true);
  expect(getVerdict(all)).toBe('failed');
  expect(all.failures.filter(({ field }) => field.startsWith('evidence'))).toHaveLength(12);
});

test('a few missing anchors do not mean a different article', () => {
  const other = article('The cat sat on the mat.', 'On June 5, nobody came.');
  const report = verifyRecords(other, boats, 'en');
  expect(getVerdict(report)).toBe('failed');
  expect(listFailures(report)).toEqual([
    'crew evidence[0].start: not found',
    'plan evidence[0].start: not found',
    'bridge evidence[0].start: not found',
    'bridge evidence[1].start: not found',
    'news phrase: not found',
  ]);
});

test('a failure names the record, the field, the expected value and the nearest passage', () => {
  const { failures } = verifyRecords(
    replaceInNews('a $6 billion', 'a small $7 billion'),
    boats,
    'en',
  );
  expect(failures).toEqual([
    {
      collection: 'boats',
      id: 'bridge',
      field: 'phrase',
      expected: '$6 billion',
      reason: 'not found',
      nearest: {
        paragraph: 4,
        text: '$7 billion',
        changes: [
          { kind: 'removed', words: '$6' },
          { kind: 'added', words: '$7' },
          { kind: 'same', words: 'billion' },
        ],
        difference: '[-$6-]{+$7+} billion',
      },
    },
  ]);
});

test('looks for a value only within the passages of its record', () => {
  const record = target('crew', [anchor(4, 'The crew')], {
    kind: 'phrase',
    spellings: ['Ana Ortiz'],
  });
  expect(verifyRecords(news, [record], 'en').failures).toEqual([
    expect.objectContaining({
      reason: 'outside its passages',
      nearest: expect.objectContaining({ paragraph: 2, difference: 'Ana Ortiz' }),
    }),
  ]);
});

test('checks values against the passages that are found, and not at all if none is', () => {
  const values = [
    { kind: 'phrase', spellings: ['crew'] },
    { kind: 'amount', value: '6', written: '6' },
  ] as const;
  const partly = target('partly', [anchor(4, 'no such words'), anchor(4, 'The crew')], ...values);
  expect(listFailures(verifyRecords(news, [partly], 'en'))).toEqual([
    'partly evidence[0].start: not found',
  ]);
  const lost = target('lost', [anchor(4, 'no such words')], ...values);
  expect(listFailures(verifyRecords(news, [lost], 'en'))).toEqual([
    'lost evidence[0].start: not found',
  ]);
  expect(verifyRecords(news, [lost], 'en').unchecked).toEqual([
    { collection: 'boats', id: 'lost', field: 'phrase', reason: 'a passage was not found' },
  ]);
});

test('looks for the nearest passage in the sentences of the record first', () => {
  const text = article(
    'The bridge is to cost $7.6 billion.',
    'The crew wants a pier for $5 billion. It has the old one. Nets cost $7.4 billion.',
  );
  const findNearest = (...spellings: readonly string[]) => {
    const record = target('pier', [anchor(2, 'The crew')], { kind: 'phrase', spellings });
    return verifyRecords(text, [record], 'en').failures[0]?.nearest;
  };
  expect(findNearest('$7.5 billion')).toMatchObject({ paragraph: 2, text: '$5 billion' });
  expect(findNearest('bridge is two cost')).toMatchObject({
    paragraph: 1,
    text: 'bridge is to cost',
  });
  expect(findNearest('$7.6 billion')).toMatchObject({ paragraph: 1, text: '$7.6 billion' });
});

test('an ambiguous anchor fails with the paragraphs of its occurrences', () => {
  const record = target('twice', [anchor(2, 'ferry plan')]);
  expect(verifyRecords(news, [record], 'en').failures).toEqual([
    {
      collection: 'boats',
      id: 'twice',
      field: 'evidence[0].start',
      expected: 'ferry plan',
      reason: 'ambiguous',
      places: 2,
      paragraphs: [1, 3],
    },
  ]);
});

test('a copy with extra captions passes, and its notes say which paragraphs moved', () => {
  for (let at = 0; at <= paragraphs.length; at += 1) {
    const copy = article(...[...paragraphs].toSpliced(at, 0, 'A caption', 'Advertisement'));
    const report = verifyRecords(copy, boats, 'en');
    expect(report.failures).toEqual([]);
    const moved = [2, 3, 4, 4].filter((paragraph) => paragraph > at);
    expect(report.notes.map(({ text }) => text)).toEqual(
      moved.map((paragraph) => `is in paragraph ${paragraph + 2}, not ${paragraph}`),
    );
  }
});

test('a repeated passage moves with the paragraphs around it', () => {
  const heading = target('heading', [anchor(3, 'ferry plan divides')]);
  const copy = article('A caption', ...paragraphs);
  const alone = verifyRecords(copy, [heading], 'en');
  expect(listFailures(alone)).toEqual(['heading evidence[0].start: ambiguous']);
  const { notes } = verifyRecords(copy, [...boats, heading], 'en');
  expect(notes.filter(({ id }) => id === 'heading')).toEqual([
    {
      collection: 'boats',
      id: 'heading',
      field: 'evidence[0]',
      text: 'is in paragraph 4, not 3',
    },
  ]);
});

test('lists what could not be checked with the reason', () => {
  const records: readonly AssertedRecord[] = [
    { ...target('bare', [], { kind: 'phrase', spellings: ['crew'] }), unchecked: [] },
    {
      ...target('own', [anchor(4, 'The crew')], prose('They left')),
      unchecked: [{ field: 'role', reason: 'added by us' }],
    },
  ];
  const report = verifyRecords(news, records, 'en');
  expect(report.values).toEqual({ checked: 0, passed: 0 });
  expect(report.unchecked).toEqual([
    { collection: 'boats', id: 'bare', field: 'phrase', reason: 'no evidence given' },
    {
      collection: 'boats',
      id: 'own',
      field: 'prose',
      reason: 'paraphrases without a number, quotation or name',
    },
    { collection: 'boats', id: 'own', field: 'role', reason: 'added by us' },
  ]);
});

test('nothing checked is not a pass', () => {
  expect(getVerdict(verifyRecords(news, [], 'en'))).toBe('nothing checked');
  const bare = {
    ...target('bare', []),
    assertions: [value({ kind: 'phrase', spellings: ['crew'] })],
  };
  expect(getVerdict(verifyRecords(news, [bare], 'en'))).toBe('nothing checked');
  expect(getVerdict(verifyRecords(news, [target('all', 'article')], 'en'))).toBe('nothing checked');
});

test('treats an unknown language as English', () => {
  for (const tag of ['', 'not a tag', 'xx-unknown', 'en']) {
    expect(verifyRecords(news, boats, tag).failures).toEqual([]);
  }
});

test('the same input gives the same report, in the order of the records', () => {
  const backwards = boats.toReversed();
  const other = replaceInNews('$6', '$7');
  expect(verifyRecords(other, boats, 'en')).toEqual(verifyRecords(other, boats, 'en'));
  const listIds = (records: readonly AssertedRecord[]) =>
    verifyRecords(article('nothing'), records, 'en').failures.map(({ id }) => id);
  expect([...new Set(listIds(backwards))]).toEqual(['news', 'bridge', 'plan', 'crew']);
});

test('distinguishes a value elsewhere in the article from one that is nowhere', () => {
  const getReason = (check: Check) => {
    const one = target('it', [anchor(3, 'The ferry plan')], check);
    return verifyRecords(news, [one], 'en').failures[0]?.reason;
  };
  expect(getReason({ kind: 'phrase', spellings: ['Ana Ortega', 'Ana Ortiz'] })).toBe(
    'outside its passages',
  );
  expect(getReason({ kind: 'phrase', spellings: ['Ana Ortega', 'Anna Ortiz'] })).toBe('not found');
  expect(getReason(prose('“Ana Ortiz” and “Ana Ortega”'))).toBe('not found');
  expect(getReason(prose('“Ana Ortiz” and “the crew”'))).toBe('outside its passages');
});

test('an amount not as written fails even if a passage is missing, but other values are not checked', () => {
  const record = target(
    'it',
    [anchor(4, 'no such passage')],
    { kind: 'amount', value: '5000000000', written: '$6 billion' },
    { kind: 'phrase', spellings: ['Ana Ortega'] },
  );
  const { failures, unchecked } = verifyRecords(news, [record], 'en');
  expect(failures.map(({ field }) => field)).toEqual(['evidence[0].start', 'amount']);
  expect(unchecked.map(({ field }) => field)).toEqual(['phrase']);
});

test('ten anchors mean a different article if fewer than one in ten is found', () => {
  const lost = Array.from({ length: 9 }, () => anchor(1, 'no such passage'));
  const verifyAnchors = (...anchors: ReturnType<typeof anchor>[]) =>
    verifyRecords(news, [target('it', anchors)], 'en');
  expect(verifyAnchors(...lost, anchor(1, 'nor this'))).toMatchObject({
    isDifferentArticle: true,
    warnings: [],
    reviewed: [],
    warningsChecked: false,
  });
  expect(verifyAnchors(...lost, anchor(4, 'The crew')).isDifferentArticle).toBe(false);
  expect(verifyAnchors(...lost).isDifferentArticle).toBe(false);
});

test('verifies records of the same long passage alike', () => {
  const text = article(`The boat ${'went on '.repeat(200)}to Ulm.`);
  const records = ['one', 'two'].map((id) =>
    target(id, [anchor(1, 'The boat', 'Ulm')], { kind: 'phrase', spellings: ['to Ulm'] }),
  );
  expect(verifyRecords(text, records, 'en').values).toEqual({ checked: 2, passed: 2 });
});

test.each([
  [4000, 'outside its passages'],
  [5000, undefined],
])(
  'looks for a value in a passage of %i characters, or in its paragraph if that is very long',
  (length, reason) => {
    const text = article(`Ulm saw it. The boat ${'w'.repeat(length)} left.`);
    const record = target('it', [anchor(1, 'The boat', 'left')], {
      kind: 'phrase',
      spellings: ['Ulm'],
    });
    const [failure] = verifyRecords(text, [record], 'en').failures;
    expect(failure?.reason).toBe(reason);
  },
);
