import type { OpenWave } from '#app/use-cases/results/open-wave/open-wave.server.ts';
import { useTranslator } from '../../i18n/context.tsx';
import { formatDay, formatNumber, formatShare } from '../../i18n/format.ts';
import { resultsPaths } from '../../paths/results.ts';
import { TableBox } from '../page/table-box.tsx';
import { waveAtStart } from '../page/wave-words.ts';

/** Responses by district against the target, and what they could show if nobody answered any more. */
export function OpenWaveView({ open }: { open: OpenWave }) {
  const translator = useTranslator();
  const { t, language } = translator;
  const { report, districts, responses, share, designEffect } = open;
  const number = (value: number) => formatNumber(language, value);
  const points = (value: number) =>
    Number.isFinite(value) ? formatNumber(language, value * 100, 1) : t('context:open.nothing');
  const target = report.target * districts.length;
  const column = (name: string) => t(`context:open.column.${name}`);
  return (
    <>
      <p className="lead">
        {t('context:open.lead', {
          wave: waveAtStart(translator, report),
          responses: number(responses),
          target: number(target),
          share: formatShare(language, responses / target, 0),
          day: formatDay(language, report.asOf),
          until: formatDay(language, report.answersUntil),
        })}
      </p>
      <p>
        {t('context:open.what', {
          share: formatShare(language, share, 0),
          deff: formatNumber(language, designEffect, 1),
        })}
      </p>
      <TableBox label={t('context:open.table')}>
        <table className="stacked">
          <caption>{t('context:open.caption', { day: formatDay(language, report.asOf) })}</caption>
          <thead>
            <tr>
              {(['district', 'responses', 'ofTarget', 'margin', 'level', 'change'] as const).map((name) => (
                <th key={name} scope="col" className={name === 'district' ? undefined : 'number'}>
                  {column(name)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {districts.map(({ district, name, responses: own, limits }) => (
              <tr key={district}>
                <th scope="row">
                  <a href={resultsPaths.district(district)}>{name}</a>
                </th>
                <td className="number" data-label={column('responses')}>
                  {`${number(own)} / ${number(report.target)}`}
                </td>
                <td className="number" data-label={column('ofTarget')}>
                  {formatShare(language, own / report.target, 0)}
                </td>
                <td className="number" data-label={column('margin')}>
                  {own === 0 ? t('context:open.nothing') : `± ${points(limits.margin)}`}
                </td>
                <td className="number" data-label={column('level')}>
                  {limits.isSufficient ? points(limits.level) : t('context:open.nothing')}
                </td>
                <td className="number" data-label={column('change')}>
                  {limits.isSufficient ? points(limits.change) : t('context:open.nothing')}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableBox>
      <p>{t('context:open.source')}</p>
    </>
  );
}
