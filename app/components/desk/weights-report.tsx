import type { WeightingReport as Report } from '#core/weighting/weighting-report.ts';
import { useTranslator } from '../../i18n/context.tsx';
import { formatNumber, formatShare } from '../../i18n/format.ts';
import { weightingWarningText } from '../../i18n/weighting-warning.ts';
import { MarginTable } from '../figures/margin-table.tsx';
import { TableBox } from '../page/table-box.tsx';
import { DistrictName } from './district-name.tsx';

interface WeightingReportProps {
  at: string;
  methodVersion: string;
  inputSha256: string;
  report: Report;
}

/** What the weighting did: its cost in precision, its margins, what was merged and what to be wary of. */
export function WeightingReport({ at, methodVersion, inputSha256, report }: WeightingReportProps) {
  const { t, language } = useTranslator();
  const number = (value: number, decimals = 0) => formatNumber(language, value, decimals);
  const { trimming } = report;
  const isSound = report.converged && report.warnings.length === 0;
  const figures = [
    ['designEffect', number(report.designEffect, 2)],
    ['effectiveN', number(report.effectiveN)],
    ['iterations', number(report.iterations)],
    ['outsideBefore', formatShare(language, trimming.outsideBefore, 1)],
    ['outsideAfter', formatShare(language, trimming.outsideAfter, 1)],
    ['trimCycles', number(trimming.cycles)],
    ['merges', number(report.merges.length)],
    ['collapsedStrata', number(report.collapsedStrata)],
  ] as const;
  return (
    <section aria-labelledby="report-title">
      <h2 id="report-title">{t('fieldwork:weight.report')}</h2>
      <p className="hash soft">
        {t('fieldwork:weight.run', { at, version: methodVersion, sha256: inputSha256 })}
      </p>
      {isSound ? <p className="notice done">{t('fieldwork:weight.converged')}</p> : null}
      {report.converged ? null : <p className="notice alert">{t('fieldwork:weight.notConverged')}</p>}
      {report.warnings.length > 0 ? (
        <div className="notice watch">
          <h3>{t('fieldwork:weight.warnings')}</h3>
          <ul>
            {report.warnings.map((warning) => (
              <li key={JSON.stringify(warning)}>{weightingWarningText({ t, language }, warning)}</li>
            ))}
          </ul>
        </div>
      ) : null}
      <dl className="figures">
        {figures.map(([name, value]) => (
          <div key={name}>
            <dt>{t(`fieldwork:weight.figure.${name}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p>
        {t('fieldwork:weight.explained')}{' '}
        {t(`fieldwork:weight.trimming.${trimming.method}`, {
          lower: number(trimming.lower, 1),
          upper: number(trimming.upper, 1),
        })}
      </p>
      <h3>{t('fieldwork:weight.margins')}</h3>
      <MarginTable
        captioned={false}
        label={t('fieldwork:weight.margins')}
        columns={{
          margin: t('fieldwork:weight.margin'),
          groups: t('fieldwork:weight.groups'),
          deviation: t('fieldwork:weight.deviation'),
        }}
        margins={report.margins.map((margin) => ({
          ...margin,
          words: t(`fieldwork:weight.marginName.${margin.name}`),
        }))}
      />
      <h3>{t('fieldwork:weight.districts')}</h3>
      <DistrictTable districts={report.districts} />
    </section>
  );
}

function DistrictTable({ districts }: { districts: Report['districts'] }) {
  const { t, language } = useTranslator();
  return (
    <TableBox label={t('fieldwork:weight.districts')}>
      <table className="compact districts">
        <caption className="visually-hidden">{t('fieldwork:weight.districts')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('fieldwork:district')}</th>
            <th scope="col" className="number">
              {t('fieldwork:figure.responses')}
            </th>
            <th scope="col" className="number">
              {t('fieldwork:weight.figure.designEffect')}
            </th>
            <th scope="col" className="number">
              {t('fieldwork:weight.figure.effectiveN')}
            </th>
          </tr>
        </thead>
        <tbody>
          {districts.map(({ district, respondents, designEffect, effectiveN }) => (
            <tr key={district}>
              <th scope="row">
                <DistrictName district={district} />
              </th>
              <td className="number">{formatNumber(language, respondents)}</td>
              <td className="number">{formatNumber(language, designEffect, 2)}</td>
              <td className="number">{formatNumber(language, effectiveN)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}
