/** @file How a command ends: a person's mistake is a sentence, a bug of ours is a stack. */
import { AssistantError } from '../base/errors.ts';

/**
 * Runs a command and sets the exit status: 1 when it throws.
 *
 * An `AssistantError` is told in its own sentence; anything else keeps its stack.
 */
export async function runCommand(command: () => Promise<void>): Promise<void> {
  try {
    await command();
  } catch (error) {
    console.error(error instanceof AssistantError ? error.message : error);
    process.exitCode = 1;
  }
}
