import { useTranslator } from '../../i18n/context.tsx';
import { publicPaths } from '../../paths/public.ts';

interface TrailLinkProps {
  to: string;
  name: string;
  /** Whether it stands beside the figure of two waves together and that of the wave alone. */
  isOfYears?: boolean;
}

/** "How was this made?" beside a figure; for a reader of links alone it says which. */
export function TrailLink({ to, name, isOfYears = false }: TrailLinkProps) {
  const { t } = useTranslator();
  return (
    <a className="trail-link" href={to}>
      {t(isOfYears ? 'results:trail.ofYears' : 'results:trail.link')}
      <span className="visually-hidden">: {name}</span>
    </a>
  );
}

/** To the section of the method page that explains what stands here. */
export function MethodLink({ section }: { section: string }) {
  const { t } = useTranslator();
  return (
    <a href={publicPaths.method(section)} className="trail-link">
      {t('method:figure.methodLink')}
    </a>
  );
}
