import { capitalised, type Forms } from './forms.ts';

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
