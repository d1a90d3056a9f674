/** @file The built page behind a server that a test can stop and start again. */
import { startServer, type RunningServer } from '../src/cli/server.ts';

/** One origin: it keeps its port over `stop` and `start`, so what the browser kept stays reachable. */
export class Site {
  private readonly folder: string;
  private server: RunningServer;

  /** Paths that were asked for, in order. */
  readonly requests: string[];

  private constructor(folder: string, server: RunningServer, requests: string[]) {
    this.folder = folder;
    this.server = server;
    this.requests = requests;
  }

  static async open(folder = 'dist'): Promise<Site> {
    const requests: string[] = [];
    const server = await startServer(folder, 0, (path) => requests.push(path));
    return new Site(folder, server, requests);
  }

  get url(): string {
    return `${this.server.url}/`;
  }

  /** From here on the browser reaches nobody. */
  async stop(): Promise<void> {
    await this.server.stop();
  }

  async start(): Promise<void> {
    this.server = await startServer(this.folder, this.server.port, (path) =>
      this.requests.push(path),
    );
  }
}
