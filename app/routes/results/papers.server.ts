import { districtNumber } from '../../components/report/district-number.ts';
import { fileOnce } from '../../papers/kept-files.ts';
import { districtSheet } from '../../papers/reports/district-paper.server.ts';
import { overviewSheet } from '../../papers/reports/overview-paper.server.ts';
import type { ReportPaths } from '../../paths/report.ts';
import { attachedFile } from '../../server/attached-file.server.ts';
import { districtPaper } from '../../use-cases/results/exports/district-paper.server.ts';
import { judgedInterventions } from '../../use-cases/results/overview/done-and-beside.server.ts';
import { overviewReport } from '../../use-cases/results/overview/overview-report.server.ts';
import { waves } from '../../use-cases/results/published/published-results.server.ts';
import { publicOrigin, readCited } from './permanent.server.ts';
import { type Asked, audienceOf, chosenWave, type Guard } from './report-pages.server.ts';

interface Paper {
  guard: Guard;
  paths: ReportPaths;
  caching: string;
}

/** The paper of a district; 404 for one that the city does not have. */
export async function paperOfDistrict(asked: Asked, { guard, paths, caching }: Paper): Promise<Response> {
  const { database, translator, cited, user } = await readCited(asked, guard);
  const district = districtNumber(asked.params.district);
  const { waveId } = cited.wave;
  const paper =
    district === null ? null : districtPaper(database, { district, waveId, audience: audienceOf(user) });
  if (!paper) throw new Response(null, { status: 404 });
  const address = `${publicOrigin(asked.request)}${paths.district(paper.report.district.number, { wave: waveId })}`;
  const content = await fileOnce(
    database,
    [cited.publicationId, translator.language, address, JSON.stringify(paper.report.actions)],
    () => districtSheet(translator, paper, { cited, address }),
  );
  return attachedFile({
    content,
    name: `poczucie-${cited.publicationId}-D${district}.pdf`,
    type: 'pdf',
    caching,
  });
}

/** The paper of the overview. */
export async function paperOfOverview(asked: Asked, { guard, paths, caching }: Paper): Promise<Response> {
  const { database, translator, cited, user } = await readCited(asked, guard);
  const published = waves(database);
  const report = overviewReport(database, chosenWave(asked.request, published), published, audienceOf(user));
  if (!report) throw new Response(null, { status: 404 });
  const address = `${publicOrigin(asked.request)}${paths.overview({ wave: cited.wave.waveId })}`;
  const actions = [...report.lines, ...report.places].map((line) => line.actions);
  const judged = judgedInterventions(database).newest;
  const content = await fileOnce(
    database,
    [cited.publicationId, translator.language, address, JSON.stringify([actions, judged])],
    () => overviewSheet(translator, { ...report, judged }, { cited, address }),
  );
  return attachedFile({ content, name: `poczucie-${cited.publicationId}.pdf`, type: 'pdf', caching });
}
