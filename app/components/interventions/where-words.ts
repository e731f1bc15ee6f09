import { districtByNumber } from '#city/city.ts';
import { placeAim } from '#core/intervention/plan.ts';
import type { Translator } from '../../i18n/translate.ts';
import type { InterventionReport } from '../../use-cases/results/interventions/intervention-report.server.ts';

/** Where an intervention happens. */
interface Where {
  district: number | null;
  placeName: string | null;
}

/** `XI Podgórze Duchackie`. */
export function districtWords(number: number): string {
  const { numeral, name } = districtByNumber(number);
  return `${numeral} ${name}`;
}

/** The district, or the place with its district. */
export function whereWords({ t }: Translator, { district, placeName }: Where): string {
  const inDistrict = district === null ? '' : districtWords(district);
  if (placeName === null) return inDistrict;
  return district === null ? placeName : t('interventions:place', { place: placeName, district: inDistrict });
}

/** The name of an area of a comparison: `D07` by its name. */
export function areaWords(area: string): string {
  const number = /^D(\d\d)$/.exec(area)?.[1];
  return number === undefined ? area : districtWords(Number(number));
}

/** What is measured of an intervention: its place, or its district. */
export function ownWords({ row }: Pick<InterventionReport, 'row'>): string {
  if (row.aimIndicator === placeAim) return row.placeName ?? '';
  return row.district === null ? '' : districtWords(row.district);
}

/** An area of an intervention's comparison, by the name under which it was chosen. */
export function comparedWords({ comparison }: Pick<InterventionReport, 'comparison'>, area: string): string {
  const chosen = comparison.find((one) => one.area === area);
  return chosen?.areaKind === 'place' ? chosen.name : areaWords(area);
}
