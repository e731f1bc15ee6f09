import { useTranslator } from '../../i18n/context.tsx';
import { type ReferenceId, references } from './references.ts';

/** Where a formula comes from: author and year, leading to the list of references of the same page. */
export function Source({ of }: { of: readonly ReferenceId[] }) {
  const { t } = useTranslator();
  const named = references.filter(({ id }) => of.includes(id));
  return (
    <p className="source-note">
      {t('method:source')}{' '}
      {named.map(({ id, authors, year }, index) => (
        <span key={id}>
          {index > 0 ? '; ' : ''}
          <a href={`#source-${id}`}>
            {authors} {year}
          </a>
        </span>
      ))}
    </p>
  );
}

/** The list of references, each with an address where it can be read or found. */
export function Sources() {
  const { t } = useTranslator();
  return (
    <section aria-labelledby="method-sources">
      <h2 id="method-sources">{t('method:sources')}</h2>
      <p>{t('method:sourcesLead')}</p>
      <ul className="references">
        {references.map(({ id, authors, year, title, link }) => (
          <li key={id} id={`source-${id}`}>
            {authors} ({year}). <cite lang="en">{title}</cite>.{' '}
            <a href={link} rel="noreferrer">
              {link.replace('https://', '')}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
