/**
 * @file Who drew on a picture, in words that lie inside its file.
 *
 * Readers look in different places: Chinese platforms for "AIGC" (the attribute
 * "generated", who made it and its number), those of the West for the digital
 * source type in XMP, everybody for a description.
 *
 * @see GB 45438-2025, annex E; TC260-PG-20258A; IPTC Photo Metadata 2025, "Digital Source Type"
 */
import type { PngText } from '../image/png-text.ts';
import { APP_VERSION } from './version.ts';

export interface PictureLabel {
  /** What the strip below the picture says, too. */
  readonly words: string;
  /** Of the answer that was drawn on the picture. */
  readonly contentId: string;
  /** Version of the app that the answer was made by; unknown for one of an earlier version. */
  readonly app?: string;
  readonly checkpoint?: string;
  readonly checkpointSha256?: string;
}

/** A picture with parts that a trained model made. */
const SOURCE_TYPE =
  'http://cv.iptc.org/newscodes/digitalsourcetype/compositeWithTrainedAlgorithmicMedia';

export function labelTexts(label: PictureLabel): readonly PngText[] {
  const { words, app = APP_VERSION, ...made } = label;
  const software = `PulseMind ${app}`;
  const aigc = JSON.stringify({
    Label: '1', // is generated; 2 and 3 are for what only may be
    ContentProducer: 'PulseMind',
    ProduceID: label.contentId,
    ReservedCode1: '',
    ContentPropagator: 'PulseMind',
    PropagateID: label.contentId,
    ReservedCode2: '',
  });
  return [
    { keyword: 'Software', text: software },
    { keyword: 'Description', text: words },
    { keyword: 'AIGC', text: aigc },
    {
      keyword: 'PulseMind',
      text: JSON.stringify({ aiGenerated: true, app: software, ...made }),
    },
    { keyword: 'XML:com.adobe.xmp', text: xmp(aigc) },
  ];
}

function xmp(aigc: string): string {
  return `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:TC260="http://www.tc260.org.cn/ns/AIGC/1.0/" xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/" TC260:AIGC="${aigc.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')}" Iptc4xmpExt:DigitalSourceType="${SOURCE_TYPE}"/></rdf:RDF></x:xmpmeta>`;
}
