import {
  type CollectionName,
  collectionNames,
  getFields,
} from '../../../src/dataset/schema/collections.ts';
import { listFields } from '../../../src/dataset/schema/fields.ts';
import { source } from '../../../src/dataset/schema/records.ts';
import { skeleton } from '../../skeleton.ts';

/** Files of a run by name: `article.txt`, `my.json` (the dataset), `other.json` and `input.txt` (standard input). */
export type Files = Readonly<Record<string, string>>;

/** Command line, and a generator of its files, which together have about as many characters as the size. */
/** Command line, its files by size, and the smaller size if it is another than that of most rows, in bytes. */
export type Row = readonly [line: string, generate: (size: number) => Files, size?: number];

const fill = (unit: string, size: number): string => unit.repeat(Math.max(1, size / unit.length));

const each = <Item>(count: number, make: (at: number) => Item): Item[] =>
  Array.from({ length: Math.max(1, Math.floor(count)) }, (_, at) => make(at));

/** Returns a word of letters that no other number has. */
const toWord = (at: number): string =>
  `q${at.toString(26).replace(/\d/g, (digit) => 'qrstuvwxyz'.charAt(Number(digit)))}`;
const toName = (at: number): string => `Q${toWord(at).slice(1)}`;

const opening = 'The boat left.';
const anchor = { paragraph: 1, start: opening };
const evidence = [anchor];
const [leader, claim, country] = [skeleton.leaders[0], skeleton.claims[0], skeleton.countries[0]];

type Change = Readonly<Record<string, unknown>>;

const toData = (change: Change): Files => ({
  'my.json': JSON.stringify({ ...skeleton, ...change }),
});

const makeClaim = (at: number, change: Change = {}) => ({
  ...claim,
  id: `claim-${at}`,
  claim: 'It left.',
  evidence,
  ...change,
});
const makeLeader = (at: number, change: Change = {}) => ({
  ...leader,
  id: `leader-${at}`,
  name: `${toName(at)} Ito`,
  role: null,
  evidence,
  ...change,
});
const makeCountry = (at: number, change: Change = {}) => ({
  ...country,
  id: `country-${at}`,
  name: `${toName(at)}ia`,
  role: 'mentioned',
  evidence,
  ...change,
});
const makeTalk = (at: number, change: Change = {}) => ({
  id: `talk-${at}`,
  leaders: ['host-leader'],
  countries: ['host-country', 'other'],
  mention: 'named',
  status: 'held',
  evidence,
  ...change,
});
const makeDeal = (at: number, change: Change = {}) => ({
  id: `deal-${at}`,
  name: 'a deal',
  kind: 'other',
  countries: ['host-country'],
  evidence,
  ...change,
});
const makeQuote = (at: number, change: Change = {}) => ({
  id: `quote-${at}`,
  words: 'go',
  context: 'What is said with them.',
  evidence,
  ...change,
});
const makeEvent = (at: number, change: Change = {}) => ({
  id: `event-${at}`,
  name: 'an event',
  status: 'held',
  evidence,
  ...change,
});
const makeOrganization = (at: number, change: Change = {}) => ({
  id: `organization-${at}`,
  name: `${toName(at)} Council`,
  evidence,
  ...change,
});
const makeGap = (at: number, change: Change = {}) => ({
  id: `gap-${at}`,
  topic: 'a topic',
  question: 'Who left?',
  kind: 'unstated',
  evidence: [],
  ...change,
});
const other = { ...country, id: 'other', name: 'Otherland', role: 'mentioned', evidence };
const makers: Readonly<Record<CollectionName, (at: number, change?: Change) => object>> = {
  leaders: makeLeader,
  talks: makeTalk,
  deals: makeDeal,
  quotes: makeQuote,
  events: makeEvent,
  claims: makeClaim,
  countries: makeCountry,
  organizations: makeOrganization,
  gaps: makeGap,
};

/** Returns a valid dataset with as many records in each collection. */
function makeMany(count: number, change: Change = {}): Change {
  const made = collectionNames.map(
    (name) => [name, each(count, (at) => makers[name](at))] as const,
  );
  const { countries, leaders, ...rest } = Object.fromEntries(made);
  return {
    ...rest,
    countries: [country, other, ...(countries ?? [])],
    leaders: [leader, ...(leaders ?? [])],
    ...change,
  };
}

/** Returns records with one more in a collection. */
function addOne(collection: CollectionName, change: Change): Change {
  const many = makeMany(1);
  const records = many[collection] as readonly object[];
  return { ...many, [collection]: [...records, makers[collection](1, change)] };
}

const day = (at: number) => {
  const date = new Date(Date.UTC(1000, 0, 1) + at * 86_400_000);
  return date.toISOString().slice(0, 10);
};

const article = (...parts: readonly string[]): Files => ({
  'article.txt': [opening, ...parts].join('\n\n'),
});

/** Texts built to be slow for some pattern. */
const texts: Readonly<Record<string, (size: number) => string>> = {
  'one small word': (size) => fill('a', size),
  'small words': (size) => fill('a ', size),
  'capitals and a small letter': (size) => `${fill('A', size)}a`,
  'capitalised words': (size) => fill('Aa ', size),
  'capitalised words in capitals': (size) => fill('AB ', size),
  'capitals with dots': (size) => fill('A.', size),
  initials: (size) => fill('A. ', size),
  'blanks between two words': (size) => `a${fill(' ', size)}b`,
  'hyphens between two words': (size) => `a${fill('-', size)}b`,
  'a word with hyphens': (size) => fill('a-', size),
  'an ending to cut from a stem': (size) => `${fill('e', size)}x`,
  figures: (size) => fill('1 ', size),
  'one figure': (size) => fill('1', size),
  'figures with commas': (size) => fill('1,', size),
  'a list of figures': (size) => fill('1, ', size),
  days: (size) => fill('1 May ', size),
  amounts: (size) => fill('$1 million ', size),
  'letters with marks': (size) => fill('a\u0301', size),
  marks: (size) => `a${fill('\u0301', size)}`,
  apostrophes: (size) => fill("a'", size),
  'apostrophes before words': (size) => fill(" 'a", size),
  'opening quotation marks': (size) => fill('“', size),
  'single quotation marks': (size) => fill('‘a ', size),
  'straight quotation marks': (size) => fill('"a" ', size),
  'the same quotation': (size) => fill('“go on” ', size),
  brackets: (size) => fill(' (', size),
  commas: (size) => fill('Aa, ', size),
  'full stops': (size) => fill('.', size),
  'very short sentences': (size) => fill('A b. ', size),
  'a natural sentence': (size) =>
    fill('President Ana Ortiz met the Trade Council in China on 3 May for $5 million. ', size),
  talks: (size) => fill('Ana Ortiz met ', size),
  titles: (size) => fill('President Ana ', size),
  ministries: (size) => fill('Ministry of Trade, ', size),
  countries: (size) => fill('China ', size),
  'a country in a list': (size) => fill('China, ', size),
  'words for and': (size) => fill('Aa and ', size),
  'passive verbs': (size) => fill('to be ', size),
  'letters and underscores': (size) => fill('e_', size),
  negations: (size) => fill('not ', size),
  'line breaks': (size) => fill('a\n', size),
  paragraphs: (size) => fill('A boat.\n\n', size),
  'blanks before a line break': (size) => fill(`a${' '.repeat(200)}\n`, size),
  joiners: (size) => fill('a\u200d', size),
  emoji: (size) => fill('👩🏽 ', size),
};

/** Returns a dataset of one claim about a text of the article, its passage. */
const makeClaimOn = (claim: string): Files =>
  toData({
    claims: [makeClaim(0, { claim, evidence: [anchor, { paragraph: 2, start: 'Then' }] })],
  });

/** Returns the opening alone as an article, and a dataset of one claim about it. */
const toClaim = (claim: string): Files => ({
  ...article(),
  ...toData({ claims: [makeClaim(0, { claim })] }),
});

const onTexts = Object.entries(texts).flatMap(([name, make]): [string, Row][] => [
  [`new, ${name}`, ['new article.txt', (size) => article(`Then ${make(size)} the end of it.`)]],
  [
    `verify, ${name}`,
    [
      'verify article.txt --all',
      (size) => ({ ...article(`Then ${make(size / 2)}`), ...makeClaimOn(make(size / 2)) }),
    ],
  ],
]);

/** Fields of a collection with the texts that a stranger writes, all filled. */
const onFields = (['summit', ...collectionNames] as const).flatMap((collection) => {
  const fields = getFields(collection).filter(
    ({ kind, schema }) => kind === 'text' && !schema.pattern && !schema.enum,
  );
  return ['Aa Bb ', 'x'].map((unit): [string, Row] => [
    `verify, all texts of ${collection} filled with “${unit}”`,
    [
      'verify article.txt --all',
      (size) => {
        const text = fill(unit, size / 2 / fields.length);
        const change = Object.fromEntries(fields.map(({ name }) => [name, text]));
        const data =
          collection === 'summit'
            ? { summit: { ...skeleton.summit, evidence, ...change } }
            : addOne(collection, change);
        return { ...article(fill(unit, size / 2)), ...toData(data) };
      },
    ],
  ]);
});
const onSource: Row = [
  'verify article.txt --all',
  (size) => {
    const fields = listFields(source).filter(
      ({ name, kind }) => kind === 'text' && name !== 'language',
    );
    const text = fill('Aa Bb ', size / 2 / fields.length);
    const change = Object.fromEntries(fields.map(({ name }) => [name, text]));
    return {
      ...article(fill('Aa Bb ', size / 2)),
      ...toData({ source: { ...skeleton.source, ...change } }),
    };
  },
];

const chain = (size: number) =>
  each(size / 180, (at) => makeClaim(at, { about: [`claim-${at + 1}`] }));
const toIds = (records: readonly { readonly id: string }[]) =>
  records.map(({ id }) => id).join('\n');

const lastIsFree = (records: readonly object[]) => [
  ...records.slice(0, -1),
  { ...records.at(-1), about: [] },
];

const commandLines = [
  ...collectionNames.flatMap((name) => [name, `${name} -f json`]),
  'records',
  'records -f csv',
  'records --country host-country --ids',
  'claims --where about=host-country --ids',
  'talks --sort -date --ids',
  'show host-country',
  'show host-country --all -f json',
  'show host-leader',
  'search boat',
  'search a',
  'records boat',
  'records --group-by countries',
  'records -w status=held --ids',
  'claims --linked host-country --ids',
  'claims --country none --ids',
  'timeline',
  'timeline -f json',
  'graph',
  'graph -f mermaid',
  'graph -f json',
  'cite host-country',
  'cite - -f bibtex',
  'verify article.txt',
  'verify article.txt -f json',
  'verify article.txt --review',
  'verify article.txt -f markdown',
  'coverage article.txt',
  'coverage article.txt -f json',
  'validate my.json',
  'compare my.json -f json',
  'repair article.txt',
  'export folder --force',
];

const onCommands = commandLines.map((line): [string, Row] => [
  `${line}, many records`,
  [
    line,
    (size) => {
      const many = makeMany(size / 1600);
      return {
        ...toData(many),
        ...article('It left.'),
        'input.txt': toIds(many.claims as { id: string }[]),
      };
    },
  ],
]);

/** Returns two datasets of different articles with the same records. */
const makeTwo = (change: Change): Files => ({
  ...toData(change),
  'other.json': JSON.stringify({
    ...skeleton,
    ...change,
    source: { ...skeleton.source, title: 'Another headline' },
  }),
});

/** Returns a maker of many claims about a leader with this name and many aliases. */
const makeClaimsAbout =
  (name: string) =>
  (size: number): Files => ({
    ...article('It went.'),
    ...toData({
      leaders: [
        { ...leader, evidence, name, aliases: each(size / 30, (at) => `${toName(at)} Ito`) },
      ],
      claims: each(size / 400, (at) =>
        makeClaim(at, { about: ['host-leader'], evidence: [{ paragraph: 2, start: 'It went' }] }),
      ),
    }),
  });

/** Builds a long paragraph, and claims of which each has a passage within that of the one before. */
const nestLongAnchors = (size: number): Files => {
  const words = each(size / 50, toWord);
  return {
    ...article(words.join(' ')),
    ...toData({
      claims: each(words.length / 2, (at) =>
        makeClaim(at, {
          claim: `The ${words[at]} left on 3 May.`,
          evidence: [{ paragraph: 2, start: words[at], end: words[words.length - 1 - at] }],
        }),
      ),
    }),
  };
};

/** Claims of the same long passage of very many sentences. */
const coverSentences = (size: number): Files => ({
  ...article(`Alpha begins. ${fill('It begins now. ', size / 2)}It is omega.`),
  ...toData({
    claims: each(size / 400, (at) =>
      makeClaim(at, { evidence: [{ paragraph: 2, start: 'Alpha', end: 'omega' }] }),
    ),
  }),
});

/** Claims of which each has a passage within that of the next. */
const nestAnchors = (size: number): Files => {
  const words = each(size / 300, toWord);
  return {
    ...article(words.map((word) => `The ${word} left.`).join(' ')),
    ...toData({
      claims: words.map((word, at) =>
        makeClaim(at, {
          evidence: [{ paragraph: 2, start: `The ${words[at >> 1]}`, end: word }],
        }),
      ),
    }),
  };
};

const rows: Readonly<Record<string, Row>> = {
  'compare, many records with the same keys': [
    'compare other.json -f json',
    (size) => makeTwo(makeMany(size / 3200)),
  ],
  'compare, long quotations that differ in the end': [
    'compare other.json',
    (size) => {
      const words = (at: number) => `${fill('go on ', 1000)}${toWord(at)}`;
      const quotes = each(size / 2400, (at) => makeQuote(at, { words: words(at) }));
      const others = quotes.map((quote, at) => ({
        ...quote,
        words: `${words(at)} ${toWord(at + 1)}`,
      }));
      const two = makeTwo({ quotes });
      return {
        ...two,
        'other.json': JSON.stringify({ ...JSON.parse(two['other.json'] ?? ''), quotes: others }),
      };
    },
  ],
  'compare, one long quotation': [
    'compare other.json',
    (size) => makeTwo({ quotes: [makeQuote(0, { words: fill('go on ', size / 2) })] }),
  ],
  'compare, talks of the same parties on many days': [
    'compare other.json',
    (size) =>
      makeTwo({
        countries: [country, other],
        talks: each(size / 400, (at) =>
          makeTalk(at, { date: at % 2 ? day(at) : day(at).slice(0, 7) }),
        ),
      }),
  ],
  'coverage, a heading': ['coverage article.txt', (size) => article(fill('A', size))],
  'anchor, words of an anchor many times': [
    'anchor article.txt the boat came',
    (size) => article(fill('the boat came in ', size)),
  ],
  'anchor, a long passage of one word': [
    `anchor article.txt ${'a '.repeat(30_000)}`,
    (size) => article(fill('a ', size)),
  ],
  'anchor, a long passage that ends otherwise': [
    `anchor article.txt ${'a '.repeat(30_000)}b`,
    (size) => article(fill('a ', size)),
  ],
  'anchor, long words': [
    'anchor article.txt z',
    (size) => article(each(size / 1000, (at) => `${toWord(at)}${'x'.repeat(1000)}`).join(' ')),
  ],
  'anchor, words of 40 letters': [
    'anchor article.txt z',
    (size) => article(each(size / 40, (at) => `${toWord(at)}${'x'.repeat(34)}`).join(' ')),
  ],
  'anchor, words with one slip': [
    'anchor article.txt abcdefgz',
    (size) => article(each(size / 9, (at) => `abcdefg${'abcdefgh'.charAt(at % 8)}`).join(' ')),
  ],
  'new, a paragraph many times': [
    'new article.txt',
    (size) =>
      article(
        ...each(
          size / 100,
          () =>
            'President Ana Ortiz said “go on” and met Ben Cole of the Trade Council in China on Monday, 3 May.',
        ),
      ),
  ],
  'new, a byline of many': [
    'new article.txt',
    (size) => article(`By ${fill('Ana Ortiz, ', size)}Ben Cole\n!`, 'It is so.'),
  ],
  'anchor, signs': ['anchor article.txt -- ---', (size) => article(fill('-', size))],
  'anchor, a long passage of signs': [
    `anchor article.txt -- ${'+-'.repeat(30_000)}`,
    (size) => article(fill('+-', size)),
  ],
  'new, many people': [
    'new article.txt',
    (size) =>
      article(
        each(size / 40, (at) => `President ${toName(at)} Ito met Ana Ortiz today.`).join(' '),
      ),
  ],
  'new, one surname of many': [
    'new article.txt',
    (size) =>
      article(
        each(
          size / 50,
          (at) => `President ${toName(at)} Ito left. Ito and ${toName(at)} talk.`,
        ).join(' '),
      ),
  ],
  'new, the same quotation among others': [
    'new article.txt',
    (size) =>
      article(
        each(size / 60, (at) => `Ana Ortiz said “go ${toWord(at)} on” and “go on”.`).join(' '),
      ),
  ],
  'new, places of one word': [
    'new article.txt',
    (size) => article(`${fill('China is here and ', size)}.`),
  ],
  'new, names of three words out of 24': [
    'new article.txt',
    (size) => {
      const names = each(24, toName);
      const triples = names.flatMap((a) =>
        names.flatMap((b) => names.map((c) => `${a} ${b} ${c}`)),
      );
      const count = size / 60;
      return article(
        each(
          count,
          (at) => `President ${triples[(at * 7919) % triples.length]} met ${names.join(' ')}.`,
        ).join(' '),
      );
    },
  ],
  'show, a chain of references': [
    'show claim-0',
    (size) => toData({ claims: lastIsFree(chain(size)) }),
  ],
  'show, the end of a chain of references': [
    'show host-country',
    (size) =>
      toData({
        claims: each(size / 180, (at) =>
          makeClaim(at, { about: [at === 0 ? 'host-country' : `claim-${at - 1}`] }),
        ),
      }),
  ],
  'show -, a chain of references': [
    'show -',
    (size) => {
      const claims = lastIsFree(chain(size)) as { id: string }[];
      return { ...toData({ claims }), 'input.txt': toIds(claims) };
    },
  ],
  'show -, a cycle of references': [
    'show -',
    (size) => {
      const claims = chain(size);
      const cycle = claims.map((one, at) =>
        at === claims.length - 1 ? { ...one, about: ['claim-0'] } : one,
      );
      return { ...toData({ claims: cycle }), 'input.txt': toIds(claims) };
    },
  ],
  'completion, names that begin alike': [
    '__complete -- show A',
    (size) =>
      toData({ countries: each(size / 100, (at) => makeCountry(at, { name: `Q A${at}` })) }),
  ],
  'claims --group-by, topics': [
    'claims --group-by topic',
    (size) => toData({ claims: each(size / 150, (at) => makeClaim(at, { topic: `t${at}` })) }),
  ],
  'claims --linked, a chain of references': [
    'claims --linked claims --count',
    (size) => toData({ claims: lastIsFree(chain(size)) }),
  ],
  'claims into a pipe, one long cell': [
    'claims -f table',
    (size) => toData({ claims: [makeClaim(0, { claim: fill('It ', size) })] }),
  ],
  'show, a word of emoji': [
    'show claim-0 --width 80',
    (size) => toData({ claims: [makeClaim(0, { claim: fill('\u{1f469}', size) })] }),
  ],
  'claims --where about, a cycle of references': [
    'claims --where about=claim-0 --ids',
    (size) => {
      const claims = chain(size);
      return toData({
        claims: claims.map((one, at) =>
          at === claims.length - 1 ? { ...one, about: ['claim-0'] } : one,
        ),
      });
    },
  ],
  'show -, all talks': [
    'show -',
    (size) => {
      const talks = each(size / 200, (at) => makeTalk(at));
      return { ...toData({ countries: [country, other], talks }), 'input.txt': toIds(talks) };
    },
  ],
  'show -, all talks as JSON': [
    'show - -f json',
    (size) => {
      const talks = each(size / 200, (at) => makeTalk(at));
      return { ...toData({ countries: [country, other], talks }), 'input.txt': toIds(talks) };
    },
  ],
  'show -, parts of names': [
    'show -',
    (size) => ({
      ...toData({
        countries: [
          country,
          ...each(size / 200, (at) => makeCountry(at, { name: `The Isles of ${toName(at)} Bay` })),
        ],
      }),
      'input.txt': each(size / 200, (at) => `isles of ${toName(at)} bay`).join('\n'),
    }),
  ],
  'cite -, parts of ids': [
    'cite -',
    (size) => ({
      ...toData({ claims: each(size / 200, (at) => makeClaim(at, { id: `no-${toWord(at)}-x` })) }),
      'input.txt': each(size / 200, toWord).join('\n'),
    }),
  ],
  'cite -, ids that are not exact': [
    'cite -',
    (size) => {
      const claims = each(size / 200, (at) => makeClaim(at));
      return {
        ...toData({ claims }),
        'input.txt': claims.map(({ id }) => id.toUpperCase()).join('\n'),
      };
    },
  ],
  'cite -, an id that is not there': [
    'cite zzzzz',
    (size) => toData({ claims: each(size / 200, (at) => makeClaim(at)) }),
  ],
  'verify, aliases and claims': [
    'verify article.txt --all',
    (size) => ({
      ...article(),
      ...toData({
        leaders: [
          {
            ...leader,
            evidence,
            name: 'Ana Ortiz',
            aliases: each(size / 30, (at) => `${toName(at)} Ito`),
          },
        ],
        claims: each(size / 400, (at) =>
          makeClaim(at, { claim: `The boat of ${toName(at)} left.` }),
        ),
      }),
    }),
  ],
  'verify, aliases in claims': [
    'verify article.txt --all',
    (size) => ({
      ...article(),
      ...toData({
        leaders: [
          {
            ...leader,
            evidence,
            name: 'Ana Ortiz',
            aliases: each(size / 30, (at) => `${toName(at)} Ito`),
          },
        ],
        claims: each(size / 400, (at) =>
          makeClaim(at, { claim: `The boat of ${toName(at)} Ito left.` }),
        ),
      }),
    }),
  ],
  'verify, countries and claims': [
    'verify article.txt --all',
    (size) => ({
      ...article(),
      ...toData({
        countries: [country, ...each(size / 400, (at) => makeCountry(at))],
        claims: each(size / 400, (at) =>
          makeClaim(at, { claim: `The boat of ${toName(at)}ia left.`, about: [`country-${at}`] }),
        ),
      }),
    }),
  ],
  'verify, many countries in each claim': [
    'verify article.txt --all',
    (size) => {
      const count = Math.sqrt(size / 50);
      return {
        ...article(),
        ...toData({
          countries: [country, ...each(count, (at) => makeCountry(at))],
          claims: each(count, (at) =>
            makeClaim(at, { claim: each(count, (at) => `${toName(at)}ia`).join(' ') }),
          ),
        }),
      };
    },
  ],
  'verify, records of equal names': [
    'verify article.txt --all',
    (size) => ({
      ...article('Ana Ortiz met Ana Ortiz.'),
      ...toData({
        leaders: [leader, ...each(size / 400, (at) => makeLeader(at, { name: 'Ana Ortiz' }))],
        claims: each(size / 400, (at) =>
          makeClaim(at, { claim: 'The boat of Ana Ortiz left.', about: [`leader-${at}`] }),
        ),
      }),
    }),
  ],
  'verify, talks of people with equal names': [
    'verify article.txt --all',
    (size) => ({
      ...article('Ana Ortiz met Ana Ortiz.'),
      ...toData({
        leaders: [leader, ...each(size / 400, (at) => makeLeader(at, { name: 'Ana Ortiz' }))],
        countries: [country, other],
        talks: each(size / 400, (at) =>
          makeTalk(at, {
            leaders: [`leader-${at}`, 'host-leader'],
            countries: ['host-country'],
            evidence: [{ paragraph: 2, start: 'Ana Ortiz met Ana Ortiz' }],
          }),
        ),
      }),
    }),
  ],
  'verify, a claim about very many': [
    'verify article.txt --all',
    (size) => {
      const claims = each(size / 220, (at) =>
        makeClaim(at, { claim: `A word ${toWord(at)} of its own.` }),
      );
      return {
        ...article('It went.'),
        ...toData({
          claims: [
            ...claims,
            makeClaim(claims.length, {
              about: claims.map(({ id }) => id),
              evidence: [{ paragraph: 2, start: 'It went' }],
            }),
          ],
        }),
      };
    },
  ],
  'verify, many claims about one of many assertions': [
    'verify article.txt --all',
    makeClaimsAbout('Ana Ortiz'),
  ],
  // The name is in each of its passages, so that all names are compared with the claims.
  'verify, many claims about one of many names': [
    'verify article.txt --all',
    makeClaimsAbout('The boat'),
  ],
  'verify, many figures that the article lacks': [
    'verify article.txt --all',
    (size) => {
      const list = (first: number) => each(size / 20, (at) => first + 2 * at).join(' and ');
      return {
        ...article(`Then ${list(1_000_001)} end.`),
        ...toData({
          claims: [
            makeClaim(0, {
              claim: `It has ${list(1_000_000)}.`,
              evidence: [{ paragraph: 2, start: 'Then', end: 'end' }],
            }),
          ],
        }),
      };
    },
    600_000,
  ],
  'verify, a clause of full stops': [
    'verify article.txt --all',
    (size) => toClaim(`Ships sailed home, they sank${fill('.', size)}a.`),
  ],
  'verify, many claims about one with many anchors': [
    'verify article.txt --all',
    (size) => ({
      ...article('It went.', ...each(size / 100, (at) => `It is ${toWord(at)}.`)),
      ...toData({
        leaders: [
          {
            ...leader,
            name: 'Ana Ortiz',
            evidence: each(size / 100, (at) => ({ paragraph: at + 3, start: `is ${toWord(at)}` })),
          },
        ],
        claims: each(size / 400, (at) =>
          makeClaim(at, { about: ['host-leader'], evidence: [{ paragraph: 2, start: 'It went' }] }),
        ),
      }),
    }),
    400_000,
  ],
  'verify, many anchors in one paragraph': [
    'verify article.txt --all',
    (size) => {
      const words = each(size / 200, toWord);
      return {
        ...article(words.map((word) => `The ${word} left.`).join(' ')),
        ...toData({
          claims: words.map((word, at) =>
            makeClaim(at, {
              claim: `A ${word} went with 7.`,
              evidence: [{ paragraph: 2, start: `The ${word}` }],
            }),
          ),
        }),
      };
    },
  ],
  'verify, many anchors of one record': [
    'verify article.txt --all',
    (size) => {
      const words = each(size / 60, toWord);
      return {
        ...article(words.map((word) => `The ${word} left.`).join(' ')),
        ...toData({
          claims: [
            makeClaim(0, {
              claim: `A ${words[0]} went with 7 from Xyz.`,
              evidence: words.map((word) => ({ paragraph: 2, start: `The ${word}` })),
            }),
          ],
        }),
      };
    },
  ],
  'verify, long passages of many records': [
    'verify article.txt --all',
    (size) => ({
      ...article(`Alpha ${fill('begins now. ', size / 2)} omega.`),
      ...toData({
        claims: each(size / 400, (at) =>
          makeClaim(at, {
            claim: `The ${toWord(at)} went with 7.`,
            evidence: [{ paragraph: 2, start: 'Alpha', end: 'omega' }],
          }),
        ),
      }),
    }),
    400_000,
  ],
  'verify, long passages of many deals': [
    'verify article.txt --all',
    (size) => ({
      ...article(`Alpha ${fill('begins now. ', size / 2)} omega.`),
      ...toData({
        countries: [country, other],
        deals: each(size / 500, (at) =>
          makeDeal(at, {
            name: `a deal ${toWord(at)}`,
            when: `on ${toWord(at)} day`,
            amount: at,
            currency: 'USD',
            amountAsWritten: `${at} dollars`,
            date: '2023-05-18',
            status: 'signed',
            evidence: [{ paragraph: 2, start: 'Alpha', end: 'omega' }],
          }),
        ),
      }),
    }),
    400_000,
  ],
  'verify, long passages of many quotes': [
    'verify article.txt --all',
    (size) => ({
      ...article(`Alpha ${fill('begins “now” here. ', size / 2)} omega.`),
      ...toData({
        quotes: each(size / 400, (at) =>
          makeQuote(at, {
            words: 'begins',
            evidence: [{ paragraph: 2, start: 'Alpha', end: 'omega' }],
          }),
        ),
      }),
    }),
  ],
  'verify, long passages of many talks': [
    'verify article.txt --all',
    (size) => ({
      ...article(`Alpha ${fill('met Ana Ortiz and all. ', size / 2)} omega.`),
      ...toData({
        countries: [country, other],
        leaders: [{ ...leader, evidence, name: 'Ana Ortiz' }],
        talks: each(size / 400, (at) =>
          makeTalk(at, {
            date: '2023-05-18',
            evidence: [{ paragraph: 2, start: 'Alpha', end: 'omega' }],
          }),
        ),
      }),
    }),
    400_000,
  ],
  'verify, ambiguous anchors': [
    'verify article.txt --all',
    (size) => ({
      ...article(fill('The boat came in. ', size / 2)),
      ...toData({
        claims: each(size / 400, (at) =>
          makeClaim(at, { evidence: [{ paragraph: at + 9, start: 'The boat came', end: 'in' }] }),
        ),
      }),
    }),
  ],
  'verify, ambiguous anchors in many paragraphs': [
    'verify article.txt --all',
    (size) => ({
      ...article(...each(size / 40, () => 'The boat came in. The boat came in.')),
      ...toData({
        claims: each(size / 400, (at) =>
          makeClaim(at, { evidence: [{ paragraph: at + 9, start: 'The boat came', end: 'in' }] }),
        ),
      }),
    }),
  ],
  'verify, wrong paragraph numbers': [
    'verify article.txt --all',
    (size) => {
      const words = each(size / 300, toWord);
      return {
        ...article(...words.map((word) => `The ${word} left.`)),
        ...toData({
          claims: words.map((word, at) =>
            makeClaim(at, {
              evidence: [{ paragraph: words.length * 2 - at, start: `The ${word}` }],
            }),
          ),
        }),
      };
    },
  ],
  'verify, anchors that are not there': [
    'verify article.txt --all',
    (size) => ({
      ...article(fill('The boat came in. ', size / 2)),
      ...toData({
        claims: each(size / 400, (at) =>
          makeClaim(at, {
            evidence: [{ paragraph: at + 9, start: `The ${toWord(at)} boat came in the` }],
          }),
        ),
      }),
    }),
  ],
  'verify, a long anchor that is not there': [
    'verify article.txt --all',
    (size) => ({
      ...article(fill('a', size / 2)),
      ...toData({
        claims: [makeClaim(0, { evidence: [{ paragraph: 1, start: `b${fill('a', size / 2)}` }] })],
      }),
    }),
  ],
  'verify, a long anchor of signs': [
    'verify article.txt --all',
    (size) => ({
      ...article(fill('-+', size / 2)),
      ...toData({
        claims: [makeClaim(0, { evidence: [{ paragraph: 1, start: `${fill('-+', size / 4)}!` }] })],
      }),
    }),
  ],
  'verify, a long title in one long word': [
    'verify article.txt --all',
    (size) => ({
      ...article(fill('a', size / 2)),
      ...toData({ source: { ...skeleton.source, title: `b${fill('a', size / 4)}` } }),
    }),
  ],
  'verify, a long title that ends otherwise': [
    'verify article.txt --all',
    (size) => ({
      ...article(fill('a ', size / 2)),
      ...toData({ source: { ...skeleton.source, title: `${fill('a ', size / 4)}b` } }),
    }),
  ],
  'verify, a long title that begins otherwise': [
    'verify article.txt --all',
    (size) => ({
      ...article(fill('a ', size / 2)),
      ...toData({ source: { ...skeleton.source, title: `b ${fill('a ', size / 4)}` } }),
    }),
  ],
  'verify, a title within words': [
    'verify article.txt --all',
    (size) => ({
      ...article(fill('a', size)),
      ...toData({ source: { ...skeleton.source, title: 'aaa' } }),
    }),
  ],
  'verify, names of three words out of 24': [
    'verify article.txt --all',
    (size) => {
      const names = each(24, toName);
      const triples = names.flatMap((a) =>
        names.flatMap((b) => names.map((c) => `${a} ${b} ${c}`)),
      );
      return {
        ...article(names.join(' ')),
        ...toData({
          leaders: [
            leader,
            ...each(size / 400, (at) =>
              makeLeader(at, { name: `${triples[(at * 7919) % triples.length]}` }),
            ),
          ],
          claims: each(size / 400, (at) =>
            makeClaim(at, { claim: `${names.join(' ')} and ${toWord(at)}.` }),
          ),
        }),
      };
    },
  ],
  'verify, stems in all sentences': [
    'verify article.txt --all',
    (size) => ({
      ...article(each(size / 100, (at) => `A boat sailed ${toWord(at)}.`).join(' ')),
      ...toData({
        claims: each(size / 400, (at) =>
          makeClaim(at, { claim: `A boat sailed ${toWord(at)} somewhere.` }),
        ),
      }),
    }),
  ],
  'coverage, anchors and sentences': ['coverage article.txt', coverSentences],
  'coverage -f json, anchors and sentences': ['coverage article.txt -f json', coverSentences],
  'verify, anchors and sentences': ['verify article.txt --all', coverSentences],
  'coverage, anchors that end in turn': [
    'coverage article.txt',
    (size) => {
      const words = each(size / 300, toWord);
      return {
        ...article(words.map((word) => `The ${word} left.`).join(' ')),
        ...toData({
          claims: words.map((word, at) =>
            makeClaim(at, { evidence: [{ paragraph: 2, start: 'The q', end: word }] }),
          ),
        }),
      };
    },
  ],
  'coverage, nested anchors': ['coverage article.txt', nestAnchors],
  'verify, nested anchors': ['verify article.txt --all', nestLongAnchors],
  'report, nested anchors': ['report article.txt', nestLongAnchors],
  'report, many records': ['report', (size) => toData({ claims: each(size / 200, makeClaim) })],
  'coverage -f json, nested anchors': ['coverage article.txt -f json', nestAnchors],
  'verify, talks of one leader of many aliases': [
    'verify article.txt --all',
    (size) => ({
      ...article(),
      ...toData({
        countries: [country, other],
        leaders: [
          {
            ...leader,
            evidence,
            name: 'Ana Ortiz',
            aliases: each(size / 30, (at) => `${toName(at)} Ito`),
          },
        ],
        talks: each(size / 400, (at) => makeTalk(at)),
      }),
    }),
  ],
  'verify, a long claim of the words of all sentences': [
    'verify article.txt --all',
    (size) => {
      const words = each(size / 60, (at) => `${toWord(at)}and`);
      return {
        ...article(words.map((word) => `Boats ${word} left us.`).join(' ')),
        ...makeClaimOn(words.join(' ')),
      };
    },
  ],
  'coverage, very short sentences': [
    'coverage article.txt',
    (size) => article(fill('A b. ', size)),
  ],
  'anchor, hyphens between two words': [
    'anchor article.txt z',
    (size) => article(`a${fill('-', size)}b`),
  ],
  'anchor, one word in an article of it': [
    'anchor article.txt a',
    (size) => article(fill('a ', size)),
  ],
  'validate, aliases and one long name': [
    'validate my.json',
    (size) =>
      toData({
        countries: [
          country,
          { ...other, aliases: each(size / 30, (at) => `people of ${toWord(at)}`) },
        ],
        deals: [makeDeal(0, { name: fill('people of ', size / 2) })],
      }),
  ],
  'validate, aliases of all lengths and one long name': [
    'validate my.json',
    (size) =>
      toData({
        countries: [
          country,
          { ...other, aliases: each(size / 100, (at) => 'x'.repeat((at % 200) + 1) + toWord(at)) },
        ],
        deals: [makeDeal(0, { name: fill('x ', size / 2) })],
      }),
  ],
  'validate, names in one long word': [
    'validate my.json',
    (size) =>
      toData({
        countries: [country, { ...other, name: fill('a', Math.min(200, size)) }],
        deals: each(size / 2000, (at) => makeDeal(at, { name: fill('a', 2000) })),
      }),
  ],
  'validate, one name in one long word': [
    'validate my.json',
    (size) =>
      toData({
        countries: [country, { ...other, name: fill('a', size / 3) }],
        deals: [makeDeal(0, { name: fill('a', size / 2) })],
      }),
  ],
  'validate, many speakers': [
    'validate my.json',
    (size) =>
      toData({
        leaders: [leader, ...each(size / 400, (at) => makeLeader(at))],
        quotes: each(size / 400, (at) =>
          makeQuote(at, { speaker: `the ${toName(at)} of it`, leader: `leader-${at}` }),
        ),
      }),
  ],
  'validate, a long speaker of many aliases': [
    'validate my.json',
    (size) =>
      toData({
        leaders: [
          { ...leader, name: 'Ana Ortiz', aliases: each(size / 30, (at) => `${toName(at)} Ito`) },
        ],
        quotes: [makeQuote(0, { speaker: fill('Ito ', size / 2), leader: 'host-leader' })],
      }),
  ],
  'validate, many quotes of a leader of many aliases': [
    'validate my.json',
    (size) =>
      toData({
        leaders: [
          { ...leader, name: 'Ana Ortiz', aliases: each(size / 30, (at) => `${toName(at)} Ito`) },
        ],
        quotes: each(size / 400, (at) => makeQuote(at, { speaker: 'Zed', leader: 'host-leader' })),
      }),
  ],
  'validate, many quotes about many talks': [
    'validate my.json',
    (size) => {
      const talks = each(Math.sqrt(size / 20), (at) => makeTalk(at));
      return toData({
        countries: [country, other],
        talks,
        quotes: each(Math.sqrt(size / 20), (at) =>
          makeQuote(at, { leader: 'host-leader', about: talks.map(({ id }) => id) }),
        ),
      });
    },
  ],
  'validate, long dangling ids': [
    'validate my.json',
    (size) =>
      toData({
        claims: each(size / 400, (at) =>
          makeClaim(at, { id: `${'x-'.repeat(48)}${at}`, about: [`${'y-'.repeat(47)}${at}`] }),
        ),
      }),
  ],
  'validate, unknown fields': [
    'validate my.json',
    (size) =>
      toData({
        claims: [Object.fromEntries(each(size / 30, (at) => [`${'x'.repeat(20)}${at}`, 0]))],
      }),
  ],
  'validate, wrong values': [
    'validate my.json',
    (size) =>
      toData({
        claims: each(size / 220, (at) => makeClaim(at, { certainty: 'statedd', topic: null })),
      }),
  ],
  'validate, a broken file': [
    'validate my.json',
    (size) => ({ 'my.json': `{"source": {"title": ${fill('[1, ', size)}` }),
  ],
  'validate, a file that ends too early': [
    'validate my.json',
    (size) => ({ 'my.json': toData(makeMany(size / 1600))['my.json']?.slice(0, -9) ?? '' }),
  ],
  'validate, colons and blanks': [
    'validate my.json',
    (size) => toData({ claims: [makeClaim(0, { claim: fill(`${' '.repeat(99)}:`, size) })] }),
  ],
  'validate, line breaks': [
    'validate my.json',
    (size) => ({
      'my.json': `${JSON.stringify({ ...skeleton, claims: each(size / 300, () => ({})) }).replaceAll('{}', `{${'\n'.repeat(298)}}`)}`,
    }),
  ],
  'validate, equal ids': [
    'validate my.json',
    (size) => toData({ claims: each(size / 180, (at) => makeClaim(at, { id: 'claim' })) }),
  ],
  'validate, not UTF-8': [
    'validate my.json',
    (size) => ({ 'my.json': `{"source": "${fill('é', size / 2)}` }),
  ],
  'timeline, nested spans': [
    'timeline',
    (size) =>
      toData({
        events: each(size / 250, (at) => makeEvent(at, { start: day(at), end: day(100_000 - at) })),
      }),
  ],
  'timeline -f json, nested spans': [
    'timeline -f json',
    (size) =>
      toData({
        events: each(size / 250, (at) => makeEvent(at, { start: day(at), end: day(100_000 - at) })),
      }),
  ],
  'timeline, one long wording': [
    'timeline',
    (size) => toData({ events: [makeEvent(0, { when: fill('on Monday ', size) })] }),
  ],
  'graph, a talk of many': [
    'graph',
    (size) => {
      const leaders = each(size / 200, (at) => makeLeader(at));
      return toData({
        countries: [country, other],
        leaders: [leader, ...leaders],
        talks: [makeTalk(0, { leaders: leaders.map(({ id }) => id), countries: ['host-country'] })],
      });
    },
  ],
  'talks, many talks of many': [
    'talks',
    (size) => {
      const leaders = each(Math.sqrt(size / 20), (at) => makeLeader(at));
      const ids = leaders.map(({ id }) => id);
      return toData({
        leaders: [leader, ...leaders],
        talks: each(Math.sqrt(size / 20), (at) =>
          makeTalk(at, { leaders: ids, countries: ['host-country'] }),
        ),
        countries: [country, other],
      });
    },
  ],
  'verify, many talks of many': [
    'verify article.txt --all',
    (size) => {
      const leaders = each(Math.sqrt(size / 20), (at) => makeLeader(at));
      const ids = leaders.map(({ id }) => id);
      return {
        ...article('It went.'),
        ...toData({
          leaders: [leader, ...leaders],
          talks: each(Math.sqrt(size / 20), (at) =>
            makeTalk(at, { leaders: ids, countries: ['host-country'] }),
          ),
          countries: [country, other],
        }),
      };
    },
  ],
  'verify, many warnings that were reviewed': [
    'verify article.txt --all',
    (size) => ({
      ...article('It went.'),
      ...toData({
        claims: [makeClaim(0, { certainty: 'expected' })],
        reviewed: each(size / 120, () => ({
          record: 'claim-0',
          field: 'certainty',
          rule: 'certainty',
          value: 'stated',
          why: 'It is so.',
        })),
      }),
    }),
  ],
  'repair, passages as texts': [
    'repair article.txt',
    (size) => {
      const words = each(size / 300, toWord);
      return {
        ...article(words.map((word) => `The ${word} left.`).join(' ')),
        ...toData({
          claims: words.map((word, at) => makeClaim(at, { evidence: [`The ${word} left.`] })),
        }),
      };
    },
  ],
  'repair, misspelt anchors': [
    'repair article.txt --dry-run',
    (size) => {
      const words = each(size / 300, toWord);
      return {
        ...article(words.map((word) => `The ${word} boat left.`).join(' ')),
        ...toData({
          claims: words.map((word, at) =>
            makeClaim(at, {
              evidence: [anchor, { paragraph: 2, start: `The ${word}x boat lefft` }],
            }),
          ),
        }),
      };
    },
  ],
  'repair, ambiguous texts': [
    'repair article.txt --dry-run',
    (size) => ({
      ...article(fill('The boat came in. ', size / 2)),
      ...toData({
        claims: each(size / 400, (at) =>
          makeClaim(at, { evidence: [anchor, 'The boat came in.'] }),
        ),
      }),
    }),
    400_000,
  ],
  'repair, ambiguous paragraphs': [
    'repair article.txt --dry-run',
    (size) => ({
      ...article(...each(size / 40, () => 'The boat came in.')),
      ...toData({
        claims: each(size / 400, (at) =>
          makeClaim(at, { evidence: [anchor, 'The boat came in.'] }),
        ),
      }),
    }),
    400_000,
  ],
  'repair, a long text': [
    'repair article.txt --dry-run',
    (size) => ({
      ...article(fill('The boat came in. ', size / 2)),
      ...toData({
        claims: [makeClaim(0, { evidence: [anchor, fill('The boat came in. ', size / 2).trim()] })],
      }),
    }),
  ],
  'repair, many long texts': [
    'repair article.txt --dry-run',
    (size) => ({
      ...article(fill('The boat came in. ', size / 2)),
      ...toData({
        claims: each(size / 4000, (at) =>
          makeClaim(at, { evidence: [anchor, fill('The boat came in. ', 2000).trim()] }),
        ),
      }),
    }),
  ],
  'new, a page of nested elements': [
    'new article.txt',
    (size) => ({ 'article.txt': `<body>${fill('<div>', size)}The boat left.` }),
  ],
  'coverage, a page of nested elements and paragraphs': [
    'coverage article.txt',
    (size) => ({ 'article.txt': `<body>${fill('<div>', size / 2)}${fill('<p>a', size / 2)}` }),
  ],
  'coverage, a page of ends of paragraphs': [
    'coverage article.txt',
    (size) => ({
      'article.txt': `<body>${fill('<div>', size / 2)}${fill('</p>', size / 2)}The boat left.`,
    }),
  ],
  'coverage, a page of bold words': [
    'coverage article.txt',
    (size) => ({ 'article.txt': `<body>${fill('<b>a', size)}` }),
  ],
  'coverage, a page of bold paragraphs': [
    'coverage article.txt',
    (size) => ({ 'article.txt': `<body>${fill('<b><p>a</b>', size)}` }),
  ],
  'coverage, a page of links': [
    'coverage article.txt',
    (size) => ({ 'article.txt': `<body>${fill('<a href=x>a', size)}` }),
  ],
  'coverage, a page of attributes': [
    'coverage article.txt',
    (size) => ({ 'article.txt': `<body><p ${each(size / 10, (at) => toWord(at)).join(' ')}>a` }),
  ],
  'coverage, a page of comments': [
    'coverage article.txt',
    (size) => ({ 'article.txt': `${fill('<!-- a -->', size)}<body>The boat left.` }),
  ],
  'coverage, a page of tables': [
    'coverage article.txt',
    (size) => ({ 'article.txt': `<body>${fill('<table>a<tr><td>', size)}` }),
  ],
  'coverage, a page of list items': [
    'coverage article.txt',
    (size) => ({ 'article.txt': `<body>${fill('<li>a<dd>', size)}` }),
  ],
  'coverage, a page of blanks': [
    'coverage article.txt',
    (size) => ({ 'article.txt': `<body>a${fill(' ', size)}b${fill('\n', size / 9)}` }),
  ],
};

/** All rows by their names. */
export const growthRows: Readonly<Record<string, Row>> = {
  ...rows,
  'verify, all texts of the source filled': onSource,
  ...Object.fromEntries([...onTexts, ...onFields, ...onCommands]),
};
