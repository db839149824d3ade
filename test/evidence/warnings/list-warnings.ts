import type { Article } from '../../../src/evidence/article/article.ts';
import { verifyRecords } from '../../../src/evidence/verify.ts';
import type { AssertedRecord } from '../../../src/model/assertion.ts';
import { anchor, article, prose, target } from '../text.ts';

/** Lists the warnings of records, a line each. */
export const listWarnings = (
  text: Article,
  ...records: readonly AssertedRecord[]
): readonly string[] =>
  verifyRecords(text, records, 'en').warnings.map(
    ({ id, field, rule, text: why }) => `${id} ${field} ${rule}: ${why}`,
  );

/** Returns an anchor for the whole of a paragraph. */
export function anchorWhole(paragraph: number, text: string) {
  const words = text.replace(/[.]$/, '').split(' ');
  return anchor(paragraph, words.slice(0, 3).join(' '), words.slice(3).slice(-2).join(' '));
}

/** Returns a claim whose passage is the whole of a paragraph. */
export const claim = (statement: string, paragraph: number, text: string): AssertedRecord => {
  const check = { ...prose(statement), field: 'claim', purpose: 'statement' } as const;
  return target('it', [anchorWhole(paragraph, text)], check);
};

/** Lists the warnings of a statement about an article of one paragraph, without the record and its field. */
export const listWarningsOn = (passage: string, statement: string): readonly string[] =>
  listWarnings(article(passage), claim(statement, 1, passage)).map((line) => line.slice(9));
