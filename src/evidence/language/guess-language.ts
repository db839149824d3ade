/** Very frequent words of each language, most of which the others do not have. */
const common: Readonly<Record<string, string>> = {
  en: 'the of and to that with for was said',
  de: 'der die und das ist mit nicht von den',
  fr: 'le les des et est une dans pour que',
  es: 'el los las que una por con del para',
  it: 'il che gli di una per con del sono',
  pt: 'o os que uma para com não do dos',
  nl: 'de het een van en is niet met voor',
  pl: 'i w na z się że do jest nie',
  ru: 'и в на что не с по для он',
};

/** Guesses the language of a text (BCP 47) by frequent words; `en` if no other language scores higher. */
export function guessLanguage(text: string): string {
  const words = Array.from(text.toLowerCase().matchAll(/\p{L}+/gu), ([word]) => word);
  const scores = Object.entries(common).map(([language, list]) => {
    const known = new Set(list.split(' '));
    return { language, score: words.filter((word) => known.has(word)).length };
  });
  return scores.reduce((best, one) => (one.score > best.score ? one : best)).language;
}
