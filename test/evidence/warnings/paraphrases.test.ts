import { describe, expect, it } from 'vitest';
import { listWarningsOn } from './list-warnings.ts';

describe('a negation', () => {
  it.each([
    [
      'He will raise it “privately, not through a loudspeaker” at dinner.',
      'He raises it at dinner.',
    ],
    ['Not only ferries sail there.', 'Ferries sail there.'],
    ['Aides do not rule out a joint statement.', 'Aides say a joint statement may come.'],
    ['Not everyone is gloomy here.', 'Some people have hopes there.'],
    ['The largest ferry sails there.', 'No larger ferry sails there.'],
    ['The port was without ferries.', 'The port lost its ferries.'],
    ['Fewer than 40 ferries sail.', 'There were never 40 ferries.'],
    ['The port lifts its ban on ferries.', 'The port did not let ferries in.'],
    ['The port plays down hopes of ferries.', 'Ferries are not a hope of the port.'],
    ['Demand for ferries may peak.', 'The demand for ferries may decline.'],
  ])('may be said in another way, or end with its quotation: %s %s', (passage, statement) => {
    expect(listWarningsOn(passage, statement).join()).not.toContain('polarity');
  });

  it('is missed where somebody declines to do something', () => {
    expect(listWarningsOn('The port declined to sell ferries.', 'The port sells ferries.')).toEqual(
      ['polarity: the passages say “declined”, but the paraphrase has no such negation'],
    );
  });
});

describe('an opposite', () => {
  it.each([
    ['At least nine ferries sank.', 'At most nine ferries sank.', 'at most', 'at least'],
    ['No more than 9 ferries sank.', 'More than 9 ferries sank.', 'more than', 'no more than'],
    ['Much depends on the ferries.', 'Little depends on the ferries.', 'little', 'much'],
    ['The lake has fallen by a metre.', 'The lake has gone up by a metre.', 'gone up', 'fallen'],
    ['The old quarrel goes on.', 'The old quarrel is over.', 'is over', 'goes on'],
    ['Ferries sail next spring.', 'Ferries sailed last spring.', 'last spring', 'next spring'],
    [
      'Neither of the two ferries sails.',
      'One of the ferries does not sail.',
      'one of the',
      'neither',
    ],
  ])('is questioned: %s %s', (passage, statement, own, theirs) => {
    expect(listWarningsOn(passage, statement)).toContain(
      `opposite: says “${own}”, but the passages say “${theirs}”`,
    );
  });

  it.each([
    ['The president cut short a visit, and nine ferries sank.', 'Nine ferries or more sank.'],
    ['Pledges were less than half of the forecast.', 'The forecast was more than twice as high.'],
    ['Nobody agrees by how much the catch fell.', 'The decline of the catch is in dispute.'],
    ['A little is known of how much it costs.', 'Not much is known of the costs.'],
  ])('is none if negated, or in another phrase: %s %s', (passage, statement) => {
    expect(listWarningsOn(passage, statement).join()).not.toContain('opposite');
  });
});
