import { residentPaths } from '#app/paths/s.ts';
import { type FilledForm, filledForm } from './form-of-page.ts';
import type { Visitor } from './visitor.ts';

const mostSteps = 40;

/**
 * An interview without scripts, from the start page to the receipt: every page as the server shows it, sent
 * as a whole. Answers the forms that were sent, in their order.
 */
export async function plainInterview(
  visitor: Visitor,
  code: string,
  think: () => Promise<void>,
): Promise<FilledForm[]> {
  const sent: FilledForm[] = [];
  await visitor.read('start', residentPaths.invitation);
  let answer = await visitor.send('code', residentPaths.start, [['code', code]]);
  for (let step = 0; step < mostSteps; step += 1) {
    if (answer.status !== 303)
      throw new Error(`plainInterview was answered ${answer.status}: ${answer.text}`);
    const path = answer.location.split('#')[0] ?? '';
    if (path === residentPaths.receipt) {
      await visitor.read('receipt', path);
      return sent;
    }
    const page = await visitor.read(path === residentPaths.review ? 'review' : 'page', path);
    const form = filledForm(page.text);
    if (!form) throw new Error(`plainInterview found no form at ${path}, but ${page.status}`);
    await think();
    sent.push(form);
    answer = await visitor.send(path === residentPaths.review ? 'submit' : 'save', form.action, form.fields);
  }
  throw new Error(`plainInterview came to no receipt within ${mostSteps} steps`);
}
