import { expect, it } from 'vitest';
import { summit } from './run.ts';

/** Questions of a reader, each with a command on the embedded dataset and parts of its answer. */
const questions: readonly (readonly [
  question: string,
  line: string,
  ...answer: readonly string[],
])[] = [
  [
    'Who met whom on 18 May?',
    'talks --where date=2023-05-18',
    'Xi Jinping, Sadyr',
    'unnamed',
    '(Uzbekistan)',
  ],
  [
    'What is the railway worth, and who says so?',
    'deals --where kind=railway',
    '$6 billion',
    'experts, as',
    'reported by AFP',
  ],
  [
    'Which leaders are unnamed?',
    'leaders --where name=',
    'Tajikistan',
    'Turkmenistan',
    'Uzbekistan',
  ],
  [
    'What did Xi say about Kyrgyzstan?',
    'quotes --where leader=xi --country kyrgyzstan',
    '“willing to work with Kyrgyzstan',
  ],
  [
    'What is not known about the pipeline?',
    'gaps --where about=pipeline',
    'What would the expansion of the gas pipeline cost',
  ],
  [
    'Where does the article contradict itself?',
    'gaps --where kind=conflicting',
    'On which day did Xi and the leader from Kazakhstan talk?',
    'Both may be true.',
  ],
  [
    'Where did Xi and Tokayev meet?',
    'search tokayev where',
    'meet, and was it one-on-one?',
    'gaps',
  ],
  [
    'What happens on 19 May?',
    'timeline --where date=2023-05-19',
    'ongoing  Central Asian summit',
    'planned  Group discussion',
  ],
  [
    'What is planned?',
    'timeline --where status=planned',
    'Group discussion',
    'Speech by Xi',
    'Political document to be signed',
  ],
  [
    'What is only expected?',
    'claims --where certainty=expected',
    'A regional agreement with Beijing is expected',
  ],
  [
    'What comes from paragraph 12?',
    'records --paragraph 12',
    'China-Kyrgyzstan-Uzbekistan railway line',
    'Who are the experts, and how many?',
  ],
  [
    'What did China and Kyrgyzstan say about each other?',
    'quotes --country kyrgyzstan',
    'Xi Jinping',
    'Sadyr Zhaparov',
  ],
  [
    'Which countries are only mentioned?',
    'countries --where role=mentioned',
    'Japan',
    'Russia',
    'Ukraine',
  ],
  [
    'What does the article say about Russia?',
    'records --country russia',
    'Russia is under Western sanctions',
    'The summit comes while Russia is under sanctions.',
  ],
  ['Who said anything about Xi?', 'quotes xi', 'Xi Jinping', 'the speech that Xi is'],
  ['Who met the Kazakh president?', 'talks tokayev', '2023-05-17', 'xi-kazakhstan-18-may'],
  ['Which questions about the pipeline are open?', 'gaps pipeline', 'terms-of-pipeline'],
  [
    'What is planned, in any collection?',
    'records -w status=planned',
    'Speech by Xi',
    'Group discussion',
  ],
  [
    'Whom does the article credit with what?',
    'records --group-by attribution',
    'experts, as reported by AFP',
    "China's foreign ministry",
  ],
  ['What are the claims about?', 'claims --group-by topic', 'Belt and Road', "China's aims"],
  ['Which countries are in a deal?', 'deals --group-by countries', 'Kyrgyzstan', 'Uzbekistan'],
  ['Which guests are in a deal?', 'countries -w role=guest --linked deals', 'KG', 'UZ'],
  ['Which claims are linked to no country?', 'claims --country none', 'first-published-by-dw'],
  [
    'What is said about the Belt and Road?',
    'records --linked "belt and road"',
    'belt-and-road-trillion',
  ],
  ['Who met most often?', 'talks --group-by leaders -n 1', 'Xi Jinping  '],
  ['What is the railway called in full?', 'deals rail', 'China-Kyrgyzstan-', 'Uzbekistan railway'],
  [
    'What happened on the first day?',
    'timeline 2023-05-17',
    'Talks: Xi Jinping, Kassym-Jomart Tokayev',
  ],
  ['Which organizations are named?', 'organizations', 'Group of Seven', 'programme'],
  ['Where is the word “trillion”?', 'search trillion', '[trillion]', 'belt-and-road-trillion'],
  ['Who reports it?', '', 'publisher DW', 'agency AFP'],
];

it.each(questions)('answers “%s”', async (_, line, ...answer) => {
  const { status, out } = await summit(`${line} --no-color`, { terminal: 80 });
  expect(status).toBe(0);
  for (const part of answer) expect(out).toContain(part);
  expect(out.split('\n').length).toBeLessThan(45);
});

const examples = questions.filter(([, line]) =>
  /^(?:\S+(?: --(?:where|country|paragraph) \S+)*)?$|^search/.test(line),
);

it.each(examples)('gives the command for “%s” as an example in the help', async (_, line) => {
  const [exampleLine = ''] =
    /^(?:\S+(?: --country| --paragraph \d+| --where \w+[=~])?)?/.exec(line) ?? [];
  const { out } = await summit(`${line.split(' ')[0]} --help`);
  expect(out).toContain(`\n  $ ${`summit ${exampleLine}`.trim()}`);
});
