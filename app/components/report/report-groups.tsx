import type {
  DistrictReport,
  IndicatorGroup,
  IndicatorRow,
} from '#app/use-cases/results/district-report.server.ts';
import type { PublishedWave } from '#core/fieldwork/published-wave.ts';
import type { FlagRuleSettings } from '#core/flagging/rule-settings.ts';
import { useTranslator } from '../../i18n/context.tsx';
import { waveWords } from '../page/wave-words.ts';
import { AnswerShares } from './answer-shares.tsx';
import { IndicatorTable } from './indicator-table.tsx';

interface IndicatorGroupsProps {
  waveId: string;
  groups: readonly IndicatorGroup[];
  place: string;
  linkOf(indicator: string): string;
  trailOf(indicator: string, isOfYear: boolean): string;
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

/**
 * How many indicators, and how many of them the test sets apart from the rest of the city; where two of these
 * are made of one question, as a share and its rest are, of how many questions.
 */
function GroupCounts({ rows }: { rows: readonly IndicatorRow[] }) {
  const { t } = useTranslator();
  const parts = (['worse', 'better'] as const).flatMap((end) => {
    const found = rows.filter(({ judgement }) => judgement === end);
    if (found.length === 0) return [];
    const indicators = t(`results:district.counts.${end}`, { count: found.length });
    const questions = new Set(found.map(({ indicator }) => indicator.variable ?? indicator.id)).size;
    if (questions === found.length) return [indicators];
    return [t('results:district.counts.ofQuestions', { indicators, count: questions })];
  });
  return (
    <span className="group-counts">
      {[t('results:district.counts.indicators', { count: rows.length }), ...parts].join(' · ')}
    </span>
  );
}

interface AnswerGroupsProps {
  groups: DistrictReport['distributions'];
  place: string;
  wave: PublishedWave;
  /** Whether the page opens with two waves together, of which these answers are not. */
  isOfOneOfTwo: boolean;
}

/** The answers to whole questions, folded like the indicators. */
export function AnswerGroups({ groups, place, wave, isOfOneOfTwo }: AnswerGroupsProps) {
  const translator = useTranslator();
  const { t, language } = translator;
  const ofWave = waveWords(translator, wave);
  return (
    <section aria-labelledby="answers-title">
      <h2 id="answers-title">{t('results:district.answers.title')}</h2>
      {isOfOneOfTwo ? <p>{t('results:district.answers.alone', { wave: ofWave })}</p> : null}
      {groups.map(({ page, topic, distributions }) => (
        <details key={page} className="report-group">
          <summary>{topic === null ? t('results:district.answers.other') : topic[language]}</summary>
          {distributions.map((distribution) => (
            <AnswerShares
              key={distribution.variable}
              distribution={distribution}
              place={place}
              wave={ofWave}
            />
          ))}
        </details>
      ))}
    </section>
  );
}
