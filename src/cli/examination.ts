/**
 * @file The bundled model as the doctor of consultations: its images as files the page
 * reads, its words, and what they cost.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { encode } from 'fast-png';
import { assert } from '../base/assert.ts';
import type { RgbImage } from '../image/rgb-image.ts';
import type {
  ClinicAdapter,
  ClinicAnswer,
  ClinicLoad,
  ClinicMessage,
  ClinicReply,
  ClinicRequest,
} from '../measure/clinic-requests.ts';
import type { BenchDevice } from '../measure/bench-requests.ts';
import type { ClinicCase } from '../mediscope/case.ts';
import {
  beforeImages,
  consult,
  type Consultation,
  type Doctor,
} from '../mediscope/evaluation/consult.ts';
import {
  shownImages,
  type ImageControl,
} from '../mediscope/evaluation/image-controls.ts';
import type { Language } from '../mediscope/language.ts';
import { systemPrompt } from '../clinic/system-prompt.ts';
import type { Lab } from './lab.ts';

/** The longest reference diagnosis has 600 letters, about 170 tokens. */
const ANSWER_TOKENS = 224;
/** Findings and diagnosis stand first; the plan behind them is not read. */
const CONTROL_TOKENS = 112;
/** Enough to see what kind of answer it is. */
const OUTSIDE_TOKENS = 96;

/** What consultations took. */
export interface Costs {
  seconds: number;
  promptTokens: number;
  newTokens: number;
  /** Turns that ended by their length, or because they went in circles. */
  cutTurns: number;
  turns: number;
}

export class Examination {
  readonly costs: Costs = noCosts();
  readonly loaded: ClinicLoad;
  readonly #lab: Lab;
  readonly #files: Map<string, string>;
  readonly #folder: string;

  private constructor(loaded: ClinicLoad, { lab, files, folder }: ExaminationRoom) {
    this.loaded = loaded;
    this.#lab = lab;
    this.#files = files;
    this.#folder = folder;
  }

  /** Loads the model; one that was loaded before is gone. */
  static async begin(
    room: ExaminationRoom,
    device: BenchDevice,
    adapter: ClinicAdapter,
  ): Promise<Examination> {
    const loaded = await ask(room.lab, { kind: 'load', device, adapter });
    assert(loaded.kind === 'load', 'a load is answered as one');
    return new Examination(loaded, room);
  }

  /** A whole consultation with the patient's own images. */
  async consult(clinicCase: ClinicCase): Promise<Consultation> {
    const names = await this.#lay(shownImages(clinicCase, undefined));
    return consult(clinicCase, this.#doctor(clinicCase.language, names, ANSWER_TOKENS));
  }

  /**
   * The same consultation with other images. What was said before the first of them
   * was sent is said again; undefined where none was ever sent.
   */
  async consultAgain(
    clinicCase: ClinicCase,
    own: Consultation,
    control: ImageControl,
  ): Promise<Consultation | undefined> {
    const begun = beforeImages(own);
    if (begun === undefined) return undefined;
    const names = await this.#lay(shownImages(clinicCase, control));
    const doctor = this.#doctor(clinicCase.language, names, CONTROL_TOKENS);
    return consult(clinicCase, doctor, begun);
  }

  /** One question outside of any consultation. */
  async answer(
    question: string,
    language: Language,
    images: readonly string[] = [],
  ): Promise<ClinicAnswer> {
    return this.#answer(
      [
        { role: 'system', text: systemPrompt(language), images: [] },
        { role: 'user', text: question, images },
      ],
      OUTSIDE_TOKENS,
    );
  }

  #doctor(language: Language, names: readonly string[], mostTokens: number): Doctor {
    return async (turns) => {
      const messages: ClinicMessage[] = [
        { role: 'system', text: systemPrompt(language), images: [] },
      ];
      for (const { role, text, images } of turns) {
        if (role === 'doctor' && text === '') continue;
        messages.push({
          role: role === 'doctor' ? 'assistant' : 'user',
          text,
          images: images.flatMap((index) => names[index] ?? []),
        });
      }
      return (await this.#answer(messages, mostTokens)).text;
    };
  }

  async #answer(
    messages: readonly ClinicMessage[],
    maxNewTokens: number,
  ): Promise<ClinicAnswer> {
    const startMs = performance.now();
    const reply = await ask(this.#lab, { kind: 'answer', messages, maxNewTokens });
    assert(reply.kind === 'answer', 'a question is answered');
    const { costs } = this;
    costs.seconds += (performance.now() - startMs) / 1000;
    costs.promptTokens += reply.usage.promptTokens - reply.usage.reusedTokens;
    costs.newTokens += reply.usage.newTokens;
    costs.cutTurns += reply.finish === 'stop-token' ? 0 : 1;
    costs.turns++;
    return reply;
  }

  /** Puts images where the page can read them; those of the case before are gone. */
  async #lay(images: readonly RgbImage[]): Promise<readonly string[]> {
    return Promise.all(
      images.map(async ({ widthPx, heightPx, data }, index) => {
        const name = `image-${index}.png`;
        const path = join(this.#folder, name);
        const png = { width: widthPx, height: heightPx, data, channels: 3 } as const;
        await writeFile(path, encode({ ...png, depth: 8 }));
        this.#files.set(name, path);
        return name;
      }),
    );
  }
}

/** Where examinations are held. */
export interface ExaminationRoom {
  readonly lab: Lab;
  /** What the page can ask for, by name. */
  readonly files: Map<string, string>;
  /** For files that are gone when all is over. */
  readonly folder: string;
}

export function noCosts(): Costs {
  return { seconds: 0, promptTokens: 0, newTokens: 0, cutTurns: 0, turns: 0 };
}

async function ask(lab: Lab, request: ClinicRequest): Promise<ClinicReply> {
  return (await lab.run(request)) as ClinicReply;
}
