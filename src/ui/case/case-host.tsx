/** @file Where the case is shown: beside the conversation, or over it where there is no room. */
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { Modal } from '../controls/modal.tsx';
import { useStrings } from '../strings/use-strings.ts';
import css from './case.module.css';
import { CasePanel } from './case-panel.tsx';
import { CaseContext } from './open-case.ts';

/** Three columns fit from here on; `case.module.css` has the same. */
const WIDE = '(min-width: 75rem)';

export function CaseHost({ children }: { readonly children: ReactNode }) {
  const strings = useStrings().case;
  const [isOpen, setIsOpen] = useState(false);
  const isWide = useIsWide();
  const value = useMemo(
    () => ({ isOpen, toggle: () => setIsOpen((before) => !before) }),
    [isOpen],
  );
  return (
    <CaseContext value={value}>
      <div className={css.host} data-open={isOpen && isWide}>
        {children}
        {isOpen && isWide && (
          <aside className={css.beside} aria-label={strings.panel}>
            <CasePanel hasTitle />
          </aside>
        )}
      </div>
      <Modal
        isOpen={isOpen && !isWide}
        onClose={() => setIsOpen(false)}
        title={strings.panel}
        shape="drawer-right"
      >
        <CasePanel onAsked={() => setIsOpen(false)} />
      </Modal>
    </CaseContext>
  );
}

function useIsWide(): boolean {
  const [isWide, setIsWide] = useState(() => matchMedia(WIDE).matches);
  useEffect(() => {
    const media = matchMedia(WIDE);
    const follow = () => setIsWide(media.matches);
    media.addEventListener('change', follow);
    return () => media.removeEventListener('change', follow);
  }, []);
  return isWide;
}
