import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type CollectionName, collectionNames } from '../../src/dataset/schema/collections.ts';
import { formatNames, formats } from '../../src/output/formats.ts';
import { fixture, project, summit } from '../run.ts';

const data = JSON.parse(readFileSync(project('data', 'xian-2023.json'), 'utf8')) as Readonly<
  Record<string, readonly unknown[]>
>;

/** Default fields of each collection, in order. */
const defaultFields: Readonly<Record<CollectionName, string>> = {
  leaders: 'name title country role id',
  talks: 'date leaders status outcome countries id',
  deals: 'name amount status countries attribution kind id',
  quotes: 'id speaker words date context',
  events: 'name status start end place id',
  claims: 'id claim attribution certainty topic',
  countries: 'name aliases iso role id',
  organizations: 'name aliases kind countries id',
  gaps: 'id topic question kind',
};

const drawRule = (width: number) => '─'.repeat(width);

/** Runs a command line that succeeds without a message, and returns its output. */
async function printListing(line: string): Promise<string> {
  const { status, out, err } = await summit(line);
  expect({ status, err }).toEqual({ status: 0, err: '' });
  return out;
}

/** Runs a command line that succeeds, and returns the lines of its output. */
async function printLines(line: string): Promise<readonly string[]> {
  const out = await printListing(line);
  expect(out).toMatch(/\n$/);
  return out.slice(0, -1).split('\n');
}

describe('a listing as a table, the default format', () => {
  it('shows the leaders, with "not stated" for unknown names', async () => {
    expect(await printListing('leaders')).toBe(`\
name                   title                 country       role   id
${drawRule(87)}
Xi Jinping             Chinese president     China         host   xi-jinping
Kassym-Jomart Tokayev  Kazakhstan President  Kazakhstan    guest  kassym-jomart-tokayev
Sadyr Zhaparov         Kyrgyz President      Kyrgyzstan    guest  sadyr-zhaparov
not stated             not stated            Tajikistan    guest  tajikistan-leader
not stated             not stated            Turkmenistan  guest  turkmenistan-leader
not stated             not stated            Uzbekistan    guest  uzbekistan-leader
`);
    expect(await printListing('leaders -f table')).toBe(await printListing('leaders'));
  });

  it('shows the talks with leaders and countries by name', async () => {
    expect(await printListing('talks --fields id,date,leaders,countries,status')).toBe(`\
id                      date        leaders                             countries            status
${drawRule(101)}
xi-tokayev-17-may       2023-05-17  Xi Jinping, Kassym-Jomart Tokayev   China, Kazakhstan    held
xi-kazakhstan-18-may    2023-05-18  Xi Jinping, Kassym-Jomart Tokayev   China, Kazakhstan    reported
xi-zhaparov-18-may      2023-05-18  Xi Jinping, Sadyr Zhaparov          China, Kyrgyzstan    held
xi-tajikistan-18-may    2023-05-18  Xi Jinping, unnamed (Tajikistan)    China, Tajikistan    reported
xi-turkmenistan-18-may  2023-05-18  Xi Jinping, unnamed (Turkmenistan)  China, Turkmenistan  reported
xi-uzbekistan-18-may    2023-05-18  Xi Jinping, unnamed (Uzbekistan)    China, Uzbekistan    reported
`);
  });

  it('shows the deals with amounts in words, aligned to the right', async () => {
    expect(await printListing('deals --fields id,kind,amount,status,countries')).toBe(`\
id                                         kind          amount  status  countries
${drawRule(102)}
china-kyrgyzstan-uzbekistan-railway        railway   $6 billion  sought  China, Kyrgyzstan, Uzbekistan
central-asia-china-gas-pipeline-expansion  pipeline  not stated  sought  China
`);
  });

  it('shows the events, with "not stated" for unknown days', async () => {
    expect(await printListing('events')).toBe(`\
name                                        status   start       end         place       id
${drawRule(105)}
Central Asian summit                        ongoing  2023-05-18  2023-05-19  Xian        summit-in-xian
Xi hosted heads of Central Asian countries  held     2023-05-18  2023-05-18  Xian        guests-hosted
Group discussion                            planned  2023-05-19  2023-05-19  not stated  group-discussion
Speech by Xi                                planned  not stated  not stated  not stated  xi-speech
Political document to be signed             planned  not stated  not stated  not stated  document-signing
G7 summit                                   ongoing  not stated  not stated  Japan       g7-summit
`);
  });

  it('shows the countries, with "none" for an empty list', async () => {
    expect(await printListing('countries')).toBe(`\
name          aliases           iso  role       id
${drawRule(60)}
China         Chinese, Beijing  CN   host       china
Kazakhstan    none              KZ   guest      kazakhstan
Kyrgyzstan    Kyrgyz            KG   guest      kyrgyzstan
Tajikistan    none              TJ   guest      tajikistan
Turkmenistan  none              TM   guest      turkmenistan
Uzbekistan    none              UZ   guest      uzbekistan
Japan         none              JP   mentioned  japan
Russia        none              RU   mentioned  russia
Ukraine       none              UA   mentioned  ukraine
`);
  });

  it.each(collectionNames)(
    'shows the %s with their default fields, one line each',
    async (name) => {
      const [head, line, ...rows] = await printLines(name);
      expect(head?.split(/ +/).join(' ')).toBe(defaultFields[name]);
      expect(line).toMatch(/^─+$/);
      expect(rows).toHaveLength(data[name]?.length ?? Number.NaN);
    },
  );

  it.each([
    ['quotes', /^enduring-friendship +not stated +“an enduring friendship” +2023-05-17 +what the/m],
    [
      'claims',
      /^first-in-person +The meeting is the first .* president\. +not stated +stated +summit$/m,
    ],
    ['claims', /^two-day-conference +.* +China's foreign ministry +stated +summit$/m],
    ['gaps', /^who-the-experts-are +deals +Who are the experts, and how many\? +unstated$/m],
    ['gaps', /^days-of-summit +summit +On which days .*\? +unstated$/m],
  ] as const)('prints in %s a row that matches %s', async (name, row) => {
    expect(await printListing(name)).toMatch(row);
  });
});

describe('a listing as cards', () => {
  it('prints a card per record and a line per field, with an empty line between cards', async () => {
    expect(await printListing('events -f cards --where status=planned --limit 2')).toBe(`\
id      group-discussion
name    Group discussion
status  planned
start   2023-05-19
end     2023-05-19
place   not stated

id      xi-speech
name    Speech by Xi
status  planned
start   not stated
end     not stated
place   not stated
`);
  });

  it.each(collectionNames)('prints a card for each of the %s', async (name) => {
    const cards = (await printListing(`${name} -f cards`)).split('\n\n');
    const ids = (await printLines(`${name} --ids`)).map((id) => `id ${id}`);
    expect(cards.map((card) => card.split('\n')[0]?.replace(/ +/, ' '))).toEqual(ids);
  });
});

describe('a listing as JSON', () => {
  it('prints an array of full records, indented by two spaces', async () => {
    expect(await printListing('countries -f json --where id=japan')).toBe(`\
[
  {
    "id": "japan",
    "name": "Japan",
    "aliases": [],
    "iso": "JP",
    "role": "mentioned",
    "evidence": [
      {
        "paragraph": 2,
        "start": "G7 summit in Japan"
      },
      {
        "paragraph": 10,
        "start": "leaders in Japan"
      }
    ]
  }
]
`);
  });

  it.each(collectionNames)('prints all %s as they are in the dataset', async (name) => {
    expect(JSON.parse(await printListing(`${name} -f json`))).toEqual(data[name]);
  });

  it('prints one object per line as ndjson', async () => {
    expect(
      await printListing('talks -f ndjson --fields id,leaders,outcome --limit 4 --sort -id'),
    ).toBe(`\
{"id":"xi-zhaparov-18-may","leaders":["xi-jinping","sadyr-zhaparov"],"outcome":null}
{"id":"xi-uzbekistan-18-may","leaders":["xi-jinping","uzbekistan-leader"],"outcome":null}
{"id":"xi-turkmenistan-18-may","leaders":["xi-jinping","turkmenistan-leader"],"outcome":null}
{"id":"xi-tokayev-17-may","leaders":["xi-jinping","kassym-jomart-tokayev"],"outcome":"Kazakhstan and China agreed to build “an enduring friendship”."}
`);
  });

  it.each(collectionNames)('prints all %s as ndjson, one object per line', async (name) => {
    const records = (await printLines(`${name} -f ndjson`)).map((line) => JSON.parse(line));
    expect(records).toEqual(data[name]);
  });
});

/** Fields of the data formats, in their fixed order; anchors are printed only with --evidence. */
const fields: Readonly<Record<CollectionName, string>> = {
  leaders: 'id,name,aliases,title,country,organization,role',
  talks: 'id,date,when,leaders,countries,place,mention,status,topic,outcome,attribution,note',
  deals: 'id,name,kind,countries,date,when,amount,currency,amountAsWritten,status,attribution,note',
  quotes: 'id,speaker,leader,words,context,date,about',
  events: 'id,name,start,end,when,place,status,about,note',
  claims: 'id,topic,claim,attribution,certainty,about',
  countries: 'id,name,aliases,iso,role',
  organizations: 'id,name,aliases,kind,countries',
  gaps: 'id,topic,question,kind,note,about',
};

describe('a listing as CSV', () => {
  it('quotes where needed, leaves null empty, joins lists by ; and ends lines with CR LF', async () => {
    const csv = await printListing(
      'deals -f csv --fields id,countries,amount,currency,attribution',
    );
    expect(csv.split('\r\n')).toEqual([
      'id,countries,amount,currency,attribution',
      'china-kyrgyzstan-uzbekistan-railway,china;kyrgyzstan;uzbekistan,6000000000,USD,"experts, as reported by AFP"',
      'central-asia-china-gas-pipeline-expansion,china,,,"experts, as reported by AFP"',
      '',
    ]);
  });

  it.each(collectionNames)('prints every field of the %s, in a fixed order', async (name) => {
    const csv = (await printListing(`${name} -f csv`)).split('\r\n');
    expect(csv[0]).toBe(fields[name]);
    expect(csv).toHaveLength((data[name]?.length ?? Number.NaN) + 2);
  });
});

describe('a listing as TSV', () => {
  it('separates values by tabs, and leaves null empty', async () => {
    expect(await printListing('leaders -f tsv')).toBe(`\
id\tname\taliases\ttitle\tcountry\torganization\trole
xi-jinping\tXi Jinping\tXi;Chinese leader\tChinese president\tchina\t\thost
kassym-jomart-tokayev\tKassym-Jomart Tokayev\t\tKazakhstan President\tkazakhstan\t\tguest
sadyr-zhaparov\tSadyr Zhaparov\tZhaparov\tKyrgyz President\tkyrgyzstan\t\tguest
tajikistan-leader\t\t\t\ttajikistan\t\tguest
turkmenistan-leader\t\t\t\tturkmenistan\t\tguest
uzbekistan-leader\t\t\t\tuzbekistan\t\tguest
`);
  });

  it.each(collectionNames)('prints every field of the %s, one record per line', async (name) => {
    const [head, ...rows] = await printLines(`${name} -f tsv`);
    expect(head).toBe(fields[name].replaceAll(',', '\t'));
    expect(rows).toHaveLength(data[name]?.length ?? Number.NaN);
    const width = fields[name].split(',').length;
    expect(rows.filter((row) => row.split('\t').length !== width)).toEqual([]);
  });
});

describe('a listing as Markdown', () => {
  it('prints a GitHub table with numbers aligned to the right', async () => {
    expect(await printListing('deals -f markdown')).toBe(`\
| name | amount | status | countries | attribution | kind | id |
| --- | ---: | --- | --- | --- | --- | --- |
| China-Kyrgyzstan-Uzbekistan railway line | $6 billion | sought | China, Kyrgyzstan, Uzbekistan | experts, as reported by AFP | railway | china-kyrgyzstan-uzbekistan-railway |
| Central Asia-to-China gas pipeline expansion | not stated | sought | China | experts, as reported by AFP | pipeline | central-asia-china-gas-pipeline-expansion |
`);
  });

  it.each(collectionNames)(
    'prints the default fields of the %s, one record per line',
    async (name) => {
      const [head, dashes, ...rows] = await printLines(`${name} -f markdown`);
      expect(head).toBe(`| ${defaultFields[name].replaceAll(' ', ' | ')} |`);
      expect(dashes?.replaceAll('---:', '---')).toBe(head?.replace(/[a-z]+/g, '---'));
      expect(rows).toHaveLength(data[name]?.length ?? Number.NaN);
    },
  );
});

it.each(formatNames)(
  'prints "none" for an empty list and "not stated" for null in %s only if it is for people',
  async (format) => {
    const line = 'leaders --where id=tajikistan-leader --fields aliases,title --no-header';
    const forPeople = formats[format].fields === 'default';
    const out = await printListing(`${line} -f ${format}`);
    expect(/\bnone\b/.test(out)).toBe(forPeople);
    expect(/\bnot stated\b/.test(out)).toBe(forPeople);
  },
);

it('prints "not stated", not "none", for the name of an unnamed leader', async () => {
  const strait = `--data ${fixture('strait-forum.json')} --no-header`;
  const talk = `talks --where id=sudmark-halden-tuesday ${strait} --fields`;
  expect(await printListing(`${talk} leaders.name,leaders.aliases`)).toBe('not stated  none\n');
});
