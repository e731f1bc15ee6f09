import type { Questionnaire, SurveyPage } from '#core/questionnaire/definition.ts';
import { type Arranged, type Arrangement, arrangePage } from '#core/questionnaire/interview/arrange.ts';
import { rowOrders } from '#core/questionnaire/interview/order.ts';

type Page = Arranged<SurveyPage>;

/** Pages of each questionnaire by name, language, orders of rows and texts of the wave. */
const kept = new WeakMap<Questionnaire, Map<string, Page>>();
/** Ten pages in three languages, five of them in 64 orders, are fewer; another wave has other texts. */
const mostKept = 1500;

/**
 * A page in a language, with the rows of an order version: the same for everybody who has them, so it is made
 * once and must not be changed.
 */
export function arrangedPage(
  questionnaire: Questionnaire,
  pageName: string,
  orderVersion: number,
  { language, texts }: Omit<Arrangement, 'orders'>,
): Readonly<Page> {
  const orders = ordersOn(questionnaire, pageName, orderVersion);
  const key = JSON.stringify([pageName, language, orders, texts]);
  const pages = kept.get(questionnaire) ?? new Map<string, Page>();
  kept.set(questionnaire, pages);
  let page = pages.get(key);
  if (!page) {
    page = arrangePage(questionnaire, pageName, { language, orders, texts });
    if (pages.size >= mostKept) pages.clear();
    pages.set(key, page);
  }
  return page;
}

/** The orders of what stands on a page. */
function ordersOn(questionnaire: Questionnaire, pageName: string, version: number): Record<string, number[]> {
  const page = questionnaire.definition.pages.find(({ name }) => name === pageName);
  const orders = rowOrders(questionnaire, version);
  const here = questionnaire.rotations.filter(({ target }) =>
    page?.elements.some(({ name }) => name === target),
  );
  return Object.fromEntries(here.map(({ variable }) => [variable, orders[variable] ?? []]));
}
