import { resultsDatabase } from '../../db.server.ts';
import { languageOf } from '../../i18n/language.server.ts';
import { serverTranslator } from '../../i18n/resources.server.ts';
import type { Reader } from '../results/report-pages.server.ts';

/** Whoever is asking: what is published is for anyone. */
export async function anyone(request: Request): Promise<Reader> {
  return {
    database: resultsDatabase(),
    translator: serverTranslator(await languageOf(request)),
    titleOfNothing: 'public:empty.title',
  };
}
