import type { DealSubject } from '../../contracts/verification-target.ts';

/** The words by which a language tells when, how surely and on whose word; patterns of normalised text. */
export interface Cues extends Readonly<Record<DealSubject, RegExp>> {
  /** Something has happened, is going on, is to come; `told` is but the past of a word of saying. */
  readonly past: RegExp;
  readonly told: RegExp;
  readonly present: RegExp;
  readonly future: RegExp;
  /** How far a deal has come. */
  readonly sought: RegExp;
  readonly expected: RegExp;
  readonly agreed: RegExp;
  readonly signed: RegExp;
  /** Somebody thinks so, or thinks that it will come about. */
  readonly thinking: RegExp;
  readonly foreseen: RegExp;
  /** People meet, have met, are several, or one is not there. */
  readonly meeting: RegExp;
  readonly met: RegExp;
  readonly crowd: RegExp;
  readonly away: RegExp;
  /** It is not so; and what may be said in place of that. */
  readonly not: RegExp;
  readonly almostNot: RegExp;
  /** Words, and those that say the contrary of them. */
  readonly opposites: readonly (readonly [RegExp, RegExp])[];
}

const listed = (words: string): readonly string[] =>
  words
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');

/** A word with the endings of its forms: try, tries, tried, trying. */
function inflected(word: string): string {
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}(?:y|ies|ied|ying)`;
  if (word.endsWith('e')) return `${word.slice(0, -1)}(?:e|es|ed|ing)`;
  return `${word}(?:s|es|ed|ing)?`;
}

/** A pattern of whole words: some as they are, each perhaps a pattern itself, and some in all of their forms. */
const any = (words: string, inAllForms = ''): RegExp =>
  new RegExp(`\\b(?:${[...listed(words), ...listed(inAllForms).map(inflected)].join('|')})\\b`);

/** Not behind these: what is signed has not been signed for that. */
const unlessBe = '(?<!\\b(?:is|are|be|being|to)\\s)';

const done = (words: string, inAllForms = ''): RegExp =>
  new RegExp(unlessBe + any(words, inAllForms).source);

/** Irregular ones, and what ends in -ed, without those words of saying and planning that tell nothing done. */
const past = new RegExp(
  [
    done(
      `was, were, had, did, met, held, went, came, took, gave, spoke, sat, began, rose, fell, grew, won, lost,
      brought, sent, built, made, wrote, led, found, struck, drew, kept, ran, paid, sold, bought, chose, put`,
    ).source,
    `${unlessBe}\\b(?!${
      any(
        `planned, expected, scheduled, proposed, added, reported, announced, stated, noted, called, need, indeed,
      hundred, speed, united, seed, feed, red`,
      ).source
    })\\w{2,}ed\\b`,
  ].join('|'),
);

/** Words, and those that say the contrary. */
const opposites: readonly (readonly [RegExp, RegExp])[] = [
  [any('first'), any('last')],
  [
    any(
      '(?<!once )more, higher, greater, rose, grew, expansion, built, bigger',
      'rise, grow, increase, expand, widen, broaden, strengthen, boost, intensify, build, gain, add',
    ),
    any(
      'less, fewer, lower, smaller, fell, shrank, cut, cuts, takes \\w+ from',
      'fall, shrink, decrease, narrow, reduce, curb, weaken, lose, lessen',
    ),
  ],
  [
    any('willing, willingness, ready, keen'),
    any('unwilling, unwillingness, reluctant, reluctance'),
  ],
  [
    any('allies, allied, friendly, partnership', 'ally, friend, partner'),
    any('rivalry, enemies, hostile', 'rival, enemy, foe'),
  ],
  [any('led, leader, leaders', 'lead'), any('follower, followers', 'follow')],
  [any('began', 'open, begin, start'), any('stopped', 'close, end, stop')],
  [
    any('agreed, agreement', 'agree, accept, approve'),
    any('refusal', 'disagree, refuse, reject, decline'),
  ],
  [any('', 'support, back, favour, favor'), any('opposition', 'oppose, resist')],
  [any('large, big, vast, great, huge, monumental, major, key'), any('small, tiny, minor, slight')],
  [any('full, whole, all'), any('empty, half, none')],
  [any('rich, wealthy'), any('poor')],
  [any('war'), any('peace')],
  [any('', 'import'), any('', 'export')],
  [any('bought', 'buy'), any('sold', 'sell')],
  [any('won', 'win'), any('lost', 'lose')],
  [any('new'), any('old')],
  [any('possible, likely'), any('impossible, unlikely')],
  [any('', 'receive, welcome, host'), any('turned away, shunned', 'expel, shun')],
];

/** Those of English. */
export const englishCues: Cues = {
  past,
  told: any(
    'said, says, told, added, reported, announced, stated, noted, called, spoke, expressed',
  ),
  present: any(
    `(?:is|are)(?! (?:to|planned|expected|set|due|scheduled|likely)\\b), am, being, has been, have been,
    under way, underway, ongoing, now, goes, comes, stands`,
    'remain, continue, coincide',
  ),
  future: any(
    `will, shall, won't, would, going to, planned, planning, expected, due, set to, scheduled,
    (?:is|are|was|were) to, upcoming, forthcoming, tomorrow, about to, next`,
    'plan, expect, hope, intend',
  ),
  sought: any(
    'sought, bid, bids, planned, proposal, proposals',
    'seek, try, attempt, hope, want, aim, push, propose, offer, ask, pursue, plan',
  ),
  expected: any(
    `likely, will, would, due, set to, planned, expectation, expectations, prediction, (?:is|are) to, going to,
    may, might, could`,
    'expect, forecast, predict, schedule, plan, hope',
  ),
  agreed: done(
    'agreed, agreement, deal (?:was|is) struck, struck a deal, pact, accord, decided, approved, adopted',
    'agree',
  ),
  signed: done('inked, sealed, concluded', 'sign'),
  thinking: any(
    'thought, opinion, felt, feels, likely',
    'believe, think, consider, view, argue, fear, doubt, suspect, call',
  ),
  foreseen: any('likely, prediction', 'expect, forecast, predict'),
  meeting: any(
    'met, spoke, meetings, discussion, discussions',
    'talk, meet, discuss, receive, confer',
  ),
  met: any('met, held talks, sat down, conferred, talks were held, held a meeting'),
  crowd: any(
    'all, each, both, leaders, guests, delegations, heads, members, ministers, presidents, several, others, countries, states',
  ),
  away: any(
    "absent, absence, away, skipped, cancelled, canceled, (?:not|never|n't) (?:take|attend|come|join|appear|go)",
    'skip, boycott, miss, cancel',
  ),
  not: any(
    `not, no(?! (?:more|less|fewer|later)\\b), never, none, nobody, nothing, neither, nor, without, cannot, \\w+n't, refusal, unable, failure,
    unwilling, false, untrue, wrong, hardly`,
    'refuse, reject, deny, decline, lack, fail',
  ),
  almostNot: any(
    `first, only, yet, still, last, until, beyond, stopped, away, absent, open, other, rather, instead, goes on,
    empty, alone, unless, little, few, un\\w{4}\\w*`,
    'stop, suspend, continue, remain, miss',
  ),
  opposites,
  railway: any('rail', 'railway, railroad, train'),
  pipeline: any('', 'pipeline'),
  road: any('', 'road, highway, motorway, bridge'),
  port: any('', 'port, harbour, harbor, airport'),
  power: any('power, electricity, grid, energy, dam'),
  communications: any('telecom\\w*, internet, broadband, satellite, satellites, 5g, fibre, fiber'),
  trade: any('customs', 'trade, tariff, export, import, market, purchase'),
  diplomatic: any(
    'diplomatic, embassy, embassies, treaty, treaties, ceasefire, peace, visa, visas',
  ),
};
