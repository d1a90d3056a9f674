/** @file A web server for the built page, on this machine only. */
import { createServer, type Server } from 'node:http';
import { resolve } from 'node:path';
import { AssistantError } from '../base/errors.ts';
import { answerRequest } from './static-files.ts';

const HOST = '127.0.0.1';

export interface RunningServer {
  /** `http://127.0.0.1:PORT`, without a slash at the end. */
  readonly url: string;
  readonly port: number;
  /** Ends it at once, open connections included. */
  stop(): Promise<void>;
}

/**
 * Serves the files below `folder`.
 *
 * @param port - 0 takes any free one
 * @param onRequest - hears the path of each request
 * @throws AssistantError `bad-input` when the port is taken or not ours to open
 */
export async function startServer(
  folder: string,
  port: number,
  onRequest: (path: string) => void = () => {},
): Promise<RunningServer> {
  const root = resolve(folder);
  const server = createServer((request, response) => {
    onRequest((request.url ?? '').replace(/\?.*$/, ''));
    answerRequest(root, request, response).catch(() => response.destroy());
  });
  await listen(server, port);
  const address = server.address();
  const opened = typeof address === 'object' && address !== null ? address.port : port;
  return {
    url: `http://${HOST}:${opened}`,
    port: opened,
    stop: () => stopServer(server),
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((listening, failed) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      const why =
        cause.code === 'EADDRINUSE' ? 'is in use' : `cannot be opened (${cause.code})`;
      const sentence = `Port ${port} of ${HOST} ${why}. Choose another one: PORT=8080 npm start.`;
      failed(new AssistantError('bad-input', sentence, { what: 'option' }, { cause }));
    });
    server.listen(port, HOST, listening);
  });
}

function stopServer(server: Server): Promise<void> {
  return new Promise((stopped) => {
    server.close(() => stopped());
    server.closeAllConnections();
  });
}
