/** @file Chooses image files for the turn. */
import { ImagePlus } from 'lucide-react';
import { useRef } from 'react';
import { IconButton } from '../controls/button.tsx';
import { useStrings } from '../strings/use-strings.ts';
import { useAddFiles } from './add-files.ts';

export function AddImagesButton() {
  const strings = useStrings();
  const addFiles = useAddFiles();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <IconButton label={strings.addImages} onClick={() => input.current?.click()}>
        <ImagePlus size={19} aria-hidden />
      </IconButton>
      <input
        ref={input}
        type="file"
        accept="image/*,.heic,.heif,application/pdf"
        multiple
        hidden
        aria-label={strings.addImages}
        onChange={(event) => {
          addFiles([...(event.target.files ?? [])]);
          event.target.value = ''; // the same file may be chosen again
        }}
      />
    </>
  );
}
