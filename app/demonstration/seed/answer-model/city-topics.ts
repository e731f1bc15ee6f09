import type { Answers } from '#core/questionnaire/definition.ts';
import type { Random } from '../random.ts';

const matters = [
  ['korki', 0.15],
  ['smog', 0.1],
  ['ceny mieszkań', 0.1],
  ['komunikacja miejska', 0.11],
  ['remonty dróg i chodników', 0.09],
  ['zadłużenie miasta', 0.06],
  ['zieleń, parki', 0.09],
  ['metro', 0.06],
  ['parkowanie', 0.08],
  ['bezpieczeństwo', 0.05],
  ['służba zdrowia', 0.06],
  ['hałas w centrum', 0.03],
  ['zabudowa deweloperska', 0.06],
  ['czystość', 0.05],
  ['żłobki, przedszkola i szkoły', 0.04],
  ['pomoc seniorom', 0.03],
] as const;

const weights = matters.map(([, weight]) => weight);

/** q01: none to three matters, never the same twice. */
export function addCityTopics(answers: Answers, random: Random): void {
  const number = random.weighted([0.17, 0.24, 0.26, 0.33]);
  const chosen: number[] = [];
  while (chosen.length < number) {
    const matter = random.weighted(weights);
    if (!chosen.includes(matter)) chosen.push(matter);
  }
  for (const [index, matter] of chosen.entries()) {
    answers[`q01_top_problem_${index + 1}`] = matters[matter]?.[0] ?? '';
  }
}

/** Estates and quarters by district, for the optional q02b. */
const quarters: Readonly<Record<number, readonly string[]>> = {
  1: ['Kazimierz', 'Kleparz', 'Stradom', 'Piasek'],
  2: ['Dąbie', 'Wesoła', 'Olsza'],
  3: ['Olsza II', 'Rakowice', 'Ugorek'],
  4: ['Azory', 'Krowodrza Górka', 'Żabiniec', 'Górka Narodowa'],
  5: ['Łobzów', 'Nowa Wieś', 'Czarna Wieś'],
  6: ['Bronowice Małe', 'Mydlniki', 'os. Widok'],
  7: ['Salwator', 'Wola Justowska', 'Bielany'],
  8: ['Ruczaj', 'Stare Dębniki', 'Zakrzówek', 'Tyniec'],
  9: ['Łagiewniki', 'Borek Fałęcki'],
  10: ['Kliny', 'Opatkowice', 'Swoszowice'],
  11: ['Kurdwanów', 'Wola Duchacka', 'Piaski Wielkie'],
  12: ['Prokocim', 'Nowy Bieżanów', 'Rżąka'],
  13: ['Płaszów', 'Zabłocie', 'Stare Podgórze'],
  14: ['os. Dywizjonu 303', 'os. 2 Pułku Lotniczego', 'Łęg'],
  15: ['os. Tysiąclecia', 'os. Piastów', 'Batowice'],
  16: ['os. Kalinowe', 'os. Strusia', 'os. Przy Arce'],
  17: ['os. Na Stoku', 'Grębałów', 'Kantorowice'],
  18: ['os. Centrum A', 'os. Na Skarpie', 'Mogiła'],
};

export function addQuarter(answers: Answers, district: number, random: Random): void {
  const known = quarters[district];
  if (known && random.chance(0.3)) answers.q02b_area = random.choice(known);
}
