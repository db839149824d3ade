import { describe, expect, it, test } from 'vitest';
import type { Article } from '../../src/evidence/article/article.ts';
import { verifyRecords } from '../../src/evidence/verify.ts';
import type { AssertedRecord } from '../../src/model/assertion.ts';
import type { Meaning } from '../../src/model/vocabulary.ts';
import { anchor, article, prose, target } from './text.ts';

/** Lists the warnings of records, one line each. */
function listWarnings(text: Article, ...targets: readonly AssertedRecord[]): readonly string[] {
  const found = verifyRecords(text, targets, 'en').warnings;
  return found.map(({ id, field, rule, text: why }) => `${id} ${field} ${rule}: ${why}`);
}

/** Creates a record with one passage and a choice. */
const createChoice = (field: string, value: string, meaning: Meaning, paragraph = 1) => ({
  ...target('it', []),
  anchors: [anchor(paragraph, 'On the')],
  choices: [{ field, value, meaning }],
});

/** Checks if a choice raises a warning with a passage that is a sentence of its own. */
function hasWarning(passage: string, meaning: Meaning, field = 'status'): boolean {
  const words = passage.split(' ');
  const whole = { ...anchor(1, words.slice(0, 2).join(' '), words.at(-1)) };
  const one = { ...createChoice(field, meaning, meaning), anchors: [whole] };
  return listWarnings(article(passage), one).length > 0;
}

describe('a status compared with the tense', () => {
  it.each<readonly [string, Meaning]>([
    ['On Monday the ministers met in the harbour', 'past'],
    ['During talks with the mayor on Monday, she said that boats matter', 'past'],
    ['The summit is being held in the harbour', 'present'],
    ['Traffic on the lake is suspended', 'present'],
    ['They will hold a group discussion', 'future'],
    ['Sessions are planned for Tuesday', 'future'],
    ['Sessions are to follow on Tuesday', 'future'],
    ['On Monday the ministers resumed their talks', 'present'],
    ['Following talks with the mayor, the leaders will hold a session', 'mentioned'],
    ['The delegates left the harbour on Monday', 'past'],
    ['On Monday she indicated that talks are held', 'present'],
    ['On the eve of the summit', 'future'],
    ['The country goes to the polls in June', 'future'],
    ['The signed charter takes effect on July 1', 'future'],
    ['A strike that has shut the ports for nearly three weeks', 'present'],
  ])('“%s” agrees with %s', (passage, meaning) => {
    expect(hasWarning(passage, meaning)).toBe(false);
  });

  it.each<readonly [string, Meaning]>([
    ['On Monday the ministers met in the harbour', 'present'],
    ['On Monday the ministers met in the harbour', 'future'],
    ['On Monday the ministers met in the harbour', 'mentioned'],
    ['They will hold a group discussion', 'past'],
    ['They will hold a group discussion', 'present'],
    ['They will sign it, the ministry said', 'past'],
    ['Sessions are planned for Tuesday', 'past'],
    ['Sessions are planned for Tuesday', 'present'],
    ['The summit is being held in the harbour', 'future'],
    ['The summit is being held in the harbour', 'past'],
  ])('“%s” contradicts %s', (passage, meaning) => {
    expect(hasWarning(passage, meaning)).toBe(true);
  });

  it('is compared with the passage if it has a verb', () => {
    const text = article('They met in the harbour, and will sail in June.');
    const one = {
      ...createChoice('status', 'planned', 'future'),
      anchors: [anchor(1, 'They met')],
    };
    expect(listWarnings(text, one)).toEqual([
      'it status tense: is “planned”, but the passages say “met”',
    ]);
  });

  it('is compared with the sentence if the passage has no verb', () => {
    const text = article('On the Monday after, the ministers met.', 'On the boat.');
    expect(listWarnings(text, createChoice('status', 'planned', 'future'))).toEqual([
      'it status tense: is “planned”, but the sentences around the passages say “met”',
    ]);
    expect(listWarnings(text, createChoice('status', 'planned', 'future', 2))).toEqual([]);
  });
});

describe('the progress of a deal', () => {
  it.each<readonly [string, Meaning]>([
    ['They are seeking money for a bridge', 'sought'],
    ['She tried to secure deals', 'sought'],
    ['They made an effort to secure deals', 'sought'],
    ['Both sides brokered a deal on bridges', 'agreed'],
    ['A deal is expected before winter', 'expected'],
    ['Both sides agreed on a bridge', 'agreed'],
    ['They signed a deal on bridges', 'signed'],
    ['The ministry suggested a toll on ferries', 'sought'],
  ])('“%s” agrees with %s', (passage, meaning) => {
    expect(hasWarning(passage, meaning)).toBe(false);
  });

  it.each<readonly [string, Meaning]>([
    ['They are seeking money for a bridge', 'agreed'],
    ['They are seeking money for a bridge', 'signed'],
    ['A deal is expected to be agreed before winter', 'agreed'],
    ['A deal is expected to be signed before winter', 'signed'],
    ['They signed a deal on bridges', 'sought'],
    ['They signed a deal on bridges', 'agreed'],
    ['They signed a deal on bridges', 'expected'],
  ])('“%s” contradicts %s', (passage, meaning) => {
    expect(hasWarning(passage, meaning)).toBe(true);
  });
});

describe('the status of a deal', () => {
  const createDeal = (status: 'expected' | 'agreed', name: string, start: string) => ({
    ...target('it', [anchor(1, start, 'Road')]),
    names: [name],
    choices: [{ field: 'status', value: status, meaning: status }],
  });

  it('is agreed if a signed text provides for it', () => {
    const one = createDeal('agreed', 'the Road', 'It will');
    const signed = article('The text they signed is short. It will reopen the Road.');
    expect(listWarnings(signed, one)).toEqual([]);
    expect(listWarnings(article('The text is short. It will reopen the Road.'), one)).toHaveLength(
      1,
    );
  });

  it('is expected, but not agreed, if its name says so', () => {
    const text = article('A bank will pay for the agreed Road.');
    expect(
      listWarnings(text, createDeal('expected', 'will pay for the agreed Road', 'A bank')),
    ).toEqual([]);
    expect(
      listWarnings(text, createDeal('agreed', 'will pay for the agreed Road', 'A bank')),
    ).toHaveLength(1);
  });
});

describe('a certainty compared with the verbs', () => {
  it.each<readonly [string, Meaning]>([
    ['The lake has fallen by a metre', 'stated'],
    ['The minister called on the mayor', 'stated'],
    ['A declaration is expected in June', 'expected'],
    ['A declaration is likely in June', 'expected'],
    ['The upcoming declaration matters to them', 'expected'],
    ['Experts believe that it will fail', 'opinion'],
    ['She called the plan “overdue” again', 'opinion'],
    ['An official described the talks as frank', 'opinion'],
    ['Hardly anyone expected a reply', 'stated'],
    ['Construction is unlikely to start before June', 'expected'],
    ['The plan was ‘overdue’ again, she said', 'opinion'],
    ['The plan was «overdue» again, she said', 'opinion'],
  ])('“%s” agrees with %s', (passage, meaning) => {
    expect(hasWarning(passage, meaning, 'certainty')).toBe(false);
  });

  it.each<readonly [string, Meaning]>([
    ['The lake has fallen by a metre', 'expected'],
    ['The lake has fallen by a metre', 'opinion'],
    ['The lake is unlikely to fall', 'stated'],
    ['A declaration is expected in June', 'stated'],
    ['Experts believe that it failed', 'stated'],
  ])('“%s” contradicts %s', (passage, meaning) => {
    expect(hasWarning(passage, meaning, 'certainty')).toBe(true);
  });
});

/** Lists the names of the warnings about a statement whose passage is the first paragraph. */
function listRules(
  passage: string,
  statement: string,
  ...more: readonly string[]
): readonly string[] {
  const words = passage.split(' ');
  const where = anchor(1, words.slice(0, 3).join(' '), words.at(-1)?.replace('.', ''));
  const expectation = { ...prose(statement), purpose: 'statement' } as const;
  const one = target('it', [where], expectation);
  const report = verifyRecords(article(passage, ...more), [one], 'en');
  return report.warnings.map(({ rule }) => rule);
}

describe('a paraphrased statement', () => {
  const passage = 'The two countries agreed to build a new bridge over the lake.';

  it.each([
    'Both countries want a bridge across the lake.',
    'A bridge is to be built over the lake, as the two countries agreed.',
  ])('raises no warning if it says the same: %s', (statement) => {
    expect(listRules(passage, statement)).toEqual([]);
  });

  it.each([
    'The two countries have not agreed on a bridge over the lake.',
    'The two countries refused to build a bridge over the lake.',
    'The two countries agreed on a lake without a bridge.',
    'Neither of the two countries agreed to build a bridge over the lake.',
    'No bridge is to be built over the lake by the two countries.',
  ])('is questioned for a negation of its own: %s', (statement) => {
    expect(listRules(passage, statement)).toContain('polarity');
  });

  it('is questioned for omitting the negation of its passage', () => {
    const denied = 'The two countries have not agreed to build a bridge.';
    expect(listRules(denied, 'The two countries agreed on a bridge.')).toEqual(['polarity']);
    expect(listRules(denied, 'The two countries do not agree on a bridge.')).toEqual([]);
    expect(listRules(denied, 'The bridge is still open between the two countries.')).toEqual([]);
  });

  it.each([
    ['Trade between the ports rose again.', 'Trade between the ports fell again.'],
    ['The mayor is willing to build it.', 'The mayor is reluctant to build it.'],
    ['They are rivals on the lake.', 'They are partners on the lake.'],
    ['She is the first to cross the lake.', 'She is the last to cross the lake.'],
    ['He supports the new harbour.', 'He opposes the harbour.'],
  ])('is questioned for the opposite of a word: %s %s', (said, statement) => {
    expect(listRules(said, statement)).toContain('opposite');
  });

  it('is questioned if another sentence says the same', () => {
    const other = 'Fishermen in the harbour fear for their catches of herring.';
    expect(listRules(passage, 'The fishermen fear for their catches.', other)).toContain('overlap');
    expect(listRules(other, 'The fishermen fear for their catches.', passage)).toEqual([]);
  });

  it('is questioned with the words in common with another sentence, above all rare ones', () => {
    const harbour = article(
      'The council will widen the harbour next spring.',
      'Fishermen in the harbour fear for their catches.',
      'The harbour is old. Some fear that the harbour is too old.',
    );
    const createStatement = (text: string, paragraph: number, start: string, end: string) => ({
      ...target('it', [{ ...anchor(paragraph, start, end) }], {
        ...prose(text),
        purpose: 'statement',
      }),
    });
    const statement = 'The fishermen of the harbour fear for catches.';
    expect(listWarnings(harbour, createStatement(statement, 1, 'The council', 'spring'))).toEqual([
      'it prose overlap: has more words in common with a sentence in ¶2: Fishermen, harbour, fear, catches',
    ]);
    expect(listWarnings(harbour, createStatement(statement, 2, 'Fishermen in', 'catches'))).toEqual(
      [],
    );
    // Many sentences have these words, so no other one supports the statement better.
    expect(
      listWarnings(
        harbour,
        createStatement('They fear for the harbour.', 2, 'Fishermen in', 'catches'),
      ),
    ).toEqual([]);
  });

  it('is questioned with the sentence that has most of its words', () => {
    const harbour = article(
      'The council will widen the road.',
      'Fishermen fear for the herring.',
      'Fishermen fear for their catches and their boats.',
      'Fishermen fear the winter.',
    );
    const createRecord = (text: string, purpose: 'statement' | 'question') => ({
      ...target('it', [anchor(1, 'The council', 'road')], { ...prose(text), purpose }),
    });
    const text = 'Fishermen fear for catches, boats, herring and the road.';
    expect(listWarnings(harbour, createRecord(text, 'statement'))).toEqual([
      'it prose overlap: has more words in common with a sentence in ¶3: Fishermen, fear, catches, boats',
    ]);
    expect(listWarnings(harbour, createRecord(text, 'question'))).toEqual([]);
    expect(
      listWarnings(harbour, createRecord('The herring of boats on the road', 'statement')),
    ).toEqual([]);
    // Two rare words are enough, but not three common ones.
    const tankers = article('The council left.', 'Sharks sank tankers.');
    const two = {
      ...target('it', [anchor(1, 'The council')], {
        ...prose('Sharks and tankers'),
        purpose: 'statement',
      }),
    } as const;
    expect(listWarnings(tankers, two)).toEqual([
      'it prose overlap: has more words in common with a sentence in ¶2: Sharks, tankers',
    ]);
    const common = 'Ferries and boats have nets.';
    const words = createRecord('The council of ferries and boats and nets', 'statement');
    expect(
      listWarnings(article('The council will widen the road.', common, common, common), words),
    ).toEqual([]);
    expect(
      listWarnings(
        harbour,
        createRecord('Catches and boats and nets and sails of others', 'statement'),
      ),
    ).toEqual(['it prose overlap: has no words in common with the paragraphs of its passages']);
    expect(
      listWarnings(harbour, createRecord('The council of catches and boats', 'statement')),
    ).toEqual([]);
  });

  it('is questioned with the first of several equally similar sentences', () => {
    const harbour = article(
      'The council will widen the road.',
      'Nets and sails dry. Sharks sank tankers.',
      'Old road. New road. Long road.',
    );
    const one = {
      ...target('it', [anchor(1, 'The council', 'road')], {
        ...prose('Sharks, tankers, nets, sails and the road'),
        purpose: 'statement',
      }),
    } as const;
    expect(listWarnings(harbour, one)).toEqual([
      'it prose overlap: has more words in common with a sentence in ¶2: Nets, sails',
    ]);
  });

  it('is compared with all that the record says, as is a question', () => {
    const one = target(
      'it',
      [anchor(1, 'The council', 'harbour')],
      { ...prose('Who left the harbour'), purpose: 'question' },
      prose('bridges and money matter'),
    );
    expect(listWarnings(article('The council will widen the harbour.'), one)).toEqual([]);
  });

  it('is questioned if it has no words in common with its passage', () => {
    expect(listRules(passage, 'Ferries carry tourists and goats and bicycles.')).toEqual([
      'overlap',
    ]);
  });

  it('is not questioned for its words if it is about a record of the paragraph', () => {
    const text = article(passage, 'Ana Ortiz left.');
    const statement = {
      ...prose('Ferries carry tourists, bicycles and goats.'),
      purpose: 'statement',
    } as const;
    const one = target('it', [anchor(1, 'The two countries', 'lake')], statement);
    const bridge = target('bridge', [anchor(1, 'a new bridge')]);
    const leaving = target('leaving', [anchor(2, 'Ana Ortiz')]);
    const listOverlaps = (about: readonly string[]) =>
      listWarnings(text, bridge, leaving, { ...one, about }).filter((line) =>
        line.includes('overlap'),
      );
    expect(listOverlaps(['bridge'])).toEqual([]);
    expect(listOverlaps(['leaving', 'nobody'])).toHaveLength(1);
    const words = { ...one, collection: 'quotes', about: [] };
    expect(listWarnings(text, words)).toEqual([]);
  });

  it('is questioned as a question too if it has no words in common with its passage', () => {
    const listQuestionWarnings = (text: string) => {
      const question = { ...prose(text), field: 'question', purpose: 'question' } as const;
      return listWarnings(
        article(passage),
        target('it', [anchor(1, 'The two countries', 'lake')], question),
      );
    };
    expect(
      listQuestionWarnings('Why were ferries, goats, bicycles and tourists left?'),
    ).toHaveLength(1);
    expect(listQuestionWarnings('Why were ferries, goats, bicycles and bridges left?')).toEqual([]);
  });

  it('is not questioned for the titles of others, nor as a question', () => {
    const other = 'Foreign Minister Ana Ortiz and Prime Minister Ben Adler spoke.';
    const text = 'The envoy of the Prime Minister, the Foreign Minister, travels by bridge.';
    expect(listRules(passage, text, other)).not.toContain('overlap');
    const asked = {
      ...prose('Why were ferries and goats left out?'),
      purpose: 'question',
    } as const;
    const one = target('it', [anchor(1, 'The two countries', 'lake')], asked);
    expect(listWarnings(article(passage), one)).toEqual([]);
  });

  it('need not repeat a negation if it is about a quotation', () => {
    const text = 'The port would not “pay for ferries” this year.';
    const statement = { ...prose('Who has to find the money.'), purpose: 'statement' } as const;
    const quoted = { field: 'words', value: 'pay for ferries', kind: 'quotation' } as const;
    const where = anchor(1, 'The port would', 'this year');
    expect(listWarnings(article(text), target('it', [where], statement))).toHaveLength(1);
    const quote = target('it', [where], statement, quoted);
    expect(listWarnings(article(text), quote)).toEqual([]);
  });

  it('need not repeat a “no” in a word or in a quotation of something else', () => {
    const show = 'The no-show of the mayor delayed the bridge by a day.';
    expect(listRules(show, 'The bridge came a day late.')).toEqual([]);
    const quoted = 'The bridge was opened on Monday; “nobody asked us”, fishermen said.';
    expect(listRules(quoted, 'The bridge was opened on Monday.')).toEqual([]);
    expect(listRules(quoted, 'The fishermen were asked about the bridge.')).toEqual(['polarity']);
  });
});

describe('the text of a warning', () => {
  /** Lists the warnings about a statement or choice whose passage is the first paragraph. */
  const listWarningsOn = (passage: string, part: Partial<AssertedRecord>): readonly string[] => {
    const words = passage.split(' ');
    const where = anchor(1, words.slice(0, 2).join(' '), words.at(-1)?.replace('.', ''));
    return listWarnings(article(passage), { ...target('it', [where]), ...part });
  };
  const createStatement = (text: string) => ({
    assertions: [{ ...prose(text), field: 'claim', purpose: 'statement' as const }],
  });
  const createChoices = (field: string, meaning: Meaning) => ({
    choices: [{ field, value: 'so', meaning }],
  });

  it.each([
    [
      'They agreed to build a bridge.',
      'They did not agree to build a bridge.',
      ['polarity: says “not”, but the passages have no such negation'],
    ],
    [
      'The port was shut for lack of ferries.',
      'Ferries took no passengers, as the port failed for want of money.',
      [],
    ],
    ['It was not invited, and not missed.', 'It was not invited.', []],
    ['It was left out of the plan.', 'Nobody asked it.', []],
    [
      'The port has no berth, and will not take part in the scheme.',
      'The port takes part in the scheme, as it has no berth.',
      ['polarity: the passages say “not”, but the paraphrase has no such negation'],
    ],
    [
      'The port cannot afford to build ferries.',
      'There is money for ships.',
      ['polarity: the passages say “cannot”, but the paraphrase has no such negation'],
    ],
    ['They reject the bridge.', 'They oppose the bridge.', []],
    [
      'Nor did they build the bridge.',
      'They did build the bridge.',
      ['polarity: the passages say “nor did”, but the paraphrase has no such negation'],
    ],
    ['They build no bridge.', 'Neither they nor others build the bridge.', []],
    [
      'They never agreed to build a bridge.',
      'They agreed to build a bridge.',
      ['polarity: the passages say “never”, but the paraphrase has no such negation'],
    ],
    [
      'Trade between the ports rose again.',
      'Trade between the ports fell again.',
      ['opposite: says “fell”, but the passages say “rose”'],
    ],
    ['It is the first fair since 2011.', 'The last fair was in 2011.', []],
    [
      'It is the first fair of the port.',
      'It is the last fair of the port.',
      ['opposite: says “last”, but the passages say “first”'],
    ],
    ['Trade between the ports rose and fell.', 'Trade between the ports fell again.', []],
    ['Trade between the ports rose again.', 'Trade between the ports fell, and rose again.', []],
    [
      'They agreed to build a bridge.',
      'Ferries carry tourists and goats and bicycles.',
      ['overlap: has no words in common with the paragraphs of its passages'],
    ],
    ['They agreed to build a bridge.', 'Ferries carry.', []],
  ])('in “%s” about “%s”: %j', (passage, statement, lines) => {
    expect(listWarningsOn(passage, createStatement(statement))).toEqual(
      lines.map((line) => `it claim ${line}`),
    );
  });

  it.each<readonly [string, string, Meaning, readonly string[]]>([
    [
      'The lake has fallen by a metre',
      'certainty',
      'expected',
      ['certainty: is “so”, but the sentences around the passages do not say so'],
    ],
    ['The lake will fall by a metre', 'certainty', 'expected', []],
    [
      'The lake has fallen by a metre',
      'certainty',
      'opinion',
      [
        'certainty: is “so”, but the sentences around the passages do not say that anybody thinks so',
      ],
    ],
    ['The lake has “fallen” by a metre', 'certainty', 'opinion', []],
    [
      'Experts believe that it failed',
      'certainty',
      'stated',
      ['certainty: is “so”, but the passages say “believe”'],
    ],
    ['Experts believe that it failed', 'status', 'stated', []],
    ['It is expected to fall', 'certainty', 'expected', []],
    [
      'The line is being looked at',
      'status',
      'signed',
      ['progress: is “so”, but the sentences around the passages do not say so'],
    ],
    ['The line is being looked at', 'other', 'signed', []],
    [
      'On Monday the ministers met there',
      'status',
      'future',
      ['tense: is “so”, but the passages say “met”'],
    ],
    [
      'The mayor was absent from it',
      'role',
      'there',
      ['attendance: is “so”, but the passages say “absent”'],
    ],
    [
      'The mayor was in the harbour',
      'role',
      'away',
      ['attendance: is “so”, but the passages do not say so'],
    ],
    ['The minister was represented by an envoy.', 'role', 'away', []],
    ['The club was not invited to the talks.', 'role', 'away', []],
    ['The mayor stayed at home.', 'role', 'away', []],
    [
      'One reading of it is here',
      'kind',
      'conflict',
      ['conflict: is “so”, but there are fewer than two passages'],
    ],
  ])('in “%s” about %s as %s: %j', (passage, field, meaning, lines) => {
    expect(listWarningsOn(passage, createChoices(field, meaning))).toEqual(
      lines.map((line) => `it ${field} ${line}`),
    );
  });

  it('considers all passages and words of a record', () => {
    const text = article('Experts met in the harbour.', 'It was “late” for that.');
    const both = [anchor(1, 'Experts met', 'harbour'), anchor(2, 'It was', 'that')];
    expect(
      listWarnings(text, { ...target('it', both), ...createChoices('certainty', 'opinion') }),
    ).toEqual([]);
    const belief = article('Experts believe that it failed.');
    const one = { ...target('it', [anchor(1, 'Experts believe', 'failed')]) };
    const parts = {
      ...createStatement('They believe that it failed.'),
      ...createChoices('certainty', 'stated'),
    };
    expect(listWarnings(belief, { ...one, ...parts })).toEqual([]);
  });

  it('considers only the sentences of its passages, in the order of the article', () => {
    const text = article(
      'They sail in June. They will sail in May. They met.',
      'They were absent. They had stayed away before.',
    );
    const listCertaintyWarnings = (...anchors: readonly ReturnType<typeof anchor>[]) =>
      listWarnings(text, {
        ...target('it', [...anchors]),
        ...createChoices('certainty', 'expected'),
      });
    const none = [
      'it certainty certainty: is “so”, but the sentences around the passages do not say so',
    ];
    expect(listCertaintyWarnings(anchor(1, 'sail in May'))).toEqual([]);
    expect(listCertaintyWarnings(anchor(1, 'They sail in', 'June'))).toEqual(none);
    expect(listCertaintyWarnings(anchor(1, 'They met'))).toEqual(none);
    // The offsets of the passage in the second paragraph are those of another sentence in the first.
    expect(listCertaintyWarnings(anchor(2, 'stayed away before'), anchor(1, 'They met'))).toEqual(
      none,
    );
    const listStatusWarnings = (...anchors: readonly ReturnType<typeof anchor>[]) =>
      listWarnings(article('It was said so.', 'It is so.'), {
        ...target('it', [...anchors]),
        ...createChoices('status', 'future'),
      });
    expect(listStatusWarnings(anchor(2, 'is so'), anchor(1, 'was said'))).toHaveLength(1);
  });

  it('is not raised if the passage is not found', () => {
    const lost = {
      ...target('it', [anchor(1, 'not there')]),
      ...createChoices('certainty', 'expected'),
    };
    for (const part of [
      createStatement('Ferries carry tourists and goats and bicycles.'),
      createChoices('role', 'away'),
      createChoices('status', 'signed'),
      createChoices('certainty', 'opinion'),
    ]) {
      expect(listWarnings(article('They met. They agreed.'), { ...lost, ...part })).toEqual([]);
    }
    const named = { ...lost, ...createStatement('Ana Ortiz met goats.'), about: ['ana'] };
    const text = article('They met. They agreed.', 'Ana Ortiz left, and Ben Adler.');
    const others = [
      createNamedRecord('ana', 2, 'Ana Ortiz'),
      createNamedRecord('ben', 2, 'Ben Adler'),
    ];
    expect(listWarnings(text, ...others, { ...named, about: ['ana', 'ben'] })).toEqual([]);
  });
});

/** Creates a record of somebody with these names. */
const createNamedRecord = (id: string, paragraph: number, ...spellings: readonly string[]) => ({
  ...target(id, [anchor(paragraph, spellings[0] ?? '')]),
  names: spellings,
});

const quay = article(
  'Ana Ortiz met with Ben Adler in Port Quay.',
  'Ana Ortiz, Ben Adler and Cleo Dahl held talks.',
  'Cleo Dahl stayed away from the boats.',
);
const people = [
  createNamedRecord('ana', 1, 'Ana Ortiz', 'Ortiz'),
  createNamedRecord('ben', 1, 'Ben Adler', 'Adler'),
  createNamedRecord('cleo', 3, 'Cleo Dahl', 'Dahl'),
] as const;

describe('the names in a sentence', () => {
  const createTalk = (
    meaning: 'alone' | 'together',
    start: string,
    end: string,
    paragraph: number,
  ) => ({
    ...target('talk', [anchor(paragraph, start, end)]),
    parts: ['ana', 'ben'],
    choices: [{ field: 'mention', value: meaning, meaning }],
  });

  it('distinguish a meeting of two from one among others', () => {
    const [two, many] = [
      ['Ana Ortiz', 'Port Quay', 1],
      ['Ana Ortiz, Ben', 'talks', 2],
    ] as const;
    expect(listWarnings(quay, ...people, createTalk('alone', ...two))).toEqual([]);
    expect(listWarnings(quay, ...people, createTalk('together', ...many))).toEqual([]);
    expect(listWarnings(quay, ...people, createTalk('together', ...two))).toEqual([
      'talk mention mention: is “together”, but the sentences around the passages name nobody else',
    ]);
    expect(listWarnings(quay, ...people, createTalk('alone', ...many))).toEqual([
      'talk mention mention: is “alone”, but the passages also name Cleo Dahl',
    ]);
    expect(
      listWarnings(quay, ...people, createTalk('alone', 'Ana Ortiz, Ben', 'Adler', 2)),
    ).toEqual([
      'talk mention mention: is “alone”, but the sentences around the passages also name Cleo Dahl',
    ]);
    const both = article('Ana Ortiz met Cleo Dahl.', 'Ana Ortiz met Dora Ek.');
    const strangers = [
      createNamedRecord('cleo', 1, 'Cleo Dahl'),
      createNamedRecord('dora', 2, 'Dora Ek'),
    ];
    const backwards = {
      ...createTalk('alone', 'Ana Ortiz', 'Ek', 2),
      anchors: [anchor(2, 'Ana Ortiz', 'Ek'), anchor(1, 'Ana Ortiz', 'Dahl')],
    };
    expect(
      listWarnings(both, createNamedRecord('ana', 1, 'Ana Ortiz'), ...strangers, backwards),
    ).toEqual(['talk mention mention: is “alone”, but the passages also name Cleo Dahl']);
    const one = createTalk('alone', 'Ana Ortiz', 'Port Quay', 1);
    const guests = article('Ana Ortiz met the guests in Port Quay.');
    expect(listWarnings(guests, createNamedRecord('ana', 1, 'Ana Ortiz'), one)).toEqual([
      'talk mention mention: is “alone”, but the sentences around the passages say “guests”',
    ]);
    // A person without a name may be the only other party.
    const council = article('Ana Ortiz met the mayor in Port Quay.');
    expect(listWarnings(council, createNamedRecord('ana', 1, 'Ana Ortiz'), one)).toEqual([]);
  });

  it('include only those who could meet, in the clause with the meeting', () => {
    const [ana, ben, cleo] = [
      createNamedRecord('ana', 1, 'Ana Ortiz'),
      createNamedRecord('ben', 1, 'Ben Adler'),
      createNamedRecord('cleo', 2, 'Cleo Dahl'),
    ];
    const absent = {
      ...cleo,
      choices: [{ field: 'role', value: 'absent', meaning: 'away' as const }],
    };
    const listTalkWarnings = (text: string, other: AssertedRecord) =>
      listWarnings(
        article(text, 'Cleo Dahl is absent.'),
        ana,
        ben,
        other,
        createTalk('alone', 'Ana Ortiz', 'Adler', 1),
      ).filter((line) => line.startsWith('talk '));
    expect(listTalkWarnings('Ana Ortiz met Ben Adler while Cleo Dahl slept.', cleo)).toEqual([]);
    expect(listTalkWarnings('Ana Ortiz met Cleo Dahl and Ben Adler.', cleo)).toHaveLength(1);
    expect(listTalkWarnings('Ana Ortiz met, in place of Cleo Dahl, Ben Adler.', absent)).toEqual(
      [],
    );
  });

  it('include a country only if it takes part', () => {
    const createCountry = (id: string, name: string, ...choices: AssertedRecord['choices']) => ({
      ...createNamedRecord(id, 2, name),
      collection: 'countries',
      choices,
    });
    const text = article('Arvenia met Belmarch and Dolmara.', 'Arvenia, Belmarch, Dolmara.');
    const listTalkWarnings = (dolmara: AssertedRecord, parts: readonly string[]) =>
      listWarnings(
        text,
        createCountry('arvenia', 'Arvenia'),
        createCountry('belmarch', 'Belmarch'),
        dolmara,
        {
          ...createTalk('alone', 'Arvenia met', 'Belmarch', 1),
          parts,
        },
      );
    const guest = createCountry('dolmara', 'Dolmara', {
      field: 'role',
      value: 'guest',
      meaning: 'there',
    });
    const parts = ['arvenia', 'belmarch'];
    expect(listTalkWarnings(guest, parts)).toHaveLength(1);
    expect(listTalkWarnings(createCountry('dolmara', 'Dolmara'), parts)).toEqual([]);
    // A person counts as their country if it takes part and is named too.
    const cleo = { ...createNamedRecord('cleo', 2, 'Dolmara'), parts: ['dolmara'] };
    expect(
      listWarnings(text, guest, cleo, {
        ...createTalk('alone', 'Arvenia met', 'Belmarch', 1),
        parts: ['cleo'],
      }),
    ).toEqual([]);
  });

  it('include a person and their country as one, and a crowd as others', () => {
    const text = article('Ana Ortiz of Arvenia met Ben Adler.', 'Ana Ortiz met the guests.');
    const parties = [
      { ...createNamedRecord('ana', 1, 'Ana Ortiz'), parts: ['arvenia'] },
      createNamedRecord('arvenia', 1, 'Arvenia'),
      createNamedRecord('ben', 1, 'Ben Adler'),
    ];
    const createMeeting = (meaning: 'alone' | 'together', end: string, paragraph: number) => ({
      ...createTalk(meaning, 'Ana Ortiz', end, paragraph),
      parts: ['ana', 'ben', 'arvenia'],
    });
    expect(listWarnings(text, ...parties, createMeeting('alone', 'Adler', 1))).toEqual([]);
    // She counts without a record of her country too.
    const [ana, , ben] = parties;
    if (!ana || !ben) throw new Error('no people');
    expect(listWarnings(text, ana, ben, createTalk('alone', 'Ana Ortiz', 'Adler', 1))).toEqual([]);
    expect(listWarnings(text, ...parties, createMeeting('together', 'Adler', 1))).toHaveLength(1);
    expect(listWarnings(text, ...parties, createMeeting('together', 'guests', 2))).toEqual([]);
    const guests = article('Ana Ortiz of Arvenia met the guests.');
    expect(listWarnings(guests, ...parties, createMeeting('alone', 'guests', 1))).toContain(
      'talk mention mention: is “alone”, but the sentences around the passages say “guests”',
    );
    const both = {
      ...createMeeting('together', 'Adler', 1),
      anchors: [anchor(1, 'Ana Ortiz of', 'Adler'), anchor(2, 'Ana Ortiz met', 'guests')],
    };
    expect(listWarnings(text, ...parties, both)).toEqual([]);
  });

  it('are those in the clause with the meeting, of those who can meet', () => {
    const text = article(
      'Ana Ortiz met Ben Adler in Port Quay, before Cleo Dahl left for Dorland with the envoy.',
      'Ana Ortiz met Ben Adler and Cleo Dahl.',
      'Ana Ortiz of Arvenia met Ben Adler in Dorland.',
    );
    const createMeeting = (paragraph: number, end: string) => ({
      ...createTalk('alone', 'Ana Ortiz', end, paragraph),
      parts: ['ana', 'ben', 'arvenia'],
    });
    const createCountry = (id: string, name: string, paragraph: number, meaning?: 'there') => ({
      ...createNamedRecord(id, paragraph, name),
      collection: 'countries',
      choices: meaning ? [{ field: 'role', value: 'guest', meaning }] : [],
    });
    const all = [people[0], people[1], createCountry('arvenia', 'Arvenia', 3, 'there')];
    const cleo = createNamedRecord('cleo', 1, 'Cleo Dahl');
    expect(listWarnings(text, ...all, cleo, createMeeting(1, 'Quay'))).toEqual([]);
    expect(listWarnings(text, ...all, cleo, createMeeting(2, 'Dahl'))).toHaveLength(1);
    const absent = { field: 'role', value: 'absent', meaning: 'away' } as const;
    const away = { ...cleo, anchors: [anchor(1, 'Cleo Dahl left')], choices: [absent] };
    const talkWarnings = listWarnings(text, ...all, away, createMeeting(2, 'Dahl'));
    expect(talkWarnings.filter((line) => line.startsWith('talk'))).toEqual([]);
    expect(
      listWarnings(
        text,
        ...all,
        createCountry('dorland', 'Dorland', 3),
        createMeeting(3, 'Dorland'),
      ),
    ).toEqual([]);
    const guest = createCountry('dorland', 'Dorland', 3, 'there');
    expect(listWarnings(text, ...all, guest, createMeeting(3, 'Dorland'))).toHaveLength(1);
  });

  it('raise no warning if nobody meets, or none of the participants', () => {
    const text = article('Ana Ortiz left Port Quay.', 'Cleo Dahl met the guests of the port.');
    const own = [
      createNamedRecord('ana', 1, 'Ana Ortiz'),
      createNamedRecord('cleo', 2, 'Cleo Dahl'),
    ];
    for (const meaning of ['alone', 'together'] as const) {
      expect(listWarnings(text, ...own, createTalk(meaning, 'Ana Ortiz', 'Quay', 1))).toEqual([]);
      expect(listWarnings(text, ...own, createTalk(meaning, 'Cleo Dahl', 'port', 2))).toEqual([]);
    }
  });

  it('need a capital', () => {
    const text = article('Ana Ortiz met with Ben Adler.', 'The meeting was long.');
    const said = target('said', [anchor(1, 'Ana Ortiz', 'Adler')], {
      ...prose('A meeting of Ortiz and Adler'),
      purpose: 'statement',
    });
    const meeting = createNamedRecord('meeting', 2, 'The meeting', 'meeting');
    expect(listWarnings(text, people[0], people[1], meeting, said)).toEqual([]);
    const named = { ...meeting, names: ['a Meeting', 'a meeting', '—'] };
    expect(listWarnings(text, people[0], people[1], named, said)).toEqual([]);
  });

  it('may differ in a question, but not in a remark', () => {
    const createSaying = (purpose: 'remark' | 'question') => ({
      ...target('said', [anchor(1, 'Ana Ortiz', 'Port Quay')], {
        ...prose('Dahl and Ortiz met in Port Quay.'),
        purpose,
      }),
    });
    expect(listWarnings(quay, ...people, createSaying('question'))).toEqual([]);
    expect(listWarnings(quay, ...people, createSaying('remark'))).toHaveLength(1);
  });

  it('limit the names in a paraphrase', () => {
    const createStatement = (text: string) => ({
      ...target('said', [anchor(1, 'Ana Ortiz', 'Port Quay')], {
        ...prose(text),
        purpose: 'statement',
      }),
    });
    expect(
      listWarnings(quay, ...people, createStatement('Adler and Ortiz met in Port Quay.')),
    ).toEqual([]);
    expect(
      listWarnings(quay, ...people, createStatement('Dahl and Ortiz met in Port Quay.')),
    ).toEqual(['said prose name: names Cleo Dahl, but the paragraph does not']);
  });

  it('are not found in words that differ from an acronym only in case', () => {
    const text = article('They told us so.', 'The US left.');
    const country = { ...target('us', [anchor(2, 'The US')]), names: ['US'] };
    const about = { ...target('said', [anchor(1, 'They told', 'so')]), about: ['us'] };
    expect(listWarnings(text, country, about)).toEqual([
      'said about about: neither the words nor the passages relate to us',
    ]);
  });

  it('need not be complete for a deal or an event, whose names are common words', () => {
    const text = article(
      'The lake treaty is long.',
      'The paper was signed. The treaty is new.',
      'It rained.',
      'The text is out.',
    );
    const listAboutWarnings = (collection: string, start: string, paragraph: number) => {
      const treaty = { ...createNamedRecord('treaty', 1, 'lake treaty'), collection };
      const said = { ...target('said', [anchor(paragraph, start)]), about: ['treaty'] };
      return listWarnings(text, treaty, said);
    };
    for (const collection of ['deals', 'events']) {
      expect(listAboutWarnings(collection, 'The paper was signed', 2)).toEqual([]);
      expect(listAboutWarnings(collection, 'It rained', 3)).toHaveLength(1);
    }
    expect(listAboutWarnings('deals', 'The text is out', 4)).toEqual([]);
    expect(listAboutWarnings('events', 'The text is out', 4)).toHaveLength(1);
    expect(listAboutWarnings('organizations', 'The paper was signed', 2)).toHaveLength(1);
  });

  it('need not be repeated if the paragraph or the one before is about the same', () => {
    const plan = 'A panel of scientists was proposed.';
    const text = article('Ana Ortiz left.', plan, 'Nobody wants to be managed.', 'It rained.');
    const panel = { ...target('panel', [anchor(2, 'A panel')]), collection: 'claims' };
    const listPanelWarnings = (start: string, paragraph: number) => {
      const record = { ...target('said', [anchor(paragraph, start)]), about: ['panel'] };
      return listWarnings(text, panel, record);
    };
    expect(listPanelWarnings('Nobody wants', 3)).toEqual([]);
    expect(listPanelWarnings('It rained', 4)).toHaveLength(1);
    // A sentence about another person may follow one that names nobody.
    const topic = article('Others were kept out. The Union was not invited.');
    const union = { ...createNamedRecord('union', 1, 'Union'), collection: 'organizations' };
    const others = { ...target('said', [anchor(1, 'Others were', 'out')]), about: ['union'] };
    expect(listWarnings(topic, union, others)).toEqual([]);
    const ana = createNamedRecord('ana', 1, 'Ana Ortiz');
    const named = article('Ana Ortiz was kept out. The Union was not invited.');
    const aboutAna = { ...target('said', [anchor(1, 'Ana Ortiz', 'out')]), about: ['union'] };
    expect(listWarnings(named, ana, union, aboutAna)).toHaveLength(1);
  });

  it('need not include the publisher and the agency, who are the source of the whole article', () => {
    const agency = {
      kind: 'phrase' as const,
      field: 'agency',
      value: 'Post',
      spellings: ['Post'],
    };
    const source = {
      ...target('source', []),
      collection: 'source',
      anchors: 'article' as const,
      assertions: [agency],
    };
    const post = { ...createNamedRecord('post', 1, 'Post'), collection: 'organizations' };
    const said = { ...target('said', [anchor(2, 'It rained')]), about: ['post'] };
    const text = article('The Post reports.', 'It rained.');
    expect(listWarnings(text, post, said)).toHaveLength(1);
    expect(listWarnings(text, source, post, said)).toEqual([]);
  });

  it('show what a statement is about', () => {
    const createRecordAbout = (...ids: readonly string[]) => ({
      ...target('said', [anchor(1, 'Ana Ortiz', 'Port Quay')]),
      about: ids,
    });
    expect(listWarnings(quay, ...people, createRecordAbout('ana', 'ben'))).toEqual([]);
    expect(listWarnings(quay, ...people, createRecordAbout('ana', 'cleo'))).toEqual([
      'said about about: neither the words nor the passages relate to cleo',
    ]);
    // “She” may be anyone whom the paragraph names.
    const she = article('Ana Ortiz left. She was late.', 'Ben Adler was late.');
    const createRecordOnAna = (paragraph: number) => ({
      ...target('said', [anchor(paragraph, paragraph === 1 ? 'She was' : 'was late')]),
      about: ['ana'],
    });
    expect(
      listWarnings(she, createNamedRecord('ana', 1, 'Ana Ortiz'), createRecordOnAna(1)),
    ).toEqual([]);
    expect(
      listWarnings(she, createNamedRecord('ana', 1, 'Ana Ortiz'), createRecordOnAna(2)),
    ).toHaveLength(1);
    // One of its sentences is enough.
    const later = article('Ana Ortiz left. They met later.', 'Ben Adler stayed.');
    const aboutAna = { ...target('said', [anchor(1, 'Ana Ortiz', 'later')]), about: ['ana'] };
    expect(listWarnings(later, people[0], aboutAna)).toEqual([]);
    // A record without a name or passage is recognised by its words.
    const gap = target('gap', [], prose('Who is aboard?'));
    const aboutGap = target(
      'said',
      [anchor(1, 'Ana Ortiz', 'Port Quay')],
      prose('Who was aboard?'),
    );
    expect(listWarnings(quay, gap, { ...aboutGap, about: ['gap'] })).toEqual([]);
    // The whole article is about the summit, and nothing is known about a missing record.
    const summit = { ...createNamedRecord('cleo', 3, 'Cleo Dahl'), collection: 'summit' };
    expect(
      listWarnings(quay, people[0], people[1], summit, createRecordAbout('cleo', 'nobody')),
    ).toEqual([]);
    // A member of a crowd need not be named.
    const crowd = article('The guests met in Port Quay.', 'Cleo Dahl stayed on the boats.');
    const said = { ...target('said', [anchor(1, 'The guests', 'Port Quay')]), about: ['cleo'] };
    expect(listWarnings(crowd, createNamedRecord('cleo', 2, 'Cleo Dahl'), said)).toEqual([]);
    // A record without a name is recognised by its paragraph or its words; one of several is enough.
    const createClaim = (...anchors: readonly ReturnType<typeof anchor>[]) =>
      target('claim', [...anchors]);
    const aboutClaim = createRecordAbout('claim');
    expect(
      listWarnings(quay, ...people, createClaim(anchor(3, 'stayed away')), aboutClaim),
    ).toEqual(['said about about: neither the words nor the passages relate to claim']);
    const two = createClaim(anchor(3, 'stayed away'), anchor(1, 'Port Quay'));
    expect(listWarnings(quay, ...people, two, aboutClaim)).toEqual([]);
    // A part of another record is recognised by the name of that record.
    const part = { ...createNamedRecord('ana', 1, 'Ana Ortiz'), parts: ['cleo'] };
    expect(listWarnings(quay, part, people[2], createRecordAbout('cleo'))).toEqual([]);
  });
});

test('a record about an open question must be a question', () => {
  const gap = { ...createNamedRecord('open', 1, 'Ana Ortiz'), collection: 'gaps' };
  const createRecordAbout = (collection: string) => ({
    ...target('said', [anchor(1, 'Ana Ortiz', 'Port Quay')]),
    collection,
    about: ['open'],
  });
  expect(listWarnings(quay, gap, createRecordAbout('claims'))).toEqual([
    'said about about: includes open, which is an open question',
  ]);
  expect(listWarnings(quay, gap, createRecordAbout('gaps'))).toEqual([]);
});

test('an absence must be mentioned, and only of those who are absent', () => {
  const createParticipant = (meaning: 'there' | 'away', id: 0 | 2) => ({
    ...people[id],
    anchors: id === 2 ? [anchor(3, 'Cleo Dahl', 'boats')] : [anchor(1, 'Ana Ortiz', 'Port Quay')],
    choices: [{ field: 'role', value: meaning, meaning }],
  });
  expect(listWarnings(quay, createParticipant('away', 2), createParticipant('there', 0))).toEqual(
    [],
  );
  expect(listWarnings(quay, createParticipant('there', 2))).toEqual([
    'cleo role attendance: is “there”, but the passages say “away”',
  ]);
  expect(listWarnings(quay, createParticipant('away', 0))).toEqual([
    'ana role attendance: is “away”, but the passages do not say so',
  ]);
});

test('the kind of a deal must agree with its name', () => {
  const createDeal = (meaning: Meaning) => ({
    ...target('deal', []),
    collection: 'deals',
    names: ['The railway to Quay'],
    choices: [{ field: 'kind', value: meaning, meaning }],
  });
  expect(listWarnings(quay, createDeal('railway'))).toEqual([]);
  expect(listWarnings(quay, createDeal('pipeline'))).toEqual([
    'deal kind kind: is “pipeline”, but the name says “railway”',
  ]);
  expect(listWarnings(quay, { ...createDeal('railway'), names: ['The pipeline to Quay'] })).toEqual(
    ['deal kind kind: is “railway”, but the name says “pipeline”'],
  );
  expect(listWarnings(quay, { ...createDeal('railway'), names: ['The plan for Quay'] })).toEqual([
    'deal kind kind: is “railway”, but neither the name nor the passages have a word of that',
  ]);
  const ports = {
    ...createDeal('port'),
    anchors: [anchor(1, 'Port Quay')],
    names: ['The plan for Quay'],
  };
  expect(listWarnings(quay, ports)).toEqual([]);
  expect(listWarnings(quay, createDeal('other'))).toEqual([
    'deal kind kind: is “other”, but the name says “railway”',
  ]);
  expect(listWarnings(quay, { ...createDeal('other'), names: ['The plan for Quay'] })).toEqual([]);
});

test('the kind of an organization must agree with its name or a passage', () => {
  const text = article('The news agency NPA wrote of the fisheries ministry.');
  const createOrganization = (name: string, passage: string, meaning: Meaning) => ({
    ...target('it', [anchor(1, passage)]),
    collection: 'organizations',
    names: [name],
    choices: [{ field: 'kind', value: meaning, meaning }],
  });
  const createAgency = (meaning: Meaning) =>
    createOrganization('NPA', 'The news agency NPA', meaning);
  expect(listWarnings(text, createAgency('agency'))).toEqual([]);
  expect(listWarnings(text, createAgency('company'))).toEqual([
    'it kind kind: is “company”, but the name or its passages say “agency”',
  ]);
  const ministry = createOrganization('fisheries ministry', 'NPA wrote of', 'group');
  expect(listWarnings(text, ministry)).toEqual([
    'it kind kind: is “group”, but the name or its passages say “ministry”',
  ]);
  // An institute may be a body, or something else.
  expect(
    listWarnings(text, createOrganization('fisheries ministry', 'NPA wrote of', 'other')),
  ).toEqual([]);
});

test('a chair must be mentioned as such', () => {
  const text = article('Ana Ortiz chaired the session.', 'Ben Reed spoke in it.');
  const createChair = (anchors: AssertedRecord['anchors']) => ({
    ...target('it', anchors as []),
    choices: [{ field: 'role', value: 'chair', meaning: 'chair' as const }],
  });
  expect(listWarnings(text, createChair([anchor(1, 'Ana Ortiz')]))).toEqual([]);
  expect(listWarnings(text, createChair([anchor(2, 'Ben Reed')]))).toEqual([
    'it role attendance: is “chair”, but the sentences around the passages do not say so',
  ]);
});

test('a conflict needs two passages', () => {
  const createGap = (...anchors: AssertedRecord['anchors'] & readonly object[]) => ({
    ...target('gap', anchors),
    choices: [{ field: 'kind', value: 'conflicting', meaning: 'conflict' as const }],
  });
  expect(
    listWarnings(quay, createGap(anchor(1, 'Ana Ortiz met'), anchor(2, 'Ana Ortiz, Ben'))),
  ).toEqual([]);
  expect(listWarnings(quay, createGap(anchor(1, 'Ana Ortiz met')))).toEqual([
    'gap kind conflict: is “conflicting”, but there are fewer than two passages',
  ]);
});

test('does not raise a reviewed warning again, but counts it', () => {
  const reviewed = [
    { field: 'kind', rule: 'conflict', why: 'One sentence has both.', isCurrent: true },
  ] as const;
  const gap = {
    ...target('gap', [anchor(1, 'Ana Ortiz met')]),
    choices: [{ field: 'kind', value: 'conflicting', meaning: 'conflict' }],
    reviewed,
  } as const;
  expect(verifyRecords(quay, [gap], 'en')).toMatchObject({
    warnings: [],
    reviewed: [expect.objectContaining({ id: 'gap', why: 'One sentence has both.' })],
  });
  const stale = { ...gap, reviewed: [{ ...reviewed[0], isCurrent: false }] } as const;
  expect(listWarnings(quay, stale)).toEqual([
    'gap kind conflict: is “conflicting”, but there are fewer than two passages; it was reviewed for another value',
  ]);
  const elsewhere = { ...gap, reviewed: [{ ...reviewed[0], field: 'note' }] } as const;
  expect(verifyRecords(quay, [elsewhere], 'en').warnings).toHaveLength(1);
  const other = { ...gap, reviewed: [{ ...reviewed[0], rule: 'overlap' }] } as const;
  expect(verifyRecords(quay, [other], 'en').warnings).toHaveLength(1);
});

test('raises no warnings in a language without word lists, and reports that they were not checked', () => {
  const report = verifyRecords(quay, people, 'fr');
  expect(report).toMatchObject({ warnings: [], reviewed: [], warningsChecked: false });
  expect(report.failures).toEqual([]);
});
