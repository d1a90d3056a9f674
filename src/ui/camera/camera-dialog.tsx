/** @file What the camera sees, and the button that takes a picture of it for the turn. */
import { Camera, CameraOff, SwitchCamera } from 'lucide-react';
import { useCallback, useRef, type RefObject } from 'react';
import { takePicture, type CameraFault } from '../../app/camera.ts';
import { Button, IconButton } from '../controls/button.tsx';
import { Modal, ModalButtons } from '../controls/modal.tsx';
import { useStrings } from '../strings/use-strings.ts';
import css from './camera.module.css';
import { useCamera } from './use-camera.ts';

interface CameraDialogProps {
  readonly isOpen: boolean;
  onClose(): void;
  onPicture(picture: File): void;
}

export function CameraDialog({ isOpen, onClose, onPicture }: CameraDialogProps) {
  const strings = useStrings().pictures;
  const shutter = useRef<HTMLButtonElement>(null);
  return (
    <Modal
      isOpen={isOpen}
      onClose={onClose}
      title={strings.takePicture}
      shape="wide"
      firstFocus={shutter}
    >
      <Finder shutter={shutter} onClose={onClose} onPicture={onPicture} />
    </Modal>
  );
}

/** There only while the dialog is open, so that the camera is. */
function Finder({
  shutter,
  onClose,
  onPicture,
}: Omit<CameraDialogProps, 'isOpen'> & {
  readonly shutter: RefObject<HTMLButtonElement | null>;
}) {
  const { cancel, pictures: strings } = useStrings();
  const { camera, hasOthers, tryAgain, takeOther } = useCamera();
  const videoRef = useRef<HTMLVideoElement>(null);
  const shoot = async () => {
    if (videoRef.current === null) return;
    const picture = await takePicture(
      videoRef.current,
      strings.pictureName(timeOfDay()),
    );
    if (picture === undefined) return;
    onPicture(picture);
    onClose();
  };
  return (
    <>
      <div className={css.finder}>
        {camera.kind === 'open' && <Live stream={camera.stream} videoRef={videoRef} />}
        {camera.kind === 'starting' && <p role="status">{strings.starting}</p>}
        {camera.kind === 'failed' && <Fault why={camera.why} />}
      </div>
      <ModalButtons>
        {hasOthers && (
          <IconButton label={strings.otherCamera} onClick={takeOther}>
            <SwitchCamera size={19} aria-hidden />
          </IconButton>
        )}
        <Button onClick={onClose}>{cancel}</Button>
        {camera.kind === 'failed' ? (
          <Button look="primary" onClick={tryAgain}>
            {strings.tryAgain}
          </Button>
        ) : (
          <Button
            ref={shutter}
            look="primary"
            aria-disabled={camera.kind !== 'open'}
            onClick={() => void shoot()}
          >
            <Camera size={17} aria-hidden /> {strings.shoot}
          </Button>
        )}
      </ModalButtons>
    </>
  );
}

function Fault({ why }: { readonly why: CameraFault }) {
  const strings = useStrings().pictures;
  return (
    <p role="alert" className={css.fault}>
      <CameraOff size={22} aria-hidden />
      {strings.cameraWhy[why]}
    </p>
  );
}

interface LiveProps {
  readonly stream: MediaStream;
  readonly videoRef: RefObject<HTMLVideoElement | null>;
}

function Live({ stream, videoRef }: LiveProps) {
  const strings = useStrings().pictures;
  const show = useCallback(
    (element: HTMLVideoElement | null) => {
      videoRef.current = element;
      if (element !== null) element.srcObject = stream;
    },
    [stream, videoRef],
  );
  return (
    <video
      ref={show}
      className={css.video}
      aria-label={strings.cameraView}
      autoPlay
      playsInline
      muted
    />
  );
}

/** "14.05.09": a name of a file has no colons. */
function timeOfDay(): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const now = new Date();
  return [now.getHours(), now.getMinutes(), now.getSeconds()].map(two).join('.');
}
