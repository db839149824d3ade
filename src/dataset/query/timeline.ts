import type { Fact } from '../../contracts/listing.ts';
import type { Anchor } from '../../contracts/verification-target.ts';
import type { Dataset } from '../schema/dataset.ts';
import { choice, date, evidence, id, orNull, record, text } from '../schema/field-schema.ts';
import { fieldsOf, type Label } from '../schema/fields.ts';

const schema = record('An event or talk in the order of time.', {
  date: orNull(date('The first day.')),
  end: orNull(date('The last day.')),
  status: choice('As it was when the article was written.', [
    'held',
    'reported',
    'ongoing',
    'planned',
  ]),
  id: id('The record.'),
  collection: text('The collection that the record stands in.'),
  what: text('What happens.'),
  place: orNull(text('Where.')),
  evidence: evidence(0),
});

/** The fields of a moment. */
export const momentFields = fieldsOf(schema);

/** One event or talk; `date` and `end` are ISO 8601 days. */
export interface Moment extends Fact {
  readonly date: string | null;
  readonly end: string | null;
  readonly status: 'held' | 'reported' | 'ongoing' | 'planned';
  readonly what: string;
  readonly place: string | null;
  readonly evidence: readonly Anchor[];
}

/** Events and talks by day, events first within a day; what has no date comes last. */
export function momentsOf(dataset: Dataset, label: Label): readonly Moment[] {
  const events = dataset.events.map((event) => ({
    date: event.start,
    end: event.end,
    status: event.status,
    id: event.id,
    collection: 'events',
    what: event.name,
    place: event.place,
    evidence: event.evidence,
  }));
  const talks = dataset.talks.map((talk) => {
    const { date: day, host, leader, country } = talk;
    const guest = (leader === null ? undefined : label(leader)) ?? label(country) ?? country;
    return {
      date: day,
      end: day,
      status: talk.status,
      id: talk.id,
      collection: 'talks',
      what: `Talks of ${label(host) ?? host} with ${guest}`,
      place: null,
      evidence: talk.evidence,
    };
  });
  const last = '\u{10ffff}';
  return [...events, ...talks].sort((left, right) => {
    const [a, b] = [left.date ?? last, right.date ?? last];
    return a < b ? -1 : Number(a > b);
  });
}
