import { useTranslator } from '../../i18n/context.tsx';
import { residentPaths } from '../../paths/s.ts';
import { TextWithNumbers } from './text-with-numbers.tsx';

/**
 * Under every page of a resident; while answers are being given, the way to take sent ones back would only
 * confuse.
 */
export function ResidentFooter({ answering = false }: { answering?: boolean }) {
  const { t } = useTranslator();
  return (
    <>
      <p className="footer-links">
        <a className="link-target" href={residentPaths.privacy}>
          {t('resident:privacy.title')}
        </a>
        {answering ? null : (
          <a className="link-target" href={residentPaths.withdraw}>
            {t('resident:withdraw.title')}
          </a>
        )}
      </p>
      <p>
        <TextWithNumbers text={t('resident:emergency')} />
      </p>
    </>
  );
}
