import type { CameraReport } from '#app/use-cases/results/cameras/camera-report.server.ts';
import { useTranslator } from '../../i18n/context.tsx';
import { formatNumber } from '../../i18n/format.ts';
import { cameraPaths } from '../../paths/cameras.ts';
import { AnnouncedCameras } from './announced-cameras.tsx';
import { CameraMap } from './camera-map.tsx';
import { DistrictCounts, UnitCounts } from './count-tables.tsx';
import { PlaceReachTable } from './place-reach-table.tsx';
import { ProposalList } from './proposal-list.tsx';
import { RegisterStates } from './register-states.tsx';

interface CameraReportViewProps {
  title: string;
  report: CameraReport;
  mayEdit: boolean;
  /** Whether a register was just taken in. */
  isImported: boolean;
}

/** The page of the cameras: what the city announced, what the register counts, what is proposed. */
export function CameraReportView({ title, report, mayEdit, isImported }: CameraReportViewProps) {
  const { t, language } = useTranslator();
  const { totals, withoutPoint } = report;
  const number = (value: number) => formatNumber(language, value);
  const hasRegister = report.states.length > 0;
  const isSynthetic = report.current.some(({ state }) => state?.synthetic);
  return (
    <div className="cameras-page">
      <h1>{title}</h1>
      {isImported ? <p className="notice done">{t('cameras:imported')}</p> : null}
      <p className="lead">
        {hasRegister
          ? t('cameras:answer', {
              integrated: number(totals.integrated),
              linkable: number(totals.linkable),
              planned: number(totals.planned),
            })
          : t('cameras:noRegister')}
        {isSynthetic ? <strong className="synthetic-mark"> {t('cameras:synthetic')}</strong> : null}
      </p>
      <AnnouncedCameras announced={report.announced} />
      <section aria-labelledby="proposals-title">
        <h2 id="proposals-title">{t('cameras:proposals.title')}</h2>
        <ProposalList proposals={report.proposals} mayEdit={mayEdit} />
      </section>
      {hasRegister ? (
        <>
          <section aria-labelledby="districts-title">
            <h2 id="districts-title">{t('cameras:districts.title')}</h2>
            <div className="map-and-table">
              <CameraMap map={report.map} districts={report.districts} current={report.current} />
              <DistrictCounts districts={report.districts} totals={totals} />
            </div>
            <p className="soft">
              {t('cameras:districts.withoutPoint', {
                integrated: number(withoutPoint.integrated),
                linkable: number(withoutPoint.linkable),
                planned: number(withoutPoint.planned),
              })}
            </p>
          </section>
          {report.reach && report.reach.places.length > 0 ? (
            <section aria-labelledby="reach-title">
              <h2 id="reach-title">{t('cameras:reach.title', { metres: number(report.reach.metres) })}</h2>
              <PlaceReachTable reach={report.reach} mayEdit={mayEdit} />
            </section>
          ) : null}
          <section aria-labelledby="units-title">
            <h2 id="units-title">{t('cameras:units.title')}</h2>
            <UnitCounts units={report.units} />
          </section>
        </>
      ) : null}
      <section aria-labelledby="states-title">
        <h2 id="states-title">{t('cameras:states.title')}</h2>
        <RegisterStates states={report.states} current={report.current} />
        {mayEdit ? (
          <p className="actions">
            <a className="button secondary" href={cameraPaths.import}>
              {t('cameras:import.title')}
            </a>
          </p>
        ) : null}
      </section>
    </div>
  );
}
