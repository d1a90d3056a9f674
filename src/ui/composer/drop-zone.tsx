/** @file The whole conversation takes dropped images. */
import { ImagePlus } from 'lucide-react';
import { useRef, useState, type DragEvent, type ReactNode } from 'react';
import { useStrings } from '../strings/use-strings.ts';
import { useAddFiles } from './add-files.ts';
import css from './drop-zone.module.css';
import { FilesHost } from './files-host.tsx';
import { holdsFiles, imagesIn } from './images-in.ts';

export function DropZone({ children }: { readonly children: ReactNode }) {
  return (
    <FilesHost>
      <Zone>{children}</Zone>
    </FilesHost>
  );
}

function Zone({ children }: { readonly children: ReactNode }) {
  const strings = useStrings();
  const addFiles = useAddFiles();
  const [isOver, setIsOver] = useState(false);
  /** Entering a child leaves its parent: only as many leaves as enters mean out. */
  const depth = useRef(0);
  const handle = (change: number) => (event: DragEvent) => {
    if (!holdsFiles(event.dataTransfer)) return;
    event.preventDefault();
    depth.current += change;
    setIsOver(depth.current > 0);
  };
  const drop = (event: DragEvent) => {
    if (!holdsFiles(event.dataTransfer)) return;
    event.preventDefault();
    depth.current = 0;
    setIsOver(false);
    addFiles(imagesIn(event.dataTransfer));
  };
  return (
    <div
      className={css.zone}
      onDragEnter={handle(1)}
      onDragOver={handle(0)}
      onDragLeave={handle(-1)}
      onDrop={drop}
    >
      {children}
      {isOver && (
        <div className={css.over}>
          <ImagePlus size={28} aria-hidden />
          {strings.dropImages}
        </div>
      )}
    </div>
  );
}
