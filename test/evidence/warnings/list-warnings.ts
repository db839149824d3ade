import type { Article } from '../../../src/evidence/article/article.ts';
import { verifyRecords } from '../../../src/evidence/verify.ts';
import type { AssertedRecord } from '../../../src/model/assertion.ts';
import { anchor, article, prose, target } from '../text.ts';

/** Lists the warnings of records, one line each. */
export const listWarnings = (
  text: Article,
  ...records: readonly AssertedRecord[]
): readonly string[] =>
  verifyRecords(text, records, 'en').warnings.map(
    ({ id, field, rule, text: why }) => `${id} ${field} ${rule}: ${why}`,
  );

/** Creates an anchor for a whole paragraph. */
export function anchorWhole(paragraph: number, text: string) {
  const words = text.replace(/[.]$/, '').split(' ');
  return anchor(paragraph, words.slice(0, 3).join(' '), words.slice(3).slice(-2).join(' '));
}

/** Creates a claim whose passage is a whole paragraph. */
export const claim = (statement: string, paragraph: number, text: string): AssertedRecord => {
  const check = { ...prose(statement), field: 'claim', purpose: 'statement' } as const;
  return target('it', [anchorWhole(paragraph, text)], check);
};

/** Lists the warnings about a statement, without record and field, in an article of one paragraph. */
export const listWarningsOn = (passage: string, statement: string): readonly string[] =>
  listWarnings(article(passage), claim(statement, 1, passage)).map((line) => line.slice(9));
