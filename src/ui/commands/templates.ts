/**
 * @file Turns that doctors write often, with places for what differs: `{{age}}`.
 *
 * A text is in the language that the model reads, its title in that of the page.
 */
import type { Language } from '../../app/state.ts';
import { PLACE, placesOf } from '../../clinic/own-template.ts';

export type Variable =
  | 'age'
  | 'sex'
  | 'complaint'
  | 'duration'
  | 'history'
  | 'findings'
  | 'modality'
  | 'region'
  | 'question'
  | 'diagnosis'
  | 'treatment'
  | 'medication';

export type TemplateId = 'history' | 'image' | 'differential' | 'discharge';

interface Template {
  readonly title: Readonly<Record<Language, string>>;
  readonly text: Readonly<Record<Language, string>>;
}

export const TEMPLATES: Readonly<Record<TemplateId, Template>> = {
  history: {
    title: { en: 'Take a history', zh: '采集病史' },
    text: {
      en: 'Patient: {{age}}, {{sex}}. Complaint: {{complaint}}, since {{duration}}. History, medication, allergies: {{history}}.\nWhich questions should I ask next, the most important first, and which answers would make this urgent?',
      zh: '患者：{{age}}，{{sex}}。主诉：{{complaint}}，起病：{{duration}}。既往史、用药、过敏：{{history}}。\n接下来应当问哪些问题（最重要的在前）？哪些回答提示情况紧急？',
    },
  },
  image: {
    title: { en: 'Describe an image', zh: '描述图像所见' },
    text: {
      en: 'Image: {{modality}} of the {{region}}. Patient: {{age}}, {{sex}}. Question: {{question}}.\nDescribe what the image shows, finding by finding, before you interpret it. Say what cannot be judged from it.',
      zh: '图像：{{modality}}，部位：{{region}}。患者：{{age}}，{{sex}}。问题：{{question}}。\n请先逐项描述图像所见，再作解释。并说明从图像中无法判断的内容。',
    },
  },
  differential: {
    title: { en: 'Differential diagnosis', zh: '鉴别诊断' },
    text: {
      en: 'Patient: {{age}}, {{sex}}. Complaint: {{complaint}}, since {{duration}}. Findings: {{findings}}. History, medication, allergies: {{history}}.\nGive a differential diagnosis: what must not be missed first, then what is likely. For each, what speaks for it, what against it, and the next examination that would tell.',
      zh: '患者：{{age}}，{{sex}}。主诉：{{complaint}}，起病：{{duration}}。所见：{{findings}}。既往史、用药、过敏：{{history}}。\n请给出鉴别诊断：先列不可漏诊的，再列可能性大的。每一项请写支持点、不支持点，以及下一步最有鉴别意义的检查。',
    },
  },
  discharge: {
    title: { en: 'Explain a discharge', zh: '出院说明' },
    text: {
      en: 'Patient: {{age}}, {{sex}}. Diagnosis: {{diagnosis}}. What was done: {{treatment}}. Medication to go home with: {{medication}}.\nExplain this to the patient in plain words: what it was, what to do at home, how to take the medication, and the signs with which to come back at once.',
      zh: '患者：{{age}}，{{sex}}。诊断：{{diagnosis}}。已做的处理：{{treatment}}。出院带药：{{medication}}。\n请用通俗的话向患者说明：得的是什么病、回家后怎么做、药怎么吃，以及出现哪些情况须立即就诊。',
    },
  },
};

export const TEMPLATE_IDS = Object.keys(TEMPLATES) as readonly TemplateId[];

/** The variables of a built-in text, each once, in order. */
export function variablesOf(text: string): readonly Variable[] {
  return placesOf(text) as readonly Variable[];
}

/** The text with its places filled; what is empty becomes `notGiven`. */
export function fillTemplate(
  text: string,
  values: Readonly<Record<string, string>>,
  notGiven: string,
): string {
  return text.replaceAll(PLACE, (_place, name: string) => {
    const value = values[name]?.trim() ?? '';
    return value === '' ? notGiven : value;
  });
}
