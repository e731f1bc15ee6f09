import { useLocation } from '@remix-run/react';
import type { ReactNode } from 'react';
import { useTranslator } from '../../i18n/context.tsx';
import { useSynthetic } from './synthetic.ts';

export interface NavigationItem {
  to: string;
  label: string;
}

interface PageFrameProps {
  /** Which room this is: it sets the density and the base size of the type. */
  room: 'resident' | 'desk' | 'report';
  title: string;
  home: string;
  navigation?: NavigationItem[];
  /** Language switch, sign-out and the like. */
  aside?: ReactNode;
  footer?: ReactNode;
  children: ReactNode;
}

/**
 * Header, skip link, navigation and footer of every page, and, where the people are invented, the word that
 * they are.
 */
export function PageFrame({ room, title, home, navigation, aside, footer, children }: PageFrameProps) {
  const { t } = useTranslator();
  const synthetic = useSynthetic();
  const { pathname } = useLocation();
  return (
    <div className={`room room-${room}`}>
      <a className="skip-link" href="#main">
        {t('frame:skip')}
      </a>
      <header>
        {synthetic ? <p className="synthetic-note">{t('frame:synthetic')}</p> : null}
        <div className="page-header">
          <a className="wordmark" href={home}>
            <svg className="wordmark-sign" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
              <path d="M12 2 4 5v6c0 5 3.4 9.2 8 11 4.6-1.8 8-6 8-11V5z" />
              <circle cx="12" cy="11" r="3.2" />
            </svg>
            <span className="wordmark-name">Poczucie</span>
            <span className="wordmark-room">{title}</span>
          </a>
          {aside ? <div className="page-header-aside">{aside}</div> : null}
          {navigation && navigation.length > 0 ? (
            <nav className="page-navigation" aria-label={t('frame:navigation')}>
              <ul>
                {navigation.map((item) => (
                  <li key={item.to}>
                    <a href={item.to} aria-current={item.to === pathname ? 'page' : undefined}>
                      {item.label}
                    </a>
                  </li>
                ))}
              </ul>
            </nav>
          ) : null}
        </div>
      </header>
      <main id="main" className="page" tabIndex={-1}>
        {children}
      </main>
      {footer ? <footer className="page-footer">{footer}</footer> : null}
    </div>
  );
}
