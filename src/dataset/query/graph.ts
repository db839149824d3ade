import type { Graph, GraphEdge, GraphNode } from '../../contracts/graph.ts';
import { type Fact, notStated } from '../../contracts/listing.ts';
import type { Meaning } from '../../contracts/verification-target.ts';
import { present } from '../../text/present.ts';
import { fieldsIn, partiesOf } from '../schema/collections.ts';
import { type Dataset, recordsOf } from '../schema/dataset.ts';
import type { Links } from './links.ts';
import { textOf } from './tabulate.ts';

const certainties: Partial<Record<Meaning, GraphEdge['certainty']>> = {
  past: 'done',
  agreed: 'done',
  signed: 'done',
  mentioned: 'mentioned',
};

/** How sure the status of a record is, by what its words mean; without one it is only mentioned. */
function certaintyOf(record: Fact, collection: 'talks' | 'deals'): GraphEdge['certainty'] {
  if (record.status === null) return 'mentioned';
  const status = present(fieldsIn(collection).find(({ name }) => name === 'status'));
  const meaning = present(status.schema['x-means'])[String(record.status)];
  return (meaning && certainties[meaning]) ?? 'open';
}

const stated = (parts: readonly unknown[]): string =>
  parts.filter((part) => typeof part === 'string').join(' · ');

/** Each two of some. */
const pairsOf = (ids: readonly string[]): readonly (readonly [string, string])[] =>
  ids.flatMap((one, at) => ids.slice(at + 1).map((other) => [one, other] as const));

/** The nodes and edges that stand for one record. */
type Parts = readonly [nodes: readonly GraphNode[], edges: readonly GraphEdge[]];

/** The parties of a talk with an edge between each two: among many more, nobody could tell the edges apart. */
const maxPairedParties = 8;

function talkParts(talk: Fact, links: Links): Parts {
  const [leaders, countries] = [talk.leaders, talk.countries] as [string[], string[]];
  const parties = partiesOf(leaders, countries, links.lookup.record);
  const when = stated([talk.date ?? talk.when, talk.status]);
  const certainty = certaintyOf(talk, 'talks');
  const edge = (from: string, to: string, label: string | null): GraphEdge => {
    return { from, to, kind: 'talk', label, certainty };
  };
  if (parties.length <= maxPairedParties) {
    return [[], pairsOf(parties).map(([from, to]) => edge(from, to, when))];
  }
  const label = `talks of ${parties.length} parties`;
  const node: GraphNode = { id: talk.id, kind: 'talk', label, detail: when };
  return [[node], parties.map((to) => edge(talk.id, to, null))];
}

function dealParts(deal: Fact, links: Links): Parts {
  const amount = fieldsIn('deals').find(({ name }) => name === 'amount');
  const worth = amount && textOf(deal, amount, links);
  const detail = stated([worth, deal.status ?? `status ${notStated}`]);
  const certainty = certaintyOf(deal, 'deals');
  const edges = (deal.countries as readonly string[]).map((to): GraphEdge => {
    return { from: deal.id, to, kind: 'deal', label: null, certainty };
  });
  return [[{ id: deal.id, kind: 'deal', label: links.lookup.label(deal.id), detail }], edges];
}

/** Who met whom and what joins whom, of the talks and deals that pass a test. */
export function graphOf(dataset: Dataset, links: Links, isAsked: (record: Fact) => boolean): Graph {
  const { label } = links.lookup;
  const talks = recordsOf(dataset, 'talks')
    .filter(isAsked)
    .map((talk) => talkParts(talk, links));
  const met = talks.flatMap(([, edges]) => edges);
  const deals = recordsOf(dataset, 'deals')
    .filter(isAsked)
    .map((deal) => dealParts(deal, links));
  const joined = deals.flatMap(([, edges]) => edges);
  const ends = new Set([
    ...met.flatMap(({ from, to }) => [from, to]),
    ...joined.map(({ to }) => to),
  ]);
  const people = recordsOf(dataset, 'leaders').filter(({ id }) => ends.has(id));
  const belongs = people
    .filter(({ country }) => country !== null)
    .map(({ id, country }): GraphEdge => {
      return { from: id, to: String(country), kind: 'of', label: null, certainty: 'done' };
    });
  const homes = new Set(belongs.map(({ to }) => to));
  const countries = recordsOf(dataset, 'countries').filter(
    ({ id }) => ends.has(id) || homes.has(id),
  );
  const nodeOf =
    (kind: 'person' | 'country') =>
    ({ id }: Fact): GraphNode => {
      return { id, kind, label: label(id), detail: null };
    };
  return {
    name: dataset.summit.name,
    nodes: [
      ...people.map(nodeOf('person')),
      ...countries.map(nodeOf('country')),
      ...[...talks, ...deals].flatMap(([nodes]) => nodes),
    ],
    edges: [...met, ...belongs, ...joined],
  };
}
