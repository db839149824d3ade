/** Returns the supported locale for a BCP 47 tag, or `en` if this Node has none. */
export function resolveLanguage(tag: string): string {
  try {
    const locale = new Intl.Locale(tag);
    // `supportedLocalesOf` takes as long as everything else here.
    if (locale.language === 'en') return locale.toString();
    return Intl.DateTimeFormat.supportedLocalesOf(tag)[0] ?? 'en';
  } catch {
    return 'en';
  }
}
