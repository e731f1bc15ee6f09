import { useTranslator } from '../../i18n/context.tsx';
import { interventionPaths } from '../../paths/interventions.ts';
import type {
  Consultation,
  ConsultationList,
} from '../../use-cases/results/interventions/consultation-list.server.ts';
import { ConsultationItem, OpinionForm } from './consultation-item.tsx';

interface ConsultationsViewProps {
  list: ConsultationList;
  today: string;
  /** For whose councils the reader may enter opinions. */
  council: 'all' | number | null;
  typed: Record<string, string>;
}

/** Consultations by what they ask of the reader: overdue first, then awaited, then answered. */
export function ConsultationsView({ list, today, council, typed }: ConsultationsViewProps) {
  const { t } = useTranslator();
  const parts = ['overdue', 'awaited', 'answered'] as const;
  return (
    <>
      {parts.map((part) => (
        <section key={part} aria-labelledby={part}>
          <h2 id={part}>{t(`planning:consultations.${part}`, { count: list[part].length })}</h2>
          {list[part].map((consultation) => (
            <div key={consultation.consultationId} className="consultation">
              <h3>
                <SubjectLink consultation={consultation} />
              </h3>
              <ConsultationItem consultation={consultation} today={today} />
              {consultation.opinion === null && (council === 'all' || council === consultation.district) ? (
                <OpinionForm consultation={consultation} typed={typed} today={today} />
              ) : null}
            </div>
          ))}
        </section>
      ))}
    </>
  );
}

function SubjectLink({ consultation }: { consultation: Consultation }) {
  const { subject, subjectId, title } = consultation;
  if (subject !== 'intervention') return <>{title}</>;
  return <a href={interventionPaths.intervention(subjectId)}>{title}</a>;
}
