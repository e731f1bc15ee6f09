import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { languages } from '#core/language.ts';
import { openResults } from '#db/results/database.ts';
import { startResidentApp } from '#tests/support/resident-app.ts';
import { receiveTrusted, testPublication } from '#tests/support/results.ts';

let started: Awaited<ReturnType<typeof startResidentApp>>;

beforeAll(async () => {
  started = await startResidentApp({
    prepare: (dataFolder) => {
      const results = openResults(join(dataFolder, 'results.sqlite'));
      receiveTrusted(results, testPublication(), { actor: 'test', now: Date.now() });
      results.close();
    },
  });
});

afterAll(() => started?.app.stop());

const pages = [
  '/',
  '/s',
  '/s/start',
  '/s/privacy',
  '/public',
  '/public/city',
  '/public/flags',
  '/public/method',
  '/public/data',
  '/public/districts/7',
  '/nowhere',
];

it.each(languages)(
  'every page in the language %s is whole letters, without a byte of zero between',
  async (language) => {
    const faults: string[] = [];
    for (const page of pages) {
      const answer = await fetch(`${started.app.origin}${page}`, {
        headers: { 'Accept-Language': language },
      });
      const bytes = Buffer.from(await answer.arrayBuffer());
      const text = bytes.toString('utf8');
      expect(text, page).toContain(`<html lang="${language}"`);
      if (bytes.includes(0)) faults.push(`${page}: a byte of zero`);
      if (text.includes('\ufffd')) faults.push(`${page}: a broken letter`);
    }
    expect(faults).toEqual([]);
  },
);
