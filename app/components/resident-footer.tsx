import { useTranslator } from '../i18n/context.tsx';

/** Under every page of a resident; while answers are being given, the way to take sent ones back would only confuse. */
export function ResidentFooter({ answering = false }: { answering?: boolean }) {
  const { t } = useTranslator();
  return (
    <p>
      <a href="/s/privacy">{t('resident:privacy.title')}</a>
      {answering ? null : (
        <>
          {' · '}
          <a href="/s/withdraw">{t('resident:withdraw.title')}</a>
        </>
      )}{' '}
      · {t('resident:emergency')}
    </p>
  );
}
