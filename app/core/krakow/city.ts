/** The city of this deployment: name, districts and source lines are set here and nowhere else. */
export interface District {
  number: number;
  numeral: string;
  name: string;
}

/** What texts and drawings say of the city; times of a wave are read in `timeZone`. */
export const city = {
  name: { pl: 'Kraków', en: 'Kraków', uk: 'Краків' },
  /** "of Kraków", for Polish and Ukrainian sentences. */
  nameGenitive: { pl: 'Krakowa', en: 'Kraków', uk: 'Кракова' },
  timeZone: 'Europe/Warsaw',
  boundarySource: {
    pl: 'Granice dzielnic: opracowanie na podstawie danych MSIP Kraków i publicznych kopii; wersja robocza',
    en: 'District boundaries: drawn from data of MSIP Kraków (the city’s spatial information system) and public copies; working version',
    uk: 'Межі районів: опрацьовано за даними MSIP Kraków (міської системи просторової інформації) та публічних копій; робоча версія',
  },
} as const;

/** Files of the city under `public/`: outlines of its districts, and stop names that the form suggests. */
export const cityFiles = {
  outlines: 'geography/krakow-districts.geojson',
  stopNames: 'gazetteer/krakow-tram-stops.json',
} as const;

const districtNames = [
  ['I', 'Stare Miasto'],
  ['II', 'Grzegórzki'],
  ['III', 'Prądnik Czerwony'],
  ['IV', 'Prądnik Biały'],
  ['V', 'Krowodrza'],
  ['VI', 'Bronowice'],
  ['VII', 'Zwierzyniec'],
  ['VIII', 'Dębniki'],
  ['IX', 'Łagiewniki-Borek Fałęcki'],
  ['X', 'Swoszowice'],
  ['XI', 'Podgórze Duchackie'],
  ['XII', 'Bieżanów-Prokocim'],
  ['XIII', 'Podgórze'],
  ['XIV', 'Czyżyny'],
  ['XV', 'Mistrzejowice'],
  ['XVI', 'Bieńczyce'],
  ['XVII', 'Wzgórza Krzesławickie'],
  ['XVIII', 'Nowa Huta'],
] as const;

/** The districts in the order of their numbers, which run from 1 without gaps. */
export const districts: readonly District[] = districtNames.map(([numeral, name], index) => ({
  number: index + 1,
  numeral,
  name,
}));

/** @throws when the city has no district of that number */
export function districtByNumber(number: number): District {
  const district = districts[number - 1];
  if (!district)
    throw new Error(`\`districtByNumber\` requires a number from 1 to ${districts.length}, not ${number}`);
  return district;
}

/**
 * What every text may say of the city without being told: its name, "in the city", who answers for residents'
 * data, and how many districts there are.
 */
export const cityWords = {
  pl: {
    city: 'Kraków',
    inCity: 'w Krakowie',
    controller: 'Gmina Miejska Kraków',
    districts: String(districts.length),
  },
  en: {
    city: 'Kraków',
    inCity: 'in Kraków',
    controller: 'the Municipality of Kraków',
    districts: String(districts.length),
  },
  uk: {
    city: 'Краків',
    inCity: 'у Кракові',
    controller: 'міська ґміна Краків',
    districts: String(districts.length),
  },
} as const;
