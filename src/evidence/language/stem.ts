const endings: readonly (readonly [RegExp, string])[] = [
  [/(?:ies|ied|ying)$/, 'y'],
  [/(?<=[sxz]|ch|sh)es$/, ''],
  [/(?<![su])s$/, ''],
  [/(?:ed|ing)$/, ''],
];

/** Returns the stem that the forms of an English word share: leave, leaves and leaving. */
export function stemEnglish(word: string): string {
  if (word.length < 4 || /\P{L}/u.test(word)) return word;
  const cut = endings.reduce((stem, [ending, instead]) => {
    const shorter = stem.replace(ending, instead);
    return shorter.length >= 3 ? shorter : stem;
  }, word);
  return cut.replace(/e+$/, '').replace(/(?<=\p{L}{2})(\p{L})\1$/u, '$1');
}
