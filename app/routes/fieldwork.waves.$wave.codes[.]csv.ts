import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { letterOrigin } from '../letter-origin.server.ts';
import { issueCodes } from '../use-cases/issue-codes.server.ts';
import { printerFile } from '../use-cases/printer-file.ts';
import { reissueCodes } from '../use-cases/reissue-codes.server.ts';
import { deskOf, waveOf } from './fieldwork/desk.server.ts';
import { formOf } from './fieldwork/wave-acts.server.ts';

/**
 * Issues the codes and answers with the file for the print supplier. It is the only time that the codes can be read: the
 * database keeps their hashes.
 */
export async function action({ request, params }: ActionFunctionArgs) {
  const desk = await deskOf(request, ['manager']);
  const { waveId } = waveOf(desk, params.wave);
  const form = await formOf(request);
  const page = `/fieldwork/waves/${waveId}/codes`;
  if (form.get('confirm') !== 'yes') return redirect(`${page}?refused=not-confirmed`, { status: 303 });
  const origin = letterOrigin(new URL(request.url).origin);
  if (origin === null) return redirect(`${page}?refused=origin-missing`, { status: 303 });
  const issue = form.get('again') === 'yes' ? reissueCodes : issueCodes;
  const issued = issue(desk.database, waveId, desk.act);
  if (!issued.ok) return redirect(`${page}?refused=${issued.reason}`, { status: 303 });
  return new Response(printerFile(issued.codes, origin), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="kody-${waveId}.csv"`,
      'Cache-Control': 'no-store',
    },
  });
}
