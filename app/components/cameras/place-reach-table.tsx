import type { CameraReport } from '#app/use-cases/results/cameras/camera-report.server.ts';
import { districtByNumber } from '#city/city.ts';
import { cameraKinds } from '#core/camera/camera.ts';
import { useTranslator } from '../../i18n/context.tsx';
import { formatNumber } from '../../i18n/format.ts';
import { cameraPaths } from '../../paths/cameras.ts';
import { TableBox } from '../page/table-box.tsx';
import { waveWords } from '../page/wave-words.ts';

interface PlaceReachTableProps {
  reach: NonNullable<CameraReport['reach']>;
  mayEdit: boolean;
}

/** Cameras near each flagged place of the newest publication. */
export function PlaceReachTable({ reach: { summary, metres, places }, mayEdit }: PlaceReachTableProps) {
  const translator = useTranslator();
  const { t, language } = translator;
  const label = t('cameras:reach.table', { wave: waveWords(translator, summary.wave) });
  return (
    <>
      <p>{t('cameras:reach.what', { metres: formatNumber(language, metres) })}</p>
      <TableBox label={label}>
        <table className="compact stacked">
          <caption>{label}</caption>
          <thead>
            <tr>
              <th scope="col">{t('cameras:column.place')}</th>
              <th scope="col">{t('cameras:column.district')}</th>
              {cameraKinds.map((kind) => (
                <th key={kind} scope="col" className="number">
                  {t(`cameras:kindShort.${kind}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {places.map(({ number, placeId, name, district, counts }) => (
              <tr key={placeId}>
                <th scope="row">
                  {number}. {name}
                  {mayEdit ? (
                    <>
                      {' '}
                      <a className="row-act" href={cameraPaths.propose({ place: placeId })}>
                        {t('cameras:reach.propose')}
                        <span className="visually-hidden">: {name}</span>
                      </a>
                    </>
                  ) : null}
                </th>
                <td data-label={t('cameras:column.district')}>
                  {district === null ? '–' : districtByNumber(district).name}
                </td>
                {cameraKinds.map((kind) => (
                  <td key={kind} className="number" data-label={t(`cameras:kindShort.${kind}`)}>
                    {formatNumber(language, counts[kind])}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </TableBox>
    </>
  );
}
