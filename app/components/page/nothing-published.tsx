import { useTranslator } from '../../i18n/context.tsx';

/** Before the first publication. */
export function NothingPublished() {
  const { t } = useTranslator();
  return (
    <>
      <h1>{t('public:empty.title')}</h1>
      <p className="lead">{t('public:empty.what')}</p>
    </>
  );
}
