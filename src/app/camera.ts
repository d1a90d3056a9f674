/** @file The device's camera: opened while one looks through it, closed for certain afterwards. */

/** Why there is no picture of it. */
export type CameraFault = 'denied' | 'none' | 'busy' | 'unsupported';

export type OpenedCamera =
  | { readonly kind: 'open'; readonly stream: MediaStream }
  | { readonly kind: 'failed'; readonly why: CameraFault };

/** @param deviceId - one of `cameraIds`; without it the one at the back, which is held at things */
export async function openCamera(deviceId?: string): Promise<OpenedCamera> {
  if (navigator.mediaDevices === undefined) {
    return { kind: 'failed', why: 'unsupported' };
  }
  const which =
    deviceId === undefined
      ? { facingMode: 'environment' }
      : { deviceId: { exact: deviceId } };
  const size = { width: { ideal: 3840 }, height: { ideal: 2160 } };
  try {
    const video = { ...which, ...size };
    const stream = await navigator.mediaDevices.getUserMedia({ video, audio: false });
    return { kind: 'open', stream };
  } catch (error) {
    return { kind: 'failed', why: faultOf(error) };
  }
}

export function closeCamera(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}

/** Known once one of them was allowed. */
export async function cameraIds(): Promise<readonly string[]> {
  const devices = await navigator.mediaDevices.enumerateDevices();
  return devices
    .filter(({ kind, deviceId }) => kind === 'videoinput' && deviceId !== '')
    .map(({ deviceId }) => deviceId);
}

/** What the camera sees now. Not mirrored: left and right matter. */
export async function takePicture(
  video: HTMLVideoElement,
  name: string,
): Promise<File | undefined> {
  const { videoWidth, videoHeight } = video;
  if (videoWidth === 0 || videoHeight === 0) return undefined;
  const canvas = new OffscreenCanvas(videoWidth, videoHeight);
  canvas.getContext('2d')?.drawImage(video, 0, 0);
  const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.95 });
  return new File([blob], name, { type: 'image/jpeg' });
}

function faultOf(error: unknown): CameraFault {
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'denied';
  if (name === 'NotReadableError' || name === 'AbortError') return 'busy';
  if (name === 'NotFoundError' || name === 'OverconstrainedError') return 'none';
  return 'unsupported';
}
