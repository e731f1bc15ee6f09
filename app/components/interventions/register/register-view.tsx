import type { ReactNode } from 'react';
import { useTranslator } from '../../../i18n/context.tsx';
import type { Register } from '../../../use-cases/results/interventions/register.server.ts';
import { RegisterFilter } from './register-filter.tsx';
import { RegisterTable } from './register-table.tsx';

interface RegisterViewProps {
  title: string;
  register: Register;
  /** Where the filter asks. */
  action: string;
  page?: (interventionId: string) => string;
  /** What city hall can do from here, files of the table among it. */
  children?: ReactNode;
}

/** The register of interventions, in both areas. */
export function RegisterView({ title, register, action, page, children }: RegisterViewProps) {
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
        </>
      )}
    </div>
  );
}
