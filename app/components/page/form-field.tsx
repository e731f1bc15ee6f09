import type { InputHTMLAttributes } from 'react';

interface FormFieldProps extends InputHTMLAttributes<HTMLInputElement> {
  name: string;
  label: string;
  hint?: string;
  /** What is wrong with the value, said beside it. */
  problem?: string | null;
}

/** One line of a form: label, hint, what is wrong, and the field, tied together for screen readers. */
export function FormField({ name, label, hint, problem, ...input }: FormFieldProps) {
  const described = [hint ? `${name}-hint` : '', problem ? `${name}-problem` : ''].filter(Boolean).join(' ');
  return (
    <div className="field">
      <label htmlFor={name}>{label}</label>
      {hint ? (
        <span className="hint" id={`${name}-hint`}>
          {hint}
        </span>
      ) : null}
      {problem ? (
        <span className="problem" id={`${name}-problem`}>
          {problem}
        </span>
      ) : null}
      <input
        type="text"
        {...input}
        id={name}
        name={name}
        aria-describedby={described || undefined}
        aria-invalid={problem ? true : undefined}
      />
    </div>
  );
}
