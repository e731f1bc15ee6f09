import { createStaticHandler } from '@remix-run/router';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalPath } from '#app/server/gate/canonical-path.ts';
import { type ReachedRoute, reachedRoute } from '#app/server/gate/reached-route.ts';
import { addressAt, originOf } from '#app/server/gate/request-address.ts';
import { rulesOf, serves } from '#app/server/gate/route-rules.ts';
import { declaredRoutes } from '#tests/support/declared-routes.ts';
import { pathsOf } from '#tests/support/route-addresses.ts';
import { spellingsOf } from '#tests/support/spellings.ts';

const routes = declaredRoutes();
const names = Object.keys(routes).filter((id) => id.startsWith('routes/'));
const parameters = {
  wave: ['2026-2'],
  district: ['3'],
  domain: ['D03|sex:F'],
  page: ['feeling'],
  topic: ['feeling'],
};
const addresses = names.flatMap((id) => pathsOf(id.replace('routes/', ''), parameters));

const at = (originalUrl: string) => addressAt('http://our.test', { originalUrl });
const reached = (originalUrl: string) => reachedRoute(routes, at(originalUrl));

/**
 * What the router of Remix does with an address, told by the router itself: the ids of the routes that
 * answer, or none.
 */
const router = createStaticHandler(
  (function tree(parentId: string | undefined): never[] {
    return Object.values(routes)
      .filter((route) => route?.parentId === parentId)
      .map((route) => {
        const { id, path, index } = route ?? {};
        return index ? { id, path, index } : { id, path, children: tree(id) };
      }) as never[];
  })(undefined),
);

async function answering(address: URL): Promise<string[] | null> {
  const asked = new URL(address);
  if (asked.pathname.endsWith('.data'))
    asked.pathname = asked.pathname.replace(/\.data$/, '').replace(/^\/_root$/, '/');
  asked.search = '';
  const context = await router.query(new Request(asked));
  if (context instanceof Response) throw new Error('the router answered with a redirect');
  return context.statusCode === 404 ? null : context.matches.map(({ route }) => route.id);
}

const spelt = fc.constantFrom(...addresses).chain(spellingsOf);

describe('invariant 17: a rule about a path is decided by the matched route', () => {
  it('is the route that the router answers with, for any spelling', async () => {
    let ledSomewhere = 0;
    await fc.assert(
      fc.asyncProperty(spelt, async (originalUrl) => {
        const found = reached(originalUrl);
        if (found) ledSomewhere += 1;
        expect(found?.ids ?? null).toEqual(await answering(at(originalUrl)));
      }),
      { numRuns: 1500 },
    );
    expect(ledSomewhere).toBeGreaterThan(300);
  });

  it('has one address, which leads to the same routes with the same rules', async () => {
    await fc.assert(
      fc.asyncProperty(spelt, async (originalUrl) => {
        const found = reached(originalUrl);
        if (!found) return;
        const again = reached(found.path) as ReachedRoute;
        expect({ ...again, methods: found.methods }).toEqual(found);
        expect(await answering(at(found.path))).toEqual(found.ids);
        expect(rulesOf(again.ids)).toEqual(rulesOf(found.ids));
      }),
      { numRuns: 1500 },
    );
  });

  it.each([
    ['routes/sign-in', { attempts: 'sign-in', isPrivate: true, areas: ['fieldwork', 'results'] }],
    ['routes/s.start', { attempts: 'codes', isPrivate: true, areas: ['survey'] }],
    ['routes/s.earlier', { attempts: 'codes', isPrivate: true, areas: ['survey'] }],
    ['routes/s.withdraw', { attempts: 'codes', isPrivate: true, areas: ['survey'] }],
    ['routes/fieldwork.waves.$wave.frame', { takesFile: true, isPrivate: true, areas: ['fieldwork'] }],
    ['routes/public.flags', { attempts: null, isPrivate: false, areas: ['public'], takesFile: false }],
  ])('holds the rules of %s for every spelling that reaches it', (id, rules) => {
    let count = 0;
    fc.assert(
      fc.property(spellingsOf(pathsOf(id.replace('routes/', ''), parameters)[0] ?? ''), (originalUrl) => {
        const found = reached(originalUrl);
        if (found?.ids.at(-1) !== id) return;
        count += 1;
        expect(rulesOf(found.ids)).toMatchObject(rules);
      }),
      { numRuns: 500 },
    );
    expect(count).toBeGreaterThan(50);
  });

  it('has rules for every route of the platform: one of which nothing is stated would not be served', () => {
    const silent = addresses.filter((address) => {
      const found = reached(address);
      return !found || rulesOf(found.ids) === null;
    });
    expect(silent).toEqual([]);
    expect(rulesOf(['root', 'routes/something-new'])).toBeNull();
  });
});

describe('the route that is reached', () => {
  const one = '/s/start';
  it.each([
    ['/s/start', one],
    ['/S/Start/?code=BCDF', one],
    ['/%73/st%61rt', one],
    ['/s/start.data?index', `${one}.data`],
    ['/s/start/.data', `${one}.data`],
    ['/public/../s/start', one],
    ['/public/%2e%2e/s/start', one],
    ['/public\\..\\s\\start', one],
    ['/_root.data', '/_root.data'],
    ['/public/data/2026-2.JSON', '/public/data/2026-2.json'],
    ['/results/figures/2026-2/D03|sex:F/unsafe', '/results/figures/2026-2/D03%7Csex%3AF/unsafe'],
    ['/public/districts/3%2Edata', '/public/districts/3%2Edata'],
    ['/public/districts/3.data.data', '/public/districts/3%2Edata.data'],
  ])('of %s has the address %s', (originalUrl, path) => {
    expect(reached(originalUrl)?.path).toBe(path);
  });

  it.each([
    '//s//start',
    '/s/start;a=1',
    '/s/start%2Edata',
    '/s/start.DATA',
    '/s/start_.data',
    '/s%2Fstart',
    '/s/%2573tart',
    '/%zz',
    '/s/start%00',
  ])('of %s is none', (originalUrl) => {
    expect(reached(originalUrl)).toBeNull();
  });

  it('says which methods its page and its action take, as the router would choose them', () => {
    expect(reached('/s/start')?.methods).toEqual(['GET', 'HEAD', 'POST']);
    expect(reached('/s/draft')?.methods).toEqual(['POST']);
    expect(reached('/fieldwork')?.methods).toEqual(['GET', 'HEAD']);
    expect(reached('/fieldwork/waves/2026-2/codes/1.csv')?.methods).toEqual(['POST']);
  });

  it('is asked for at our own host, whatever the address says', () => {
    expect(at('//evil.test/fieldwork').host).toBe('our.test');
    expect(at('http://evil.test/x').host).toBe('our.test');
  });

  it('is that of the path behind a host in absolute form, for any spelling', () => {
    const hosts = fc.constantFrom('our.test', 'evil.test:8080', '[::1]', 'user@evil.test', '', '..', '%2F');
    const schemes = fc.constantFrom('http://', 'https://', 'HTTP://', 'hTtPs://');
    fc.assert(
      fc.property(spelt, schemes, hosts, (originalUrl, scheme, host) => {
        fc.pre(originalUrl.startsWith('/'));
        const absolute = `${scheme}${host}${originalUrl}`;
        expect(at(absolute).href).toBe(at(originalUrl).href);
        expect(reached(absolute)).toEqual(reached(originalUrl));
      }),
      { numRuns: 1000 },
    );
    expect(at('http://our.test').href).toBe('http://our.test/');
    expect(at('http://our.test?index').href).toBe('http://our.test/?index');
  });

  it.each([
    'ftp://our.test/s/start',
    'http:/s/start',
    'http:s/start',
    '/http://our.test/s/start',
    '*',
    'our.test:443',
  ])('is none where the target is of no form that leads to a page: %s', (originalUrl) => {
    expect(reached(originalUrl)).toBeNull();
  });
});

describe('the address of a pattern', () => {
  it('cannot be made of a splat: such a route has no one address', () => {
    expect(() => canonicalPath('/files/*', {})).toThrow('`canonicalPath` requires');
  });
});

describe('the origin of a request', () => {
  const from = (Host: string | undefined, protocol = 'http', originalUrl = '/s') =>
    originOf({ protocol, originalUrl, get: () => Host } as never, null);

  it.each([
    ['our.test', 'http://our.test'],
    ['OUR.test:8080', 'http://our.test:8080'],
    ['[::1]:3000', 'http://[::1]:3000'],
    ['a_b.test', 'http://a_b.test'],
    [undefined, null],
    ['', null],
    ['our.test/x', null],
    ['user@our.test', null],
    ['our.test:99999', null],
    ['our test', null],
    ['our.test?x', null],
    ['999.999.999.999', null],
  ])('with the host %s is %s', (host, origin) => {
    expect(from(host)).toBe(origin);
  });

  it('is the configured one, whatever the host', () => {
    for (const originalUrl of ['/s', 'http://evil.test/s']) {
      const request = { protocol: 'http', originalUrl, get: () => '<' } as never;
      expect(originOf(request, 'https://our.test/')).toBe('https://our.test');
    }
  });

  it('is that of a target in absolute form, whatever the host says', () => {
    expect(from('<', 'http', 'http://our.test:8080/s')).toBe('http://our.test:8080');
    expect(from('our.test', 'https', 'HTTP://other.test?x')).toBe('https://other.test');
    for (const target of ['http:///s', 'http://user@our.test/s', 'http://our.test:99999/s'])
      expect(from('our.test', 'http', target)).toBeNull();
  });
});

describe('areas', () => {
  it('are closed to a process that does not serve them', () => {
    const paths = ['/', '/s', '/s/start', '/fieldwork', '/results', '/public/data', '/admin', '/sign-in'];
    const served = (...areas: ('survey' | 'results' | 'public')[]) =>
      paths.filter((path) => {
        const rules = rulesOf(reached(path)?.ids ?? []);
        return rules && serves(rules, areas);
      });
    expect(served('results', 'public')).toEqual(['/', '/results', '/public/data', '/admin', '/sign-in']);
    expect(served('survey')).toEqual(['/', '/s', '/s/start']);
  });
});
