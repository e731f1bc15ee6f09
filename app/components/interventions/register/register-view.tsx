import type { ReactNode } from 'react';
import { useTranslator } from '../../../i18n/context.tsx';
import type { Register } from '../../../use-cases/results/interventions/register.server.ts';
import { FormLinks } from '../../exports/form-links.tsx';
import { RegisterFilter } from './register-filter.tsx';
import { RegisterTable } from './register-table.tsx';

interface RegisterViewProps {
  title: string;
  register: Register;
  /** Where the filter asks. */
  action: string;
  page?: (interventionId: string) => string;
  /** A file of what is shown. */
  fileOf(file: string, filter: Register['chosen']): string;
  /** What city hall can do from here, files of the table among it. */
  children?: ReactNode;
}

/** The register of interventions, in both areas. */
export function RegisterView({ title, register, action, page, fileOf, children }: RegisterViewProps) {
  const { t } = useTranslator();
  return (
    <div className="intervention-register">
      <h1>{title}</h1>
      <p>{t('interventions:register.lead')}</p>
      {children}
      {register.total === 0 ? (
        <p className="notice">{t('interventions:register.empty')}</p>
      ) : (
        <>
          <RegisterFilter register={register} action={action} />
          {register.lines.length === 0 ? (
            <p className="notice">{t('interventions:register.noneFits')}</p>
          ) : (
            <RegisterTable register={register} page={page} />
          )}
          <p className="hint">{t('interventions:register.note')}</p>
          <p className="no-print">
            <FormLinks
              title={t('exports:links.register')}
              name="register"
              linkOf={(file) => fileOf(file, register.chosen)}
            />
          </p>
        </>
      )}
    </div>
  );
}
