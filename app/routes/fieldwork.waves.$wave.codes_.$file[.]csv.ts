import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { readPrinterFile } from '../use-cases/fieldwork/codes/keep-printer-file.server.ts';
import { deskOf, waveOf } from './fieldwork/desk.server.ts';

/** A kept file for the print supplier, as often as it takes to arrive. It is asked for with POST: every reading is written down. */
export async function action({ request, params }: ActionFunctionArgs) {
  const desk = await deskOf(request, ['manager']);
  const { waveId } = waveOf(desk, params.wave);
  const read = readPrinterFile(desk.database, { waveId, fileId: Number(params.file) }, desk.act);
  if (!read.ok) {
    return redirect(`/fieldwork/waves/${waveId}/codes?refused=${read.reason}`, { status: 303 });
  }
  return new Response(new Uint8Array(read.content), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Length': String(read.content.length),
      'Content-Disposition': `attachment; filename="kody-${waveId}-${read.file.fileId}.csv"`,
      'Cache-Control': 'no-store',
    },
  });
}
