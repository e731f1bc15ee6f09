import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { dayIn } from '#core/fieldwork/wave-time.ts';
import { SampleLimits } from '../components/method/sample-limits.tsx';
import { FormField } from '../components/page/form-field.tsx';
import { titleOfPage } from '../components/page/page-title.ts';
import { ProblemSummary } from '../components/page/problem-summary.tsx';
import { useTranslator } from '../i18n/context.tsx';
import { fieldworkPaths } from '../paths/fieldwork.ts';
import { isDemonstration } from '../server/demonstration.server.ts';
import { createWave, waveDefaults } from '../use-cases/fieldwork/create-wave.server.ts';
import { plannedSample } from '../use-cases/fieldwork/sample-limits.server.ts';
import { deskOf } from './fieldwork/desk.server.ts';
import { fieldOfRefusal, planOfForm, sampleSizeOf } from './fieldwork/plan-form.ts';
import { formOf } from './fieldwork/wave-acts.server.ts';

/**
 * With `?sampleSize=` and the other fields the form comes back as it was typed, with what such a sample can
 * show.
 */
export async function loader({ request }: LoaderFunctionArgs) {
  const { database, act, translator } = await deskOf(request, ['manager']);
  const year = Number(dayIn(act.now, waveDefaults.timeZone).slice(0, 4));
  const asked: Record<string, string> = {};
  for (const [name, value] of new URL(request.url).searchParams) asked[name] = value.slice(0, 100);
  return {
    title: translator.t('fieldwork:plan.title'),
    asked,
    sample: plannedSample(database, sampleSizeOf(asked.sampleSize, waveDefaults.sampleSize)),
    questionnaires: database.waves.questionnaires().map(({ version }) => version),
    defaults: { ...waveDefaults, year },
  };
}

export const meta = titleOfPage;

export async function action({ request }: ActionFunctionArgs) {
  const { database, act } = await deskOf(request, ['manager']);
  const form = await formOf(request);
  const made = createWave(database, { ...planOfForm(form), synthetic: isDemonstration() }, act);
  if (made.ok) throw redirect(fieldworkPaths.wave(made.waveId), { status: 303 });
  const typed: Record<string, string> = {};
  for (const [name, value] of form) if (typeof value === 'string') typed[name] = value.slice(0, 100);
  return data({ reason: made.reason, field: fieldOfRefusal[made.reason], typed }, { status: 422 });
}

export default function NewWave() {
  const { questionnaires, defaults, asked, sample } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useTranslator();
  const typed = refused?.typed ?? asked;
  const wanted = sampleSizeOf(typed.sampleSize, defaults.sampleSize);
  const refusal = refused ? t(`fieldwork:plan.refused.${refused.reason}`) : null;
  const field = (name: string, value: string | number, label = t(`fieldwork:plan.${name}`)) => ({
    name,
    label,
    defaultValue: typed[name] ?? value,
    problem: refused?.field === name ? refusal : null,
  });
  if (questionnaires.length === 0) {
    return (
      <>
        <h1>{t('fieldwork:plan.title')}</h1>
        <p className="notice">{t('fieldwork:plan.noQuestionnaire')}</p>
      </>
    );
  }
  return (
    <>
      {refusal ? <ProblemSummary text={refusal} field={refused?.field} /> : null}
      <h1>{t('fieldwork:plan.title')}</h1>
      <p>{t('fieldwork:plan.what')}</p>
      <form method="post" action={fieldworkPaths.newWave} noValidate className="plan-form">
        <div className="field-row">
          <FormField {...field('year', defaults.year)} inputMode="numeric" />
          <div className="field">
            <label htmlFor="season">{t('fieldwork:plan.season')}</label>
            <select id="season" name="season" defaultValue={typed.season ?? 'spring'}>
              <option value="spring">{t('fieldwork:seasonName.spring')}</option>
              <option value="autumn">{t('fieldwork:seasonName.autumn')}</option>
            </select>
          </div>
          <div className="field">
            <label htmlFor="questionnaire">{t('fieldwork:plan.questionnaire')}</label>
            <select
              id="questionnaire"
              name="questionnaire"
              defaultValue={typed.questionnaire ?? questionnaires[0]}
              aria-invalid={refused?.field === 'questionnaire' || undefined}
            >
              {questionnaires.map((version) => (
                <option key={version} value={version}>
                  {version}
                </option>
              ))}
            </select>
          </div>
        </div>
        <div className="field-row">
          <FormField {...field('firstDay', '')} type="date" hint={t('fieldwork:plan.windowHint')} />
          <FormField {...field('lastDay', '')} type="date" />
        </div>
        <div className="field-row">
          <FormField
            {...field('sampleSize', defaults.sampleSize)}
            inputMode="numeric"
            hint={t('fieldwork:plan.sampleSizeHint')}
          />
          <FormField
            {...field('responseRate', defaults.expectedResponseRate * 100)}
            inputMode="decimal"
            hint={t('fieldwork:plan.responseRateHint')}
          />
          <FormField
            {...field('replicates', defaults.reserveReplicates)}
            inputMode="numeric"
            hint={t('fieldwork:plan.replicatesHint')}
          />
        </div>
        <p className="actions">
          <button
            type="submit"
            className="secondary"
            formMethod="get"
            formAction={`${fieldworkPaths.newWave}#method-limits`}
          >
            {t('fieldwork:plan.preview')}
          </button>
        </p>
        <p className="hint">{t('fieldwork:plan.previewWhat')}</p>
        <SampleLimits
          sample={{ ...sample, respondents: sample.respondents.map(() => wanted) }}
          leads={wanted < sample.rule.rollingYearBelow}
        />
        <h2>{t('fieldwork:plan.more')}</h2>
        <div className="field-row">
          <FormField {...field('graceMinutes', defaults.graceMinutes)} inputMode="numeric" />
          <FormField
            {...field('partial', defaults.partialThreshold * 100)}
            inputMode="decimal"
            hint={t('fieldwork:plan.partialHint')}
          />
          <FormField
            {...field('complete', defaults.completeThreshold * 100)}
            inputMode="decimal"
            hint={t('fieldwork:plan.completeHint')}
          />
        </div>
        <fieldset className="field-group">
          <legend>{t('fieldwork:plan.education')}</legend>
          <p className="hint">{t('fieldwork:plan.educationHint')}</p>
          <div className="field-row of-four">
            {[1, 2, 3, 4].map((level) => (
              <FormField
                key={level}
                {...field(`education${level}`, '', t(`fieldwork:plan.educationLevel.${level}`))}
                inputMode="numeric"
              />
            ))}
          </div>
        </fieldset>
        <p className="actions">
          <button type="submit" className="primary">
            {t('fieldwork:plan.submit')}
          </button>
          <a className="button secondary" href={fieldworkPaths.waves}>
            {t('fieldwork:cancel')}
          </a>
        </p>
      </form>
    </>
  );
}
