import { useTranslator } from '../../i18n/context.tsx';

/** The address of the page that says how a figure was made; `room` is `/results` or `/public`. */
export function trailPath(room: string, figure: { wave: string; domain: string; indicator: string }): string {
  const parts = [figure.wave, figure.domain, figure.indicator].map(encodeURIComponent);
  return `${room}/figures/${parts.join('/')}`;
}

/** "How was this made?" beside a figure; for a reader of links alone it says which. */
export function TrailLink({ to, name }: { to: string; name: string }) {
  const { t } = useTranslator();
  return (
    <a className="trail-link" href={to}>
      {t('results:trail.link')}
      <span className="visually-hidden">: {name}</span>
    </a>
  );
}

/** To the section of the method page that explains what stands here. */
export function MethodLink({ section }: { section: string }) {
  const { t } = useTranslator();
  return (
    <a href={`/public/method#${section}`} className="trail-link">
      {t('method:figure.methodLink')}
    </a>
  );
}
