import type { SurveyChoice } from '../definition.ts';
import {
  hardToSay,
  type MissingCode,
  missingCodeTexts,
  notApplicable,
  preferNotToAnswer,
} from '../missing-codes.ts';
import { options, text, type Words } from './elements.ts';

/** "Does not apply", in the question's own words when it has them. */
export function doesNotApply(words?: Words): SurveyChoice {
  return words ? { value: notApplicable, text: text(words) } : missing(notApplicable);
}

/** "Hard to say", which is an answer and stands outside every scale. */
export const cannotSay = missing(hardToSay);
/** "Prefer not to answer", offered where a question is personal. */
export const noAnswer = missing(preferNotToAnswer);

/** S1, the city's trend scale. */
export const agreement = options(
  [1, 'Zdecydowanie tak', 'Definitely yes', 'Однозначно так'],
  [2, 'Raczej tak', 'Rather yes', 'Скоріше так'],
  [3, 'Raczej nie', 'Rather no', 'Скоріше ні'],
  [4, 'Zdecydowanie nie', 'Definitely no', 'Однозначно ні'],
).concat(cannotSay);

/** S2 without its missing codes. */
export const safetyAnswers = options(
  [1, 'Bardzo bezpiecznie', 'Very safe', 'Дуже безпечно'],
  [2, 'Raczej bezpiecznie', 'Fairly safe', 'Скоріше безпечно'],
  [3, 'Raczej niebezpiecznie', 'Rather unsafe', 'Скоріше небезпечно'],
  [4, 'Bardzo niebezpiecznie', 'Very unsafe', 'Дуже небезпечно'],
);

/** S2. */
export const safety = safetyAnswers.concat(doesNotApply(), cannotSay);

/** S3. */
export const problem = options(
  [1, 'Wcale nie jest problemem', 'Not a problem at all', 'Зовсім не є проблемою'],
  [2, 'Niewielki problem', 'A small problem', 'Невелика проблема'],
  [3, 'Spory problem', 'A fairly big problem', 'Досить велика проблема'],
  [4, 'Bardzo duży problem', 'A very big problem', 'Дуже велика проблема'],
).concat(cannotSay);

/** S4. */
export const likelihood = options(
  [1, 'Bardzo mało prawdopodobne', 'Very unlikely', 'Дуже малоймовірно'],
  [2, 'Raczej mało prawdopodobne', 'Rather unlikely', 'Скоріше малоймовірно'],
  [3, 'Raczej prawdopodobne', 'Rather likely', 'Скоріше ймовірно'],
  [4, 'Bardzo prawdopodobne', 'Very likely', 'Дуже ймовірно'],
).concat(cannotSay);

/** S5 without its missing code. */
export const frequencyAnswers = options(
  [1, 'Nigdy', 'Never', 'Ніколи'],
  [2, 'Rzadko', 'Seldom', 'Рідко'],
  [3, 'Często', 'Often', 'Часто'],
  [4, 'Zawsze lub prawie zawsze', 'Always or almost always', 'Завжди або майже завжди'],
);

/** S5. */
export const frequency = frequencyAnswers.concat(doesNotApply());

/** S6. */
export const trust = options(
  [1, 'Zdecydowanie ufam', 'I trust fully', 'Повністю довіряю'],
  [2, 'Raczej ufam', 'I rather trust', 'Скоріше довіряю'],
  [3, 'Raczej nie ufam', 'I rather do not trust', 'Скоріше не довіряю'],
  [4, 'Zdecydowanie nie ufam', 'I do not trust at all', 'Зовсім не довіряю'],
).concat(cannotSay);

/** S7. */
export const rating = options(
  [1, 'Bardzo źle', 'Very badly', 'Дуже погано'],
  [2, 'Źle', 'Badly', 'Погано'],
  [3, 'Przeciętnie', 'Average', 'Посередньо'],
  [4, 'Dobrze', 'Well', 'Добре'],
  [5, 'Bardzo dobrze', 'Very well', 'Дуже добре'],
).concat(cannotSay);

function missing(code: MissingCode): SurveyChoice {
  const { pl, en, uk } = missingCodeTexts[code];
  return { value: code, text: text([pl, en, uk]) };
}
