import { describe, expect, it } from 'vitest';
import type { AssertedRecord } from '../../../src/model/assertion.ts';
import { anchor, article, prose, target, value } from '../text.ts';
import { anchorWhole, listWarnings } from './list-warnings.ts';

const attributed = (source: string | null, passage: string, statement = 'The lake has fallen.') => {
  const text = article(passage);
  const record: AssertedRecord = {
    ...target('it', [anchorWhole(1, passage)]),
    missing: source === null ? ['attribution'] : [],
    assertions: [
      value(prose(statement)),
      ...(source === null
        ? []
        : [{ ...value({ kind: 'words' }), field: 'attribution', value: source }]),
    ],
  };
  return listWarnings(text, record).map((line) => line.slice(3));
};

describe('the source of a statement', () => {
  it('is questioned if the sentences have no word of saying', () => {
    expect(attributed('the ministry', 'The ministry watched the lake fall again.')).toEqual([
      'attribution attribution: is “the ministry”, but no sentence around the passages has it beside a word of saying',
    ]);
    const other = 'The ministry watched the lake. A diver said so.';
    expect(attributed('the ministry', other)).toHaveLength(1);
    expect(attributed('the ministry', other.replace('A diver', 'It'))).toEqual([]);
    expect(attributed('the ministry', 'The ministry says that the lake fell again.')).toEqual([]);
    expect(attributed('the ministry', 'According to the ministry the lake fell.')).toEqual([]);
  });

  it('is missed where somebody says it', () => {
    expect(attributed(null, 'The lake has fallen again, the ministry said.')).toEqual([
      'attribution attribution: is null, but the passages say “said”',
    ]);
    expect(attributed(null, 'The lake has fallen again in the spring.')).toEqual([]);
    expect(attributed(null, 'Ana Said saw that the lake has fallen again.')).toEqual([]);
  });

  it('is not missed where the statement is about what is said', () => {
    const passage = 'The lake has fallen again, the ministry said.';
    expect(attributed(null, passage, 'The ministry spoke about the lake.')).toEqual([]);
    expect(attributed(null, passage, 'The article is about the lake.')).toEqual([]);
  });

  it('is not missed for a meeting', () => {
    const passage = 'Ana Ortiz met Ben Adler, the ministry said.';
    const talk = { ...target('it', [anchorWhole(1, passage)]), missing: ['attribution'] };
    expect(listWarnings(article(passage), { ...talk, collection: 'talks' })).toEqual([]);
    expect(listWarnings(article(passage), { ...talk, collection: 'claims' })).toHaveLength(1);
  });

  it('is missed for a quotation if the sentence says who speaks', () => {
    const speaker = (passage: string) => {
      const quote = { ...target('it', [anchor(1, 'too late')]), missing: ['speaker'] };
      return listWarnings(article(passage), quote);
    };
    expect(speaker('The mayor called it “too late”.')).toEqual([
      'it speaker attribution: is null, but the passages say “called”',
    ]);
    expect(speaker('A “too late” sort of plan.')).toEqual([]);
  });
});

describe('a credit of the article', () => {
  const source = (...credits: readonly (readonly [string, string])[]) => ({
    ...target('source', 'article'),
    collection: 'source',
    assertions: credits.map(([field, name]) => {
      return { field, value: name, kind: 'phrase', spellings: [name] } as const;
    }),
  });
  const text = article('By Ana Ortiz, Arvenia Press, in Arvenia');
  const named = (collection: string, name: string) => ({
    ...target(collection, [anchor(1, name)]),
    collection,
    names: [name],
  });
  const others = [named('leaders', 'Ana Ortiz'), named('countries', 'Arvenia')];

  it('is not the name of a leader or a country, except that of the dateline', () => {
    expect(listWarnings(text, source(['author', 'Ana Ortiz']), ...others)).toEqual([
      'source author source: is “Ana Ortiz”, which is one of the leaders',
    ]);
    expect(listWarnings(text, source(['publisher', 'arvenia']), ...others)).toEqual([
      'source publisher source: is “arvenia”, which is one of the countries',
    ]);
    expect(listWarnings(text, source(['dateline', 'Arvenia']), ...others)).toEqual([]);
    expect(listWarnings(text, source(['agency', 'Arvenia Press']), ...others)).toEqual([]);
  });

  it('is not the same in two fields', () => {
    const twice = source(['publisher', 'Arvenia Press'], ['agency', 'Arvenia Press']);
    expect(listWarnings(text, twice)).toEqual([
      'source publisher source: is “Arvenia Press”, as agency is',
      'source agency source: is “Arvenia Press”, as publisher is',
    ]);
  });
});
