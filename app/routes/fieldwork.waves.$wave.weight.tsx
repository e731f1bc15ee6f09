import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { WaveActPage } from '../components/desk/wave-act-page.tsx';
import { WeightingReport } from '../components/desk/weights-report.tsx';
import { titleOfPage } from '../components/page/page-title.ts';
import { useTranslator } from '../i18n/context.tsx';
import { formatInstant, formatNumber } from '../i18n/format.ts';
import { wavePaths } from '../paths/fieldwork.ts';
import { weightingReportOf } from '../use-cases/analysis/stored-runs.server.ts';
import { deskOf, waveHead, waveOf } from './fieldwork/desk.server.ts';
import { startJob } from './fieldwork/wave-acts.server.ts';

const actors = ['manager', 'firm-analyst'] as const;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const desk = await deskOf(request, actors);
  const { database, translator } = desk;
  const wave = waveOf(desk, params.wave);
  const run = database.analysis.newestWeightRun(wave.waveId);
  return {
    ...waveHead(desk, wave, 'fieldwork:weight.title'),
    mayWeigh: wave.status === 'frozen' || wave.status === 'weighted',
    usesEducation: database.waves.educationMargins(wave.waveId).length > 0,
    responses: wave.frozenAt === null ? 0 : database.analysis.responseCount(wave.waveId),
    run: run
      ? {
          at: formatInstant(translator.language, run.createdAt, wave.timeZone),
          methodVersion: run.methodVersion,
          inputSha256: run.inputSha256,
          report: weightingReportOf(run),
        }
      : null,
  };
}

export const meta = titleOfPage;

export async function action({ request, params }: ActionFunctionArgs) {
  const desk = await deskOf(request, actors);
  return startJob(desk, waveOf(desk, params.wave), { act: 'weight' });
}

export default function Weight() {
  const { mayWeigh, usesEducation, responses, run, ...page } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t, language } = useTranslator();
  return (
    <WaveActPage {...page} refused={refused}>
      <p>
        {t(usesEducation ? 'fieldwork:weight.what' : 'fieldwork:weight.whatWithoutEducation')}{' '}
        {t('fieldwork:weight.then')}
      </p>
      {mayWeigh ? (
        <form method="post" action={wavePaths(page.waveId).weight} className="actions">
          <button type="submit" className={run ? 'secondary' : 'primary'}>
            {t(run ? 'fieldwork:weight.again' : 'fieldwork:weight.submit', {
              count: responses,
              n: formatNumber(language, responses),
            })}
          </button>
        </form>
      ) : null}
      {!mayWeigh && !run ? <p className="notice">{t('fieldwork:wave.notNow')}</p> : null}
      {run ? <WeightingReport {...run} /> : null}
    </WaveActPage>
  );
}
