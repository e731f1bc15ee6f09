import type { LoaderFunctionArgs } from '@remix-run/node';
import { resultsDatabase } from '../db.server.ts';
import { figuresFile } from '../use-cases/results/open-data.server.ts';

/** Every published figure of a wave, for a spreadsheet. */
export function loader({ params }: LoaderFunctionArgs) {
  const file = figuresFile(resultsDatabase(), params.wave ?? '');
  if (!file) throw new Response(null, { status: 404 });
  return new Response(file.text, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="poczucie-${file.publicationId}.csv"`,
      'Cache-Control': 'public, max-age=300',
    },
  });
}
