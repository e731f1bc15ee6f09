import type { Questionnaire, SurveyPage } from '../definition.ts';
import { type Arranged, type Arrangement, arrangePage } from './arrange.ts';

/**
 * What a browser needs to go through a questionnaire by itself: its pages in one language with the wave's
 * texts, and how they follow on each other. Nothing of it is about anyone.
 */
export interface Wording extends Pick<Questionnaire, 'version' | 'screenOut' | 'rotations'> {
  pages: Arranged<SurveyPage>[];
}

/** The wording of a questionnaire, its rows in the order of the definition. */
export function wordingOf(
  questionnaire: Questionnaire,
  arrangement: Pick<Arrangement, 'language' | 'texts'>,
): Wording {
  const { version, screenOut, rotations, definition } = questionnaire;
  const pages = definition.pages.map(({ name }) => arrangePage(questionnaire, name, arrangement));
  return { version, screenOut, rotations, pages };
}

/**
 * The questionnaire that a wording was made of, as far as routing, judging and arranging go: its texts are
 * words of one language already, which `arrangePage` leaves as they are, and what only the analysis reads is
 * missing.
 */
export function questionnaireOf({ pages, ...way }: Wording): Questionnaire {
  const definition = { pages } as unknown as Questionnaire['definition'];
  return { ...way, definition, textVariables: [] as string[] } as Questionnaire;
}
