import type {
  DistrictReport,
  IndicatorGroup,
  IndicatorRow,
} from '#app/use-cases/results/district-report.server.ts';
import type { FlagRuleSettings } from '#core/flagging/rule-settings.ts';
import { useTranslator } from '../../i18n/context.tsx';
import { AnswerShares } from './answer-shares.tsx';
import { IndicatorTable } from './indicator-table.tsx';

interface IndicatorGroupsProps {
  waveId: string;
  groups: readonly IndicatorGroup[];
  place: string;
  linkOf(indicator: string): string;
  trailOf(indicator: string): string;
  rule: FlagRuleSettings;
}

/** Every indicator, folded by the page of the questionnaire; a closed group says what is in it. */
export function IndicatorGroups({ groups, ...shared }: IndicatorGroupsProps) {
  const { language } = useTranslator();
  return (
    <>
      {groups.map(({ page, topic, rows }) => (
        <details key={page} className="report-group">
          <summary>
            {topic[language]} <GroupCounts rows={rows} />
          </summary>
          <IndicatorTable {...shared} rows={rows} topic={topic[language]} />
        </details>
      ))}
    </>
  );
}

/** How many indicators, and how many of them the test sets apart from the rest of the city. */
function GroupCounts({ rows }: { rows: readonly IndicatorRow[] }) {
  const { t } = useTranslator();
  const count = (end: 'worse' | 'better') => rows.filter(({ judgement }) => judgement === end).length;
  const parts = (['worse', 'better'] as const)
    .filter((end) => count(end) > 0)
    .map((end) => t(`results:district.counts.${end}`, { count: count(end) }));
  return (
    <span className="group-counts">
      {[t('results:district.counts.indicators', { count: rows.length }), ...parts].join(' · ')}
    </span>
  );
}

interface AnswerGroupsProps {
  groups: DistrictReport['distributions'];
  place: string;
}

/** The answers to whole questions, folded like the indicators. */
export function AnswerGroups({ groups, place }: AnswerGroupsProps) {
  const { t, language } = useTranslator();
  return (
    <section aria-labelledby="answers-title">
      <h2 id="answers-title">{t('results:district.answers.title')}</h2>
      {groups.map(({ page, topic, distributions }) => (
        <details key={page} className="report-group">
          <summary>{topic === null ? t('results:district.answers.other') : topic[language]}</summary>
          {distributions.map((distribution) => (
            <AnswerShares key={distribution.variable} distribution={distribution} place={place} />
          ))}
        </details>
      ))}
    </section>
  );
}
