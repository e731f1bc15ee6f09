import { useNavigate } from '@remix-run/react';
import { useEffect, useRef, useState } from 'react';
import { useTranslator } from '../../i18n/context.tsx';
import { residentPaths } from '../../paths/s.ts';
import { LanguageButtons } from '../page/language-switch.tsx';
import type { SaveState } from './autosave.ts';
import { forgetCode } from './forget-code.ts';
import type { Enliven, QuestionnaireView } from './questionnaire-view.ts';
import { savesData } from './saves-data.ts';

/** One page of the questionnaire: a form that works by itself, which scripts make save every answer. */
export function QuestionnairePage({ view }: { view: QuestionnaireView }) {
  const { t } = useTranslator();
  const { drawing, html, number, count, drawnHere } = view;
  const navigate = useNavigate();
  const heading = useRef<HTMLHeadingElement>(null);
  const form = useRef<HTMLFormElement>(null);
  const container = useRef<HTMLDivElement>(null);
  const [saving, setSaving] = useState<SaveState | 'without-scripts'>(drawnHere ? 'idle' : 'without-scripts');
  const { title, description, name } = drawing.page;
  const isStale = view.overwrites !== null;

  // biome-ignore lint/correctness/useExhaustiveDependencies: a page is another component than the page before
  useEffect(() => {
    let stop = () => {};
    let gone = false;
    forgetCode();
    // A page in the same document is told by its heading, as another document is told by its title.
    if (drawnHere) heading.current?.focus({ preventScroll: true });
    const begin = (enliven: Enliven) => {
      if (gone || !form.current || !container.current) return;
      const onScreen = { form: form.current, container: container.current, view };
      stop = enliven({ ...onScreen, onState: setSaving, navigate, room: t('resident:room') });
    };
    if (drawnHere) begin(drawnHere.enliven);
    else if (!savesData()) void import('./enliven.tsx').then(({ enliven }) => begin(enliven));
    return () => {
      gone = true;
      stop();
    };
  }, []);

  return (
    <>
      <Problems problems={drawing.problems} />
      {isStale ? <StaleNotice path={residentPaths.page(name)} /> : null}
      <p className="page-count">{t('resident:form.pageOf', { number, count })}</p>
      <progress className="page-progress" value={number} max={count} aria-hidden="true" />
      <h1 ref={heading} tabIndex={drawnHere ? -1 : undefined}>
        {title}
      </h1>
      {description ? <p>{description}</p> : null}
      <form
        ref={form}
        method="post"
        action={residentPaths.page(name)}
        className="questionnaire"
        noValidate
        autoComplete="off"
      >
        {/* Enter in a text field presses the first button of a form: it has to be this one. */}
        <button
          type="submit"
          name="go"
          value="next"
          className="visually-hidden"
          tabIndex={-1}
          aria-hidden="true"
        >
          {t('resident:form.next')}
        </button>
        <input type="hidden" name="page" value={name} />
        <input type="hidden" name="revision" defaultValue={view.revision} />
        {isStale ? <input type="hidden" name="overwrites" defaultValue={view.overwrites ?? ''} /> : null}
        <input type="hidden" name="writer" value={view.writer} />
        <input type="hidden" name="sequence" defaultValue={view.sequence} />
        <LanguageFieldset />
        {drawnHere ? (
          <div ref={container}>{drawnHere.element}</div>
        ) : (
          // biome-ignore lint/security/noDangerouslySetInnerHtml: drawn by our own components on the server; enliven hydrates it
          <div ref={container} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: html }} />
        )}
        <SavingNote state={saving} />
        <div className="actions">
          <button type="submit" name="go" value="next" className="primary">
            {t('resident:form.next')}
          </button>
          {view.isFirst || isStale ? null : (
            <button type="submit" name="go" value="back" className="secondary">
              {t('resident:form.back')}
            </button>
          )}
        </div>
      </form>
    </>
  );
}

/** What has to be corrected, each with a link to its question; it takes the focus as soon as it is there. */
function Problems({ problems }: { problems: Record<string, string> }) {
  const { t } = useTranslator();
  const summary = useRef<HTMLDivElement>(null);
  useEffect(() => summary.current?.focus(), []);
  if (Object.keys(problems).length === 0) return null;
  return (
    <div className="error-summary" role="alert" tabIndex={-1} ref={summary}>
      <h2>{t('resident:error.title')}</h2>
      <ul>
        {Object.entries(problems).map(([variable, problem]) => (
          <li key={variable}>
            <a href={`#${variable}`}>{problem}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}

function StaleNotice({ path }: { path: string }) {
  const { t } = useTranslator();
  return (
    <div className="notice" role="alert">
      <p>{t('resident:stale.what')}</p>
      <p>{t('resident:stale.here')}</p>
      <p>
        <a className="link-target" href={path}>
          {t('resident:stale.there')}
        </a>
      </p>
    </div>
  );
}

/** Buttons of the page's own form: what was typed goes with them and stays. */
function LanguageFieldset() {
  const { t } = useTranslator();
  return (
    <fieldset className="language-switch">
      <legend className="visually-hidden">{t('frame:language')}</legend>
      <LanguageButtons />
    </fieldset>
  );
}

/** Quiet while all is well; what needs attention is read out. */
function SavingNote({ state }: { state: SaveState | 'without-scripts' }) {
  const { t } = useTranslator();
  const urgent = state === 'offline' || state === 'stale' || state === 'ended';
  return (
    <>
      <p
        className="saving-note"
        data-state={state}
        data-first={t('resident:saving.without-scripts')}
        data-longest={t('resident:saving.idle')}
      >
        <span>{urgent ? null : t(`resident:saving.${state}`)}</span>
      </p>
      <p className={urgent ? 'notice' : 'visually-hidden'} role="status">
        {urgent ? t(`resident:saving.${state}`) : null}
      </p>
    </>
  );
}
