/** @file Serves the test page, and hears it when it asks to be killed. */
import { createServer, type Server } from 'node:http';
import { assert } from '../../src/base/assert.ts';
import { answerRequest } from '../../src/cli/static-files.ts';
import { KILL_PATH } from './page-api.ts';

export class KillServer {
  readonly #server: Server;
  #hear: () => void = () => {};

  private constructor(folder: string) {
    this.#server = createServer((request, response) => {
      if (request.method === 'POST' && request.url === KILL_PATH) this.#hear();
      else answerRequest(folder, request, response).catch(() => response.destroy());
    });
  }

  static async open(folder: string): Promise<KillServer> {
    const site = new KillServer(folder);
    await new Promise<void>((resolve) => {
      site.#server.listen(0, '127.0.0.1', resolve);
    });
    return site;
  }

  get url(): string {
    const address = this.#server.address();
    assert(typeof address === 'object' && address !== null, 'it listens');
    return `http://127.0.0.1:${address.port}/`;
  }

  /** Resolves when the page stands at its end. */
  asked(): Promise<void> {
    return new Promise((resolve) => {
      this.#hear = resolve;
    });
  }

  async close(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.#server.close(() => resolve());
      this.#server.closeAllConnections();
    });
  }
}
