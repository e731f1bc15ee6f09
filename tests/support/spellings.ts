import fc from 'fast-check';

const escaped = (letter: string) =>
  `%${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(2, '0')}`;

/**
 * One letter of an address as somebody may write it: as it is, in the other case, or percent-encoded once or
 * twice.
 */
function letterSpelling(letter: string): fc.Arbitrary<string> {
  const other = letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase();
  const slash = ['/', '//', '\\', '%2F', '%5C', '/./', '/%2e/', '/x/../', '/x/%2E%2E/', '/;a=1/', '/%00/'];
  const rare = letter === '/' ? slash : [other, escaped(letter), escaped(letter).toLowerCase(), other];
  return fc.oneof(
    { weight: 40, arbitrary: fc.constant(letter) },
    { weight: 2, arbitrary: fc.constantFrom(...rare) },
    { weight: letter === '/' ? 0 : 1, arbitrary: fc.constant(escaped(letter).replace('%', '%25')) },
  );
}

const endings = [
  '',
  '/',
  '//',
  '.data',
  '/.data',
  '//.data',
  '_.data',
  '/_.data',
  '/_root.data',
  '.DATA',
  '%2Edata',
  '%2edata',
  '.data.data',
  '.data/',
  ';',
  ';jsessionid=1',
  '%20',
  '%00',
  '.',
  '/.',
  '/..',
  '?index',
  '?_data=routes%2Fsign-in',
  '?_routes=root',
  '.data?index',
  '.data?_routes=root',
  '#x',
];

/** An address, spelt in one of very many ways: most lead to its route, some to another, some to none. */
export function spellingsOf(address: string): fc.Arbitrary<string> {
  const [, ...letters] = address === '/' ? [''] : address;
  return fc
    .tuple(
      fc.constantFrom('/', '/', '/', '/', '//', '/./', '/../', '/.//', '\\'),
      fc.tuple(...letters.map(letterSpelling)),
      fc.constantFrom(...endings),
    )
    .map(([start, spelt, end]) => `${start}${spelt.join('')}${end}`);
}
