/** @file On the lock screen: the button for a passkey, where there is one. */
import { Fingerprint } from 'lucide-react';
import { useState } from 'react';
import { useActions, useSelected } from '../app-context.ts';
import { Button } from '../controls/button.tsx';
import { useStrings } from '../strings/use-strings.ts';
import css from './security.module.css';

export function PasskeyUnlock() {
  const strings = useStrings().security;
  const { unlockByPasskey } = useActions();
  const hasPasskeys = useSelected((state) => state.passkeys.length > 0);
  const [hasFailed, setHasFailed] = useState(false);
  const [isAsking, setIsAsking] = useState(false);
  if (!hasPasskeys) return null;
  const unlock = async () => {
    setHasFailed(false);
    setIsAsking(true);
    setHasFailed(!(await unlockByPasskey()));
    setIsAsking(false);
  };
  return (
    <>
      <Button disabled={isAsking} onClick={() => void unlock()}>
        <Fingerprint size={18} aria-hidden /> {strings.unlockWithPasskey}
      </Button>
      <p role="alert" className={css.error}>
        {hasFailed && strings.passkeyFailed}
      </p>
    </>
  );
}
