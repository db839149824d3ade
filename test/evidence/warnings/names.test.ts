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

it('a subheading is read together with the paragraph below, a sentence or the last paragraph is not', () => {
  const listOn = (heading: string, ...below: readonly string[]) => {
    const accord = { ...target('accord', [anchor(4, 'The ferry accord')]), collection: 'deals' };
    const named = { ...accord, names: ['ferry accord'] };
    const claim = { ...target('claim', [anchor(2, heading)]), about: ['accord'] };
    const text = article('Towns meet', heading, ...below, 'Rain fell.', 'The ferry accord is old.');
    return listWarnings(text, named, claim);
  };
  const none = ['claim about about: neither the words nor the passages relate to accord'];
  expect(listOn('What was signed?', 'Both signed the ferry accord.').slice(0, 1)).toEqual([]);
  expect(listOn('Money is short.', 'Ana Ortiz signed.')).toEqual(none);
});

it('a title that only one person has names that person', () => {
  const text = article('President Ana Ortiz met two mayors.', 'The president laughed at a mayor.');
  const person = (id: string, name: string, title: string) => ({
    ...target(id, [anchor(1, name)]),
    collection: 'leaders',
    names: [name],
    assertions: [{ kind: 'words', field: 'title', value: title } as const],
  });
  const about = (...ids: readonly string[]) => ({
    ...target('claim', [anchor(2, 'The president', 'mayor')]),
    about: ids,
  });
  const ana = person('ana', 'Ana Ortiz', 'President');
  const mayors = [person('ben', 'two mayors', 'mayor'), person('cleo', 'met two', 'mayor')];
  expect(listWarnings(text, ana, about('ana'))).toEqual([]);
  expect(listWarnings(text, ana, ...mayors, about('ana', 'ben', 'cleo'))).toEqual(
    ['ben', 'cleo'].map(
      (id) => `claim about about: neither the words nor the passages relate to ${id}`,
    ),
  );
});

it('a deal or an event may be meant next to its paragraph without a word of its name', () => {
  const far = ['Rain fell on the roofs.', 'Snow fell.', 'Critics were not convinced.'];
  const text = article('The ferry accord is ready.', 'Critics doubt this.', ...far);
  const accord = { ...target('accord', [anchor(1, 'The ferry accord')]), names: ['ferry accord'] };
  const about = (paragraph: number, start: string) => ({
    ...target('claim', [anchor(paragraph, start)]),
    about: ['accord'],
  });
  const deal = { ...accord, collection: 'deals' };
  expect(listWarnings(text, deal, about(2, 'Critics doubt'))).toEqual([]);
  expect(listWarnings(text, deal, about(5, 'Critics were'))).toHaveLength(1);
  const group = { ...accord, collection: 'organizations' };
  expect(listWarnings(text, group, about(2, 'Critics doubt'))).toHaveLength(1);
});
