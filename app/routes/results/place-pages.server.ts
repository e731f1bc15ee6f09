import { placesAnswer } from '../../components/places/place-search-view.tsx';
import { placeAnswer } from '../../components/places/place-view.tsx';
import { onlyLanguage } from '../../i18n/only-language.ts';
import { placePage } from '../../use-cases/results/places/place-page.server.ts';
import { placeSearch } from '../../use-cases/results/places/place-search.server.ts';
import { waves } from '../../use-cases/results/published/published-results.server.ts';
import { type Asked, audienceOf, chosenWave, type Guard } from './report-pages.server.ts';

/** All places of a wave, and those that `?q=` names. */
export async function readPlaces({ request }: Asked, guard: Guard) {
  const { database, translator, titleOfNothing } = await guard(request);
  const waveId = chosenWave(request, waves(database))?.wave.waveId;
  const wanted = (new URL(request.url).searchParams.get('q') ?? '').slice(0, 80);
  const search = waveId === undefined ? null : placeSearch(database, { waveId, wanted });
  return {
    title: search ? placesAnswer(translator, search) : translator.t(titleOfNothing),
    search: onlyLanguage(search, translator.language),
  };
}

/** One place over the waves; 404 for one that was flagged in none of them. */
export async function readPlace({ request, params }: Asked, guard: Guard) {
  const { database, translator, user } = await guard(request);
  const waveId = chosenWave(request, waves(database))?.wave.waveId ?? '';
  const page = placePage(database, { placeId: params.place ?? '', waveId, audience: audienceOf(user) });
  if (!page) throw new Response(null, { status: 404 });
  return { title: placeAnswer(translator, page), page: onlyLanguage(page, translator.language) };
}
