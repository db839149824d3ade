import { expect, it } from 'vitest';
import { anchor, article, target } from '../text.ts';
import { listWarnings } from './list-warnings.ts';

it('a second meeting in a sentence is one of its own', () => {
  const text = article('Ana Ortiz held talks with Ben Adler and later received Cleo Dahl.');
  const people = ['Ana Ortiz', 'Ben Adler', 'Cleo Dahl'].map((name) => ({
    ...target(name, [anchor(1, name)]),
    names: [name],
  }));
  const talk = {
    ...target('talk', [anchor(1, 'Ana Ortiz', 'Ben Adler')]),
    parts: ['Ana Ortiz', 'Ben Adler'],
    choices: [{ field: 'mention', value: 'named', meaning: 'alone' }],
  } as const;
  expect(listWarnings(text, ...people, talk)).toEqual([]);
});

it('“any country” is a crowd, of which each may be meant', () => {
  const text = article('The port denied that any country was shut out.', 'Arvenia left early.');
  const arvenia = { ...target('arvenia', [anchor(2, 'Arvenia')]), names: ['Arvenia'] };
  const claim = { ...target('claim', [anchor(1, 'The port')]), about: ['arvenia'] };
  expect(listWarnings(text, arvenia, claim)).toEqual([]);
});
