/** Irregular past forms and participles of English verbs, by the verb. */
const verbs = `be was were been, have had, do did done, become became, begin began begun, bring brought, build built, buy bought,
  choose chose chosen, come came, cut cut, deal dealt, draw drew drawn, drive drove driven, fall fell fallen,
  feel felt, fight fought, find found, forget forgot forgotten, get got, give gave given, go went gone,
  grow grew grown, hear heard, hold held, keep kept, know knew known, lay laid, lead led, leave left, lend lent,
  lose lost, make made, mean meant, meet met, pay paid, put put, rise rose risen, run ran, say said, see saw seen,
  seek sought, sell sold, send sent, shake shook shaken, shrink shrank shrunk, sit sat, speak spoke spoken,
  spend spent, spread spread, stand stood, strike struck, take took taken, teach taught, tell told, think thought,
  throw threw thrown, understand understood, win won, withdraw withdrew withdrawn, write wrote written`;

/** Verbs by their irregular forms: met is a form of meet. */
export const irregularForms: ReadonlyMap<string, string> = new Map(
  verbs.split(',').flatMap((list) => {
    const [verb = '', ...forms] = list.trim().split(/\s+/);
    return forms.map((form) => [form, verb] as const);
  }),
);
