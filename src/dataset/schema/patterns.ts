/** Pattern (ECMA-262, as in JSON Schema), and its description for one text and for several. */
export interface Pattern {
  readonly source: string;
  readonly one: string;
  readonly several?: string;
}

const buildWordsPattern = (least: number, most: number) =>
  `^\\s*\\S+(\\s+\\S+){${least - 1},${most - 1}}\\s*$`;

export const patterns = {
  /** Kebab-case: lower-case letters and digits, joined by single hyphens. */
  id: {
    source: '^(?!.*--)[a-z0-9]([a-z0-9-]*[a-z0-9])?$',
    one: 'an id in kebab-case',
    several: 'ids in kebab-case',
  },
  /** Text without `;`, which joins the items of a list in CSV and TSV. */
  item: { source: '^[^;]+$', one: 'text without ;', several: 'texts without ;' },
  /** ISO 8601, as precise as is known: a year, a month or a day. */
  day: {
    source: '^\\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\\d|3[01]))?)?$',
    one: 'a day (2023-05-18, 2023-05 or 2023)',
  },
  twoLetters: { source: '^[A-Z]{2}$', one: 'two capital letters' },
  threeLetters: { source: '^[A-Z]{3}$', one: 'three capital letters' },
  start: { source: buildWordsPattern(1, 6), one: '1 to 6 words' },
  end: { source: buildWordsPattern(1, 4), one: '1 to 4 words' },
} as const satisfies Readonly<Record<string, Pattern>>;
