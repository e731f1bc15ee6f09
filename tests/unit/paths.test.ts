import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adminPaths } from '#app/paths/admin.ts';
import { cameraPaths } from '#app/paths/cameras.ts';
import { contextPaths } from '#app/paths/context.ts';
import { fieldworkPaths, wavePaths } from '#app/paths/fieldwork.ts';
import { frontPaths, signInPaths } from '#app/paths/front.ts';
import { interventionPaths, publicInterventionPaths, registerFilePaths } from '#app/paths/interventions.ts';
import { publicPaths } from '#app/paths/public.ts';
import { withQuery } from '#app/paths/query.ts';
import { resultsPaths } from '#app/paths/results.ts';
import { residentPaths } from '#app/paths/s.ts';
import { reachedRoute } from '#app/server/gate/reached-route.ts';
import { earlierStep, reviewStep } from '#core/questionnaire/lint/platform-names.ts';
import { declaredRoutes } from '#tests/support/declared-routes.ts';

const routes = declaredRoutes();
const figure = { wave: '2026-1', domain: 'D03|sex:F', indicator: 'safe-at-night' };
const choice = { wave: '2026-1', indicator: 'safe-at-night' };

/** One value for each parameter that an address of the app takes. */
const parameters: Record<string, readonly unknown[]> = {
  accounts: ['role-changed'],
  codesAtFile: [3],
  codesRefused: ['file-differs'],
  city: [{ ...choice, bridge: '1' }],
  cityTopic: ['feeling', choice],
  district: [3, choice],
  districtTopic: [3, 'feeling', choice],
  edit: ['2026-01'],
  figure: [figure],
  figuresFile: ['2026-1'],
  flags: [choice],
  intervention: ['2026-01'],
  map: [choice],
  overview: [choice],
  method: ['method-flags'],
  page: ['feeling'],
  printerFile: [3],
  printerFileReceived: [3],
  publication: ['2026-1.1'],
  publicationFigure: ['2026-1.1', 'D03|sex:F', 'safe-at-night'],
  dataPackage: ['2026-1.1'],
  publicationFile: ['2026-1'],
  districtPaper: [3, choice],
  overviewPaper: [choice],
  ofAnyone: ['register.csv'],
  ofCity: ['register.xlsx'],
  picture: ['trend.svg', { ...choice, district: '3' }],
  table: ['2026-1.1', 'districts-semicolon.csv', 'safe-at-night'],
  signIn: ['/results/flags'],
  startWithCode: ['BCDFGHJKLMNPQ'],
  step: ['feeling'],
  stepWithMissing: ['feeling'],
  wave: ['2026-1'],
  cameras: ['imported'],
  waiting: [3],
  proposal: ['2026-1', 'confirmed', 'means'],
  series: ['thefts', { state: '2' }],
  bring: ['thefts'],
  staged: ['thefts', 2],
};

/** Every address of every area, by its name. */
const addresses = Object.entries({
  front: frontPaths,
  signIn: signInPaths,
  admin: adminPaths,
  resident: residentPaths,
  fieldwork: fieldworkPaths,
  wave: wavePaths('2026-1'),
  results: resultsPaths,
  public: publicPaths,
  interventions: interventionPaths,
  publicInterventions: publicInterventionPaths,
  cameras: cameraPaths,
  context: contextPaths,
  registerFiles: registerFilePaths,
}).flatMap(([area, paths]) =>
  Object.entries(paths as Record<string, string | ((...given: unknown[]) => string)>).map(
    ([name, path]): [string, string] => [
      `${area}.${name}`,
      typeof path === 'string' ? path : path(...(parameters[name] ?? [])),
    ],
  ),
);

const reachedBy = (address: string) => reachedRoute(routes, new URL(address, 'http://our.test'));

describe('the addresses of the app', () => {
  it.each(addresses)('%s leads to a route, as that route spells it', (_, address) => {
    const { pathname } = new URL(address, 'http://our.test');
    expect(reachedBy(address)?.path).toBe(pathname);
  });

  it('name every route', () => {
    const spelt = new Set(addresses.flatMap(([, address]) => reachedBy(address)?.ids ?? []));
    const unspelt = Object.keys(routes).filter((id) => !spelt.has(id));
    expect(unspelt).toEqual([]);
  });

  it('lead a step of the questionnaire to its own page', () => {
    expect(residentPaths.step(reviewStep)).toBe(residentPaths.review);
    expect(residentPaths.step(earlierStep)).toBe(residentPaths.earlier);
    expect(residentPaths.step('feeling')).toBe('/s/questionnaire/feeling');
  });

  it('are the same below city hall and below the public', () => {
    const common = Object.keys(resultsPaths) as (keyof typeof resultsPaths)[];
    for (const name of common) {
      const given = (parameters[name] ?? []) as never[];
      const [ofCity, ofAnyone] = [resultsPaths, publicPaths].map((paths) =>
        (paths[name] as (...values: never[]) => string)(...given),
      );
      expect(ofAnyone).toBe(ofCity?.replace('/results', '/public'));
    }
  });

  it('keep every parameter as it was given, and leave out those without a value', () => {
    const value = fc.string({ unit: 'grapheme', minLength: 1 });
    fc.assert(
      fc.property(fc.dictionary(fc.string({ minLength: 1 }), value), (given) => {
        const address = withQuery('/sign-in', { ...given, missing: undefined, empty: '' });
        const read = new URL(address, 'http://our.test').searchParams;
        const { missing: _, empty: __, ...kept } = given;
        expect(Object.fromEntries(read)).toEqual(kept);
      }),
    );
  });
});
