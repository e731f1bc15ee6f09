import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { wavePaths } from '../paths/fieldwork.ts';
import { attachedFile } from '../server/attached-file.server.ts';
import { readPrinterFile } from '../use-cases/fieldwork/codes/keep-printer-file.server.ts';
import { deskOf, waveOf } from './fieldwork/desk.server.ts';

/**
 * A kept file for the print supplier, as often as it takes to arrive. It is asked for with POST: every
 * reading is written down.
 */
export async function action({ request, params }: ActionFunctionArgs) {
  const desk = await deskOf(request, ['manager']);
  const { waveId } = waveOf(desk, params.wave);
  const read = readPrinterFile(desk.database, { waveId, fileId: Number(params.file) }, desk.act);
  if (!read.ok) {
    return redirect(wavePaths(waveId).codesRefused(read.reason), { status: 303 });
  }
  return attachedFile({
    content: new Uint8Array(read.content),
    name: `kody-${waveId}-${read.file.fileId}.csv`,
    type: 'csv',
    caching: 'no-store',
  });
}
