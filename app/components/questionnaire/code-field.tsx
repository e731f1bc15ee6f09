import { useTranslator } from '../../i18n/context.tsx';

interface CodeFieldProps {
  /** Id and name of the field. */
  id: string;
  label: string;
  hint: string;
  /** What is wrong with what was typed, in words. */
  problem: string | null;
  /** What was typed and is kept after a slip. */
  typed: string;
}

/** A field for a code or a receipt, with what is wrong with it beside it. */
export function CodeField({ id, label, hint, problem, typed }: CodeFieldProps) {
  const { t } = useTranslator();
  return (
    <div className="field" id={`${id}-field`}>
      <label htmlFor={id}>{label}</label>
      <p className="hint" id={`${id}-hint`}>
        {hint}
      </p>
      {problem ? (
        <p className="problem" id={`${id}-problem`}>
          <span className="visually-hidden">{t('resident:error.word')} </span>
          {problem}
        </p>
      ) : null}
      <input
        type="text"
        id={id}
        name={id}
        className="code"
        defaultValue={typed}
        maxLength={40}
        autoCapitalize="characters"
        autoComplete="off"
        autoCorrect="off"
        spellCheck={false}
        aria-describedby={problem ? `${id}-hint ${id}-problem` : `${id}-hint`}
        aria-invalid={problem ? true : undefined}
      />
    </div>
  );
}
