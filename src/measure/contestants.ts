/** @file Who takes part in a comparison: this engine, and wllama with each format. */
import type { ProbeClient } from './probe-client.ts';
import type { PeerTimes, WllamaPeer } from './wllama-peer.ts';

export interface Contestant {
  readonly name: string;
  readonly isOurs: boolean;
  run(promptTokens: number, newTokens: number, seed: number): Promise<Speeds>;
}

/** Tokens a second. */
export interface Speeds {
  readonly prefill: number;
  readonly decode: number;
}

/** This engine. Its prefill includes choosing the first token and reading it back. */
export function ourContestant(probe: ProbeClient, name: string): Contestant {
  return {
    name,
    isOurs: true,
    async run(promptTokens, newTokens, seed) {
      const times = await probe.call('generate', { promptTokens, newTokens, seed });
      return {
        prefill: (promptTokens / times.firstTokenMs) * 1000,
        decode: (times.decodedTokens / times.decodeMs) * 1000,
      };
    },
  };
}

/** wllama, by its own clock. */
export function wllamaContestant(peer: WllamaPeer, name: string): Contestant {
  return {
    name,
    isOurs: false,
    run: async (promptTokens, newTokens, seed) =>
      speedsOf(await peer.generate(promptTokens, newTokens, seed)),
  };
}

function speedsOf(times: PeerTimes): Speeds {
  return {
    prefill: (times.promptTokens / times.prefillMs) * 1000,
    decode: (times.decodedTokens / times.decodeMs) * 1000,
  };
}
