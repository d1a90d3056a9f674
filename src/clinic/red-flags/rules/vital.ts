/** @file Vital signs that alone make an emergency, as scored 3 by NEWS2 or worse. */
import { all, any, atLeast, atMost, not, says, underYears } from '../condition.ts';
import {
  gcs,
  heartRate,
  respiratoryRate,
  spo2,
  systolic,
  temperature,
} from '../measures.ts';
import type { RedFlagRule, Source } from '../red-flag.ts';
import { sign } from '../sign.ts';
import { unresponsive } from '../signs.ts';

const NEWS2: Source = {
  guideline:
    'Royal College of Physicians, National Early Warning Score (NEWS) 2 (2017)',
  section: 'Chart 1: the scoring system; a score of 3 in any one parameter',
};

const shock = sign(
  'shock',
  `in shock, shocked, septic shock, cardiogenic shock, hypovolaemic shock, hypovolemic shock, haemorrhagic shock, hemorrhagic shock, unrecordable blood pressure`,
  `休克, 感染性休克, 心源性休克, 失血性休克, 低血容量性休克, 血压测不出`,
);
const isChild = underYears(16);

export const vitalRules: readonly RedFlagRule[] = [
  {
    id: 'vital/low-oxygen',
    tier: 'ed-now',
    title: { en: 'Low oxygen saturation', zh: '血氧饱和度低' },
    action: {
      en: 'Emergency department now, oxygen meanwhile: 91 % or less is the most urgent band. In known CO₂ retention the target is 88–92 %.',
      zh: '立即送急诊，同时给氧：≤91% 属最紧急区间。已知 CO₂ 潴留者目标为 88–92%。',
    },
    source: NEWS2,
    when: atMost(spo2, 91),
  },
  {
    id: 'vital/low-pressure',
    tier: 'ed-now',
    title: { en: 'Shock or low systolic pressure', zh: '休克或收缩压过低' },
    action: {
      en: 'Emergency department now: 90 mmHg or less in an adult means organs may not be perfused; find and treat the cause while moving.',
      zh: '立即送急诊：成人收缩压 ≤90 mmHg 提示器官灌注可能不足，转运同时查找并处理病因。',
    },
    source: NEWS2,
    when: any(
      says(shock),
      all(not(isChild), atMost(systolic, 90)),
      all(isChild, atMost(systolic, 69)),
    ),
  },
  {
    id: 'vital/heart-rate',
    tier: 'ed-now',
    title: { en: 'Heart rate out of the safe range', zh: '心率超出安全范围' },
    action: {
      en: 'Emergency department now: 12-lead ECG and monitoring. In an adult 40 or less, or 131 or more a minute, can be the cause or the sign of collapse.',
      zh: '立即送急诊：12 导联心电图及监护。成人心率 ≤40 或 ≥131 次/分可为循环衰竭的原因或表现。',
    },
    source: NEWS2,
    when: all(not(isChild), any(atMost(heartRate, 40), atLeast(heartRate, 131))),
  },
  {
    id: 'vital/breathing-rate',
    tier: 'ed-now',
    title: { en: 'Breathing rate out of the safe range', zh: '呼吸频率超出安全范围' },
    action: {
      en: 'Emergency department now: in an adult 8 or less, or 25 or more breaths a minute, is the earliest sign of deterioration.',
      zh: '立即送急诊：成人呼吸 ≤8 或 ≥25 次/分是病情恶化最早的征象。',
    },
    source: NEWS2,
    when: all(
      not(isChild),
      any(atMost(respiratoryRate, 8), atLeast(respiratoryRate, 25)),
    ),
  },
  {
    id: 'vital/consciousness',
    tier: 'ed-now',
    title: { en: 'Reduced consciousness', zh: '意识水平下降' },
    action: {
      en: 'Emergency department now: protect the airway, measure glucose at once. At a Glasgow score of 8 or less the airway is not safe.',
      zh: '立即送急诊：保护气道，立即测血糖。格拉斯哥评分 ≤8 分时气道不安全。',
    },
    source: {
      guideline: '急诊预检分诊专家共识（2018）',
      section: '分级标准：I、II 级（意识）',
    },
    when: any(says(unresponsive), atMost(gcs, 13)),
  },
  {
    id: 'vital/temperature',
    tier: 'ed-now',
    title: { en: 'Hypothermia or extreme fever', zh: '低体温或超高热' },
    action: {
      en: 'Emergency department now: 35 °C or less, or 41 °C or more. Handle a cold patient gently; cool a hot one first, then transport.',
      zh: '立即送急诊：体温 ≤35 °C 或 ≥41 °C。低温者搬动轻柔；超高热者先降温后转运。',
    },
    source: {
      guideline: 'European Resuscitation Council Guidelines 2021',
      section: 'Cardiac arrest in special circumstances: hypothermia; hyperthermia',
    },
    when: any(atMost(temperature, 35), atLeast(temperature, 41)),
  },
];
