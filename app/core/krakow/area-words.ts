import type { SeriesGeography } from '../context-series/series.ts';
import { wordList } from '../text/normal-form.ts';
import { districts } from './city.ts';
import { stationAreas } from './station-areas.ts';

const romans = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII'];
const districtOfWord = wordList(
  districts.flatMap(({ number, numeral, name }) =>
    [
      String(number),
      numeral,
      name,
      `${numeral} ${name}`,
      `${number} ${name}`,
      `Dzielnica ${numeral}`,
      `Dzielnica ${numeral} ${name}`,
    ].map((word) => [word, String(number)] as const),
  ),
);
const stationOfWord = wordList(
  stationAreas.flatMap(({ id, name }, index) =>
    [id, name, `KP ${index + 1}`, `Komisariat ${romans[index]}`, `Komisariat Policji ${romans[index]}`].map(
      (word) => [word, id] as const,
    ),
  ),
);

/** The area that a word of a file names, in the form in which series keep it; undefined for none. */
export function areaOfWord(geography: SeriesGeography): (word: string) => string | undefined {
  return geography === 'station-area' ? stationOfWord : districtOfWord;
}
