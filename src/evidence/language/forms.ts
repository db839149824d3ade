import type { OrganizationKind } from '../../model/vocabulary.ts';

/**
 * Word with a capital, in a pattern with the flag `u`; a possessive ’s is not part of it. All repetitions are bounded,
 * so that a search takes linear time in any text.
 */
export const capitalised = String.raw`\p{Lu}[\p{L}\p{M}]{0,40}(?:['’-](?!s(?!\p{L}))\p{L}[\p{L}\p{M}]{0,40}){0,3}`;

/** Word with a capital, or an abbreviation such as U.S. */
export const capitalisedOrDotted = `(?:(?:\\p{Lu}\\.){2,5}|${capitalised})`;

/** Forms by which a language shows people, organizations and statements. Each is the source of a pattern. */
export interface Forms {
  /** Titles that may stand before a name, and offices that may be named beside it in small letters. */
  readonly titles: string;
  readonly offices: string;
  /** Words of respect between a title and a name. */
  readonly honorifics: string;
  /** Words before a title that somebody no longer has. */
  readonly former: string;
  /** Last words of places and buildings that bear the name of a person. */
  readonly notPeople: string;
  /** Words between the parts of a name, such as von. */
  readonly particles: string;
  /** Words between an office, or a name, and what it belongs to: of, and with an article. */
  readonly belonging: string;
  /** Words before an office behind or before a name. */
  readonly articles: string;
  /** Last or first words of the names of organizations, by their kind. */
  readonly organizations: Readonly<Record<Exclude<OrganizationKind, 'ministry'>, string>>;
  /** Last words of documents and meetings, which are no organizations. */
  readonly documents: string;
  /** Words of organizations that may be of several kinds. */
  readonly otherOrganizations: string;
  /** Names of ministries: by what they are for, and as one of a country. */
  readonly ministries: readonly string[];
  /** Words between those of the name of an organization. */
  readonly joints: string;
  /** Well-known organizations: abbreviation, name and kind. */
  readonly known: readonly (readonly [
    abbreviation: string,
    name: string,
    kind: OrganizationKind,
  ])[];
  /** Verbs of somebody who is quoted, words of one who is cited, and words that name nobody. */
  readonly speech: string;
  readonly according: string;
  readonly pronouns: string;
  /** Nouns for those who speak without a name: the government, officials. */
  readonly speakers: string;
  /** Words for the scale of an amount, and for currencies by their code (ISO 4217); null if several have the word. */
  readonly scales: string;
  /** Words between two numbers of a range. */
  readonly range: string;
  readonly currencies: Readonly<Record<string, string | null>>;
  /** Words before which the name of a deal ends. */
  readonly breaks: string;
  /** Words before a day. */
  readonly onDay: string;
  /** Words for a meeting, and words by which it did not take place, or may not. */
  readonly meeting: string;
  readonly unreal: string;
  /** Words before a name that make somebody else of it: aides to, on behalf of. */
  readonly proxies: string;
}

const portfolio =
  '(?:Foreign|Finance|Defence|Defense|Transport|Trade|Energy|Interior|Justice|Health|Environment|Economy|' +
  'Agriculture|Education|Labour|Labor|Culture|Industry|Commerce|Climate|Water|Fisheries|Home|Prime|First|Deputy|' +
  'Deputy Prime|Deputy Foreign)';

const rank = '(?:Vice|Deputy|Acting|Interim|Special|Permanent|Crown)';

export const englishForms: Forms = {
  titles:
    `(?:${rank} )?(?:President|PM|${portfolio} Minister|Premier|Chancellor|King|Queen|Emperor|Sultan|Emir|Prince|Princess|` +
    'Secretary of State|State Secretary|Secretary[- ]General|Director[- ]General|Managing Director|Foreign Secretary|' +
    'Treasury Secretary|Secretary|Ambassador|Envoy|Governor|Mayor|Chair(?:man|woman|person)?|Commissioner|Senator|Speaker|' +
    'Minister|Dr|Prof|leader|envoy|adviser|advisor)',
  offices:
    '(?:vice )?president|(?:deputy )?prime minister|premier|chancellor|(?:\\p{Ll}+ )?minister|king|queen|sultan|emir|' +
    '(?:crown )?prince|secretary[- ]general|director[- ]general|ambassador|(?:special )?envoy|governor|mayor|' +
    'chair(?:man|woman|person)?|commissioner|adviser|advisor|head',
  honorifics: '(?:(?:H\\.E\\.|Dr|Mr|Mrs|Ms)\\.? ){0,2}',
  former: '(?:[Ff]ormer|[Ll]ate|[Ee]x|[Oo]utgoing)[ -](?:\\S+ ){0,2}$',
  notPeople:
    'Airport|Hotel|Street|Road|Avenue|University|Palace|Bridge|Stadium|Square|Hall|Hospital|Park|Building|House',
  particles: 'la|las|da|de|del|der|den|di|dos|van|von|bin|ibn|al|el',
  belonging: '(?:of|to|for|from)(?: the)?',
  articles: '(?:[Tt]he|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[Ww]hose|[Aa]n?) ',
  organizations: {
    body:
      'Organi[sz]ation|Council|Commission|Committee|Institute|Union|Parliament|Court|Authority|University|Foundation|' +
      'Assembly|Federation|Association|Secretariat|Development Bank|World Bank|Investment Bank|Monetary Fund',
    group: 'Group|Bloc|Alliance|League',
    agency: 'Agency|Press Agency|News Agency',
    company: 'Corporation|Company|Corp|Ltd|Inc|Holding|Railways|Airlines',
    programme: 'Programme|Program|Initiative|Scheme',
  },
  documents: 'Agreement|Treaty|Accord|Pact|Charter|Declaration|Statement|Summit|Conference|Forum',
  otherOrganizations: 'Fund',
  ministries: [
    `(?:Ministry|Department) (?:of|for) (?:the )?${capitalised}(?:,? (?:and )?${capitalised}){0,6}(?: of (?:the )?${capitalised}(?: ${capitalised}){0,3})?`,
    `${capitalised}['’]s (?:\\p{Ll}+ )?ministry`,
    `(?:${capitalised}) ${portfolio} Ministry`,
  ],
  joints: 'of|of the|for|for the|and|on',
  known: [
    ['UN', 'United Nations', 'body'],
    ['EU', 'European Union', 'body'],
    ['AU', 'African Union', 'body'],
    ['NATO', 'North Atlantic Treaty Organization', 'group'],
    ['ASEAN', 'Association of Southeast Asian Nations', 'group'],
    ['BRICS', 'BRICS', 'group'],
    ['SAARC', 'South Asian Association for Regional Cooperation', 'group'],
    [
      'BIMSTEC',
      'Bay of Bengal Initiative for Multi-Sectoral Technical and Economic Cooperation',
      'group',
    ],
    ['GCC', 'Gulf Cooperation Council', 'group'],
    ['OPEC', 'Organization of the Petroleum Exporting Countries', 'group'],
    ['WTO', 'World Trade Organization', 'body'],
    ['WHO', 'World Health Organization', 'body'],
    ['IMF', 'International Monetary Fund', 'body'],
    ['OECD', 'Organisation for Economic Co-operation and Development', 'body'],
    ['SCO', 'Shanghai Cooperation Organisation', 'body'],
    ['CIS', 'Commonwealth of Independent States', 'group'],
    ['APEC', 'Asia-Pacific Economic Cooperation', 'group'],
    ['IAEA', 'International Atomic Energy Agency', 'agency'],
    ['G7', 'Group of Seven', 'group'],
    ['G20', 'Group of Twenty', 'group'],
    ['PTI', 'Press Trust of India', 'agency'],
    ['Reuters', 'Reuters', 'agency'],
    ['Xinhua', 'Xinhua', 'agency'],
    ['Kyodo', 'Kyodo', 'agency'],
    ['AFP', 'Agence France-Presse', 'agency'],
  ],
  speech:
    'said|says|told|tells|called|calls|added|adds|warned|warns|described|describes|wrote|writes|stated|states|insisted|argued|believes|believed',
  according: '[Aa]ccording to',
  pronouns: 'He|She|It|They|We|I|You|One|Two|The two|This|That|Who|But|And|A|An|The',
  speakers:
    'government|ministry|office|delegation|officials?|spokes(?:man|woman|person)|embassy|statement',
  scales:
    'hundred|thousand|million|billion|trillion|mn|bn|tn|m|lakh crore|crore|lakh|trn|tr|Mio|Mrd|k|K|M|B|T',
  range: 'to|or|and',
  currencies: {
    dollars: 'USD',
    euros: 'EUR',
    yuan: 'CNY',
    yen: 'JPY',
    tenge: 'KZT',
    rand: 'ZAR',
    ...{
      pounds: null,
      rubles: 'RUB',
      roubles: 'RUB',
      rupees: null,
      francs: null,
      crowns: null,
      pesos: null,
    },
  },
  breaks: 'and|but|while|which|that|who|when|as',
  onDay: 'on(?: the \\p{Ll}+ of)?',
  meeting:
    '(?:met|meet|meets)(?: with)?(?= (?:the )?(?:\\p{Ll}+ )?\\p{Lu})|(?:hold|holds|held) (?:\\p{Ll}+ )?talks|[Tt]alks (?:with|between)|[Mm]eeting (?:with|between)',
  unreal:
    'may|might|could|would|should|if|unless|hopes?|hoped|cancelled|canceled|postponed|called off|urged?|asked|offered|' +
    '(?:was|were|been) (?:due|set|to|scheduled|supposed)',
  proxies: '(?:to|of|for|from|by|behalf of) (?:(?:the )?[\\p{Lu}][^ ]* ){0,5}$',
};
