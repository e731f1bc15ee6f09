import type { Words } from '../elements.ts';

/** Who is in the base of an indicator. */
export const everyoneAnswering: Words = [
  'Wszystkie osoby, które odpowiedziały, także „trudno powiedzieć”',
  'Everyone who answered, including "hard to say"',
  'Усі, хто відповів, також «важко сказати»',
];

/** The base of a scale with "hard to say". */
export const withOpinion: Words = [
  'Osoby, które wyraziły zdanie (bez „trudno powiedzieć”)',
  'Those who gave an opinion (without "hard to say")',
  'Ті, хто висловив думку (без «важко сказати»)',
];

/** The base of a scale that also has "does not apply". */
export const inSituation: Words = [
  'Osoby, które bywają w tej sytuacji i ją oceniły (bez „nie dotyczy” i „trudno powiedzieć”)',
  'Those who are in this situation and rated it (without "does not apply" and "hard to say")',
  'Ті, хто буває в цій ситуації й оцінив її (без «не стосується» та «важко сказати»)',
];

/** The base of a scale with "does not apply" and without "hard to say". */
export const applicable: Words = [
  'Osoby, których to dotyczy (bez „nie dotyczy”)',
  'Those to whom it applies (without "does not apply")',
  'Ті, кого це стосується (без «не стосується»)',
];

/** The base of a mean of several questions, as `meanPomp` takes it by default. */
export const enoughAnswers: Words = [
  'Osoby, które odpowiedziały co najmniej na połowę pytań składowych',
  'Those who answered at least half of the questions it is made of',
  'Ті, хто відповів принаймні на половину складових запитань',
];
