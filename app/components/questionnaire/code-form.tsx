import { useTranslator } from '../../i18n/context.tsx';
import { useNonce } from '../../nonce.ts';

/** What can be told of a code without asking whether there is one. */
export type CodeProblem = 'code-missing' | 'code-mistyped';

interface CodeFormProps {
  /** The sentence that starting agrees to. */
  consent: string;
  problem?: CodeProblem | null;
  /** What was typed and is kept after a slip. */
  typed?: string;
}

/** One field for the code of the letter; the button that starts is the consent. */
export function CodeForm({ consent, problem, typed = '' }: CodeFormProps) {
  const { t } = useTranslator();
  const nonce = useNonce();
  return (
    <form method="post" action="/s/start" className="code-form" autoComplete="off" noValidate>
      <div className="field" id="code-field">
        <label htmlFor="code">{t('resident:code.label')}</label>
        <p className="hint" id="code-hint">
          {t('resident:code.hint')}
        </p>
        {problem ? (
          <p className="problem" id="code-problem">
            <span className="visually-hidden">{t('resident:error.word')} </span>
            {t(`resident:code.${problem}`)}
          </p>
        ) : null}
        <input
          type="text"
          id="code"
          name="code"
          className="code"
          defaultValue={typed}
          maxLength={40}
          autoCapitalize="characters"
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
          aria-describedby={problem ? 'code-hint code-problem' : 'code-hint'}
          aria-invalid={problem ? true : undefined}
        />
      </div>
      <p className="consent">
        {t('resident:code.consent')} {consent} <a href="/s/privacy">{t('resident:privacy.title')}</a>
      </p>
      <p className="actions">
        <button type="submit" className="primary">
          {t('resident:code.start')}
        </button>
      </p>
      <script src="/read-code.js" nonce={nonce} defer />
    </form>
  );
}
