import { residentPaths } from '#app/paths/s.ts';
import type { FilledForm } from './form-of-page.ts';
import type { Fields, Visitor } from './visitor.ts';

/**
 * An interview as a phone with scripts goes through it: the first page is a document, with the wording of the
 * others; every answer is saved by itself, Next saves the page and draws the next one, the last page's form
 * leads to the review. `forms` are those of an interview without scripts, whose answers are given again.
 */
export async function phoneInterview(
  visitor: Visitor,
  code: string,
  forms: readonly FilledForm[],
  think: () => Promise<void>,
): Promise<void> {
  await visitor.read('start', residentPaths.invitation);
  const started = await visitor.send('code', residentPaths.start, [['code', code]]);
  const first = await visitor.read('page', started.location);
  await visitor.read('wording', /\/s\/wording\/[\w/-]+/.exec(first.text)?.[0] ?? '');
  let revision = 1;
  const pages = [...lastOfEachPage(forms)];
  for (const [page, form] of pages) {
    const writer = `${page}-${code}`.replace(/\W/g, '').slice(0, 32);
    const own = (sequence: number, go: string): Fields => [
      ['page', page],
      ['revision', String(revision)],
      ['writer', writer],
      ['sequence', String(sequence)],
      ['go', go],
    ];
    const answers = answersOf(form);
    for (let given = 1; given <= answers.length; given += 1) {
      await think();
      const fields = [...own(given, 'stay'), ...shownOf(form), ...answers.slice(0, given)];
      const saved = await visitor.send('save', residentPaths.draft, fields);
      if (saved.status !== 200)
        throw new Error(`phoneInterview could not save: ${saved.status} ${saved.text}`);
      revision = (JSON.parse(saved.text) as { revision: number }).revision;
    }
    const fields = [...own(answers.length + 1, 'next'), ...shownOf(form), ...answers];
    if (page !== pages.at(-1)?.[0]) {
      const saved = await visitor.send('save', residentPaths.draft, fields);
      revision = (JSON.parse(saved.text) as { revision: number }).revision;
      continue;
    }
    const next = await visitor.send('next', form.action, fields);
    await visitor.read('review', next.location);
  }
  const sent = await visitor.send('submit', residentPaths.review, []);
  if (sent.location !== residentPaths.receipt) throw new Error(`phoneInterview was answered ${sent.status}`);
  await visitor.read('receipt', sent.location);
}

/** Questions that an answer opens stand on the form that is sent after it. */
function lastOfEachPage(forms: readonly FilledForm[]): Map<string, FilledForm> {
  const pages = new Map<string, FilledForm>();
  for (const form of forms) {
    const page = form.fields.find(([name]) => name === 'page')?.[1];
    if (page) pages.set(page, form);
  }
  return pages;
}

const ownFields = ['page', 'revision', 'overwrites', 'writer', 'sequence', 'shown', 'go'];

function answersOf({ fields }: FilledForm): Fields {
  return fields.filter(([name]) => !ownFields.includes(name));
}

function shownOf({ fields }: FilledForm): Fields {
  return fields.filter(([name]) => name === 'shown');
}
