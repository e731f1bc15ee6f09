import type { IndicatorRow } from '#app/use-cases/results/report-topics.server.ts';
import { isBeyondMargin } from '#core/analysis/rest-comparison.ts';
import type { FlagRuleSettings } from '#core/flagging/rule-settings.ts';
import { useTranslator } from '../../i18n/context.tsx';
import { endsOf } from '../charts/directed-words.ts';
import { marginWords } from '../charts/figure-words.ts';
import { TrailLink } from '../figure-trail/trail-link.tsx';
import { DirectedDifference } from '../figures/directed-difference.tsx';
import { rankWords } from '../figures/rank-words.ts';
import { RestStanding } from '../figures/rest-standing.tsx';
import { ShownFigure } from '../figures/shown-figure.tsx';
import { TableBox } from '../page/table-box.tsx';
import { isOtherSeason, waveIdWords } from '../page/wave-words.ts';

interface IndicatorTableProps {
  waveId: string;
  rows: readonly IndicatorRow[];
  /** What the indicators have in common, for the caption. */
  topic: string;
  /** Place of the figures, for the caption. */
  place: string;
  /** Where an indicator's trend is drawn. */
  linkOf(indicator: string): string;
  /** Where it is told how a figure was made. */
  trailOf(indicator: string, isOfYear: boolean): string;
  rule: FlagRuleSettings;
}

/** Several indicators in one place: figure, rest of the city, change and rank range. */
export function IndicatorTable({ waveId, rows, topic, place, linkOf, trailOf, rule }: IndicatorTableProps) {
  const translator = useTranslator();
  const { t } = translator;
  const caption = t('results:district.table.caption', { topic, place });
  const isDistrict = rows.some(({ standing }) => standing !== null);
  const against = [...new Set(rows.flatMap(({ estimate }) => estimate?.change?.against ?? []))];
  const [only] = against.length === 1 ? against : [];
  const isOfYears = rows.some(({ alone }) => alone !== null);
  return (
    <TableBox label={caption}>
      <table className="indicator-table stacked">
        <caption>
          {caption}
          {against.some((wave) => isOtherSeason(waveId, wave)) ? `. ${t('results:trend.otherSeason')}` : ''}
        </caption>
        <thead>
          <tr>
            <th scope="col">{t('results:district.table.indicator')}</th>
            <th scope="col">{t('results:district.table.figure')}</th>
            {isDistrict ? <th scope="col">{t('results:district.table.rest')}</th> : null}
            <th scope="col">
              {only === undefined
                ? t('results:district.table.change')
                : t(`results:district.table.${isOfYears ? 'changeAgainstYear' : 'changeAgainst'}`, {
                    wave: waveIdWords(translator, only),
                  })}
            </th>
            {isDistrict ? <th scope="col">{t('results:district.table.rank')}</th> : null}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row
              key={row.indicator.id}
              row={row}
              isDistrict={isDistrict}
              withAgainst={only === undefined}
              link={linkOf(row.indicator.id)}
              trail={trailOf(row.indicator.id, row.alone !== null)}
              rule={rule}
            />
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}

interface RowProps {
  row: IndicatorRow;
  isDistrict: boolean;
  /** Whether the row names the wave that its change is measured against. */
  withAgainst: boolean;
  link: string;
  trail: string;
  rule: FlagRuleSettings;
}

function Row({ row, isDistrict, withAgainst, link, trail, rule }: RowProps) {
  const translator = useTranslator();
  const { t, language } = translator;
  const { indicator, estimate, alone, standing, judgement } = row;
  return (
    <tr>
      <th scope="row">
        <a href={link}>{indicator.name[language]}</a>
        <span className="row-base">
          {t('results:trend.note.baseOnly', { base: indicator.base[language] })}
        </span>
      </th>
      <td data-label={t('results:district.table.figure')}>
        <div>
          {estimate ? (
            <>
              <ShownFigure estimate={estimate} alone={alone} kind={indicator.kind} />{' '}
              <TrailLink to={trail} name={indicator.name[language]} isOfYears={alone !== null} />
            </>
          ) : (
            t('results:figure.none')
          )}
        </div>
      </td>
      {isDistrict ? (
        <td data-label={t('results:district.table.rest')}>
          <div>
            {standing ? (
              <RestStanding
                standing={standing}
                judgement={judgement}
                estimate={estimate}
                kind={indicator.kind}
                rule={rule}
                ends={endsOf(indicator)}
              />
            ) : null}
          </div>
        </td>
      ) : null}
      <td data-label={t('results:district.table.changeShort')}>
        <div>
          <Change row={row} withAgainst={withAgainst} rule={rule} />
        </div>
      </td>
      {isDistrict ? (
        <td data-label={t('results:district.table.rank')}>
          <div>
            {estimate?.rankRange ? rankWords(translator, estimate.rankRange) : t('results:district.noRank')}
          </div>
        </td>
      ) : null}
    </tr>
  );
}

function Change({
  row: { indicator, estimate, alone },
  withAgainst,
  rule,
}: Pick<RowProps, 'row' | 'withAgainst' | 'rule'>) {
  const translator = useTranslator();
  const { t } = translator;
  const change = estimate?.change;
  if (!change && alone?.change) {
    return (
      <>
        {t('results:trend.noChangeOfYears')}
        <span className="row-base">
          {t('results:year.alone')}{' '}
          <DirectedDifference {...alone.change} kind={indicator.kind} n={alone.n} ends={endsOf(indicator)} />{' '}
          {t('results:district.against', { wave: waveIdWords(translator, alone.change.against) })}
        </span>
      </>
    );
  }
  if (!change) return <>{t('results:trend.noChange')}</>;
  return (
    <>
      <span className="standing">
        {t(`results:district.change.${isBeyondMargin(change, rule) ? 'seen' : 'unseen'}`, {
          margin: marginWords(translator, indicator.kind, rule.changeMargin),
        })}
      </span>{' '}
      <DirectedDifference {...change} kind={indicator.kind} n={estimate.n} ends={endsOf(indicator)} />{' '}
      {withAgainst ? (
        <span className="row-base">
          {t('results:district.against', { wave: waveIdWords(translator, change.against) })}
        </span>
      ) : null}
    </>
  );
}
