import { MenuOutlined, QuestionCircleOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { Link, Outlet, ScrollRestoration, useLocation } from 'react-router';
import { useMe } from '../api/me.js';
import { Loading } from '../components/Loading.js';
import { common } from '../labels/common.js';
import { useLabels } from '../labels/labelArea.js';
import { AccountMenu } from './AccountMenu.js';
import { AppearanceButtons } from './AppearanceButtons.js';
import { Bell } from './Bell.js';
import { homeOf, useBinding } from './binding.js';
import icon from './icon.svg';
import { RoleSwitcher } from './RoleSwitcher.js';
import { SideMenu } from './SideMenu.js';
import { useSavedLanguage } from './useSavedLanguage.js';

const PhoneMenu = lazy(() => import('./PhoneMenu.js').then(({ PhoneMenu: it }) => ({ default: it })));
const MissingStep = lazy(() => import('../account/MissingStep.js').then(({ MissingStep: it }) => ({ default: it })));

/** The frame around every page of a signed-in person. */
export function Shell() {
  const t = useLabels(common);
  const main = useRef<HTMLElement>(null);
  const [menuOpen, setMenuOpen] = useState(false);
  const [menuOpened, setMenuOpened] = useState(false);
  const { pathname } = useLocation();
  const before = useRef(pathname);
  const { personId, missingStep } = useMe();
  const binding = useBinding();
  useSavedLanguage();

  // Keyboard and screen reader start a new page at its content, not at the last click.
  useEffect(() => {
    if (before.current !== pathname) main.current?.focus({ preventScroll: true });
    before.current = pathname;
  }, [pathname]);

  return (
    <div className="shell" key={personId}>
      <a className="skipLink" href="#main">
        {t('skip')}
      </a>
      <header className="shellHeader">
        <Button
          className="onPhone"
          type="text"
          icon={<MenuOutlined />}
          aria-label={t('menu')}
          aria-expanded={menuOpen}
          onClick={() => {
            setMenuOpened(true);
            setMenuOpen(true);
          }}
        />
        <Link className="shellBrand" to={homeOf(binding)}>
          <img src={icon} alt="" width={28} height={28} />
          {t('product')}
        </Link>
        <span style={{ flex: 1 }} />
        <span className="onDesk">
          <RoleSwitcher />
        </span>
        <Link className="shellGuide" to="/guide" title={t('guide')} aria-label={t('guide')}>
          <QuestionCircleOutlined style={{ fontSize: 18 }} />
        </Link>
        {missingStep === null ? <Bell /> : null}
        <span className="onDesk row" style={{ gap: 0 }}>
          <AppearanceButtons />
        </span>
        <AccountMenu />
      </header>
      <div className="shellSide">
        <SideMenu />
      </div>
      {menuOpened ? (
        <Suspense fallback={null}>
          <PhoneMenu open={menuOpen} onClose={() => setMenuOpen(false)} />
        </Suspense>
      ) : null}
      <main className="shellMain" id="main" ref={main} tabIndex={-1}>
        <div className="pageWidth">
          <Suspense fallback={<Loading />}>{missingStep === null ? <Outlet /> : <MissingStep />}</Suspense>
        </div>
      </main>
      <ScrollRestoration />
    </div>
  );
}
