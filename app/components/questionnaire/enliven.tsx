import { useLayoutEffect } from 'react';
import { hydrateRoot } from 'react-dom/client';
import type { Question, SurveyModel } from 'survey-core';
import { createAutosave, type SaveState } from './autosave.ts';
import type { PageDrawing } from './drawn/drawing.ts';
import { DrawnPage } from './drawn/drawn-page.tsx';
import { makePageModel } from './drawn/page-model.ts';
import { guardLeaving } from './leaving.ts';
import { suggestPlaces } from './place-names.ts';
import { sendPage } from './send-page.ts';

interface Enlivened {
  form: HTMLFormElement;
  container: HTMLElement;
  drawing: PageDrawing;
  /** Not where newer answers from elsewhere would be overwritten: only Next does that. */
  savesByItself: boolean;
  onState: (state: SaveState) => void;
}

/**
 * Gives the server's page its scripts: questions appear and go as they are answered, and every answer is
 * saved. What was answered before the scripts came is kept. Returns the way to take them away again.
 */
export function enliven({ form, container, drawing, savesByItself, onState }: Enlivened): () => void {
  const drawn = makePageModel(drawing);
  let answeredEarlier = new FormData(form);
  // Until React is there, every native change counts: when it comes it sets some fields back to what the
  // server drew.
  const noteAnswers = () => {
    answeredEarlier = new FormData(form);
  };
  form.addEventListener('input', noteAnswers, true);
  const counted = countSaves(form);
  const autosave = createAutosave({
    send: () => sendPage(form, false),
    onState,
    onRevision: counted.saved,
    schedule: (job, milliseconds) => {
      const timer = setTimeout(job, milliseconds);
      return () => clearTimeout(timer);
    },
    random: Math.random,
  });
  const onReady = () => {
    form.removeEventListener('input', noteAnswers, true);
    onState(savesByItself ? 'idle' : 'held');
    if (savesByItself) drawn.model.onValueChanged.add(() => autosave.changed());
    takeOver(drawn.model, answeredEarlier);
  };
  const root = hydrateRoot(
    container,
    <WhenReady act={onReady}>
      <DrawnPage drawing={drawing} drawn={drawn} />
    </WhenReady>,
  );
  if (drawn.model.getAllQuestions().some(({ name }) => drawing.placeNames.includes(name)))
    void suggestPlaces(form);
  const stopListening = guardLeaving(form, autosave, onState);
  return () => {
    stopListening();
    counted.stop();
    root.unmount();
  };
}

function WhenReady({ act, children }: { act: () => void; children: React.ReactNode }) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the form is taken over once
  useLayoutEffect(act, []);
  return children;
}

/** Brings the model to what the form already says: someone may have begun before the scripts arrived. */
function takeOver(model: SurveyModel, answered: FormData): void {
  for (const question of model.getAllQuestions() as Question[]) {
    const sent = answered.getAll(question.name).map(String);
    if (!answered.getAll('shown').includes(question.name)) continue;
    const value = valueSent(question, sent);
    if (JSON.stringify(value) !== JSON.stringify(question.value)) question.value = value;
  }
}

function valueSent(question: Question, sent: string[]): unknown {
  const type = question.getType();
  if (type === 'checkbox') return sent.length > 0 ? sent.map(Number) : undefined;
  const only = sent.find((value) => value !== '');
  if (only === undefined) return undefined;
  return type === 'radiogroup' || type === 'dropdown' ? Number(only) : only;
}

/**
 * Numbers the saves of this window, so that a late one never undoes a later one. The numbers are put into
 * what is sent and not into the form's fields, which React sets back whenever it draws the page again.
 */
function countSaves(form: HTMLFormElement): { saved: (revision: number) => void; stop: () => void } {
  let revision = Number(new FormData(form).get('revision'));
  let sequence = Number(new FormData(form).get('sequence'));
  const onFormData = ({ formData }: FormDataEvent) => {
    sequence += 1;
    formData.set('revision', String(revision));
    formData.set('sequence', String(sequence));
  };
  form.addEventListener('formdata', onFormData);
  return {
    saved: (newest) => {
      revision = newest;
    },
    stop: () => form.removeEventListener('formdata', onFormData),
  };
}
