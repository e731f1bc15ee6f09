import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { LimitsTable } from '#app/components/desk/limits-table.tsx';
import { PublicationList } from '#app/components/desk/publication-list.tsx';
import { TranslatorProvider } from '#app/i18n/context.tsx';
import { serverTranslator } from '#app/i18n/resources.server.ts';
import { NewAccount } from '#app/routes/admin/new-account.tsx';

const inPolish = (page: React.ReactNode) =>
  renderToStaticMarkup(<TranslatorProvider translator={serverTranslator('pl')}>{page}</TranslatorProvider>);

describe('the limits of the responses so far', () => {
  const row = { respondents: 100, margin: 0.1, level: 0.2, change: 0.2, gap: 0.3 };
  const words = (respondents: number, isOver = false) =>
    inPolish(
      <LimitsTable
        isOver={isOver}
        limits={{
          city: { ...row, isSufficient: false } as never,
          districts: [{ ...row, respondents, isSufficient: false, district: 1, target: 100 } as never],
        }}
      />,
    );

  it('promise no more responses where the target is reached', () => {
    expect(words(99)).toContain('jeszcze za mało odpowiedzi');
    expect(words(100)).toContain('próba jest za mała na flagi');
    expect(words(100)).not.toContain('jeszcze');
  });

  it('promise no more responses once the fieldwork is over', () => {
    expect(words(99, true)).toContain('próba jest za mała na flagi');
    expect(words(99, true)).not.toMatch(/jeszcze|do tej pory/);
    expect(words(99)).toContain('zebrane do tej pory');
  });
});

describe('a new account that was refused', () => {
  it('marks every field that is wrong and says why beside it', () => {
    const page = inPolish(
      <NewAccount
        shortestPassword={12}
        typed={{ name: '', email: 'x', role: 'king', district: '' }}
        faults={['name-missing', 'email-unreadable', 'role-unknown', 'district-missing', 'password-short']}
      />,
    );
    for (const field of ['name', 'email', 'role', 'district', 'password']) {
      const described = new RegExp(`<(input|select)[^>]*id="${field}"[^>]*>`).exec(page)?.[0];
      expect(described).toContain('aria-invalid="true"');
      expect(described).toContain(`${field}-problem`);
    }
    expect(
      inPolish(
        <NewAccount
          shortestPassword={12}
          typed={{ name: '', email: '', role: '', district: '' }}
          faults={[]}
        />,
      ),
    ).not.toContain('aria-invalid');
  });
});

describe('the publications of a wave', () => {
  const row = {
    publicationId: '2026-1.1',
    replaces: null,
    sha256: 'a',
    signedWith: 'b',
    at: '',
    estimates: 10260,
    suppressed: 13197,
    complementary: 2132,
    flags: 3,
    insufficient: 423,
    places: 1,
    received: true,
  };
  const page = (ofYear: { hidden: number; all: number } | null) =>
    inPolish(<PublicationList waveId="2026-1" publications={[{ ...row, ofYear }]} />);

  it('say of which figures the counts are, and what is hidden of two waves together', () => {
    expect(page(null)).toContain('Oszacowania i liczby ukryte w tabeli są z samej fali.');
    expect(page(null)).not.toContain('rok kroczący');
    expect(page({ hidden: 484, all: 1710 })).toMatch(
      /2026-1\.1: do tego oszacowania z dwóch fal łącznie \(rok kroczący\): 1\s710, w tym ukryte: 484\./,
    );
  });
});
