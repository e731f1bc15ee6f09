import { isLanguage, type Language } from '#core/language.ts';
import type { Answers, Questionnaire } from '#core/questionnaire/definition.ts';
import { answersFromForm } from '#core/questionnaire/interview/form-answers.ts';
import type { AnswerProblem } from '#core/questionnaire/interview/judge.ts';
import { ownFields } from '../../components/questionnaire/own-fields.ts';
import type { PageSave } from '../../use-cases/resident/save-draft.server.ts';

/** The page's form as it was sent: a whole page by its buttons, or one answer at a time by its scripts. */
export interface SentPage {
  page: string;
  /** A language button was pressed: the page stays and its words change. */
  language: Language | null;
  /** The question whose answer a button takes back: the page stays. */
  cleared: string | null;
  go: PageSave['go'];
  /**
   * What the page was drawn from. Next on a page that was shown again because of newer answers knowingly
   * overwrites those.
   */
  revision: number;
  writer: string;
  sequence: number;
  shown: string[];
  fields: [string, FormDataEntryValue][];
}

/** Null when the own fields are not what our form sends. */
export function readPageForm(form: FormData): SentPage | null {
  const text = (name: string) => String(form.get(name) ?? '');
  const language = form.get('language');
  const cleared = form.has('clear') ? text('clear') : null;
  const go = language === null && cleared === null ? text('go') : 'stay';
  if (language !== null && !isLanguage(language)) return null;
  if (cleared !== null && !/^\w{1,64}$/.test(cleared)) return null;
  if (go !== 'next' && go !== 'back' && go !== 'stay') return null;
  if (!/^\d{1,9}$/.test(text('revision')) || !/^\d{1,9}$/.test(text('sequence'))) return null;
  if (!/^\d{0,9}$/.test(text('overwrites')) || !/^[\w-]{8,32}$/.test(text('writer'))) return null;
  const answers = [...form.entries()].filter(([name]) => !ownFields.includes(name) && name !== cleared);
  return {
    page: text('page'),
    language,
    cleared,
    go,
    revision: Number((go === 'next' && text('overwrites')) || text('revision')),
    writer: text('writer'),
    sequence: Number(text('sequence')),
    shown: form.getAll('shown').map(String),
    fields: cleared === null ? answers : [...answers, [cleared, '']],
  };
}

export function pageSaveOf(questionnaire: Questionnaire, sent: SentPage, language: Language): PageSave {
  const { page, go, revision, writer, sequence, shown, fields } = sent;
  return {
    page,
    go,
    revision,
    writer,
    sequence,
    shown,
    language: sent.language ?? language,
    level: go === 'next' ? 'final' : 'draft',
    submitted: (answersSoFar: Answers) => answersFromForm(questionnaire, page, fields, answersSoFar),
  };
}

/**
 * Problems that a person can cause with our form; any other was made up and gets no page to correct it on.
 */
export const correctable: readonly AnswerProblem['code'][] = [
  'required',
  'too-many-choices',
  'exclusive-choice',
  'too-long',
  'control-character',
];
