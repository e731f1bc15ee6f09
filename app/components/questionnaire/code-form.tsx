import { useTranslator } from '../../i18n/context.tsx';
import { residentPaths } from '../../paths/s.ts';
import { useNonce } from '../../server/nonce.ts';
import { CodeField } from './code-field.tsx';

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
    <form method="post" action={residentPaths.start} className="code-form" autoComplete="off" noValidate>
      <CodeField
        id="code"
        label={t('resident:code.label')}
        hint={t('resident:code.hint')}
        problem={problem ? t(`resident:code.${problem}`) : null}
        typed={typed}
      />
      <p className="consent">
        {t('resident:code.consent')} {consent}{' '}
        <a href={residentPaths.privacy}>{t('resident:privacy.title')}</a>
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
