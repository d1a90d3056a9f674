/**
 * @file The weights worker with a scripted server in place of the network.
 *
 * The first message says what the server holds; a message `log` gets what was
 * asked of it so far.
 */
import { serveWeights } from '../store/serve-weights.ts';
import { ScriptedServer, type ServerFaults } from './scripted-server.ts';

export interface ServerScript {
  readonly kind: 'serve';
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly faults: ServerFaults;
}

let server: ScriptedServer | undefined;

self.addEventListener('message', (event: MessageEvent) => {
  const message = event.data as ServerScript | { kind: 'log' };
  switch (message.kind) {
    case 'serve':
      server = new ScriptedServer(message.files, message.faults);
      break;
    case 'log':
      event.ports[0]?.postMessage(server?.log);
      break;
    default:
      return;
  }
  event.stopImmediatePropagation(); // the rest is for the weights worker
});

serveWeights(self, {
  retryMs: 1,
  fetch: async (url, init) =>
    server === undefined ? Response.error() : server.fetch(url, init),
});
