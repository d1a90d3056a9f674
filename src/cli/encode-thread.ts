/** @file A worker thread that quantizes what it is sent. */
import { parentPort } from 'node:worker_threads';
import { must } from '../base/assert.ts';
import { answerEncode, type EncodeRequest } from '../checkpoint/encode-worker.ts';

const port = must(parentPort, 'this file runs in a worker thread');

port.on('message', (request: EncodeRequest) => {
  const { reply, transfer } = answerEncode(request);
  port.postMessage(reply, transfer);
});
