import type { LoaderFunctionArgs } from '@remix-run/node';
import { attachedFile } from '../server/attached-file.server.ts';
import { publicationFile } from '../use-cases/results/open-data.server.ts';
import { anyone } from './public/anyone.server.ts';

/**
 * The whole publication with its signature, so that anyone can check who made it and that nothing was
 * changed.
 */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { database } = await anyone(request);
  const file = publicationFile(database, params.wave ?? '');
  if (!file) throw new Response(null, { status: 404 });
  return attachedFile({
    content: file.text,
    name: `poczucie-${file.publicationId}.json`,
    type: 'json',
    caching: 'public, max-age=300',
    sha256: file.sha256,
  });
}
