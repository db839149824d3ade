import type { Graph, GraphEdge, GraphNode } from '../../model/graph.ts';
import { notStated } from '../../model/listing.ts';
import type { AnyRecord } from '../../model/record.ts';
import { findStatus } from '../../model/vocabulary.ts';
import { groupBy } from '../../text/group-by.ts';
import { getFields, type RecordType } from '../schema/collections.ts';
import { listParties } from '../schema/labels.ts';
import { formatField } from './read.ts';
import type { RecordIndex } from './record-index.ts';

/** Returns the certainty of an edge. Without a status it is `mentioned`. */
const getCertainty = ({ status }: AnyRecord): GraphEdge['certainty'] =>
  findStatus(String(status))?.certainty ?? 'mentioned';

const joinStated = (parts: readonly unknown[]): string =>
  parts.filter((part) => typeof part === 'string').join(' · ');

type Parts = readonly [nodes: readonly GraphNode[], edges: readonly GraphEdge[]];

/** Maximum number of parties linked in pairs, for legibility. A larger talk gets its own node. */
const maxPairedParties = 8;

function buildTalkParts(talk: RecordType<'talks'>, index: RecordIndex): Parts {
  const parties = listParties(talk, index.record);
  const when = joinStated([talk.date ?? talk.when, talk.status]);
  const certainty = getCertainty(talk);
  const createEdge = (from: string, to: string, label: string | null): GraphEdge => {
    return { from, to, kind: 'talk', label, certainty };
  };
  if (parties.length <= maxPairedParties) {
    const edges = parties.flatMap((from, at) =>
      parties.slice(at + 1).map((to) => createEdge(from, to, when)),
    );
    return [[], edges];
  }
  const label = `talks of ${parties.length} parties`;
  const node: GraphNode = { id: talk.id, kind: 'talk', label, detail: when };
  return [[node], parties.map((to) => createEdge(talk.id, to, null))];
}

function buildDealParts(deal: RecordType<'deals'>, index: RecordIndex): Parts {
  const amount = getFields('deals').find(({ name }) => name === 'amount');
  const worth = amount && formatField(deal, amount, index);
  const detail = joinStated([worth, deal.status ?? `status ${notStated}`]);
  const certainty = getCertainty(deal);
  const edges = deal.countries.map((to): GraphEdge => {
    return { from: deal.id, to, kind: 'deal', label: null, certainty };
  });
  return [[{ id: deal.id, kind: 'deal', label: deal.name, detail }], edges];
}

/** Builds the graph of who met whom and which deals join which countries, from the talks and deals that pass a test. */
export function buildGraph(index: RecordIndex, isSelected: (record: AnyRecord) => boolean): Graph {
  const { dataset, label } = index;
  const talks = dataset.talks.filter(isSelected).map((talk) => buildTalkParts(talk, index));
  const deals = dataset.deals.filter(isSelected).map((deal) => buildDealParts(deal, index));
  const met = talks.flatMap(([, edges]) => edges);
  const joined = deals.flatMap(([, edges]) => edges);
  const ends = new Set([...met, ...joined].flatMap(({ from, to }) => [from, to]));
  const people = dataset.leaders.filter(({ id }) => ends.has(id));
  const belongs = people.flatMap(({ id, country }): readonly GraphEdge[] =>
    country === null ? [] : [{ from: id, to: country, kind: 'of', label: null, certainty: 'done' }],
  );
  const homes = new Set(belongs.map(({ to }) => to));
  const countries = dataset.countries.filter(({ id }) => ends.has(id) || homes.has(id));
  const createNodes = (kind: 'person' | 'country', records: readonly AnyRecord[]) =>
    records.map(({ id }): GraphNode => ({ id, kind, label: label(id) ?? id, detail: null }));
  return {
    name: dataset.summit.name,
    nodes: [
      ...createNodes('person', people),
      ...createNodes('country', countries),
      ...[...talks, ...deals].flatMap(([nodes]) => nodes),
    ],
    edges: [...met, ...belongs, ...joined],
  };
}

/** Maximum number of parties that are named; those of a larger meeting are counted. */
const maxNamedParties = 8;

/**
 * Lists who took part in talks, in the order of the talks, each with these talks. `others` has the names of the other
 * parties, or their number if there are many.
 */
export function listMeetings({ dataset, record, label }: RecordIndex) {
  const meetings = dataset.talks.flatMap((talk) => {
    const parties = listParties(talk, record);
    return parties.map((party) => {
      const others =
        parties.length > maxNamedParties
          ? parties.length - 1
          : parties.filter((id) => id !== party).map((id) => label(id) ?? id);
      return { party, talk, others };
    });
  });
  return [...groupBy(meetings, ({ party }) => party)].map(([id, talks]) => {
    return { id, name: label(id) ?? id, talks };
  });
}
