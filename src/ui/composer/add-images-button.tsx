/** @file Chooses image files for the turn. */
import { ImagePlus } from 'lucide-react';
import { useRef } from 'react';
import { useActions } from '../app-context.ts';
import { IconButton } from '../controls/button.tsx';
import { useStrings } from '../strings/use-strings.ts';

export function AddImagesButton() {
  const strings = useStrings();
  const { addImages } = useActions();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <IconButton label={strings.addImages} onClick={() => input.current?.click()}>
        <ImagePlus size={19} aria-hidden />
      </IconButton>
      <input
        ref={input}
        type="file"
        accept="image/*"
        multiple
        hidden
        aria-label={strings.addImages}
        onChange={(event) => {
          void addImages([...(event.target.files ?? [])]);
          event.target.value = ''; // the same file may be chosen again
        }}
      />
    </>
  );
}
