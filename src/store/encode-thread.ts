/** @file A worker of the page that quantizes blocks of rows. */
import { answerEncode, type EncodeRequest } from '../checkpoint/encode-worker.ts';

self.addEventListener('message', (event: MessageEvent<EncodeRequest>) => {
  const { reply, transfer } = answerEncode(event.data);
  self.postMessage(reply, { transfer });
});
