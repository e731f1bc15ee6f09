import { districtByNumber } from '#city/city.ts';

/** `VIII Dębniki`. */
export function DistrictName({ district }: { district: number }) {
  const { numeral, name } = districtByNumber(district);
  return (
    <span className="nowrap">
      <span className="numeral">{numeral}</span> {name}
    </span>
  );
}
