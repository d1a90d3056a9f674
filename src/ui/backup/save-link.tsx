/** @file A link that saves a file that is ready. */
import { Download } from 'lucide-react';
import { type RefCallback, useCallback } from 'react';
import type { SavedFile } from '../../app/archive-state.ts';
import button from '../controls/button.module.css';
import { join } from '../controls/button.tsx';
import { useStrings } from '../strings/use-strings.ts';

export function SaveLink({ file }: { readonly file: SavedFile }) {
  const strings = useStrings().backup;
  const { name, blob } = file;
  return (
    <a
      ref={useLinkTo(blob)}
      download={name}
      className={join(button.button, button.primary)}
    >
      <Download size={17} aria-hidden /> {strings.save(name)}
    </a>
  );
}

/** Links to `blob` for as long as the link is there. */
function useLinkTo(blob: Blob): RefCallback<HTMLAnchorElement> {
  return useCallback(
    (link) => {
      const url = URL.createObjectURL(blob);
      if (link !== null) link.href = url;
      return () => URL.revokeObjectURL(url);
    },
    [blob],
  );
}
