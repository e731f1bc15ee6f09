import { attachedFile } from '../../server/attached-file.server.ts';
import { figuresFile } from '../../use-cases/results/open-data.server.ts';
import type { Asked, Guard } from './report-pages.server.ts';

/** The file of all figures of a wave; 404 for a wave that nobody published. */
export async function figuresOfWave({ request, params }: Asked, guard: Guard, caching: string) {
  const { database } = await guard(request);
  const file = figuresFile(database, params.wave ?? '');
  if (!file) throw new Response(null, { status: 404 });
  return attachedFile({
    content: file.text,
    name: `poczucie-${file.publicationId}.csv`,
    type: 'csv',
    caching,
  });
}
