/** Takes a BCP 47 tag; returns it where this Node knows the language, else `en`. */
export function knownLanguage(tag: string): string {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(tag)[0] ?? 'en';
  } catch {
    return 'en';
  }
}

/** Takes a BCP 47 tag; returns whether English words for numbers and joints of dates apply. */
export function isEnglish(tag: string): boolean {
  return /^en(?:-|$)/i.test(tag);
}
