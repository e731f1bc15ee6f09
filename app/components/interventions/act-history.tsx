import { city } from '#city/city.ts';
import { interventionStatuses, opinions } from '#core/intervention/intervention.ts';
import { planFields } from '#core/intervention/plan.ts';
import { useTranslator } from '../../i18n/context.tsx';
import { formatDay, formatInstant } from '../../i18n/format.ts';
import type { Translator } from '../../i18n/translate.ts';
import type { DoneAct } from '../../use-cases/results/interventions/intervention-report.server.ts';
import { fieldWords } from './field-words.ts';
import { areaWords, districtWords } from './where-words.ts';

interface ActHistoryProps {
  acts: readonly DoneAct[];
  aims: readonly { id: string; name: string }[];
}

/** Who did what, when, and what it changed: newest first. */
export function ActHistory({ acts, aims }: ActHistoryProps) {
  const translator = useTranslator();
  const { t, language } = translator;
  return (
    <section aria-labelledby="history">
      <h2 id="history">{t('planning:history.title')}</h2>
      <ol className="act-history">
        {acts.map((act, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a history only grows, and two acts may be alike
          <li key={index}>
            <p>
              <strong>{t(`planning:history.${act.act}`)}</strong>{' '}
              {t('planning:history.by', {
                by: act.actorName,
                when: formatInstant(language, act.at, city.timeZone),
              })}
            </p>
            <ChangeLines lines={linesOf(translator, act, aims)} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function ChangeLines({ lines }: { lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <ul className="plain-list act-changes">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

function linesOf(translator: Translator, { act, detail }: DoneAct, aims: ActHistoryProps['aims']): string[] {
  const { t, language } = translator;
  const text = (name: string) => String(detail[name] ?? '');
  const day = (name: string) => formatDay(language, text(name), 'medium');
  if (act === 'intervention-changed') {
    return planFields.flatMap((field) => {
      const change = changeOf(detail[field]);
      if (!change) return [];
      const words = (value: string) =>
        fieldWords(translator, field, value, aims) || t('planning:conflict.nothing');
      return [
        t('planning:history.change', {
          field: t(`planning:field.${field}`),
          from: words(change.from),
          to: words(change.to),
        }),
      ];
    });
  }
  if (act === 'step-taken') {
    const to = interventionStatuses.find((status) => status === changeOf(detail.status)?.to);
    const step = t('planning:history.step', {
      status: to ? t(`interventions:status.${to}`) : '',
      day: day('stepOn'),
    });
    return [step, ...(text('reason') === '' ? [] : [text('reason')])];
  }
  if (act === 'consultation-sent') {
    const district = districtWords(Number(detail.district));
    return [t('planning:history.sent', { district, sent: day('sentOn'), due: day('dueOn') })];
  }
  if (act === 'opinion-given') {
    const opinion = opinions.find((known) => known === detail.opinion);
    const district = districtWords(Number(detail.district));
    return [
      t('planning:history.opinion', {
        district,
        opinion: opinion ? t(`planning:opinionIs.${opinion}`) : '',
        day: day('givenOn'),
      }),
    ];
  }
  if (act === 'comparison-chosen' || act === 'comparison-frozen') {
    const areas = changeOf(detail.comparison)?.to.split(' ').filter(Boolean) ?? [];
    return [
      t('planning:history.areas', {
        areas: areas.map(areaWords).join(', ') || t('planning:conflict.nothing'),
      }),
    ];
  }
  return [];
}

function changeOf(value: unknown): { from: string; to: string } | null {
  if (typeof value !== 'object' || value === null || !('from' in value) || !('to' in value)) return null;
  return { from: String(value.from), to: String(value.to) };
}
