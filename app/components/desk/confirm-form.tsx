import type { ReactNode } from 'react';
import { useTranslator } from '../../i18n/context.tsx';
import { type WavePage, wavePaths } from '../../paths/fieldwork.ts';

interface ConfirmFormProps {
  waveId: string;
  /** The page of the act, which takes the form. */
  act: WavePage;
  /** What will happen, in numbers: the words beside the box. */
  consequence: string;
  button: string;
  /** It cannot be undone. */
  destructive?: boolean;
  /** What else the form says. */
  fields?: Record<string, string>;
  /** For a second form on one page. */
  idPrefix?: string;
  /** What else has to be answered, above the box. */
  children?: ReactNode;
}

/** An act that asks once: nothing happens until the box that names its consequence is ticked. */
export function ConfirmForm({
  waveId,
  act,
  consequence,
  button,
  destructive = false,
  fields = {},
  idPrefix = '',
  children,
}: ConfirmFormProps) {
  const { t } = useTranslator();
  const paths = wavePaths(waveId);
  return (
    <form method="post" action={paths[act]} className="confirm-form">
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
      <p className="confirm-box">
        <input type="checkbox" id={`${idPrefix}confirm`} name="confirm" value="yes" required />
        <label htmlFor={`${idPrefix}confirm`}>{consequence}</label>
      </p>
      <p className="actions">
        <button type="submit" className={destructive ? 'danger' : 'primary'}>
          {button}
        </button>
        <a className="button secondary" href={paths.wave}>
          {t('fieldwork:cancel')}
        </a>
      </p>
    </form>
  );
}
