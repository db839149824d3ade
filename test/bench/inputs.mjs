// Large inputs for the bench: a dataset with many talks, and a long article with a dataset that has many anchors.
import { closeSync, openSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';

const embedded = () =>
  JSON.parse(readFileSync(join(import.meta.dirname, '..', '..', 'data', 'xian-2023.json'), 'utf8'));

/** Builds a talk of about 380 bytes. */
function talk(at, guests) {
  const guest = guests[at % guests.length];
  const day = `2023-05-${String((at % 28) + 1).padStart(2, '0')}`;
  return {
    id: `talk-${at}`,
    date: day,
    when: null,
    leaders: ['xi-jinping', guest.id],
    countries: ['china', guest.country],
    place: null,
    mention: at % 3 === 0 ? 'named' : 'collective',
    status: ['held', 'reported', 'planned'][at % 3],
    outcome: at % 2 === 0 ? null : `What came of talk ${at} between the two of them.`,
    attribution: null,
    note: null,
    evidence: [{ paragraph: (at % 12) + 1, start: `words of talk ${at}`, end: 'end' }],
  };
}

/** Writes the embedded dataset with `count` talks instead of its own, and a file with these talks only, as a list. */
export function talksOf(count, file, list) {
  const { talks, quotes, gaps, events, claims, ...rest } = embedded();
  const ids = new Set([...rest.leaders, ...rest.countries, ...rest.deals].map(({ id }) => id));
  const linked = (records) =>
    records.map((one) => ({ ...one, about: one.about.filter((id) => ids.has(id)) }));
  const dataset = { ...rest, quotes: [], events: linked(events), claims: linked(claims), gaps: [] };
  const guests = rest.leaders.filter(({ role }) => role === 'guest');
  const [whole, only] = [openSync(file, 'w'), openSync(list, 'w')];
  writeSync(whole, `${JSON.stringify(dataset).slice(0, -1)},"talks":[\n`);
  writeSync(only, '[\n');
  for (let from = 0; from < count; from += 10_000) {
    const some = Array.from({ length: Math.min(10_000, count - from) }, (_, at) =>
      JSON.stringify(talk(from + at, guests)),
    );
    const text = `${from > 0 ? ',\n' : ''}${some.join(',\n')}`;
    writeSync(whole, text);
    writeSync(only, text);
  }
  writeSync(whole, '\n]}\n');
  writeSync(only, '\n]\n');
  closeSync(whole);
  closeSync(only);
}

/** Writes an article and a dataset with `anchors` anchors into it, five per paragraph. */
export function articleOf(anchors, text, file) {
  const { talks, quotes, gaps, events, deals, ...rest } = embedded();
  const paragraphs = [];
  const claims = [];
  for (let at = 0; at < anchors / 5; at++) {
    const sentences = Array.from(
      { length: 5 },
      (_, item) => `Delegation ${at * 5 + item} spoke of water and roads number ${item}.`,
    );
    paragraphs.push(sentences.join(' '));
    for (let item = 0; item < 5; item++) {
      const start = `Delegation ${at * 5 + item}`;
      claims.push({
        id: `claim-${at * 5 + item}`,
        topic: 'water',
        claim: `The delegation with the number ${at * 5 + item} spoke of water.`,
        attribution: null,
        certainty: 'stated',
        about: [],
        evidence: [{ paragraph: at + 1, start, end: `number ${item}` }],
      });
    }
  }
  writeFileSync(text, paragraphs.join('\n\n'));
  writeFileSync(
    file,
    JSON.stringify({
      ...rest,
      deals: [],
      talks: [],
      quotes: [],
      events: [],
      gaps: [],
      claims,
      reviewed: [],
    }),
  );
}
