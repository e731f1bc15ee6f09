import type { SampleLimits } from '#core/flagging/power/detectable.ts';
import { useTranslator } from '../../i18n/context.tsx';
import { formatNumber } from '../../i18n/format.ts';
import { TableBox } from '../page/table-box.tsx';
import { DistrictName } from './district-name.tsx';

const columns = ['responses', 'margin', 'level', 'change', 'gap', 'flags'] as const;

interface LimitsTableProps {
  /** Whether people can no longer answer. */
  isOver: boolean;
  limits: {
    city: SampleLimits['city'];
    districts: (SampleLimits['districts'][number] & { district: number; target: number })[];
  };
}

/** What the responses so far could show in each district; a dash where they show nothing. */
export function LimitsTable({ limits, isOver }: LimitsTableProps) {
  const { t, language } = useTranslator();
  const caption = t(`fieldwork:progress.soFar.title.${isOver ? 'over' : 'running'}`);
  const points = (share: number | null, sign = '') =>
    share !== null && Number.isFinite(share) ? `${sign}${formatNumber(language, share * 100, 1)}` : '–';
  return (
    <TableBox label={caption}>
      <table className="districts">
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('fieldwork:district')}</th>
            {columns.map((column) => (
              <th key={column} scope="col" className={column === 'flags' ? undefined : 'number'}>
                {t(`fieldwork:progress.soFar.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {limits.districts.map(
            ({
              district,
              target,
              respondents,
              margin,
              isSufficient,
              isGapSufficient,
              level,
              change,
              gap,
            }) => (
              <tr key={district}>
                <th scope="row">
                  <DistrictName district={district} />
                </th>
                <td className="number">{formatNumber(language, respondents)}</td>
                <td className="number">{points(margin, '±\u00a0')}</td>
                <td className="number">{isSufficient ? points(level) : '–'}</td>
                <td className="number">{isSufficient ? points(change) : '–'}</td>
                <td className="number">{isGapSufficient ? points(gap) : '–'}</td>
                <td>
                  {t(`fieldwork:progress.soFar.${flagsWord(isSufficient, isOver || respondents >= target)}`)}
                </td>
              </tr>
            ),
          )}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('fieldwork:city')}</th>
            <td className="number">{formatNumber(language, limits.city.respondents)}</td>
            <td className="number">{points(limits.city.margin, '±\u00a0')}</td>
            <td colSpan={4} />
          </tr>
        </tfoot>
      </table>
    </TableBox>
  );
}

/**
 * Where the target is reached or the fieldwork is over no more responses are on their way, and a sample that
 * is too small stays so.
 */
function flagsWord(isSufficient: boolean, isComplete: boolean): 'possible' | 'tooSmall' | 'impossible' {
  if (isSufficient) return 'possible';
  return isComplete ? 'tooSmall' : 'impossible';
}
