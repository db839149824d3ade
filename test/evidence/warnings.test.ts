import { describe, expect, it, test } from 'vitest';
import type { Article } from '../../src/evidence/article/article.ts';
import { verifyRecords } from '../../src/evidence/verify.ts';
import type { AssertedRecord } from '../../src/model/assertion.ts';
import type { Meaning } from '../../src/model/vocabulary.ts';
import { anchor, article, prose, target } from './text.ts';

/** What is worth a look, a line each. */
function warnings(text: Article, ...targets: readonly AssertedRecord[]): readonly string[] {
  const found = verifyRecords(text, targets, 'en').warnings;
  return found.map(({ id, field, rule, text: why }) => `${id} ${field} ${rule}: ${why}`);
}

/** A record whose one passage is a paragraph, with a word chosen for it. */
const chosen = (field: string, value: string, meaning: Meaning, paragraph = 1) => ({
  ...target('it', []),
  anchors: [anchor(paragraph, 'On the')],
  choices: [{ field, value, meaning }],
});

/** Whether a word chosen for a passage, which is a sentence of its own, raises a warning. */
function isDoubted(passage: string, meaning: Meaning, field = 'status'): boolean {
  const words = passage.split(' ');
  const whole = { ...anchor(1, words.slice(0, 2).join(' '), words.at(-1)) };
  const one = { ...chosen(field, meaning, meaning), anchors: [whole] };
  return warnings(article(passage), one).length > 0;
}

describe('a status against the tense', () => {
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
  ])('“%s” is %s', (passage, meaning) => {
    expect(isDoubted(passage, meaning)).toBe(false);
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
  ])('“%s” is not %s', (passage, meaning) => {
    expect(isDoubted(passage, meaning)).toBe(true);
  });

  it('looks at the passage where it has a verb', () => {
    const text = article('They met in the harbour, and will sail in June.');
    const one = { ...chosen('status', 'planned', 'future'), anchors: [anchor(1, 'They met')] };
    expect(warnings(text, one)).toEqual([
      'it status tense: is “planned”, but the passages say “met”',
    ]);
  });

  it('looks at the sentence where the passage has no verb', () => {
    const text = article('On the Monday after, the ministers met.', 'On the boat.');
    expect(warnings(text, chosen('status', 'planned', 'future'))).toEqual([
      'it status tense: is “planned”, but the sentences around the passages say “met”',
    ]);
    expect(warnings(text, chosen('status', 'planned', 'future', 2))).toEqual([]);
  });
});

describe('how far a deal has come', () => {
  it.each<readonly [string, Meaning]>([
    ['They are seeking money for a bridge', 'sought'],
    ['She tried to secure deals', 'sought'],
    ['They made an effort to secure deals', 'sought'],
    ['Both sides brokered a deal on bridges', 'agreed'],
    ['A deal is expected before winter', 'expected'],
    ['Both sides agreed on a bridge', 'agreed'],
    ['They signed a deal on bridges', 'signed'],
    ['The ministry suggested a toll on ferries', 'sought'],
  ])('“%s” is %s', (passage, meaning) => {
    expect(isDoubted(passage, meaning)).toBe(false);
  });

  it.each<readonly [string, Meaning]>([
    ['They are seeking money for a bridge', 'agreed'],
    ['They are seeking money for a bridge', 'signed'],
    ['A deal is expected to be agreed before winter', 'agreed'],
    ['A deal is expected to be signed before winter', 'signed'],
    ['They signed a deal on bridges', 'sought'],
    ['They signed a deal on bridges', 'agreed'],
    ['They signed a deal on bridges', 'expected'],
  ])('“%s” is not %s', (passage, meaning) => {
    expect(isDoubted(passage, meaning)).toBe(true);
  });
});

describe('a deal', () => {
  const deal = (status: 'expected' | 'agreed', name: string, start: string) => ({
    ...target('it', [anchor(1, start, 'Road')]),
    names: [name],
    choices: [{ field: 'status', value: status, meaning: status }],
  });

  it('is agreed if a text that was signed provides for it', () => {
    const one = deal('agreed', 'the Road', 'It will');
    const signed = article('The text they signed is short. It will reopen the Road.');
    expect(warnings(signed, one)).toEqual([]);
    expect(warnings(article('The text is short. It will reopen the Road.'), one)).toHaveLength(1);
  });

  it('is expected if its name says so, but not agreed', () => {
    const text = article('A bank will pay for the agreed Road.');
    expect(warnings(text, deal('expected', 'will pay for the agreed Road', 'A bank'))).toEqual([]);
    expect(warnings(text, deal('agreed', 'will pay for the agreed Road', 'A bank'))).toHaveLength(
      1,
    );
  });
});

describe('a certainty against the verbs', () => {
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
  ])('“%s” is %s', (passage, meaning) => {
    expect(isDoubted(passage, meaning, 'certainty')).toBe(false);
  });

  it.each<readonly [string, Meaning]>([
    ['The lake has fallen by a metre', 'expected'],
    ['The lake has fallen by a metre', 'opinion'],
    ['The lake is unlikely to fall', 'stated'],
    ['A declaration is expected in June', 'stated'],
    ['Experts believe that it failed', 'stated'],
  ])('“%s” is not %s', (passage, meaning) => {
    expect(isDoubted(passage, meaning, 'certainty')).toBe(true);
  });
});

/** The names of the warnings that a statement raises whose passage is all of the first paragraph. */
function rulesOn(
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

describe('a statement in own words', () => {
  const passage = 'The two countries agreed to build a new bridge over the lake.';

  it.each([
    'Both countries want a bridge across the lake.',
    'A bridge is to be built over the lake, as the two countries agreed.',
  ])('raises nothing by saying the same: %s', (statement) => {
    expect(rulesOn(passage, statement)).toEqual([]);
  });

  it.each([
    'The two countries have not agreed on a bridge over the lake.',
    'The two countries refused to build a bridge over the lake.',
    'The two countries agreed on a lake without a bridge.',
    'Neither of the two countries agreed to build a bridge over the lake.',
    'No bridge is to be built over the lake by the two countries.',
  ])('is doubted with a “not” of its own: %s', (statement) => {
    expect(rulesOn(passage, statement)).toContain('polarity');
  });

  it('is doubted without the “not” of its passage', () => {
    const denied = 'The two countries have not agreed to build a bridge.';
    expect(rulesOn(denied, 'The two countries agreed on a bridge.')).toEqual(['polarity']);
    expect(rulesOn(denied, 'The two countries do not agree on a bridge.')).toEqual([]);
    expect(rulesOn(denied, 'The bridge is still open between the two countries.')).toEqual([]);
  });

  it.each([
    ['Trade between the ports rose again.', 'Trade between the ports fell again.'],
    ['The mayor is willing to build it.', 'The mayor is reluctant to build it.'],
    ['They are rivals on the lake.', 'They are partners on the lake.'],
    ['She is the first to cross the lake.', 'She is the last to cross the lake.'],
    ['He supports the new harbour.', 'He opposes the harbour.'],
  ])('is doubted with the contrary of a word: %s %s', (said, statement) => {
    expect(rulesOn(said, statement)).toContain('opposite');
  });

  it('is doubted where another sentence says it', () => {
    const other = 'Fishermen in the harbour fear for their catches of herring.';
    expect(rulesOn(passage, 'The fishermen fear for their catches.', other)).toContain('overlap');
    expect(rulesOn(other, 'The fishermen fear for their catches.', passage)).toEqual([]);
  });

  it('is doubted with the words of the other sentence that say it, the rare ones above all', () => {
    const harbour = article(
      'The council will widen the harbour next spring.',
      'Fishermen in the harbour fear for their catches.',
      'The harbour is old. Some fear that the harbour is too old.',
    );
    const said = (text: string, paragraph: number, start: string, end: string) => ({
      ...target('it', [{ ...anchor(paragraph, start, end) }], {
        ...prose(text),
        purpose: 'statement',
      }),
    });
    const statement = 'The fishermen of the harbour fear for catches.';
    expect(warnings(harbour, said(statement, 1, 'The council', 'spring'))).toEqual([
      'it prose overlap: has more words in common with a sentence in ¶2: Fishermen, harbour, fear, catches',
    ]);
    expect(warnings(harbour, said(statement, 2, 'Fishermen in', 'catches'))).toEqual([]);
    // Nothing but what many sentences have: no other one says it better.
    expect(
      warnings(harbour, said('They fear for the harbour.', 2, 'Fishermen in', 'catches')),
    ).toEqual([]);
  });

  it('is doubted with the sentence that says the most of it', () => {
    const harbour = article(
      'The council will widen the road.',
      'Fishermen fear for the herring.',
      'Fishermen fear for their catches and their boats.',
      'Fishermen fear the winter.',
    );
    const saying = (text: string, purpose: 'statement' | 'question') => ({
      ...target('it', [anchor(1, 'The council', 'road')], { ...prose(text), purpose }),
    });
    const text = 'Fishermen fear for catches, boats, herring and the road.';
    expect(warnings(harbour, saying(text, 'statement'))).toEqual([
      'it prose overlap: has more words in common with a sentence in ¶3: Fishermen, fear, catches, boats',
    ]);
    expect(warnings(harbour, saying(text, 'question'))).toEqual([]);
    expect(warnings(harbour, saying('The herring of boats on the road', 'statement'))).toEqual([]);
    // Two rare words are enough, and three that many sentences have are not.
    const tankers = article('The council left.', 'Sharks sank tankers.');
    const two = {
      ...target('it', [anchor(1, 'The council')], {
        ...prose('Sharks and tankers'),
        purpose: 'statement',
      }),
    } as const;
    expect(warnings(tankers, two)).toEqual([
      'it prose overlap: has more words in common with a sentence in ¶2: Sharks, tankers',
    ]);
    const common = 'Ferries and boats have nets.';
    const words = saying('The council of ferries and boats and nets', 'statement');
    expect(
      warnings(article('The council will widen the road.', common, common, common), words),
    ).toEqual([]);
    expect(
      warnings(harbour, saying('Catches and boats and nets and sails of others', 'statement')),
    ).toEqual(['it prose overlap: has no words in common with the paragraphs of its passages']);
    expect(warnings(harbour, saying('The council of catches and boats', 'statement'))).toEqual([]);
  });

  it('is doubted with the first of the sentences that say as much of it', () => {
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
    expect(warnings(harbour, one)).toEqual([
      'it prose overlap: has more words in common with a sentence in ¶2: Nets, sails',
    ]);
  });

  it('and a question are looked at with all that the record says', () => {
    const one = target(
      'it',
      [anchor(1, 'The council', 'harbour')],
      { ...prose('Who left the harbour'), purpose: 'question' },
      prose('bridges and money matter'),
    );
    expect(warnings(article('The council will widen the harbour.'), one)).toEqual([]);
  });

  it('is doubted where it shares no word with its passage', () => {
    expect(rulesOn(passage, 'Ferries carry tourists and goats and bicycles.')).toEqual(['overlap']);
  });

  it('is not doubted for its words if it is about a record of the paragraph', () => {
    const text = article(passage, 'Ana Ortiz left.');
    const statement = {
      ...prose('Ferries carry tourists, bicycles and goats.'),
      purpose: 'statement',
    } as const;
    const one = target('it', [anchor(1, 'The two countries', 'lake')], statement);
    const bridge = target('bridge', [anchor(1, 'a new bridge')]);
    const leaving = target('leaving', [anchor(2, 'Ana Ortiz')]);
    const list = (about: readonly string[]) =>
      warnings(text, bridge, leaving, { ...one, about }).filter((line) => line.includes('overlap'));
    expect(list(['bridge'])).toEqual([]);
    expect(list(['leaving', 'nobody'])).toHaveLength(1);
    const words = { ...one, collection: 'quotes', about: [] };
    expect(warnings(text, words)).toEqual([]);
  });

  it('is doubted as a question where it shares no word with its passage', () => {
    const asked = (text: string) => {
      const question = { ...prose(text), field: 'question', purpose: 'question' } as const;
      return warnings(
        article(passage),
        target('it', [anchor(1, 'The two countries', 'lake')], question),
      );
    };
    expect(asked('Why were ferries, goats, bicycles and tourists left?')).toHaveLength(1);
    expect(asked('Why were ferries, goats, bicycles and bridges left?')).toEqual([]);
  });

  it('is not doubted for the titles of others, nor as a question', () => {
    const other = 'Foreign Minister Ana Ortiz and Prime Minister Ben Adler spoke.';
    const text = 'The envoy of the Prime Minister, the Foreign Minister, travels by bridge.';
    expect(rulesOn(passage, text, other)).not.toContain('overlap');
    const asked = {
      ...prose('Why were ferries and goats left out?'),
      purpose: 'question',
    } as const;
    const one = target('it', [anchor(1, 'The two countries', 'lake')], asked);
    expect(warnings(article(passage), one)).toEqual([]);
  });

  it('need not repeat a “not” if it is about a quotation', () => {
    const text = 'The port would not “pay for ferries” this year.';
    const statement = { ...prose('Who has to find the money.'), purpose: 'statement' } as const;
    const quoted = { field: 'words', value: 'pay for ferries', kind: 'quotation' } as const;
    const where = anchor(1, 'The port would', 'this year');
    expect(warnings(article(text), target('it', [where], statement))).toHaveLength(1);
    const quote = target('it', [where], statement, quoted);
    expect(warnings(article(text), quote)).toEqual([]);
  });

  it('need not repeat a “no” within a word or within a quotation of something else', () => {
    const show = 'The no-show of the mayor delayed the bridge by a day.';
    expect(rulesOn(show, 'The bridge came a day late.')).toEqual([]);
    const quoted = 'The bridge was opened on Monday; “nobody asked us”, fishermen said.';
    expect(rulesOn(quoted, 'The bridge was opened on Monday.')).toEqual([]);
    expect(rulesOn(quoted, 'The fishermen were asked about the bridge.')).toEqual(['polarity']);
  });
});

describe('a warning says what stands against what', () => {
  /** What is told of a statement, or of a word chosen, whose passage is all of the first paragraph. */
  const told = (passage: string, part: Partial<AssertedRecord>): readonly string[] => {
    const words = passage.split(' ');
    const where = anchor(1, words.slice(0, 2).join(' '), words.at(-1)?.replace('.', ''));
    return warnings(article(passage), { ...target('it', [where]), ...part });
  };
  const saying = (text: string) => ({
    assertions: [{ ...prose(text), field: 'claim', purpose: 'statement' as const }],
  });
  const choosing = (field: string, meaning: Meaning) => ({
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
  ])('in “%s” of “%s”: %j', (passage, statement, lines) => {
    expect(told(passage, saying(statement))).toEqual(lines.map((line) => `it claim ${line}`));
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
  ])('in “%s” of %s as %s: %j', (passage, field, meaning, lines) => {
    expect(told(passage, choosing(field, meaning))).toEqual(
      lines.map((line) => `it ${field} ${line}`),
    );
  });

  it('looks at all the passages and words of a record', () => {
    const text = article('Experts met in the harbour.', 'It was “late” for that.');
    const both = [anchor(1, 'Experts met', 'harbour'), anchor(2, 'It was', 'that')];
    expect(warnings(text, { ...target('it', both), ...choosing('certainty', 'opinion') })).toEqual(
      [],
    );
    const told = article('Experts believe that it failed.');
    const one = { ...target('it', [anchor(1, 'Experts believe', 'failed')]) };
    const believed = {
      ...saying('They believe that it failed.'),
      ...choosing('certainty', 'stated'),
    };
    expect(warnings(told, { ...one, ...believed })).toEqual([]);
  });

  it('looks at the sentences of its passages alone, in the order of the article', () => {
    const text = article(
      'They sail in June. They will sail in May. They met.',
      'They were absent. They had stayed away before.',
    );
    const away = (...anchors: readonly ReturnType<typeof anchor>[]) =>
      warnings(text, { ...target('it', [...anchors]), ...choosing('certainty', 'expected') });
    const none = [
      'it certainty certainty: is “so”, but the sentences around the passages do not say so',
    ];
    expect(away(anchor(1, 'sail in May'))).toEqual([]);
    expect(away(anchor(1, 'They sail in', 'June'))).toEqual(none);
    expect(away(anchor(1, 'They met'))).toEqual(none);
    // Where a passage of the second paragraph begins and ends, there is the other sentence in the first.
    expect(away(anchor(2, 'stayed away before'), anchor(1, 'They met'))).toEqual(none);
    const first = (...anchors: readonly ReturnType<typeof anchor>[]) =>
      warnings(article('It was said so.', 'It is so.'), {
        ...target('it', [...anchors]),
        ...choosing('status', 'future'),
      });
    expect(first(anchor(2, 'is so'), anchor(1, 'was said'))).toHaveLength(1);
  });

  it('looks at nothing where the passage is not found', () => {
    const lost = {
      ...target('it', [anchor(1, 'not there')]),
      ...choosing('certainty', 'expected'),
    };
    for (const part of [
      saying('Ferries carry tourists and goats and bicycles.'),
      choosing('role', 'away'),
      choosing('status', 'signed'),
      choosing('certainty', 'opinion'),
    ]) {
      expect(warnings(article('They met. They agreed.'), { ...lost, ...part })).toEqual([]);
    }
    const named = { ...lost, ...saying('Ana Ortiz met goats.'), about: ['ana'] };
    const text = article('They met. They agreed.', 'Ana Ortiz left, and Ben Adler.');
    const others = [called('ana', 2, 'Ana Ortiz'), called('ben', 2, 'Ben Adler')];
    expect(warnings(text, ...others, { ...named, about: ['ana', 'ben'] })).toEqual([]);
  });
});

/** Somebody whom the article calls by these names. */
const called = (id: string, paragraph: number, ...spellings: readonly string[]) => ({
  ...target(id, [anchor(paragraph, spellings[0] ?? '')]),
  names: spellings,
});

const quay = article(
  'Ana Ortiz met with Ben Adler in Port Quay.',
  'Ana Ortiz, Ben Adler and Cleo Dahl held talks.',
  'Cleo Dahl stayed away from the boats.',
);
const people = [
  called('ana', 1, 'Ana Ortiz', 'Ortiz'),
  called('ben', 1, 'Ben Adler', 'Adler'),
  called('cleo', 3, 'Cleo Dahl', 'Dahl'),
] as const;

describe('the names in a sentence', () => {
  const talk = (meaning: 'alone' | 'together', start: string, end: string, paragraph: number) => ({
    ...target('talk', [anchor(paragraph, start, end)]),
    parts: ['ana', 'ben'],
    choices: [{ field: 'mention', value: meaning, meaning }],
  });

  it('tell a meeting of two from one among others', () => {
    const [two, many] = [
      ['Ana Ortiz', 'Port Quay', 1],
      ['Ana Ortiz, Ben', 'talks', 2],
    ] as const;
    expect(warnings(quay, ...people, talk('alone', ...two))).toEqual([]);
    expect(warnings(quay, ...people, talk('together', ...many))).toEqual([]);
    expect(warnings(quay, ...people, talk('together', ...two))).toEqual([
      'talk mention mention: is “together”, but the sentences around the passages name nobody else',
    ]);
    expect(warnings(quay, ...people, talk('alone', ...many))).toEqual([
      'talk mention mention: is “alone”, but the passages also name Cleo Dahl',
    ]);
    expect(warnings(quay, ...people, talk('alone', 'Ana Ortiz, Ben', 'Adler', 2))).toEqual([
      'talk mention mention: is “alone”, but the sentences around the passages also name Cleo Dahl',
    ]);
    const both = article('Ana Ortiz met Cleo Dahl.', 'Ana Ortiz met Dora Ek.');
    const strangers = [called('cleo', 1, 'Cleo Dahl'), called('dora', 2, 'Dora Ek')];
    const backwards = {
      ...talk('alone', 'Ana Ortiz', 'Ek', 2),
      anchors: [anchor(2, 'Ana Ortiz', 'Ek'), anchor(1, 'Ana Ortiz', 'Dahl')],
    };
    expect(warnings(both, called('ana', 1, 'Ana Ortiz'), ...strangers, backwards)).toEqual([
      'talk mention mention: is “alone”, but the passages also name Cleo Dahl',
    ]);
    const one = talk('alone', 'Ana Ortiz', 'Port Quay', 1);
    const guests = article('Ana Ortiz met the guests in Port Quay.');
    expect(warnings(guests, called('ana', 1, 'Ana Ortiz'), one)).toEqual([
      'talk mention mention: is “alone”, but the sentences around the passages say “guests”',
    ]);
    // Whoever has no name may be the only other party.
    const council = article('Ana Ortiz met the mayor in Port Quay.');
    expect(warnings(council, called('ana', 1, 'Ana Ortiz'), one)).toEqual([]);
  });

  it('count only who could meet, in the clause of the meeting', () => {
    const [ana, ben, cleo] = [
      called('ana', 1, 'Ana Ortiz'),
      called('ben', 1, 'Ben Adler'),
      called('cleo', 2, 'Cleo Dahl'),
    ];
    const absent = {
      ...cleo,
      choices: [{ field: 'role', value: 'absent', meaning: 'away' as const }],
    };
    const of = (text: string, other: AssertedRecord) =>
      warnings(
        article(text, 'Cleo Dahl is absent.'),
        ana,
        ben,
        other,
        talk('alone', 'Ana Ortiz', 'Adler', 1),
      ).filter((line) => line.startsWith('talk '));
    expect(of('Ana Ortiz met Ben Adler while Cleo Dahl slept.', cleo)).toEqual([]);
    expect(of('Ana Ortiz met Cleo Dahl and Ben Adler.', cleo)).toHaveLength(1);
    expect(of('Ana Ortiz met, in place of Cleo Dahl, Ben Adler.', absent)).toEqual([]);
  });

  it('count a country only if it takes part', () => {
    const country = (id: string, name: string, ...choices: AssertedRecord['choices']) => ({
      ...called(id, 2, name),
      collection: 'countries',
      choices,
    });
    const text = article('Arvenia met Belmarch and Dolmara.', 'Arvenia, Belmarch, Dolmara.');
    const of = (dolmara: AssertedRecord, parts: readonly string[]) =>
      warnings(text, country('arvenia', 'Arvenia'), country('belmarch', 'Belmarch'), dolmara, {
        ...talk('alone', 'Arvenia met', 'Belmarch', 1),
        parts,
      });
    const guest = country('dolmara', 'Dolmara', {
      field: 'role',
      value: 'guest',
      meaning: 'there',
    });
    const parts = ['arvenia', 'belmarch'];
    expect(of(guest, parts)).toHaveLength(1);
    expect(of(country('dolmara', 'Dolmara'), parts)).toEqual([]);
    // A person whose country takes part, and is named too, is one with it.
    const cleo = { ...called('cleo', 2, 'Dolmara'), parts: ['dolmara'] };
    expect(
      warnings(text, guest, cleo, {
        ...talk('alone', 'Arvenia met', 'Belmarch', 1),
        parts: ['cleo'],
      }),
    ).toEqual([]);
  });

  it('count a person and the own country as one, and a crowd as others', () => {
    const text = article('Ana Ortiz of Arvenia met Ben Adler.', 'Ana Ortiz met the guests.');
    const parties = [
      { ...called('ana', 1, 'Ana Ortiz'), parts: ['arvenia'] },
      called('arvenia', 1, 'Arvenia'),
      called('ben', 1, 'Ben Adler'),
    ];
    const own = (meaning: 'alone' | 'together', end: string, paragraph: number) => ({
      ...talk(meaning, 'Ana Ortiz', end, paragraph),
      parts: ['ana', 'ben', 'arvenia'],
    });
    expect(warnings(text, ...parties, own('alone', 'Adler', 1))).toEqual([]);
    // Without the record of her country, she counts all the same.
    const [ana, , ben] = parties;
    if (!ana || !ben) throw new Error('no people');
    expect(warnings(text, ana, ben, talk('alone', 'Ana Ortiz', 'Adler', 1))).toEqual([]);
    expect(warnings(text, ...parties, own('together', 'Adler', 1))).toHaveLength(1);
    expect(warnings(text, ...parties, own('together', 'guests', 2))).toEqual([]);
    const guests = article('Ana Ortiz of Arvenia met the guests.');
    expect(warnings(guests, ...parties, own('alone', 'guests', 1))).toContain(
      'talk mention mention: is “alone”, but the sentences around the passages say “guests”',
    );
    const both = {
      ...own('together', 'Adler', 1),
      anchors: [anchor(1, 'Ana Ortiz of', 'Adler'), anchor(2, 'Ana Ortiz met', 'guests')],
    };
    expect(warnings(text, ...parties, both)).toEqual([]);
  });

  it('are of the clause that says who meets, and of those who can meet', () => {
    const text = article(
      'Ana Ortiz met Ben Adler in Port Quay, before Cleo Dahl left for Dorland with the envoy.',
      'Ana Ortiz met Ben Adler and Cleo Dahl.',
      'Ana Ortiz of Arvenia met Ben Adler in Dorland.',
    );
    const alone = (paragraph: number, end: string) => ({
      ...talk('alone', 'Ana Ortiz', end, paragraph),
      parts: ['ana', 'ben', 'arvenia'],
    });
    const country = (id: string, name: string, paragraph: number, meaning?: 'there') => ({
      ...called(id, paragraph, name),
      collection: 'countries',
      choices: meaning ? [{ field: 'role', value: 'guest', meaning }] : [],
    });
    const all = [people[0], people[1], country('arvenia', 'Arvenia', 3, 'there')];
    const cleo = called('cleo', 1, 'Cleo Dahl');
    expect(warnings(text, ...all, cleo, alone(1, 'Quay'))).toEqual([]);
    expect(warnings(text, ...all, cleo, alone(2, 'Dahl'))).toHaveLength(1);
    const absent = { field: 'role', value: 'absent', meaning: 'away' } as const;
    const away = { ...cleo, anchors: [anchor(1, 'Cleo Dahl left')], choices: [absent] };
    const rulesOnTalk = warnings(text, ...all, away, alone(2, 'Dahl'));
    expect(rulesOnTalk.filter((line) => line.startsWith('talk'))).toEqual([]);
    expect(warnings(text, ...all, country('dorland', 'Dorland', 3), alone(3, 'Dorland'))).toEqual(
      [],
    );
    const guest = country('dorland', 'Dorland', 3, 'there');
    expect(warnings(text, ...all, guest, alone(3, 'Dorland'))).toHaveLength(1);
  });

  it('say nothing where nobody meets, or nobody of those who are to meet', () => {
    const text = article('Ana Ortiz left Port Quay.', 'Cleo Dahl met the guests of the port.');
    const own = [called('ana', 1, 'Ana Ortiz'), called('cleo', 2, 'Cleo Dahl')];
    for (const meaning of ['alone', 'together'] as const) {
      expect(warnings(text, ...own, talk(meaning, 'Ana Ortiz', 'Quay', 1))).toEqual([]);
      expect(warnings(text, ...own, talk(meaning, 'Cleo Dahl', 'port', 2))).toEqual([]);
    }
  });

  it('are of those that are written with a capital', () => {
    const text = article('Ana Ortiz met with Ben Adler.', 'The meeting was long.');
    const said = target('said', [anchor(1, 'Ana Ortiz', 'Adler')], {
      ...prose('A meeting of Ortiz and Adler'),
      purpose: 'statement',
    });
    const meeting = called('meeting', 2, 'The meeting', 'meeting');
    expect(warnings(text, people[0], people[1], meeting, said)).toEqual([]);
    const named = { ...meeting, names: ['a Meeting', 'a meeting', '—'] };
    expect(warnings(text, people[0], people[1], named, said)).toEqual([]);
  });

  it('may be in a question, and not in a remark', () => {
    const asked = (purpose: 'remark' | 'question') => ({
      ...target('said', [anchor(1, 'Ana Ortiz', 'Port Quay')], {
        ...prose('Dahl and Ortiz met in Port Quay.'),
        purpose,
      }),
    });
    expect(warnings(quay, ...people, asked('question'))).toEqual([]);
    expect(warnings(quay, ...people, asked('remark'))).toHaveLength(1);
  });

  it('are those that own words may have', () => {
    const said = (text: string) => ({
      ...target('said', [anchor(1, 'Ana Ortiz', 'Port Quay')], {
        ...prose(text),
        purpose: 'statement',
      }),
    });
    expect(warnings(quay, ...people, said('Adler and Ortiz met in Port Quay.'))).toEqual([]);
    expect(warnings(quay, ...people, said('Dahl and Ortiz met in Port Quay.'))).toEqual([
      'said prose name: names Cleo Dahl, but the paragraph does not',
    ]);
  });

  it('are not found in words that differ from an acronym only in case', () => {
    const text = article('They told us so.', 'The US left.');
    const country = { ...target('us', [anchor(2, 'The US')]), names: ['US'] };
    const about = { ...target('said', [anchor(1, 'They told', 'so')]), about: ['us'] };
    expect(warnings(text, country, about)).toEqual([
      'said about about: neither the words nor the passages relate to us',
    ]);
  });

  it('of a deal or an event are common words, so that it need not be named in full', () => {
    const text = article(
      'The lake treaty is long.',
      'The paper was signed. The treaty is new.',
      'It rained.',
      'The text is out.',
    );
    const about = (collection: string, start: string, paragraph: number) => {
      const treaty = { ...called('treaty', 1, 'lake treaty'), collection };
      const said = { ...target('said', [anchor(paragraph, start)]), about: ['treaty'] };
      return warnings(text, treaty, said);
    };
    for (const collection of ['deals', 'events']) {
      expect(about(collection, 'The paper was signed', 2)).toEqual([]);
      expect(about(collection, 'It rained', 3)).toHaveLength(1);
    }
    expect(about('deals', 'The text is out', 4)).toEqual([]);
    expect(about('events', 'The text is out', 4)).toHaveLength(1);
    expect(about('organizations', 'The paper was signed', 2)).toHaveLength(1);
  });

  it('of what the paragraph or the one before is about need not be repeated', () => {
    const plan = 'A panel of scientists was proposed.';
    const text = article('Ana Ortiz left.', plan, 'Nobody wants to be managed.', 'It rained.');
    const panel = { ...target('panel', [anchor(2, 'A panel')]), collection: 'claims' };
    const said = (start: string, paragraph: number) => {
      const record = { ...target('said', [anchor(paragraph, start)]), about: ['panel'] };
      return warnings(text, panel, record);
    };
    expect(said('Nobody wants', 3)).toEqual([]);
    expect(said('It rained', 4)).toHaveLength(1);
    // Another person may be the subject of the sentence after one that names nobody.
    const topic = article('Others were kept out. The Union was not invited.');
    const union = { ...called('union', 1, 'Union'), collection: 'organizations' };
    const others = { ...target('said', [anchor(1, 'Others were', 'out')]), about: ['union'] };
    expect(warnings(topic, union, others)).toEqual([]);
    const ana = called('ana', 1, 'Ana Ortiz');
    const named = article('Ana Ortiz was kept out. The Union was not invited.');
    const ofAna = { ...target('said', [anchor(1, 'Ana Ortiz', 'out')]), about: ['union'] };
    expect(warnings(named, ana, union, ofAna)).toHaveLength(1);
  });

  it('of the publisher and the agency need not be there, as all of the article is from them', () => {
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
    const post = { ...called('post', 1, 'Post'), collection: 'organizations' };
    const said = { ...target('said', [anchor(2, 'It rained')]), about: ['post'] };
    const text = article('The Post reports.', 'It rained.');
    expect(warnings(text, post, said)).toHaveLength(1);
    expect(warnings(text, source, post, said)).toEqual([]);
  });

  it('tell what a statement is about', () => {
    const about = (...ids: readonly string[]) => ({
      ...target('said', [anchor(1, 'Ana Ortiz', 'Port Quay')]),
      about: ids,
    });
    expect(warnings(quay, ...people, about('ana', 'ben'))).toEqual([]);
    expect(warnings(quay, ...people, about('ana', 'cleo'))).toEqual([
      'said about about: neither the words nor the passages relate to cleo',
    ]);
    // “She” may be whoever the paragraph names.
    const she = article('Ana Ortiz left. She was late.', 'Ben Adler was late.');
    const late = (paragraph: number) => ({
      ...target('said', [anchor(paragraph, paragraph === 1 ? 'She was' : 'was late')]),
      about: ['ana'],
    });
    expect(warnings(she, called('ana', 1, 'Ana Ortiz'), late(1))).toEqual([]);
    expect(warnings(she, called('ana', 1, 'Ana Ortiz'), late(2))).toHaveLength(1);
    // In one of its sentences will do.
    const later = article('Ana Ortiz left. They met later.', 'Ben Adler stayed.');
    const ofAna = { ...target('said', [anchor(1, 'Ana Ortiz', 'later')]), about: ['ana'] };
    expect(warnings(later, people[0], ofAna)).toEqual([]);
    // What has neither a name nor a passage is near by its words.
    const gap = target('gap', [], prose('Who is aboard?'));
    const ofGap = target('said', [anchor(1, 'Ana Ortiz', 'Port Quay')], prose('Who was aboard?'));
    expect(warnings(quay, gap, { ...ofGap, about: ['gap'] })).toEqual([]);
    // All of the article is about the summit, and nothing can be said of what is not there.
    const summit = { ...called('cleo', 3, 'Cleo Dahl'), collection: 'summit' };
    expect(warnings(quay, people[0], people[1], summit, about('cleo', 'nobody'))).toEqual([]);
    // One of a crowd need not be called by a name.
    const crowd = article('The guests met in Port Quay.', 'Cleo Dahl stayed on the boats.');
    const said = { ...target('said', [anchor(1, 'The guests', 'Port Quay')]), about: ['cleo'] };
    expect(warnings(crowd, called('cleo', 2, 'Cleo Dahl'), said)).toEqual([]);
    // What has no name is near by its paragraph or its words, be it one of several.
    const claim = (...anchors: readonly ReturnType<typeof anchor>[]) =>
      target('claim', [...anchors]);
    const ofClaim = about('claim');
    expect(warnings(quay, ...people, claim(anchor(3, 'stayed away')), ofClaim)).toEqual([
      'said about about: neither the words nor the passages relate to claim',
    ]);
    const two = claim(anchor(3, 'stayed away'), anchor(1, 'Port Quay'));
    expect(warnings(quay, ...people, two, ofClaim)).toEqual([]);
    // Whoever is a part of another is called by that one's name.
    const part = { ...called('ana', 1, 'Ana Ortiz'), parts: ['cleo'] };
    expect(warnings(quay, part, people[2], about('cleo'))).toEqual([]);
  });
});

test('no record but a question is about an open question', () => {
  const gap = { ...called('open', 1, 'Ana Ortiz'), collection: 'gaps' };
  const about = (collection: string) => ({
    ...target('said', [anchor(1, 'Ana Ortiz', 'Port Quay')]),
    collection,
    about: ['open'],
  });
  expect(warnings(quay, gap, about('claims'))).toEqual([
    'said about about: includes open, which is an open question',
  ]);
  expect(warnings(quay, gap, about('gaps'))).toEqual([]);
});

test('who stays away is said to, and who is there is not', () => {
  const present = (meaning: 'there' | 'away', id: 0 | 2) => ({
    ...people[id],
    anchors: id === 2 ? [anchor(3, 'Cleo Dahl', 'boats')] : [anchor(1, 'Ana Ortiz', 'Port Quay')],
    choices: [{ field: 'role', value: meaning, meaning }],
  });
  expect(warnings(quay, present('away', 2), present('there', 0))).toEqual([]);
  expect(warnings(quay, present('there', 2))).toEqual([
    'cleo role attendance: is “there”, but the passages say “away”',
  ]);
  expect(warnings(quay, present('away', 0))).toEqual([
    'ana role attendance: is “away”, but the passages do not say so',
  ]);
});

test('the name of a deal tells what it is for', () => {
  const deal = (meaning: Meaning) => ({
    ...target('deal', []),
    collection: 'deals',
    names: ['The railway to Quay'],
    choices: [{ field: 'kind', value: meaning, meaning }],
  });
  expect(warnings(quay, deal('railway'))).toEqual([]);
  expect(warnings(quay, deal('pipeline'))).toEqual([
    'deal kind kind: is “pipeline”, but the name says “railway”',
  ]);
  expect(warnings(quay, { ...deal('railway'), names: ['The pipeline to Quay'] })).toEqual([
    'deal kind kind: is “railway”, but the name says “pipeline”',
  ]);
  expect(warnings(quay, { ...deal('railway'), names: ['The plan for Quay'] })).toEqual([
    'deal kind kind: is “railway”, but neither the name nor the passages have a word of that',
  ]);
  const ports = {
    ...deal('port'),
    anchors: [anchor(1, 'Port Quay')],
    names: ['The plan for Quay'],
  };
  expect(warnings(quay, ports)).toEqual([]);
  expect(warnings(quay, deal('other'))).toEqual([
    'deal kind kind: is “other”, but the name says “railway”',
  ]);
  expect(warnings(quay, { ...deal('other'), names: ['The plan for Quay'] })).toEqual([]);
});

test('the name or a passage of an organization tells what it is', () => {
  const text = article('The news agency NPA wrote of the fisheries ministry.');
  const organization = (name: string, passage: string, meaning: Meaning) => ({
    ...target('it', [anchor(1, passage)]),
    collection: 'organizations',
    names: [name],
    choices: [{ field: 'kind', value: meaning, meaning }],
  });
  const agency = (meaning: Meaning) => organization('NPA', 'The news agency NPA', meaning);
  expect(warnings(text, agency('agency'))).toEqual([]);
  expect(warnings(text, agency('company'))).toEqual([
    'it kind kind: is “company”, but the name or its passages say “agency”',
  ]);
  const ministry = organization('fisheries ministry', 'NPA wrote of', 'group');
  expect(warnings(text, ministry)).toEqual([
    'it kind kind: is “group”, but the name or its passages say “ministry”',
  ]);
  // An institute may be a body or not.
  expect(warnings(text, organization('fisheries ministry', 'NPA wrote of', 'other'))).toEqual([]);
});

test('who chairs is said to', () => {
  const text = article('Ana Ortiz chaired the session.', 'Ben Reed spoke in it.');
  const chair = (anchors: AssertedRecord['anchors']) => ({
    ...target('it', anchors as []),
    choices: [{ field: 'role', value: 'chair', meaning: 'chair' as const }],
  });
  expect(warnings(text, chair([anchor(1, 'Ana Ortiz')]))).toEqual([]);
  expect(warnings(text, chair([anchor(2, 'Ben Reed')]))).toEqual([
    'it role attendance: is “chair”, but the sentences around the passages do not say so',
  ]);
});

test('a conflict has two passages', () => {
  const gap = (...anchors: AssertedRecord['anchors'] & readonly object[]) => ({
    ...target('gap', anchors),
    choices: [{ field: 'kind', value: 'conflicting', meaning: 'conflict' as const }],
  });
  expect(warnings(quay, gap(anchor(1, 'Ana Ortiz met'), anchor(2, 'Ana Ortiz, Ben')))).toEqual([]);
  expect(warnings(quay, gap(anchor(1, 'Ana Ortiz met')))).toEqual([
    'gap kind conflict: is “conflicting”, but there are fewer than two passages',
  ]);
});

test('a warning that has been reviewed is not raised again, and is counted', () => {
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
  expect(warnings(quay, stale)).toEqual([
    'gap kind conflict: is “conflicting”, but there are fewer than two passages; it was reviewed for another value',
  ]);
  const elsewhere = { ...gap, reviewed: [{ ...reviewed[0], field: 'note' }] } as const;
  expect(verifyRecords(quay, [elsewhere], 'en').warnings).toHaveLength(1);
  const other = { ...gap, reviewed: [{ ...reviewed[0], rule: 'overlap' }] } as const;
  expect(verifyRecords(quay, [other], 'en').warnings).toHaveLength(1);
});

test('a language without a list of words raises no warning, and is told of as that', () => {
  const report = verifyRecords(quay, people, 'fr');
  expect(report).toMatchObject({ warnings: [], reviewed: [], warningsChecked: false });
  expect(report.failures).toEqual([]);
});
