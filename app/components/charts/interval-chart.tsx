import type { PublishedWave } from '#core/fieldwork/published-wave.ts';
import type { PublishedEstimate } from '#core/publication/published-estimate.ts';
import type { PublishedIndicator } from '#core/publication/published-indicator.ts';
import { useTranslator } from '../../i18n/context.tsx';
import { formatNumber } from '../../i18n/format.ts';
import type { Translator } from '../../i18n/translate.ts';
import { TableBox } from '../page/table-box.tsx';
import { ChartCanvas, WithoutPicture } from './chart-canvas.tsx';
import { estimateWords, qualityWords } from './figure-words.ts';
import { fittedAxis } from './fitted-axis.ts';
import type { IntervalPicture, IntervalRow } from './picture.ts';
import { axisNote, baseRange, sourceWords } from './trend-picture.ts';
import { onHundred } from './trend-series.ts';

export interface IntervalDomain {
  key: string;
  label: string;
  /** Page of the domain, where it has one. */
  to?: string;
  estimate: PublishedEstimate | null;
}

export interface IntervalSubject {
  title: string;
  indicator: PublishedIndicator;
  wave: PublishedWave;
  domains: readonly IntervalDomain[];
  /** Heading of the column of domains. */
  heading: string;
  /** The city's own figure, drawn as a line across. */
  reference: { label: string; estimate: PublishedEstimate } | null;
}

/** Dots with intervals over the same table, in the order given: never a ranking. */
export function IntervalChart(subject: IntervalSubject) {
  const translator = useTranslator();
  const { t, language } = translator;
  const { title, indicator, domains, heading, reference } = subject;
  const picture = intervalPicture(translator, subject);
  return (
    <figure className="chart">
      <ChartCanvas drawn={{ kind: 'intervals', picture }} summary={title} />
      <WithoutPicture>
        {title}. {sourceWords(translator, [{ wave: subject.wave }])}
      </WithoutPicture>
      <TableBox label={title}>
        <table className="stacked">
          <caption>
            {t('results:trend.tableOfGroups')} {picture.notes[0]}
            {reference ? ` ${referenceWords(translator, subject)}` : ''}
          </caption>
          <thead>
            <tr>
              <th scope="col">{heading}</th>
              <th scope="col" className="number">
                {t(`results:trend.column.${indicator.kind}`)}
              </th>
              <th scope="col" className="number">
                {t('results:trend.column.n')}
              </th>
              <th scope="col">{t('results:trend.column.remarks')}</th>
            </tr>
          </thead>
          <tbody>
            {domains.map(({ key, label, to, estimate }) => (
              <tr key={key}>
                <th scope="row">{to ? <a href={to}>{label}</a> : label}</th>
                <td className="number" data-label={t(`results:trend.column.${indicator.kind}`)}>
                  {estimateWords(translator, indicator.kind, estimate)}
                </td>
                <td className="number" data-label={t('results:trend.column.n')}>
                  {estimate === null || estimate.n === null ? '–' : formatNumber(language, estimate.n)}
                </td>
                <td>{estimate ? qualityWords(translator, estimate) : null}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableBox>
    </figure>
  );
}

function referenceWords(translator: Translator, { reference, indicator }: IntervalSubject): string {
  if (!reference) return '';
  return `${reference.label}: ${estimateWords(translator, indicator.kind, reference.estimate)}.`;
}

/** The whole picture, words included; the table below it says the same. */
export function intervalPicture(translator: Translator, subject: IntervalSubject): IntervalPicture {
  const { t, language } = translator;
  const { title, indicator, wave, domains, reference } = subject;
  const { kind } = indicator;
  const figures = domains.flatMap(({ estimate }) => (estimate ? [{ wave, estimate }] : []));
  const rows = domains.map(({ label, estimate }): IntervalRow => {
    const scaled = (value: number | null | undefined) =>
      value === null || value === undefined ? null : onHundred(kind, value);
    return {
      label,
      value: scaled(estimate?.value),
      lower: scaled(estimate?.lower),
      upper: scaled(estimate?.upper),
      words: `${label}: ${estimateWords(translator, kind, estimate)}`,
    };
  });
  const cityValue = reference?.estimate.value ?? null;
  const axis = fittedAxis([
    ...rows.flatMap(({ value, lower, upper }) => [value, lower, upper].filter((edge) => edge !== null)),
    ...(cityValue === null ? [] : [onHundred(kind, cityValue)]),
  ]);
  return {
    title,
    unit: t(`results:trend.unit.${kind}`),
    axis,
    notes: [
      t('results:trend.note.base', { base: indicator.base[language], n: baseRange(translator, figures) }),
      [t('results:trend.note.intervals'), referenceWords(translator, subject)].join(' ').trim(),
      sourceWords(translator, [{ wave }]),
      ...axisNote(translator, axis),
    ],
    rows,
    reference:
      reference && cityValue !== null ? { value: onHundred(kind, cityValue), label: reference.label } : null,
  };
}
