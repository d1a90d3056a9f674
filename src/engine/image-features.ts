/**
 * @file Images of a conversation: each prepared once, encoded once, and its
 * features kept by content hash as long as they fit.
 */
import { AssistantError } from '../base/errors.ts';
import { patchGrid, type GridThw } from '../image/patches.ts';
import type { ImageSettings } from '../model/read-settings.ts';
import type { ImageInput, SeenImage } from './engine.ts';
import {
  imageTokens,
  prepareImage,
  resizeForModel,
  type PreparedImage,
} from './prepared-image.ts';
import type { VisionTower } from './vision-tower.ts';

/** Features and patches kept at most; the oldest used go first. */
const KEPT_BYTES = 256 * 2 ** 20;

interface Entry {
  readonly gridThw: GridThw;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly tokens: number;
  /** Dropped once the features are there. */
  prepared: PreparedImage | undefined;
  features: Float32Array | undefined;
}

export class ImageFeatures {
  readonly #tower: VisionTower;
  readonly #settings: ImageSettings;
  readonly #entries = new Map<string, Entry>();

  constructor(tower: VisionTower, settings: ImageSettings) {
    this.#tower = tower;
    this.#settings = settings;
  }

  /**
   * The grid of an image, which the prompt needs before any features.
   *
   * @throws AssistantError `bad-input` when the image cannot be used
   */
  async describe(image: ImageInput): Promise<Omit<Entry, 'prepared' | 'features'>> {
    const known = this.#touch(image.sha256);
    if (known) return known;
    const prepared = await prepareImage(image.blob, this.#tower.config, this.#settings);
    const { gridThw, resized } = prepared;
    const entry: Entry = {
      gridThw,
      widthPx: resized.widthPx,
      heightPx: resized.heightPx,
      tokens: imageTokens(gridThw, this.#tower.config),
      prepared,
      features: undefined,
    };
    this.#entries.set(image.sha256, entry);
    return entry;
  }

  /**
   * The picture that is cut into patches, to be looked at.
   *
   * @throws AssistantError `bad-input` when the image cannot be used
   */
  async see({ blob }: ImageInput): Promise<SeenImage> {
    const { config } = this.#tower;
    const { resized, original } = await resizeForModel(blob, config, this.#settings);
    return {
      ...resized,
      originalWidthPx: original.widthPx,
      originalHeightPx: original.heightPx,
      patchPx: config.patchSize,
      tokenPx: config.patchSize * config.mergeSize,
      tokens: imageTokens(patchGrid(resized, config), config),
    };
  }

  /** True when the features are there already. */
  has({ sha256 }: ImageInput): boolean {
    return this.#entries.get(sha256)?.features !== undefined;
  }

  /** The image's features [tokens, outHidden], encoding it if it has not been. */
  async features(image: ImageInput, signal: AbortSignal): Promise<Float32Array> {
    await this.describe(image);
    const entry = this.#touch(image.sha256);
    if (entry?.features) return entry.features;
    const prepared =
      entry?.prepared ??
      (await prepareImage(image.blob, this.#tower.config, this.#settings));
    const features = await this.#tower.encode(prepared, signal);
    if (!features.every(Number.isFinite)) {
      throw new AssistantError(
        'bad-data',
        'The vision tower gave values that are not numbers for an image. Verify the checkpoint again or load another.',
        { path: 'vision' },
      );
    }
    if (entry) {
      entry.features = features;
      entry.prepared = undefined;
    }
    this.#makeRoom();
    return features;
  }

  #touch(sha256: string): Entry | undefined {
    const entry = this.#entries.get(sha256);
    if (!entry) return undefined;
    this.#entries.delete(sha256);
    this.#entries.set(sha256, entry);
    return entry;
  }

  #makeRoom(): void {
    let bytes = 0;
    for (const { features, prepared } of this.#entries.values()) {
      bytes += (features?.byteLength ?? 0) + (prepared?.pixelValues.byteLength ?? 0);
    }
    for (const [sha256, { features, prepared }] of this.#entries) {
      if (bytes <= KEPT_BYTES || this.#entries.size === 1) return;
      bytes -= (features?.byteLength ?? 0) + (prepared?.pixelValues.byteLength ?? 0);
      this.#entries.delete(sha256);
    }
  }
}
