import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { type WaveStep, waveSteps } from '#core/fieldwork/wave-steps.ts';
import { StepMark } from '../components/desk/step-mark.tsx';
import { titleOfPage } from '../components/page/page-title.ts';
import { useTranslator } from '../i18n/context.tsx';
import { wavePaths } from '../paths/fieldwork.ts';
import { windowRemark } from '../use-cases/fieldwork/wave-plan.ts';
import { type WaveStanding, waveStanding } from '../use-cases/fieldwork/wave-standing.server.ts';
import { deskOf, waveOf } from './fieldwork/desk.server.ts';
import { stepFacts } from './fieldwork/step-facts.server.ts';
import { actorsOfStep, pageOfStep } from './fieldwork/step-pages.ts';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const desk = await deskOf(request);
  const { database, user, act, translator } = desk;
  const wave = waveOf(desk, params.wave);
  const standing = waveStanding(database, wave, act.now);
  const facts = stepFacts(translator, database, wave, standing);
  const job = database.jobs.runningOf(wave.waveId);
  return {
    title: translator.t(`fieldwork:season.${wave.season}`, { year: wave.year }),
    waveId: wave.waveId,
    status: wave.status === 'open' && standing.states.fieldwork === 'done' ? 'ended' : wave.status,
    drawn: wave.status !== 'planned',
    remark: wave.status === 'planned' || wave.status === 'sampled' ? windowRemark(wave, act.now) : null,
    mayDelete: wave.status === 'planned' && user.role === 'manager',
    takesCodes: user.role === 'manager' && (wave.status === 'sampled' || wave.status === 'open'),
    inReserve:
      user.role === 'manager' && standing.takesPeople && standing.figures.drawn > standing.figures.released,
    job: job ? job.kind : null,
    steps: waveSteps.map((step) => ({
      step,
      state: standing.states[step],
      facts: facts[step],
      mayAct: actorsOfStep[step].includes(user.role),
      act: actOf(step, standing),
    })),
  };
}

/**
 * The act that a step offers: closing waits for the end of the grace period, and may be done before the
 * planned end.
 */
function actOf(step: WaveStep, { states, moment }: WaveStanding): 'act' | 'early' | null {
  if (step === 'close' && moment === 'grace') return null;
  if (step === 'close' && moment === 'open') return 'early';
  return states[step] === 'next' ? 'act' : null;
}

export const meta = titleOfPage;

export default function Wave() {
  const { title, waveId, status, drawn, takesCodes, remark, mayDelete, inReserve, job, steps } =
    useLoaderData<typeof loader>();
  const { t } = useTranslator();
  const paths = wavePaths(waveId);
  return (
    <>
      <h1>
        {title} <span className="soft">{waveId}</span>{' '}
        <span className={`wave-status wave-status-${status}`}>{t(`fieldwork:status.${status}`)}</span>
      </h1>
      <nav className="sub-navigation" aria-label={t('fieldwork:wave.pages')}>
        <ul>
          {drawn ? (
            <li>
              <a href={paths.progress}>{t('fieldwork:progress.title')}</a>
            </li>
          ) : null}
          {takesCodes ? (
            <li>
              <a href={paths.codes}>{t('fieldwork:codes.title')}</a>
            </li>
          ) : null}
          {inReserve ? (
            <li>
              <a href={paths.replicates}>{t('fieldwork:replicates.title')}</a>
            </li>
          ) : null}
          <li>
            <a href={paths.audit}>{t('fieldwork:audit.title')}</a>
          </li>
        </ul>
      </nav>
      {remark ? <p className="notice">{t(`fieldwork:wave.remark.${remark}`)}</p> : null}
      {job ? (
        <p className="notice">
          {t(`fieldwork:job.running.${job}`)} <a href={paths.job}>{t('fieldwork:job.look')}</a>
        </p>
      ) : null}
      <ol className="wave-steps">
        {steps.map(({ step, state, facts, mayAct, act }) => (
          <li key={step} className={`wave-step wave-step-${state}`}>
            <StepMark state={state} />
            <div>
              <h2>
                {t(`fieldwork:step.${step}.title`)}{' '}
                <span className="wave-step-state">{t(`fieldwork:stepState.${state}`)}</span>
              </h2>
              {state === 'next' || (state === 'later' && facts.length === 0) ? (
                <p className="soft">{t(`fieldwork:step.${step}.what`)}</p>
              ) : null}
              {facts.map((fact) => (
                <p key={fact}>{fact}</p>
              ))}
              {act && !job ? <StepAct {...{ waveId, step, mayAct, act }} /> : null}
            </div>
          </li>
        ))}
      </ol>
      {mayDelete && !job ? (
        <p className="way-on">
          <a href={paths.delete}>{t('fieldwork:delete.title')}</a>
        </p>
      ) : null}
    </>
  );
}

interface StepActProps {
  waveId: string;
  step: WaveStep;
  mayAct: boolean;
  act: 'act' | 'early';
}

function StepAct({ waveId, step, mayAct, act }: StepActProps) {
  const { t } = useTranslator();
  if (!mayAct && act === 'early') return null;
  if (!mayAct) return <p className="soft">{t('fieldwork:step.notYours')}</p>;
  return (
    <p>
      <a className={act === 'early' ? undefined : 'button'} href={wavePaths(waveId)[pageOfStep[step]]}>
        {act === 'early' ? t('fieldwork:step.close.early') : t(`fieldwork:step.${step}.act`)}
      </a>
    </p>
  );
}
