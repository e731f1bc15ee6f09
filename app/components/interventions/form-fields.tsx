import type { InputHTMLAttributes, ReactNode, SelectHTMLAttributes, TextareaHTMLAttributes } from 'react';

interface Described {
  name: string;
  /** Where a page has two fields of one name. */
  id?: string;
  label: string;
  hint?: string;
  problem?: string | null;
}

/** A choice from a list, with label, hint and what is wrong tied to it. */
export function SelectField({
  name,
  id = name,
  label,
  hint,
  problem,
  empty,
  children,
  ...select
}: Described & { empty?: string; children: ReactNode } & SelectHTMLAttributes<HTMLSelectElement>) {
  return (
    <FieldFrame {...{ name, id, label, hint, problem }}>
      <select {...select} id={id} name={name} {...describedBy({ id, hint, problem })}>
        {empty === undefined ? null : <option value="">{empty}</option>}
        {children}
      </select>
    </FieldFrame>
  );
}

/** Several lines of text, with label, hint and what is wrong tied to them. */
export function TextField({
  name,
  id = name,
  label,
  hint,
  problem,
  ...textarea
}: Described & TextareaHTMLAttributes<HTMLTextAreaElement>) {
  return (
    <FieldFrame {...{ name, id, label, hint, problem }}>
      <textarea {...textarea} id={id} name={name} {...describedBy({ id, hint, problem })} />
    </FieldFrame>
  );
}

/** One line of text where a page has two fields of one name. */
export function LineField({
  name,
  id = name,
  label,
  hint,
  problem,
  ...input
}: Described & InputHTMLAttributes<HTMLInputElement>) {
  return (
    <FieldFrame {...{ name, id, label, hint, problem }}>
      <input type="text" {...input} id={id} name={name} {...describedBy({ id, hint, problem })} />
    </FieldFrame>
  );
}

type Framed = { id: string; label: string; hint?: string | undefined; problem?: string | null | undefined };

function FieldFrame({ id, label, hint, problem, children }: Framed & { name: string; children: ReactNode }) {
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint ? (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      ) : null}
      {problem ? (
        <span className="problem" id={`${id}-problem`}>
          {problem}
        </span>
      ) : null}
      {children}
    </div>
  );
}

function describedBy({ id, hint, problem }: Omit<Framed, 'label'>) {
  const described = [hint ? `${id}-hint` : '', problem ? `${id}-problem` : ''].filter(Boolean).join(' ');
  return { 'aria-describedby': described || undefined, 'aria-invalid': problem ? true : undefined } as const;
}
