/** @file Takes a picture for the turn. */
import { Camera } from 'lucide-react';
import { useState } from 'react';
import { useAddFiles } from '../composer/add-files.ts';
import { IconButton } from '../controls/button.tsx';
import { useStrings } from '../strings/use-strings.ts';
import { CameraDialog } from './camera-dialog.tsx';

export function CameraButton() {
  const strings = useStrings().pictures;
  const addFiles = useAddFiles();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <IconButton label={strings.takePicture} onClick={() => setIsOpen(true)}>
        <Camera size={19} aria-hidden />
      </IconButton>
      <CameraDialog
        isOpen={isOpen}
        onClose={() => setIsOpen(false)}
        onPicture={(picture) => addFiles([picture])}
      />
    </>
  );
}
