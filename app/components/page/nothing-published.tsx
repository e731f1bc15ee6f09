import { useTranslator } from '../../i18n/context.tsx';

/** Before the first publication, in city hall's words or in those for anyone. */
export function NothingPublished({ to }: { to: 'city-hall' | 'anyone' }) {
  const { t } = useTranslator();
  const toCity = to === 'city-hall';
  return (
    <>
      <h1>{t(toCity ? 'results:empty.title' : 'public:empty.title')}</h1>
      <p className={toCity ? 'notice' : 'lead'}>{t(toCity ? 'results:empty.what' : 'public:empty.what')}</p>
    </>
  );
}
