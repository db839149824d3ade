import { irregularForms } from './english-verbs.ts';
import type { Cues } from './languages.ts';
import { buildWordSource } from './patterns.ts';

/** Returns a pattern for the forms of a regular word: try, tries, tried, trying. */
function inflect(word: string): string {
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}(?:y|ies|ied|ying)`;
  if (word.endsWith('e')) return `${word.slice(0, -1)}(?:e|es|ed|ing)`;
  return `${word}(?:s|es|ed|ing)?`;
}

/** Splits a list at its commas. */
export const splitList = (words: string): readonly string[] => words.match(/[^\s,][^,]*/g) ?? [];

/** Returns a pattern source for whole words: `words` as written (each may be a pattern), `inAllForms` inflected. */
const buildSource = (words: string, inAllForms = ''): string =>
  buildWordSource([...splitList(words), ...splitList(inAllForms).map(inflect)]);

const buildPattern = (words: string, inAllForms?: string): RegExp =>
  new RegExp(buildSource(words, inAllForms), 'u');

/** Lookbehind that rules out “is signed” and “to be signed”, which do not say that it has been signed. */
const unlessBe = '(?<!\\b(?:is|are|be|being|to|not|never|(?:not|never) been)\\s)';

const buildDonePattern = (words: string, inAllForms?: string): RegExp =>
  new RegExp(unlessBe + buildSource(words, inAllForms), 'u');

/** Irregular past forms, and words in -ed except reporting verbs, planning verbs and words such as hundred. */
const past = new RegExp(
  `${unlessBe}(?:${buildSource(
    `was, were, had, did, met, held, went, came, took, gave, spoke, sat, began, rose, fell, grew, won, lost, brought,
    sent, built, made, wrote, led, left, found, struck, drew, kept, ran, paid, sold, bought, chose, put`,
  )}|\\b(?!${buildSource(
    `planned, expected, scheduled, proposed, hoped, intended, added, reported, announced, stated, noted, called,
    indicated, stressed, warned, insisted, need, indeed, hundred, speed, united, seed, feed, red`,
  )})\\w{2,}ed\\b)`,
  'u',
);

/** Negations of what follows, unlike “not only” and “not rule out”; “no larger” is a comparison. */
const not = 'not(?! (?:only|just|merely|simply|rule out|exclude)\\b)';
const no =
  'no(?! (?:more|less|later|(?:few|larg|bigg|high|great|low|small|short|strong)er|better|worse)\\b|-(?!one\\b))';

/** Forms of decline that negate: somebody declines to do something, unlike prices that decline. */
const declined = 'declin(?:e|es|ed|ing)(?= (?:to|an?|any|the)\\b)';

/** English patterns for the warning rules. */
export const englishCues: Cues = {
  past,
  reportingVerb: buildPattern(
    `said, says, told, added, reported, announced, stated, noted, called, spoke, expressed, indicated, stressed,
    warned, insisted`,
  ),
  present: buildPattern(
    `(?:is|are)(?! (?:to|planned|expected|set|due|scheduled|likely)\\b), am, being,
    (?:has|have) (?:been|arrived|begun|started|opened|gathered|convened),
    for (?:\\w+ )?(?:\\w+ )?(?:days|weeks|months|years),
    under way, underway, ongoing, raging, now, goes, comes, stands`,
    'remain, continue, coincide, resume',
  ),
  future: buildPattern(
    `will, shall, won't, would, going to, planned, planning, expected, due, set to, scheduled, could, might,
    (?:is|are|was|were) to, upcoming, forthcoming, tomorrow, about to, eve of, next`,
    'plan, expect, hope, intend',
  ),
  scheduled: buildPattern(
    'goes, comes, takes effect, takes place, begins, starts, opens, closes, ends, meets, votes',
  ),
  sought: buildPattern(
    `sought, bid, bids, planned, proposal, proposals, efforts? to, (?:talks|negotiations) (?:on|over|about|for),
    (?:not|never) (?:yet )?(?:been )?(?:agreed|signed|concluded|reached|finalised|finalized)`,
    'seek, try, attempt, hope, want, aim, push, propose, suggest, offer, ask, pursue, plan, negotiate, promise',
  ),
  expected: buildPattern(
    `likely, unlikely, will, would, should, due, set to, planned, expectation, expectations, prediction, (?:is|are) to,
    going to,
    may, might, could, invitation to, invited to, agreed to, within reach, in sight, probable, probably`,
    'expect, forecast, predict, schedule, plan, hope, vow, pledge, promise, threaten, offer',
  ),
  agreed: buildDonePattern(
    `agreed, agreement, deal (?:was|is) struck, (?:struck|brokered|reached) a deal, pact, accord, decided, approved,
    adopted, pledged, committed, initialled, initialed, provides for, provided for`,
    'agree',
  ),
  signed: buildDonePattern('inked, sealed, concluded', 'sign'),
  thinking: buildPattern(
    `thought, opinion, felt, feels, likely, call(?:s|ed|ing)?(?= (?:it|this|that|them|the|its|his|her|their|an?)\\b| ')`,
    'believe, think, consider, view, argue, fear, doubt, suspect, wonder',
  ),
  uncertain: buildPattern(
    `(?:is|are)(?: not)? (?:likely|unlikely|expected), likely to, unlikely to, believes?, thinks?, (?<!to )expects?,
    fears?,
    argues?, considers?, doubts?(?= (?:that|whether|if)), suspects?, (?<!had )forecasts?, predicts?`,
  ),
  meeting: buildPattern(
    'met, spoke, meetings, discussion, discussions',
    'talk, meet, discuss, receive, confer',
  ),
  met: buildPattern('met, held talks, sat down, conferred, talks were held, held a meeting'),
  collective: buildPattern(
    `all, each, both, leaders, guests, delegations, heads, members, ministers, presidents, several, others, countries,
    states, (?:any|no|every) (?:country|state|government|delegation|party)`,
  ),
  chair: buildPattern('chairman, chairwoman, chairperson, presidency', 'chair, preside, moderate'),
  away: buildPattern(
    `absent, absence, away, stay(?:s|ed|ing)? (?:at )?home, no-show, skipped, cancelled, canceled,
    (?:not|never|n't) (?:(?:yet|be|been|to|due to|expected to|planning to) )*(?:take|attend|come|join|appear|go|send|invited), sent (?:nobody|no one|no \\w+)`,
    'skip, boycott, miss, cancel',
  ),
  clauseBreak:
    /[;:–—]|,? \b(?:while|when|where|which|who|whom|but|although|though|because|before|after|since|as|that)\b|,? \band (?=(?:later |then |also )?(?:met|received|held|spoke|welcomed|hosted)\b)/u,
  lightWords: buildPattern(
    `able, came, gave, given, gone, held, kept, made, much, part, put, sent, took, taken, told, went, people, place,
    thing, things, time, year, years`,
    `ask, bring, come, find, get, give, go, have, hold, keep, know, leave, let, make, mean, need, place, see, send,
    set, show, stay, take, tell, try, use, want, work`,
  ),
  detailBreak:
    /[,;:–—]| (?=(?:because|which|who|although|though|since|after|before|despite|in return|with|through|behind|in front)\b)/u,
  ownTerms: buildPattern(
    'headline, subheading, standfirst, article, report, text, byline, dateline, caption, sentence',
  ),
  dealTerms: buildPattern('', 'deal, draft, text, accord, agreement, offer, project'),
  impliedNumbers: [
    [buildPattern('both, twice, either, neither, pair, couple'), [2]],
    [buildPattern('half'), [50]],
    [buildPattern('quarter'), [25]],
    [buildPattern('third'), [33]],
    [buildPattern('dozen'), [12]],
    [buildPattern('decade'), [10, 2010, 2020, 2030, 2040, 2050]],
  ],
  pronoun: buildPattern('he, she, it, they, his, her, its, their, him, them'),
  proxy: buildPattern(
    'represented by, deputised for, deputized for, on behalf of, in (?:his|her|their) (?:place|stead)',
  ),
  not: buildPattern(
    `${not}, ${no}, never, none, nobody, nothing, neither,
    nor (?:did|do|does|is|are|was|were|has|have|had|will|would|can|could), without, cannot, [a-z]+n't, refusal, unable,
    failure,
    unwilling, false, untrue, wrong, hardly, far from, short of, (?<!not )rul(?:e|es|ed|ing) out,
    barred, banned, ${declined}`,
    'refuse, reject, deny, lack, fail',
  ),
  no: buildPattern(
    `${not}(?! (?:all|every\\w*)\\b), ${no}, never, nobody, none, cannot, neither, without, [a-z]+n't`,
  ),
  weakNegation: buildPattern(
    `first, only, yet, still, last, until, beyond, stopped, away, absent, open, other, rather, instead, goes on,
    empty, alone, unless, little, few, against, anonymous, anonymity, stalled, deadlock, deadlocked, mis\\w{4}\\w*,
    mistake, correction, secret, silent,
    confidential, private, represented, dispute, disputes, lost, ban, bans, embargo, fewer, less than,
    play(?:s|ed|ing)? down, left out, leaves out, omits, omitted, excluded, soon, keep, keeps, kept,
    stay(?:s|ed|ing)? (?:at )?home, doubt, doubts, un\\w{4}\\w*`,
    'stop, suspend, continue, remain, miss, lose, oppose, need, neglect, ignore, downplay',
  ),
  opposites: [
    // The first since then is the last one that was then.
    [/\bfirst\b(?!.{0,40}\bsince\b)/u, buildPattern('last')],
    [
      buildPattern(
        `(?<!\\b(?:once|or|no|not) )more(?! than\\b), higher, greater, rose, risen, grew, grown, expansion, built,
        bigger, (?:go|goes|going|gone|went) up`,
        'rise, grow, increase, expand, widen, broaden, strengthen, boost, intensify, build, gain, add',
      ),
      buildPattern(
        `(?:less|fewer)(?! than\\b), lower, smaller, fell, fallen, shrank, shrunk, cut(?! short), cuts(?! short),
        takes \\w+ from, (?:go|goes|going|gone|went) down`,
        'fall, shrink, decrease, narrow, reduce, curb, weaken, lose, lessen',
      ),
    ],
    [
      buildPattern('willing, willingness, ready, keen'),
      buildPattern('unwilling, unwillingness, reluctant, reluctance'),
    ],
    [
      buildPattern('allies, allied, friendly, partnership', 'ally, friend, partner'),
      buildPattern('rivalry, enemies, hostile', 'rival, enemy, foe'),
    ],
    [buildPattern('led, leader, leaders', 'lead'), buildPattern('follower, followers', 'follow')],
    [buildPattern('began', 'open, begin, start'), buildPattern('stopped', 'close, end, stop')],
    [
      buildPattern('(?:is|are|was|were) over', 'end, finish'),
      buildPattern('goes on, going on, went on, ongoing', 'continue, persist'),
    ],
    [
      buildPattern('agreed, agreement', 'agree, accept, approve'),
      buildPattern(`refusal, ${declined}`, 'disagree, refuse, reject, dispute, contest'),
    ],
    [
      buildPattern('', 'support, back, favour, favor, welcome'),
      buildPattern('opposition', 'oppose, resist, regret, criticise, criticize'),
    ],
    [
      buildPattern('large, big, vast, great, huge, monumental, major, key'),
      buildPattern('small, tiny, minor, slight'),
    ],
    [
      buildPattern('(?<!\\b(?:as|how|so|too|not|very) )(?:much|many), a lot, a great deal'),
      buildPattern('(?<!\\ba )(?:little|few)'),
    ],
    [
      buildPattern(
        'at least, no (?:less|fewer) than, or more, (?<!\\b(?:no|not) )more than(?= [^\\w ]?\\d)',
      ),
      buildPattern(
        'at most, (?:no|not) more than, or (?:less|fewer), (?<!\\bno )(?:less|fewer) than(?= [^\\w ]?\\d)',
      ),
    ],
    [
      buildPattern('next (?:week|month|year|spring|summer|autumn|winter)'),
      buildPattern('last (?:week|month|year|spring|summer|autumn|winter)'),
    ],
    [buildPattern('(?:one|some) of the'), buildPattern('both, neither')],
    [buildPattern('full, whole, all'), buildPattern('empty, half, none')],
    [buildPattern('rich, wealthy'), buildPattern('poor')],
    [buildPattern('war'), buildPattern('peace')],
    [buildPattern('', 'import'), buildPattern('', 'export')],
    [buildPattern('bought', 'buy'), buildPattern('sold', 'sell')],
    [buildPattern('won', 'win'), buildPattern('lost', 'lose')],
    [buildPattern('new'), buildPattern('old')],
    [buildPattern('possible, likely'), buildPattern('impossible, unlikely')],
    [
      buildPattern('', 'receive, welcome, host'),
      buildPattern('turned away, shunned', 'expel, shun'),
    ],
  ],
  stronger: [
    {
      own: /\b(?:all|every)\b(?! (?:of )?(?:\w+ )?(?:\d|two|three|four|five|six))/u,
      weaker: buildPattern('most(?! recent), some, many, several, few'),
      same: buildPattern('all, every, each, both, entire, whole, always, any'),
    },
    {
      own: /\b(?:more than|over|at least)(?= [^a-z ]?(?:\d|half|an?\b|one\b|two\b|three\b|four\b|five\b))/u,
      weaker:
        /\b(?:nearly|almost|less than|fewer than|up to|at most|not quite|barely|about|around|roughly|some|approximately)(?= [^a-z ]?(?:\d|half|an?\b|one\b|two\b|three\b|four\b|five\b))/u,
      same: buildPattern('more than, over, at least', 'exceed'),
    },
    {
      own: /\b(?:will|shall)\b(?<!\b(?:if|whether|who|when|what|how)\b[^,]{0,70})/u,
      // Who may do it is a question of permission.
      weaker:
        /(?<!\b(?:who|which|that|they|it) )\b(?:could|may|might)\b(?! \d)|\b(?:hope|want|seek|aim|wish)(?:s|es)? to\b/u,
      same: buildPattern('will, shall, would, (?:is|are|set|due|going) to, due, expected, planned'),
    },
    {
      own: /\b(?:has|have) (?!to\b)(?:(?:already|been|since|now) )?(?:\w+ed|\w+ing|come|gone|taken|given|made|held|met|built|brought|become|been|seen|sent|left|lost|won)\b/u,
      weaker: buildPattern('will, (?:is|are) to, (?:is|are) expected to, could, due to, is due'),
      same: /\b(?:has|have|had|was|were|been|did|since)\b|(?<!\b(?:is|are) )\b\w+[^ea]d\b/u,
    },
  ],
  qualifiers: [
    [buildPattern('yearly, annual, annually, a year, per year, each year, every year')],
    [
      buildPattern(
        'all, every, everybody, everyone, everything, each(?! other), both, entire, entirely, whole, always, fully',
      ),
      buildPattern(
        `any, anybody, anyone, no, none, nobody, neither, never, only, single, total, \\w+ by \\w+, two, pair, couple,
        together, joint, jointly`,
      ),
    ],
    [
      // “The most” makes a superlative.
      buildPattern(
        '(?<!\\b(?:at|the|its|his|her|their|a) )most(?! recent), mostly, mainly, largely, chiefly, the majority',
      ),
      buildPattern('few'),
    ],
    [
      buildPattern(
        `some of, several, a few, few, (?<!\\b(?:as|how|so|too) )many, a number of, various, numerous, a handful of,
        a couple of`,
      ),
      buildPattern('some, two, three, four, five, others, other, number, group, list, little'),
    ],
    [
      buildPattern(
        '(?:about|around|roughly|approximately|nearly|almost|some|close to) [^\\w ]?(?:\\d|one\\b|two|three|four|five|six|seven|eight|nine|ten|half|a (?:third|quarter|dozen|hundred|thousand|million))\\w*',
      ),
      buildPattern(
        'estimated, approximate, near, nearer, close, almost, up to, over, more than, barely',
      ),
    ],
    [
      buildPattern('at least, at most, (?<!no )(?:more|less|fewer) than [^\\w ]?\\d\\w*'),
      buildPattern(
        `up to, over, under, exceed, exceeds, exceeding, above, below, minimum, maximum, or more, more than, less than,
        fewer than, barely, nearly, almost`,
      ),
    ],
    [buildPattern('exactly, precisely')],
    [buildPattern('twice, twofold', 'double'), buildPattern('half')],
    [buildPattern('thrice, threefold', 'triple')],
    [
      buildPattern('must, obliged to, forced to'),
      buildPattern(
        `(?:has|have|had) to, should, ought, shall, cannot, only, unless, until, before, because, condition,
        conditions, subject to,
        due to, needs?, necessary, obligation, obligations, duty, no choice, bound, essential, vital, crucial`,
        'must, need, require, demand, insist, oblige, force, urge, call, ask, want, depend',
      ),
    ],
    [
      buildPattern('second'),
      buildPattern('2nd, again, another, next, further, repeat, repeated, other'),
    ],
    [
      buildPattern(
        `(?<!\\b(?:almost|nearly|virtually) )(?:certainly|certain), definitely, surely, undoubtedly, no doubt,
        inevitably, guaranteed`,
      ),
      buildPattern('will, inevitable, sure, doubt'),
    ],
    [
      buildPattern('may, might, perhaps, possibly, maybe, probably'),
      buildPattern(
        `could, can, would, likely, unlikely, possible, probable, if, whether, potential, potentially, hope, hopes,
        hoped, fear,
        fears, consider, considering, considered, believe, believes, believed, expected, suggest, suggests, suggested,
        chance, open, suspect, suspected, threatened, threatens, suspended, allowed, permitted, ban, banned`,
      ),
    ],
    [
      buildPattern('although, even though, despite, regardless, in spite of, nevertheless'),
      buildPattern(
        'but, though, while, yet, however, still, notwithstanding, not, no, only, without',
      ),
    ],
    [
      buildPattern('against'),
      buildPattern(
        'anti, oppose, opposes, opposed, opposition, reject, rejects, rejected, versus, contrary, with, on, sanctions',
      ),
    ],
    [buildPattern('outside (?:of|the)'), buildPattern('beyond, abroad, overseas, out')],
  ],
  times: [
    {
      verb: buildPattern('was, were, had, used to'),
      same: buildPattern(
        `(?<!\\b(?:is|are|be|being) )\\w+ed, has, have, been, ago, last, former, following, since, after, ${[...irregularForms.keys()].join(', ')}`,
      ),
      other: buildPattern(
        'is, are, will, shall, comes, seeks, wants, plans, hopes, expects?, believes?',
      ),
    },
    {
      verb: /\b(?:will|shall|going to|about to)\b(?<!\b(?:if|whether|who|when|where|which|why|what|how)\b.{0,70})/u,
      same: buildPattern(
        `will, shall, would, to, due, next, upcoming, forthcoming, until, before, may, might, could, can, tomorrow,
        each, every, ready, future, planned, planning, set, likely`,
        'plan, expect, hope, want, seek, intend, promise, agree',
      ),
      other: buildPattern(
        `is, are, was, were, has, have, had, \\w+ed, ${[...irregularForms.keys()].join(', ')}`,
      ),
    },
  ],
  remarks: buildPattern(
    `said, told, given, gave, known, meant, written, wrote, heard, nothing, date, dates, day, days, weekday, weekdays,
    month, months, year, years, amount, figure, wording, verb, tense, tenses, quotation, quotation marks, speaker`,
    `say, tell, give, name, record, infer, mention, call, state, describe, know, mean, write, cite, credit, add, count,
    list`,
  ),
  questions: [
    [/^how much\b/u, ['amount', 'amountAsWritten']],
    [
      /^what (?:is|was|does|did|would|will) .*\b(?:costs?|worth|price)\b(?!.*\b(?:total|altogether|in all)\b)/u,
      ['amount'],
    ],
    [/^(?:when|(?:on )?(?:which|what) (?:day|date))\b/u, ['date', 'start']],
    [/^where(?! \w+ (?:from|to)\b)/u, ['place']],
    [/^who (?:said|says|spoke)\b|^whose words\b/u, ['speaker', 'attribution']],
    [/^what (?:office|title|position|post)\b/u, ['title']],
    [/^who (?:met|meets|took part|takes part|talked)\b/u, ['leaders']],
  ],
  answers: [
    [/^how (?:much|many|high|large|big|long|far)\b/u, /\d/u],
    [
      /^(?:when|on (?:which|what) days?)(?: does)?\b/u,
      /\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may \d|\d may|june|july|august|september|october|november|december|\d{4})\b/u,
    ],
  ],
  saying: buildPattern(
    `according to, said, says, saying, told, tells, wrote, writes, written, put it, puts, seen by, in the words of,
    spoke, speaking, asked, known, seen, reported, reporting, quoted, thanked, say, tell, write`,
    `accuse, acknowledge, admit, allege, assert, boast, caution, complain, concede, contend, demand, dismiss, disclose,
    dispute, fear, forecast, hint, insinuate, joke, lament, object, pledge, predict, promise, propose, protest,
    question,
    quip, recall, reject, reply, retort, reveal, suggest, threaten, urge, cite, maintain, vow, wonder, doubt, suspect,
    add, report, announce, state, note, warn, call, describe, remark, indicate, stress, insist, argue, believe, think,
    expect, claim, confirm, deny, explain, declare, answer, express, criticise, criticize, welcome, estimate, hope,
    mention`,
  ),
  crediting: buildPattern(
    "according to, (?<!(?:not|never|nobody|n't)(?: yet)? )(?:said|says|told)",
  ),
  exactWords: buildPattern(
    `third(?! part(?:y|ies)), fourth, fifth, sixth, seventh, eighth, ninth, tenth, (?<!than )half, halves, two thirds,
    quarter,
    quarters, dozen, dozens, hundreds, thousands, millions, billions,
    weekly, monthly, daily, secretly, unanimously, permanently, temporarily`,
  ),
  railway: buildPattern('rail', 'railway, railroad, train'),
  pipeline: buildPattern('', 'pipeline'),
  road: buildPattern('bridge, bridges', 'road, highway, motorway, tunnel'),
  port: buildPattern(
    '(?<!\\b(?:gas|oil|lng|bus|rail) )terminals?',
    'port, harbour, harbor, airport, dock',
  ),
  power: buildPattern(
    `power, electricity, electric, grid, energy, dam, transmission, cable, nuclear, solar, wind, battery, batteries,
    hydropower, hydroelectric, reactor, reactors`,
  ),
  communications: buildPattern(
    'telecom\\w*, internet, broadband, satellite, satellites, 5g, fibre, fiber',
  ),
  trade: buildPattern(
    'customs, sale, sales, duty, duties, goods',
    'trade, tariff, export, import, market, purchase, supply',
  ),
  diplomatic: buildPattern(
    'diplomatic, ambassador, ambassadors, embassy, embassies, treaty, treaties, ceasefire, peace, visa, visas',
  ),
  body: buildPattern(
    `organisation, organization, council, commission, committee, institute, union, government, embassy, parliament,
    court`,
  ),
  group: buildPattern('', 'group, bloc, alliance, league'),
  ministry: buildPattern('ministry, ministries, treasury, department'),
  agency: buildPattern('agency, agencies, news(?! agency), wire, press'),
  company: buildPattern('company, companies, corporation, firm, firms, state-owned'),
  programme: buildPattern('', 'programme, program, initiative, scheme, project'),
};
