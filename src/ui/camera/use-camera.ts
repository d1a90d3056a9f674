/** @file A camera that is open for as long as something on screen uses it. */
import { useEffect, useState } from 'react';
import {
  cameraIds,
  closeCamera,
  openCamera,
  type OpenedCamera,
} from '../../app/camera.ts';

export type CameraState = { readonly kind: 'starting' } | OpenedCamera;

export function useCamera() {
  const [camera, setCamera] = useState<CameraState>({ kind: 'starting' });
  const [ids, setIds] = useState<readonly string[]>([]);
  const [wanted, setWanted] = useState<{ readonly deviceId?: string }>({});
  useEffect(() => {
    let isWanted = true;
    let stream: MediaStream | undefined;
    const open = async () => {
      const opened = await openCamera(wanted.deviceId);
      if (opened.kind === 'open') {
        // Closed meanwhile: nobody else would close what was only now opened.
        if (!isWanted) return closeCamera(opened.stream);
        ({ stream } = opened);
        stream.getVideoTracks()[0]?.addEventListener('ended', () => {
          if (isWanted) setCamera({ kind: 'failed', why: 'none' });
        });
        setIds(await cameraIds());
      }
      if (isWanted) setCamera(opened);
    };
    void open();
    return () => {
      isWanted = false;
      if (stream !== undefined) closeCamera(stream);
      setCamera({ kind: 'starting' });
    };
  }, [wanted]);
  return {
    camera,
    hasOthers: ids.length > 1,
    tryAgain: () => setWanted({ ...wanted }),
    takeOther() {
      if (camera.kind !== 'open') return;
      const used = camera.stream.getVideoTracks()[0]?.getSettings().deviceId;
      const next = ids[(ids.findIndex((id) => id === used) + 1) % ids.length];
      if (next !== undefined) setWanted({ deviceId: next });
    },
  };
}
