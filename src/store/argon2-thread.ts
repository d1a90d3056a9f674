/** @file A worker of the page that stretches one passphrase. */
import { stretchHere, type StretchRequest } from './argon2.ts';

self.addEventListener('message', (event: MessageEvent<StretchRequest>) => {
  void stretchHere(event.data).then((bytes) => self.postMessage(bytes));
});
