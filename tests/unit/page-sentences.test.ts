import { describe, expect, it } from 'vitest';
import { serverTranslator } from '#app/i18n/resources.server.ts';
import { languages } from '#core/language.ts';

const words = languages.map((language) => [language, serverTranslator(language)] as const);
const answers = ['worse', 'better', 'higher', 'lower', 'betterAlone', 'lowerAlone', 'untoldSome'] as const;

/** Words of which one is in every sentence of these texts; Ukrainian says "worse" as its predicate. */
const predicate = {
  pl: / jest |potwierdzono/,
  en: /\b(is|are|has|have|raises)\b/,
  uk: / (гірше|краще|вищий|нижчий|замало) ?|підтверджено/,
};

describe.each(words)('in %s', (language, { t }) => {
  it.each(answers)('the answer of a map is a sentence (%s)', (answer) => {
    for (const count of [1, 2, 5, 18, 22]) {
      expect(t(`results:map.title.${answer}`, { count })).toMatch(predicate[language]);
    }
  });

  it('a flag that was there before is called otherwise than one that a test confirms', () => {
    const confirmed = { pl: 'potwierdz', en: 'confirm', uk: 'підтверд' }[language];
    for (const status of [
      'new',
      'confirmed',
      'confirmedYear',
      'persistent',
      'persistentYear',
      'newYear',
      'newAgain',
      'recoveringYear',
      'recovering',
    ]) {
      expect(t(`results:flag.status.${status}`)).not.toContain(confirmed);
    }
    expect(t('results:map.legend.sign.alert')).toContain(confirmed);
  });

  it('the file of indicators is not called one of all figures, and says where the others are', () => {
    expect(t('public:data.column.figures')).not.toMatch(/wszystkie|all|усі/i);
    expect(t('public:data.columnsWhat')).toContain('JSON');
  });

  it('the file of figures says for every q which comparisons it was corrected for', () => {
    const all = { pl: 'na wszystkie', en: 'for all', uk: 'на всі' }[language];
    for (const column of ['difference_q', 'difference_q_margin', 'change_q_margin']) {
      expect(t(`public:data.explained.${column}`)).toContain(all);
    }
  });
});
