import { useTranslator } from '../../i18n/context.tsx';

const forms = { csv: '.csv', csvSemicolon: '-semicolon.csv', xlsx: '.xlsx' } as const;

interface FormLinksProps {
  /** The table's name in words, and in the names of its files. */
  title: string;
  name: string;
  linkOf(file: string): string;
}

/** A table in each of its forms. */
export function FormLinks({ title, name, linkOf }: FormLinksProps) {
  const { t } = useTranslator();
  return (
    <>
      {title}:{' '}
      {Object.entries(forms).map(([form, ending], index) => (
        <span key={form}>
          {index > 0 ? ' · ' : ''}
          <a href={linkOf(`${name}${ending}`)} download>
            <span className="visually-hidden">{title}: </span>
            {t(`exports:form.${form}`)}
          </a>
        </span>
      ))}
    </>
  );
}
