/** @file Holds which image is open, and shows the viewer over the page. */
import { Dialog } from '@base-ui/react/dialog';
import { useMemo, useRef, useState, type ReactNode } from 'react';
import { useApp } from '../app-context.ts';
import { focusComposer } from '../composer/focus-composer.ts';
import { OpenViewerContext, type Pointing } from './open-viewer.ts';
import { viewedImages, type ViewedImage } from './viewed-images.ts';
import { Viewer } from './viewer.tsx';
import css from './viewer.module.css';

interface Opened {
  /** As they were when it opened: nothing is taken from under one's eyes. */
  readonly images: readonly ViewedImage[];
  readonly start: number;
  /** What an answer points at, on the image that is shown first. */
  readonly pointing?: Pointing;
}

export function ViewerHost({ children }: { readonly children: ReactNode }) {
  const app = useApp();
  const [opened, setOpened] = useState<Opened>();
  const [isOpen, setIsOpen] = useState(false);
  const stage = useRef<HTMLDivElement>(null);
  /** What the Escape key ends before it closes the viewer. */
  const inner = useRef<(() => void) | undefined>(undefined);
  const goesToDraft = useRef(false);
  const open = useMemo(
    () => (sha256: string, pointing?: Pointing) => {
      const images = viewedImages(app.state.getState());
      const start = images.findIndex((image) => image.attachment.sha256 === sha256);
      if (start < 0) return;
      goesToDraft.current = false;
      setOpened({ images, start, ...(pointing !== undefined && { pointing }) });
      setIsOpen(true);
    },
    [app],
  );
  return (
    <OpenViewerContext value={open}>
      {children}
      <Dialog.Root
        open={isOpen}
        onOpenChange={(_, { reason }) => {
          if (reason === 'escape-key' && inner.current !== undefined) inner.current();
          else setIsOpen(false);
        }}
        onOpenChangeComplete={(stays) => !stays && setOpened(undefined)}
      >
        <Dialog.Portal>
          <Dialog.Popup
            className={css.popup}
            initialFocus={stage}
            finalFocus={() => {
              if (!goesToDraft.current) return true;
              focusComposer();
              return false;
            }}
          >
            {opened !== undefined && (
              <Viewer
                {...opened}
                stageRef={stage}
                escapeRef={inner}
                onAsked={() => {
                  goesToDraft.current = true;
                  setIsOpen(false);
                }}
              />
            )}
          </Dialog.Popup>
        </Dialog.Portal>
      </Dialog.Root>
    </OpenViewerContext>
  );
}
