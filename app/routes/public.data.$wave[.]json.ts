import type { LoaderFunctionArgs } from '@remix-run/node';
import { resultsDatabase } from '../db.server.ts';
import { publicationFile } from '../use-cases/results/open-data.server.ts';

/** The whole publication with its signature, so that anyone can check who made it and that nothing was changed. */
export function loader({ params }: LoaderFunctionArgs) {
  const file = publicationFile(resultsDatabase(), params.wave ?? '');
  if (!file) throw new Response(null, { status: 404 });
  return new Response(file.text, {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': `attachment; filename="poczucie-${file.publicationId}.json"`,
      'Cache-Control': 'public, max-age=300',
      'Repr-Digest': `sha-256=:${Buffer.from(file.sha256, 'hex').toString('base64')}:`,
    },
  });
}
