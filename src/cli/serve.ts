/** @file `npm run serve`: shows the built page at http://127.0.0.1:4173, or at PORT. */
import { existsSync } from 'node:fs';
import { AssistantError } from '../base/errors.ts';
import { readPort } from './port.ts';
import { startServer } from './server.ts';
import { runCommand } from './command.ts';

const FOLDER = 'dist';

await runCommand(async () => {
  if (!existsSync(`${FOLDER}/index.html`)) {
    const sentence = `There is no built page in "${FOLDER}". Run \`npm run build\` first, or \`npm start\` for both.`;
    throw new AssistantError('bad-input', sentence, { what: 'folder' });
  }
  const server = await startServer(FOLDER, readPort(process.env['PORT']));
  console.log(`PulseMind is at ${server.url}/  (Ctrl+C stops it)`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void server.stop());
  }
});
