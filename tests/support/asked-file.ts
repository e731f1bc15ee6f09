import { inEnvironment } from '#app/env.server.ts';
import { serverTranslator } from '#app/i18n/resources.server.ts';
import type { Asked, Guard, Reader } from '#app/routes/results/report-pages.server.ts';
import type { Language } from '#core/language.ts';
import type { ResultsDatabase } from '#db/results/database.ts';
import { testSecret } from './fieldwork.ts';

const source: NodeJS.ProcessEnv = {
  NODE_ENV: 'test',
  POCZUCIE_SECRET: testSecret.toString(),
  POCZUCIE_ORIGIN: 'https://poczucie.test',
};

/** Asks what stands behind a route of files, as somebody whom every guard lets in. */
export async function askedFile(
  answer: (asked: Asked, guard: Guard, caching: string) => Promise<Response>,
  database: ResultsDatabase,
  { address, language = 'pl', ...params }: { address: string; language?: Language } & Record<string, string>,
): Promise<Response> {
  const reader: Reader = {
    database,
    translator: serverTranslator(language),
    titleOfNothing: 'public:empty.title',
  };
  const asked = { request: new Request(`https://poczucie.test${address}`), params };
  try {
    return await inEnvironment({ source }, () => answer(asked, async () => reader, 'no-store'));
  } catch (thrown) {
    if (thrown instanceof Response) return thrown;
    throw thrown;
  }
}
