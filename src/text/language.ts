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

/** Lists the names of the days of the week in a supported language, from Monday. */
export function listWeekdays(language: string): readonly string[] {
  const format = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' });
  // 1 January 2024 was a Monday.
  return Array.from({ length: 7 }, (_, at) => format.format(Date.UTC(2024, 0, 1 + at)));
}
