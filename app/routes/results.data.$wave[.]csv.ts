import type { LoaderFunctionArgs } from '@remix-run/node';
import { resultsDatabase } from '../db.server.ts';
import { requireRole } from '../staff/access.server.ts';
import { figuresFile } from '../use-cases/results/open-data.server.ts';

/** Every published figure of a wave, for city hall's own spreadsheet: the same file that anyone gets. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireRole(request, 'city-analyst', 'viewer');
  const file = figuresFile(resultsDatabase(), params.wave ?? '');
  if (!file) throw new Response(null, { status: 404 });
  return new Response(file.text, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="poczucie-${file.publicationId}.csv"`,
      'Cache-Control': 'no-store',
    },
  });
}
