import { listMeetings } from '../dataset/query/graph.ts';
import { indexRecords, type RecordIndex } from '../dataset/query/record-index.ts';
import { groupByDay, listTimelineEntries } from '../dataset/query/timeline.ts';
import { collectionNames, describeCollection } from '../dataset/schema/collections.ts';
import { type Dataset, toSentence } from '../dataset/schema/dataset.ts';
import type { MarkedAnchor, MarkedArticle } from '../model/marked-article.ts';
import type { Page, PageList, PageParagraph, PageRecord } from '../model/page.ts';
import { assertDefined } from '../text/assert-defined.ts';
import { formatDate } from '../text/dates.ts';
import { groupBy } from '../text/group-by.ts';
import { describeSummit } from './overview.ts';
import { createRecordDescriber, describePageSource, groupFindings } from './report-record.ts';
import { listTimelineSections } from './timeline.ts';
import { listTotals, type VerifyResult, verdictTexts } from './verify-report.ts';

/** Result of checking the dataset against a copy of the article. */
export interface CheckedArticle extends VerifyResult {
  readonly marked: MarkedArticle;
  /** Anchors of each record by its id. */
  readonly anchors: ReadonlyMap<string, readonly MarkedAnchor[]>;
}

/** Puts each record next to the paragraph of its first anchor that was found, and lists it at the other paragraphs. */
function placeRecords(
  { marked, anchors }: CheckedArticle,
  records: readonly PageRecord[],
): readonly PageParagraph[] {
  const places = records.flatMap((record) => {
    const found = assertDefined(anchors.get(record.id)).flatMap(({ place }) => place ?? []);
    const paragraphs = [...new Set(found.map(({ paragraph }) => paragraph))];
    return paragraphs.map((paragraph, at) => ({ record, paragraph, isFirst: at === 0 }));
  });
  const byParagraph = groupBy(places, ({ paragraph }) => paragraph);
  return marked.paragraphs.map((one) => {
    const own = byParagraph.get(one.paragraph) ?? [];
    const select = (isFirst: boolean) =>
      own.filter((place) => place.isFirst === isFirst).map(({ record }) => record);
    return { ...one, records: select(true), others: select(false) };
  });
}

function listTimeline(index: RecordIndex): readonly PageList[] {
  const entries = listTimelineEntries(index);
  const days = groupByDay(entries, [], () => true);
  return listTimelineSections(days, entries, false).map(({ heading, items }) => ({
    text: heading,
    items: items.map(({ id, what, status, details }) => {
      return { id, text: what, details: [status, ...details] };
    }),
  }));
}

const listPageMeetings = (index: RecordIndex): readonly PageList[] =>
  listMeetings(index).map(({ id, name, talks }) => ({
    id,
    text: name,
    items: talks.map(({ talk, others }) => {
      const { date, when, status } = talk;
      const parties = typeof others === 'number' ? `${others} others` : others.join(', ');
      const details = [typeof date === 'string' ? formatDate(date) : when, status].filter(
        (part) => typeof part === 'string',
      );
      return { id: talk.id, text: `with ${parties}`, details };
    }),
  }));

/** Groups the records that are not next to a paragraph: by collection or, of an article, those without a passage. */
function groupOthers(records: readonly PageRecord[], hasArticle: boolean): Page['groups'] {
  const groups = collectionNames.map((name) => {
    const some = records.filter(({ collection }) => collection === name);
    const description = toSentence(describeCollection(name).description);
    return { id: name, heading: toSentence(name).slice(0, -1), description, records: some };
  });
  const isGap = ({ id }: Page['groups'][number]) => id === 'gaps';
  const lost = groups.filter((group) => !isGap(group)).flatMap((group) => group.records);
  const description = 'Records of which no passage was found in this copy of the article.';
  const unplaced = { id: 'unplaced', heading: 'Without a passage', description, records: lost };
  const shown = hasArticle ? [unplaced, ...groups.filter(isGap)] : groups;
  return shown.filter((group) => group.records.length > 0);
}

/** Builds the page of a dataset and, if it was checked against one, of a copy of the article. */
export function buildPage(dataset: Dataset, checked: CheckedArticle | undefined): Page {
  const index = indexRecords(dataset);
  const find = checked ? groupFindings(checked.report) : () => [];
  const describe = createRecordDescriber(index, find);
  const [summit, ...records] = index.entries.map((entry) =>
    describe(entry, checked && assertDefined(checked.anchors.get(entry.record.id))),
  );
  const isGap = ({ collection }: PageRecord) => collection === 'gaps';
  const article =
    checked &&
    placeRecords(
      checked,
      records.filter((one) => !isGap(one)),
    );
  const placed = new Set(article?.flatMap((one) => one.records.map(({ id }) => id)));
  return {
    title: dataset.summit.name,
    description: describeSummit(dataset),
    language: dataset.source.language,
    source: describePageSource(dataset.source, index, find),
    summit: assertDefined(summit),
    ...(checked && {
      verification: {
        verdict: verdictTexts[checked.verdict],
        hasPassed: checked.verdict === 'passed',
        totals: listTotals(checked),
      },
    }),
    ...(article && { article }),
    groups: groupOthers(
      records.filter(({ id }) => !placed.has(id)),
      article !== undefined,
    ),
    timeline: listTimeline(index),
    meetings: listPageMeetings(index),
  };
}
