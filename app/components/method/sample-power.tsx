import type { TestedSample } from '#core/flagging/power/detectable.ts';
import { flagPower } from '#core/flagging/power/flag-power.ts';
import { useTranslator } from '../../i18n/context.tsx';
import { formatNumber, formatShare } from '../../i18n/format.ts';
import { TableBox } from '../page/table-box.tsx';

const sizes = [0.03, 0.05, 0.08, 0.1, 0.15] as const;
const kinds = ['level', 'absolute', 'deterioration', 'gap'] as const;

/** How often true differences of several sizes are flagged, and how often as an alert. */
export function SamplePower({ sample, leads }: { sample: TestedSample; leads: boolean }) {
  const { t, language } = useTranslator();
  const caption = t(`method:limits.${leads ? 'powerYear' : 'power'}`, {
    share: formatShare(language, sample.share, 0),
  });
  const tested = leads ? { ...sample, respondents: sample.respondents.map((n) => 2 * n) } : sample;
  return (
    <TableBox label={caption}>
      <table className="compact">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('method:limits.size')}</th>
            {kinds.map((kind) => (
              <th key={kind} scope="col" className="number">
                {t(`method:flags.${kind}.name`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sizes.map((size) => {
            const powers = flagPower(tested, size);
            return (
              <tr key={size}>
                <th scope="row" className="number">
                  {formatNumber(language, size * 100)}
                </th>
                {kinds.map((kind) => {
                  const power = powers.find((one) => one.kind === kind);
                  return (
                    <td key={kind} className="number">
                      {t('method:limits.powerCell', {
                        flagged: formatShare(language, power?.flagged ?? 0, 0),
                        alert: formatShare(language, power?.alert ?? 0, 0),
                      })}
                    </td>
                  );
                })}
              </tr>
            );
          })}
        </tbody>
      </table>
    </TableBox>
  );
}
