import { districts } from '#city/city.ts';

/** The district that an address names; null when there is none. */
export function districtNumber(parameter: string | undefined): number | null {
  return districts.find(({ number }) => String(number) === parameter)?.number ?? null;
}
