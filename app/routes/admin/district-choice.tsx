import { districts } from '#city/city.ts';
import { useTranslator } from '../../i18n/context.tsx';

/** The district of a council member; for every other role it stays empty. */
export function DistrictChoice({ chosen, ...select }: DistrictChoiceProps) {
  const { t } = useTranslator();
  return (
    <select {...select} name="district" defaultValue={chosen ?? ''}>
      <option value="">{t('access:admin.noDistrict')}</option>
      {districts.map(({ number, numeral, name }) => (
        <option key={number} value={number}>
          {numeral} {name}
        </option>
      ))}
    </select>
  );
}

interface DistrictChoiceProps {
  chosen: number | string | null;
  id?: string;
  'aria-label'?: string;
  'aria-describedby'?: string;
  'aria-invalid'?: true;
}
