import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { WaveActPage } from '../components/desk/wave-act-page.tsx';
import { titleOfPage } from '../components/page/page-title.ts';
import { TableBox } from '../components/page/table-box.tsx';
import { accountsDatabase } from '../db.server.ts';
import { useTranslator } from '../i18n/context.tsx';
import { formatInstant } from '../i18n/format.ts';
import { detailLines } from './fieldwork/audit-words.server.ts';
import { deskOf, waveHead, waveOf } from './fieldwork/desk.server.ts';

/** Newest acts shown; the audit itself keeps all. */
const shown = 500;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const desk = await deskOf(request);
  const { database, translator } = desk;
  const wave = waveOf(desk, params.wave);
  const names = new Map<string, string>();
  const nameOf = (actor: string) => {
    const known = names.get(actor);
    if (known !== undefined) return known;
    const name = accountsDatabase().staff.byId(actor)?.name ?? actor;
    names.set(actor, name);
    return name;
  };
  const acts = database.audit.ofSubject(wave.waveId, shown);
  return {
    ...waveHead(desk, wave, 'fieldwork:audit.title'),
    isAnalysed: acts.some(({ act }) => act === 'wave-analysed'),
    entries: acts.map(({ at, actor, act, detail }) => ({
      at: formatInstant(translator.language, at, wave.timeZone),
      actor: translator.has(`fieldwork:audit.by.${actor}`)
        ? translator.t(`fieldwork:audit.by.${actor}`)
        : nameOf(actor),
      act: translator.has(`fieldwork:audit.act.${act}`) ? translator.t(`fieldwork:audit.act.${act}`) : act,
      detail: detailLines(translator, detail, wave.timeZone),
    })),
  };
}

export const meta = titleOfPage;

export default function Audit() {
  const { entries, isAnalysed, ...page } = useLoaderData<typeof loader>();
  const { t } = useTranslator();
  return (
    <WaveActPage {...page}>
      <p>{t('fieldwork:audit.what')}</p>
      {isAnalysed ? <p>{t('fieldwork:audit.beforeSuppression')}</p> : null}
      <TableBox label={t('fieldwork:audit.title')}>
        <table className="audit-table">
          <caption className="visually-hidden">{t('fieldwork:audit.title')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('fieldwork:audit.at')}</th>
              <th scope="col">{t('fieldwork:audit.who')}</th>
              <th scope="col">{t('fieldwork:audit.did')}</th>
              <th scope="col">{t('fieldwork:audit.detail')}</th>
            </tr>
          </thead>
          <tbody>
            {entries.map((entry, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: entries have no id here and never move
              <tr key={index}>
                <td className="nowrap">{entry.at}</td>
                <td>{entry.actor}</td>
                <td>{entry.act}</td>
                <td className="audit-detail">
                  {entry.detail.map((line) => (
                    <div key={line}>{line}</div>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableBox>
    </WaveActPage>
  );
}
