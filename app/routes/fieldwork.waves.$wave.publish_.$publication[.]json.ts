import type { LoaderFunctionArgs } from '@remix-run/node';
import { attachedFile } from '../server/attached-file.server.ts';
import { publicationFileOf } from '../use-cases/analysis/hand-over-publication.server.ts';
import { deskOf, waveOf } from './fieldwork/desk.server.ts';

/** The publication with its signature, to be carried to a city hall that runs elsewhere. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const desk = await deskOf(request, ['manager', 'firm-analyst']);
  const { waveId } = waveOf(desk, params.wave);
  const row = desk.database.analysis
    .publications(waveId)
    .find(({ publicationId }) => publicationId === params.publication);
  if (!row) throw new Response(null, { status: 404 });
  return attachedFile({
    content: publicationFileOf(row),
    name: `${row.publicationId}.json`,
    type: 'json',
    caching: 'no-store',
  });
}
