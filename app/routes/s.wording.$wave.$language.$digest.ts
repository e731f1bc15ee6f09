import type { LoaderFunctionArgs } from '@remix-run/node';
import { isLanguage } from '#core/language.ts';
import { keptWording } from '../use-cases/resident/kept-wording.server.ts';
import { questionnaireOf } from '../use-cases/wave/questionnaire-of-wave.server.ts';
import { residentContext } from './s/visit.server.ts';

/** All pages of an open wave's questionnaire in a language, for scripts that draw the next one themselves. */
export function loader({ params }: LoaderFunctionArgs) {
  const { database } = residentContext();
  const wave = database.waves.wave(params.wave ?? '');
  if (wave?.status !== 'open' || !isLanguage(params.language)) throw new Response(null, { status: 404 });
  const { body, digest } = keptWording(questionnaireOf(database, wave), wave, params.language);
  if (params.digest !== digest) throw new Response(null, { status: 404 });
  const headers = {
    'Content-Type': 'application/json; charset=utf-8',
    'Cache-Control': 'public, max-age=31536000, immutable',
  };
  return new Response(body, { headers });
}
