import { env } from '../../env.server.ts';
import type { CitedPublication } from '../../papers/publication-words.ts';
import { publicPaths } from '../../paths/public.ts';
import {
  type PermanentPublication,
  permanentPublication,
} from '../../use-cases/results/cited-publication.server.ts';
import { waves } from '../../use-cases/results/published/published-results.server.ts';
import { type Asked, chosenWave, type Guard, type Reader } from './report-pages.server.ts';

/** A reader with the publication that the address names. */
export interface PermanentReader extends Reader, PermanentPublication {
  cited: CitedPublication;
}

/** The newest publication of the wave that `?wave=` names, or else of the newest; 404 where there is none. */
export async function readCited({ request }: Asked, guard: Guard): Promise<PermanentReader> {
  const reader = await guard(request);
  const publicationId = chosenWave(request, waves(reader.database))?.publicationId ?? '';
  const found = permanentPublication(reader.database, publicationId);
  if (!found) throw new Response(null, { status: 404 });
  return { ...reader, ...found, cited: citedAs(request, found) };
}

/** The publication of an address with `$publication`, replaced or not; 404 for one never received. */
export async function readPermanent({ request, params }: Asked, guard: Guard): Promise<PermanentReader> {
  const reader = await guard(request);
  const found = permanentPublication(reader.database, params.publication ?? '');
  if (!found) throw new Response(null, { status: 404 });
  return { ...reader, ...found, cited: citedAs(request, found) };
}

/** Where the public finds this installation: as configured, else where the request came in. */
export function publicOrigin(request: Request): string {
  const { origin } = env();
  return new URL(origin ?? request.url).origin;
}

/** A publication as files cite it. */
export function citedAs(
  request: Request,
  { publication, replacedBy }: Pick<PermanentPublication, 'publication' | 'replacedBy'>,
): CitedPublication {
  const { publicationId, wave } = publication;
  const address = `${publicOrigin(request)}${publicPaths.publication(publicationId)}`;
  return { publicationId, wave, address, replacedBy };
}
