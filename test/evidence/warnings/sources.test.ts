import { describe, expect, it } from 'vitest';
import type { AssertedRecord } from '../../../src/model/assertion.ts';
import { anchor, article, prose, target, value } from '../text.ts';
import { anchorWhole, listWarnings } from './list-warnings.ts';

const listAttributionWarnings = (
  source: string | null,
  passage: string,
  statement = 'The lake has fallen.',
) => {
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
  it('is questioned if the sentences have no verb of saying', () => {
    expect(
      listAttributionWarnings('the ministry', 'The ministry watched the lake fall again.'),
    ).toEqual([
      'attribution attribution: is “the ministry”, but no sentence near the passages has it next to a verb such as “said”',
    ]);
    const other = 'The ministry watched the lake. A diver said so.';
    expect(listAttributionWarnings('the ministry', other)).toHaveLength(1);
    expect(listAttributionWarnings('the ministry', other.replace('A diver', 'It'))).toEqual([]);
    expect(
      listAttributionWarnings('the ministry', 'The ministry says that the lake fell again.'),
    ).toEqual([]);
    expect(
      listAttributionWarnings('the ministry', 'According to the ministry the lake fell.'),
    ).toEqual([]);
  });

  it.each(['complained', 'feared', 'rejected the view', 'predicted', 'disputed'])(
    'may have %s',
    (verb) => {
      expect(
        listAttributionWarnings('the ministry', `The ministry ${verb} that the lake fell.`),
      ).toEqual([]);
    },
  );

  it('is not missing if nobody has said it yet', () => {
    const passage = 'The ministry has not yet said whether the lake fell.';
    expect(listAttributionWarnings(null, passage, 'Whether the lake fell is open.')).toEqual([]);
  });

  it('is missing if somebody says it', () => {
    expect(listAttributionWarnings(null, 'The lake has fallen again, the ministry said.')).toEqual([
      'attribution attribution: is null, but the passages say “said”',
    ]);
    expect(listAttributionWarnings(null, 'The lake has fallen again in the spring.')).toEqual([]);
    expect(listAttributionWarnings(null, 'Ana Said saw that the lake has fallen again.')).toEqual(
      [],
    );
  });

  it('is not missing if the statement is about what is said', () => {
    const passage = 'The lake has fallen again, the ministry said.';
    expect(listAttributionWarnings(null, passage, 'The ministry spoke about the lake.')).toEqual(
      [],
    );
    expect(listAttributionWarnings(null, passage, 'The article is about the lake.')).toEqual([]);
  });

  it('is missing for a deal only in passages with a word of its name', () => {
    const listOnDeal = (passage: string) =>
      listWarnings(article(passage), {
        ...target('it', [anchorWhole(1, passage)]),
        collection: 'deals',
        names: ['the harbour loan'],
        missing: ['attribution'],
      });
    expect(listOnDeal('The harbour loan is ready, the ministry said.')).toHaveLength(1);
    expect(listOnDeal('The terms are being discussed, the ministry said.')).toEqual([]);
  });

  it('is not missing for a meeting', () => {
    const passage = 'Ana Ortiz met Ben Adler, the ministry said.';
    const talk = { ...target('it', [anchorWhole(1, passage)]), missing: ['attribution'] };
    expect(listWarnings(article(passage), { ...talk, collection: 'talks' })).toEqual([]);
    expect(listWarnings(article(passage), { ...talk, collection: 'claims' })).toHaveLength(1);
  });

  it('is missing for a quotation if the sentence names the speaker', () => {
    const listSpeakerWarnings = (passage: string) => {
      const quote = { ...target('it', [anchor(1, 'too late')]), missing: ['speaker'] };
      return listWarnings(article(passage), quote);
    };
    expect(listSpeakerWarnings('The mayor called it “too late”.')).toEqual([
      'it speaker attribution: is null, but the passages say “called”',
    ]);
    expect(listSpeakerWarnings('A “too late” sort of plan.')).toEqual([]);
  });
});

describe('a credit of the article', () => {
  const createSource = (...credits: readonly (readonly [string, string])[]) => ({
    ...target('source', 'article'),
    collection: 'source',
    assertions: credits.map(([field, name]) => {
      return { field, value: name, kind: 'phrase', spellings: [name] } as const;
    }),
  });
  const text = article('By Ana Ortiz, Arvenia Press, in Arvenia');
  const createNamed = (collection: string, name: string) => ({
    ...target(collection, [anchor(1, name)]),
    collection,
    names: [name],
  });
  const others = [createNamed('leaders', 'Ana Ortiz'), createNamed('countries', 'Arvenia')];

  it('is not the name of a leader or a country, except in the dateline', () => {
    expect(listWarnings(text, createSource(['author', 'Ana Ortiz']), ...others)).toEqual([
      'source author source: is “Ana Ortiz”, which is one of the leaders',
    ]);
    expect(listWarnings(text, createSource(['publisher', 'arvenia']), ...others)).toEqual([
      'source publisher source: is “arvenia”, which is one of the countries',
    ]);
    expect(listWarnings(text, createSource(['dateline', 'Arvenia']), ...others)).toEqual([]);
    expect(listWarnings(text, createSource(['agency', 'Arvenia Press']), ...others)).toEqual([]);
  });

  it('is not the same in two fields', () => {
    const twice = createSource(['publisher', 'Arvenia Press'], ['agency', 'Arvenia Press']);
    expect(listWarnings(text, twice)).toEqual([
      'source publisher source: is “Arvenia Press”, as agency is',
      'source agency source: is “Arvenia Press”, as publisher is',
    ]);
  });
});
