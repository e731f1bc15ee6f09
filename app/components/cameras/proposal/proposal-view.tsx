import type { ProposalPage } from '#app/use-cases/results/cameras/proposal-page.server.ts';
import type { offeredPlaces as offer } from '#app/use-cases/results/cameras/proposal-place.server.ts';
import { districtByNumber } from '#city/city.ts';
import { checklistSteps } from '#core/camera/checklist.ts';
import { useTranslator } from '../../../i18n/context.tsx';
import { formatDay, formatNumber } from '../../../i18n/format.ts';
import { cameraPaths } from '../../../paths/cameras.ts';
import { ProblemSummary } from '../../page/problem-summary.tsx';
import { ChecklistStepCard } from './checklist-step-card.tsx';
import { EndForms } from './end-forms.tsx';
import { PlaceSketchFigure } from './place-sketch.tsx';
import { ProposalActs } from './proposal-acts.tsx';
import { ProposalForm } from './proposal-form.tsx';
import type { RefusedForm } from './refused-form.ts';

interface ProposalViewProps {
  page: ProposalPage;
  mayEdit: boolean;
  mayCorrect: boolean;
  offeredPlaces: ReturnType<typeof offer> | null;
  done: string | null;
  refused: RefusedForm | null;
}

const acts = ['proposed', 'edit', 'save', 'confirm', 'take-back', 'ask', 'decide', 'drop'];

/** The whole proposal: what and why, the map of the place, the checklist, the decision, what was done. */
export function ProposalView(props: ProposalViewProps) {
  const { page, mayEdit, mayCorrect, offeredPlaces, done, refused } = props;
  const { t, language } = useTranslator();
  const { proposal, items, waitsFor } = page;
  const { numeral, name } = districtByNumber(proposal.district);
  const confirmed = items.filter(({ row }) => row.confirmedAt !== null).length;
  const typed = refused?.act === 'edit' ? refused.typed : null;
  const value = (field: string, stored: string) => typed?.[field]?.[0] ?? stored;
  return (
    <article className="camera-proposal">
      {refused ? (
        <ProblemSummary text={refused.text} field={refused.step ? `step-${refused.step}` : null} />
      ) : null}
      {done !== null && acts.includes(done) ? (
        <p className="notice done">{t(`cameras:done.${done}`)}</p>
      ) : null}
      <p className="way-back">
        <a href={cameraPaths.cameras()}>{t('cameras:back')}</a>
      </p>
      <p className="case-file-head">{t('cameras:proposal.caseFile', { id: proposal.proposalId })}</p>
      <h1>{proposal.title}</h1>
      {proposal.synthetic ? <p className="synthetic-mark">{t('cameras:proposals.synthetic')}</p> : null}
      <p className="proposal-standing" role="status">
        {proposal.status === 'open' || proposal.endedOn === null
          ? waitsFor === null
            ? t('cameras:proposals.whole')
            : t('cameras:proposals.waits', {
                confirmed,
                all: checklistSteps.length,
                waits: t(`cameras:step.${waitsFor}.short`),
              })
          : t(`cameras:proposals.${proposal.status}`, { day: formatDay(language, proposal.endedOn) })}
      </p>
      {proposal.ending === null ? null : (
        <p className="proposal-ending">
          {proposal.ending} <span className="soft">({proposal.endedByName})</span>
        </p>
      )}
      {proposal.corrects ? (
        <p>
          <a href={cameraPaths.proposal(proposal.corrects)}>
            {t('cameras:proposal.correctsId', { id: proposal.corrects })}
          </a>
        </p>
      ) : null}
      {page.correctedBy.map((id) => (
        <p key={id}>
          <a href={cameraPaths.proposal(id)}>{t('cameras:proposal.correctedBy', { id })}</a>
        </p>
      ))}
      <div className="proposal-head">
        <dl className="facts">
          <div>
            <dt>{t('cameras:proposal.threat')}</dt>
            <dd className="typed-text">{proposal.threat}</dd>
          </div>
          <div>
            <dt>{t('cameras:proposal.where')}</dt>
            <dd>
              {proposal.placeName}, {numeral} {name} ({proposal.latitude.toFixed(5)},{' '}
              {proposal.longitude.toFixed(5)})
            </dd>
          </div>
          <div>
            <dt>{t('cameras:proposal.cameras')}</dt>
            <dd>{formatNumber(language, proposal.cameras)}</dd>
          </div>
          <div>
            <dt>{t('cameras:proposal.responsible')}</dt>
            <dd>{proposal.responsible}</dd>
          </div>
          <div>
            <dt>{t('cameras:proposal.proposedOn')}</dt>
            <dd>{formatDay(language, proposal.proposedOn)}</dd>
          </div>
        </dl>
        <PlaceSketchFigure page={page} />
      </div>
      {mayEdit ? (
        <details className="screen-only" open={refused?.act === 'edit'}>
          <summary>{t('cameras:proposal.edit')}</summary>
          <ProposalForm
            action={cameraPaths.proposal(proposal.proposalId)}
            offered={offeredPlaces}
            isPlaceFixed={confirmed > 0}
            hidden={{ act: 'edit', revision: String(proposal.revision) }}
            values={{
              title: value('title', proposal.title),
              threat: value('threat', proposal.threat),
              cameras: value('cameras', String(proposal.cameras)),
              responsible: value('responsible', proposal.responsible),
              chosen: value('chosen', ''),
              point: value('point', ''),
              pointName: value('pointName', ''),
            }}
            submit={t('cameras:proposal.save')}
          />
        </details>
      ) : null}
      <section aria-labelledby="checklist-title">
        <h2 id="checklist-title">{t('cameras:checklist.title')}</h2>
        <p>{t('cameras:checklist.what')}</p>
        <ol className="checklist">
          {items.map((item) => (
            <ChecklistStepCard key={item.step} item={item} page={page} mayEdit={mayEdit} refused={refused} />
          ))}
        </ol>
      </section>
      {mayEdit ? <EndForms page={page} refused={refused} /> : null}
      {mayCorrect ? (
        <p className="actions screen-only">
          <a className="button secondary" href={cameraPaths.propose({ corrects: proposal.proposalId })}>
            {t('cameras:proposal.correct')}
          </a>
        </p>
      ) : null}
      <ProposalActs acts={page.acts} />
    </article>
  );
}
