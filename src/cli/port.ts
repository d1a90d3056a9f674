/** @file Which port the page is served at. */
import { AssistantError } from '../base/errors.ts';

const DEFAULT_PORT = 4173;

/**
 * The port that the environment asks for, or 4173.
 *
 * @throws AssistantError `bad-input` when it is no port number
 */
export function readPort(text: string | undefined): number {
  if (text === undefined || text === '') return DEFAULT_PORT;
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  const sentence = `PORT is "${text}", which is no port. Give a number from 0 to 65535.`;
  throw new AssistantError('bad-input', sentence, { what: 'option' });
}
