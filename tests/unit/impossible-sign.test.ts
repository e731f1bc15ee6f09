import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { impossibleSign } from '#core/frame/impossible-sign.ts';

const polish = [
  'Gąsiorowska',
  'Świętosław',
  'Gaździcki',
  'Mrożek',
  'Wójcik',
  'Źrebak',
  'Ćwikła',
  'Łęgowa',
  'Kraków',
  'Ądam',
];

describe('a name', () => {
  it.each([
    ...polish,
    "O'Connor-Żak",
    'D’Angelo',
    'Ľudovít Štúr',
    'ĽUBOMÍRA',
    'Nguyễn Thị Hương',
    'Дем’янчук',
    'Знам\u02bcянка',
    'José Müller y Ñandú',
    'Gen. Tadeusza Bora-Komorowskiego',
    'os. 2 Pułku Lotniczego',
    'Plac „Solidarności”',
    'al. 29 Listopada 3/5 (oficyna)',
    '李小龍',
    'محمد',
    '',
  ])('may be %s', (name) => {
    expect(impossibleSign(name)).toBeNull();
  });

  it.each(['Gąsiorowska', 'Świętosława', 'Gaździcki', 'Źrebak', 'Ądam'])(
    'is not what windows-1250 makes of %s in ISO-8859-2',
    (name) => {
      expect(impossibleSign(iconv.decode(iconv.encode(name, 'iso-8859-2'), 'windows-1250'))).not.toBeNull();
    },
  );

  it.each(polish)('is not what windows-1250 makes of %s in UTF-8', (name) => {
    expect(impossibleSign(iconv.decode(Buffer.from(name, 'utf8'), 'windows-1250'))).not.toBeNull();
  });
});
