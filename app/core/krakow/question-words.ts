import { type Language, type LocalisedText, languages } from '#core/language.ts';

/** A question as it is published: the name of its variable and its own title. */
interface TitledQuestion {
  variable: string;
  title: LocalisedText;
}

/**
 * What was asked above questions whose title alone does not say it, and of which no indicator with its full
 * words is made.
 */
const leads: readonly { of: RegExp; lead: LocalisedText }[] = [
  {
    of: /^q11_/,
    lead: { pl: 'Problemy w okolicy', en: 'Problems in the neighbourhood', uk: 'Проблеми в околиці' },
  },
  {
    of: /^q1[45]/,
    lead: {
      pl: 'Zdarzenia z ostatnich 6 miesięcy',
      en: 'Events of the last 6 months',
      uk: 'Події за останні 6 місяців',
    },
  },
  ...placeLeads('q21', {
    first: {
      pl: 'Pierwsze miejsce, w którym nie jest bezpiecznie',
      en: 'First unsafe place',
      uk: 'Перше небезпечне місце',
    },
    second: {
      pl: 'Drugie miejsce, w którym nie jest bezpiecznie',
      en: 'Second unsafe place',
      uk: 'Друге небезпечне місце',
    },
    third: {
      pl: 'Trzecie miejsce, w którym nie jest bezpiecznie',
      en: 'Third unsafe place',
      uk: 'Третє небезпечне місце',
    },
  }),
  ...placeLeads('q22', {
    first: { pl: 'Pierwsze bezpieczne miejsce', en: 'First safe place', uk: 'Перше безпечне місце' },
    second: { pl: 'Drugie bezpieczne miejsce', en: 'Second safe place', uk: 'Друге безпечне місце' },
    third: { pl: 'Trzecie bezpieczne miejsce', en: 'Third safe place', uk: 'Третє безпечне місце' },
  }),
];

/** What a question points to that was asked just before it. */
const pointedTo: Readonly<Record<string, LocalisedText>> = {
  q07_hood_dark: {
    pl: '„tam”: w swojej okolicy, do 15 minut pieszo od domu',
    en: '“there”: in one’s neighbourhood, within 15 minutes on foot from home',
    uk: '«там»: у своїй околиці, до 15 хвилин пішки від дому',
  },
  q08d_park_dark: {
    pl: '„w tym”: w najbliższym',
    en: '“that”: the nearest one',
    uk: '«у цьому»: у найближчому',
  },
};

/**
 * The words of a question where it stands alone: those of an indicator that is made of it, or its title under
 * what was asked above it, and what it points to. Of the number of times something happened they say what, by
 * the question about it (`q14a_theft` of `q14a_n`).
 */
export function questionWords(
  { variable, title }: TitledQuestion,
  full: LocalisedText | undefined,
  others: readonly TitledQuestion[],
): LocalisedText {
  const lead = leads.find(({ of }) => of.test(variable))?.lead;
  const counted = /^(q\d+[a-z]_)n$/.exec(variable)?.[1];
  const event =
    counted === undefined
      ? undefined
      : others.find((other) => other.variable !== variable && other.variable.startsWith(counted));
  return inEveryLanguage((language) => {
    const parts = [lead, event?.title, title].flatMap((part) => part?.[language] ?? []);
    return withWhatItPointsTo(variable, full?.[language] ?? parts.join(' – '), language);
  });
}

/** The words of a question and, where they point to what was asked just before, what that is. */
export function withWhatItPointsTo(variable: string | undefined, words: string, language: Language): string {
  const pointed = variable === undefined ? undefined : pointedTo[variable]?.[language];
  return pointed === undefined ? words : `${words} (${pointed})`;
}

function placeLeads(question: string, order: Record<'first' | 'second' | 'third', LocalisedText>) {
  return Object.values(order).map((lead, index) => ({ of: new RegExp(`^${question}_${index + 1}_`), lead }));
}

function inEveryLanguage(words: (language: Language) => string): LocalisedText {
  return Object.fromEntries(languages.map((language) => [language, words(language)])) as LocalisedText;
}
