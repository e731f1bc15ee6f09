import { describe, expect, it } from 'vitest';
import { serverTranslator } from '#app/i18n/resources.server.ts';
import { frameErrorCodes } from '#core/frame/frame-person.ts';

describe('invariant 12: a fault of a frame', () => {
  it.each(['pl', 'en'] as const)('has a sentence of its own for the manager who reads %s', (language) => {
    const { t } = serverTranslator(language);
    const sentences = frameErrorCodes.map((code) => t(`fieldwork:frame.error.${code}`));
    expect(new Set(sentences).size).toBe(frameErrorCodes.length);
    for (const sentence of sentences) expect(sentence).toMatch(/^\p{Lu}.*[.)]$/u);
  });
});
