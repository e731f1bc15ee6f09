/** JSON that a test may spoil anywhere. */
export type Json = { [key: string]: Json } & Json[];

export function words(pl: string, en: string, uk: string) {
  return { default: pl, en, uk };
}

const choices = [
  { value: 1, text: words('tak', 'yes', 'так') },
  { value: 2, text: words('nie', 'no', 'ні') },
  { value: 98, text: words('Trudno powiedzieć', 'Hard to say', 'Важко сказати') },
];

const question = (name: string, answers: object[] = choices) => ({
  type: 'radiogroup',
  name,
  title: words('Pytanie', 'Question', 'Питання'),
  choices: answers,
});

const text = (name: string, type: 'text' | 'comment' = 'text') => ({
  type,
  name,
  title: words('Uwagi', 'Comments', 'Зауваження'),
  maxLength: 500,
});

const numbered = (count: number) =>
  Array.from({ length: count }, (_, index) => {
    const label = String(index + 1);
    return { value: index + 1, text: words(label, label, label) };
  });

const indicator = (id: string, value: object, others: object = {}) => ({
  id,
  direction: 'high-is-bad',
  page: 'first',
  value,
  name: words('Nazwa', 'Name', 'Назва'),
  base: 'everyone',
  result: words('{{value}} osób', '{{value}} people', '{{value}} осіб'),
  ...others,
});

const bad = { codes: [2], outOf: [1, 2] };
const scale = { zero: 1, hundred: 2 };

/** A small questionnaire that lint accepts, with an indicator of each rule, as JSON. */
export function smallQuestionnaire(): Json {
  const list = { ...question('list'), type: 'checkbox', maxSelectedChoices: 2, choices: choices.slice(0, 2) };
  const battery = {
    type: 'panel',
    name: 'battery',
    title: words('Od {recall_date}', 'Since {recall_date}', 'З {recall_date}'),
  };
  const page = { title: words('Strona', 'Page', 'Сторінка') };
  const rows = ['row_a', 'row_b'];
  const json = {
    version: 'test-1',
    status: 'draft',
    definition: {
      title: words('Badanie', 'Survey', 'Опитування'),
      pages: [
        {
          name: 'first',
          ...page,
          elements: [question('gate'), list, { ...battery, elements: rows.map((row) => question(row)) }],
        },
        { name: 'second', ...page, visibleIf: '{gate} = 1', elements: [text('comment', 'comment')] },
        {
          name: 'third',
          ...page,
          elements: [
            question('district', numbered(18)),
            question('education', numbered(4)),
            ...['unsafe_1', 'unsafe_2', 'safe_1'].flatMap((place) => [
              text(`${place}_name`),
              { ...list, name: `${place}_time` },
              { ...list, name: `${place}_reason` },
            ]),
          ],
        },
      ],
    },
    screenOut: '{gate} = 2',
    textVariables: ['recall_date'],
    rotations: [{ variable: 'row_order', target: 'battery', of: 'rows', method: 'shuffle', items: rows }],
    keyVariables: ['gate'],
    texts: {
      introduction: words('Wstęp', 'Introduction', 'Вступ'),
      consent: words('Zgoda', 'Consent', 'Згода'),
      help: words('Pomoc', 'Help', 'Допомога'),
    },
    roles: {
      district: 'district',
      weighting: { education: { variable: 'education', codes: [1, 2, 3, 4] } },
      places: {
        unsafe: [1, 2].map((turn) => ({
          name: `unsafe_${turn}_name`,
          times: `unsafe_${turn}_time`,
          reasons: `unsafe_${turn}_reason`,
        })),
        safe: [{ name: 'safe_1_name', times: 'safe_1_time' }],
        hearsay: { reasons: [2], frequencies: [] },
      },
    },
    topics: { first: words('Temat', 'Topic', 'Тема') },
    bases: { everyone: words('Wszyscy', 'Everyone', 'Усі') },
    indicators: [
      indicator('gate_bad', { rule: 'chosen', variable: 'gate', ...bad }, { headline: true }),
      indicator('list_bad', { rule: 'mentioned', variable: 'list', codes: [2] }),
      indicator(
        'any_bad',
        { rule: 'items', variables: rows, ...bad, atLeast: 1, answered: 1 },
        { question: words('Którekolwiek', 'Any', 'Будь-яке') },
      ),
      indicator(
        'index',
        {
          rule: 'mean',
          of: ['row_score', { rule: 'score', variables: ['gate'], ...scale, answered: 1 }],
          known: 1,
        },
        { question: words('Średnia', 'Mean', 'Середнє') },
      ),
      indicator(
        'row_score',
        { rule: 'reversed', of: { rule: 'score', variables: rows, ...scale, answered: 1 } },
        { question: words('Średnia', 'Mean', 'Середнє') },
      ),
      indicator('list_of_bad', {
        rule: 'among',
        base: 'any_bad',
        of: { rule: 'mentioned', variable: 'list', codes: [1] },
      }),
    ],
  };
  return JSON.parse(JSON.stringify(json)) as Json;
}
