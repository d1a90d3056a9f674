/** @file The bench's worker: a checkpoint is loaded in it and measured there. */
import { must } from '../base/assert.ts';
import { serveRequests } from '../base/worker-server.ts';
import { Probe } from './probe.ts';
import type { ProbeAnswer, ProbeRequest } from './probe-protocol.ts';

let probe: Probe | undefined;

interface Vocabulary {
  request: ProbeRequest;
  event: ProbeAnswer;
}

serveRequests<Vocabulary>(self, async function* answer(request) {
  if (request.kind === 'load') {
    probe = await Probe.load(request.source, request.options);
    yield { device: probe.device };
    return;
  }
  yield await must(probe, 'a checkpoint is loaded before it is measured').answer(
    request,
  );
});
