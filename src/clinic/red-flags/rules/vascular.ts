/** @file Red flags of the great vessels and of the blood supply of limbs. */
import { all, any, fromYears, says } from '../condition.ts';
import type { RedFlagRule } from '../red-flag.ts';
import { sign } from '../sign.ts';
import {
  abdominalPain,
  breathless,
  chestPain,
  hypotensive,
  syncope,
} from '../signs.ts';

const tearing = sign(
  'tearing pain',
  `tearing, ripping, chest … through to … back, between … shoulder blades, interscapular pain, pulse deficit, unequal pulses, unequal arm blood pressure*`,
  `撕裂样, 撕裂痛, 撕裂, 双上肢血压不等, 双侧脉搏不对称, 双上肢血压差, 两侧血压不对称, 刀割样胸痛`,
);
const dissection = sign(
  'dissection',
  'aortic dissection, dissecting aorta',
  '主动脉夹层',
);
const backPain = sign(
  'back pain',
  'back pain, loin pain, pain in … back',
  '腰痛, 背痛, 腰背痛, 后背痛, 背部疼痛',
);
const aneurysm = sign(
  'aneurysm',
  `ruptured aaa, ruptured aneurysm, pulsatile mass, pulsating mass, pulsatile abdominal mass, ruptured abdominal aortic aneurysm, leaking aneurysm, ruptured aortic aneurysm, symptomatic aaa`,
  `腹主动脉瘤破裂, 动脉瘤破裂, 搏动性包块, 搏动性肿块, 腹部搏动性包块, 主动脉瘤破裂`,
);
const coldLimb = sign(
  'a limb without blood',
  `cold … pale … leg, pale cold leg, cold pale leg, pulseless leg, pulseless limb, pulseless foot, cold leg, cold foot, cold … leg, cold … foot, acute limb ischaemia, acute limb ischemia, pale … pulseless, leg … pulseless, absent foot pulses, absent pedal pulses, mottled leg`,
  `肢体发凉, 下肢发凉, 下肢冰冷, 足背动脉搏动消失, 足背动脉搏动未触及, 下肢苍白, 急性肢体缺血, 肢体苍白, 足部发凉, 下肢动脉栓塞, 患肢冰凉, 患肢苍白`,
);
const embolism = sign(
  'pulmonary embolism',
  'pulmonary embol*, saddle embol*, massive pe',
  '肺栓塞, 肺动脉栓塞',
);
const haemoptysis = sign(
  'blood coughed up',
  'coughing up blood, haemoptysis, hemoptysis, coughed up blood, coughing blood',
  '咯血',
);
const calf = sign(
  'swollen leg',
  `pain in … calf, swollen leg, swollen calf, calf swelling, leg swelling, calf pain, unilateral leg swelling, calf tender*, dvt, deep vein thrombosis, swollen … calf, swollen … leg`,
  `下肢肿胀, 小腿肿胀, 单侧下肢水肿, 小腿疼痛, 深静脉血栓, 单侧下肢肿胀, 腿肿, 左下肢肿胀, 右下肢肿胀`,
);
const pleuritic = sign(
  'pleuritic pain',
  'pleuritic, pleuritic chest pain, hurts to breathe in, pain on deep breath*',
  '胸膜炎性胸痛, 深呼吸时胸痛, 吸气时胸痛',
);
const bedRest = sign(
  'recent immobility',
  `recent surgery, after surgery, long haul flight, long flight, post op, postoperative*, immobilised, immobilized, bed bound, bedridden`,
  `术后, 长途飞行, 卧床, 长期卧床, 制动, 久坐`,
);

export const vascularRules: readonly RedFlagRule[] = [
  {
    id: 'vascular/aortic-dissection',
    tier: 'ed-now',
    title: { en: 'Possible aortic dissection', zh: '疑主动脉夹层' },
    action: {
      en: 'Emergency department now: ECG-gated CT angiography, blood pressure and pain control. Mortality rises by the hour; no anticoagulant or thrombolysis before it is excluded.',
      zh: '立即送急诊：行主动脉 CTA，控制血压与疼痛。病死率按小时上升；排除前勿抗凝或溶栓。',
    },
    source: {
      guideline:
        '2022 ACC/AHA Guideline for the Diagnosis and Management of Aortic Disease',
      section: 'Acute aortic syndromes',
    },
    when: any(
      says(dissection),
      all(says(tearing), says(chestPain, backPain, abdominalPain, syncope)),
    ),
  },
  {
    id: 'vascular/ruptured-aneurysm',
    tier: 'ed-now',
    title: { en: 'Possible ruptured aortic aneurysm', zh: '疑腹主动脉瘤破裂' },
    action: {
      en: 'Emergency department with vascular surgery now: bedside ultrasound must not delay transfer; a leak becomes fatal within hours.',
      zh: '立即送有血管外科的急诊：床旁超声不得延误转运，渗漏可在数小时内致命。',
    },
    source: {
      guideline: 'NICE NG156 Abdominal aortic aneurysm (2020)',
      section: '1.1 Diagnosis: symptomatic or ruptured AAA',
    },
    when: any(
      says(aneurysm),
      all(fromYears(55), says(abdominalPain, backPain), says(syncope, hypotensive)),
    ),
  },
  {
    id: 'vascular/limb-ischaemia',
    tier: 'ed-now',
    title: { en: 'Acute limb ischaemia', zh: '急性肢体缺血' },
    action: {
      en: 'Emergency department with vascular surgery now: muscle and nerve die within about 6 hours without blood.',
      zh: '立即送有血管外科的急诊：缺血约 6 小时，肌肉和神经即开始坏死。',
    },
    source: {
      guideline: 'ESVS 2020 Guidelines on the Management of Acute Limb Ischaemia',
      section: 'Diagnosis',
    },
    when: says(coldLimb),
  },
  {
    id: 'vascular/deep-vein-thrombosis',
    tier: 'same-day',
    title: { en: 'Possible deep vein thrombosis', zh: '疑深静脉血栓' },
    action: {
      en: 'Wells score and ultrasound today; when the scan has to wait, anticoagulate meanwhile unless bleeding forbids it. Breathless, chest pain or collapse: emergency department now.',
      zh: '当日行 Wells 评分与超声；超声需等待且无出血禁忌时先行抗凝。出现呼吸困难、胸痛或晕厥立即送急诊。',
    },
    source: {
      guideline: 'NICE NG158 Venous thromboembolic diseases (2020)',
      section: '1.1 Diagnosis: deep vein thrombosis',
    },
    when: says(calf),
  },
  {
    id: 'vascular/pulmonary-embolism',
    tier: 'ed-now',
    title: { en: 'Possible pulmonary embolism', zh: '疑肺栓塞' },
    action: {
      en: 'Emergency department now: Wells score, CT pulmonary angiography, and anticoagulation while waiting unless bleeding forbids it.',
      zh: '立即送急诊：Wells 评分、CT 肺动脉造影；无出血禁忌时，等待期间即开始抗凝。',
    },
    source: {
      guideline: 'NICE NG158 Venous thromboembolic diseases (2020)',
      section: '1.1 Diagnosis: pulmonary embolism',
    },
    when: any(
      says(embolism),
      all(says(haemoptysis, calf, bedRest), says(breathless, chestPain, syncope)),
      all(says(pleuritic), says(breathless, syncope)),
    ),
  },
];
