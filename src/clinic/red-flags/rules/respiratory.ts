/** @file Red flags of the lungs. */
import { all, any, atMost, says } from '../condition.ts';
import { spo2 } from '../measures.ts';
import type { RedFlagRule } from '../red-flag.ts';
import { sign } from '../sign.ts';
import { breathless, chestPain, confusion, suddenOnset } from '../signs.ts';

const asthma = sign(
  'asthma',
  'asthma*, wheez*, acute exacerbation of asthma, bronchospasm',
  '哮喘, 喘息, 哮鸣音',
);
const exhausted = sign(
  'failing breath',
  `silent chest, too breathless to speak, cannot complete sentences, can't complete sentences, unable to complete sentences, cannot speak in sentences, can't speak, unable to speak, can only speak … words, single words, exhausted, exhaustion, cyanos*, cyanotic, blue lips, poor respiratory effort, pef < 33%, peak flow < 33%, paradoxical breathing, tiring`,
  `沉默肺, 寂静胸, 不能成句, 说不出话, 不能说话, 不能讲完整句子, 只能说单字, 发绀, 紫绀, 口唇青紫, 呼吸衰竭, 呼吸肌疲劳, 精疲力竭, 胸腹矛盾呼吸, 单字讲话`,
);
const airless = sign(
  'no air',
  `cannot breathe, can't breathe, unable to breathe, gasping, air hunger, severe respiratory distress, too breathless to speak, severely breathless, severe dyspnoea, severe dyspnea, severe shortness of breath`,
  `喘不上气, 喘不过气, 无法呼吸, 不能呼吸, 严重呼吸困难, 重度呼吸困难, 极度呼吸困难, 呼吸窘迫, 端坐呼吸`,
);
const pneumothorax = sign(
  'pneumothorax',
  `pneumothorax, tracheal deviation, deviated trachea, absent breath sounds, hyperresonan*, collapsed lung`,
  `气胸, 气管偏移, 呼吸音消失, 气管移位, 患侧呼吸音消失`,
);
const massiveBlood = sign(
  'much blood coughed up',
  `massive haemoptysis, massive hemoptysis, coughing up … cups of blood, coughing up large … blood, coughing up clots, large haemoptysis, large hemoptysis, coughing up a cup of blood`,
  `大咯血, 大量咯血, 咯血量大, 咯鲜血不止, 满口鲜血, 咯血不止`,
);
const failure = sign(
  'respiratory failure',
  `respiratory failure, hypercapni*, co2 retention, respiratory arrest, severe respiratory distress, type 2 respiratory failure, type ii respiratory failure`,
  `呼吸衰竭, 二氧化碳潴留, 高碳酸血症, 重度呼吸困难, 严重呼吸困难, 呼吸骤停, ii型呼衰, 呼衰`,
);

export const respiratoryRules: readonly RedFlagRule[] = [
  {
    id: 'respiratory/life-threatening-asthma',
    tier: 'ed-now',
    title: {
      en: 'Acute severe or life-threatening asthma',
      zh: '重度或危及生命的哮喘发作',
    },
    action: {
      en: 'Ambulance now; oxygen to 94–98 %, repeated or continuous bronchodilator and steroid meanwhile. A silent chest or exhaustion precedes arrest.',
      zh: '立即呼叫 120；同时给氧使血氧维持 94–98%，反复或持续雾化支气管扩张剂并用激素。沉默肺或衰竭常先于呼吸停止。',
    },
    source: {
      guideline: 'BTS/SIGN 158 British guideline on the management of asthma (2019)',
      section: 'Management of acute asthma: levels of severity',
    },
    when: all(says(asthma), any(says(exhausted, confusion), atMost(spo2, 91))),
  },
  {
    id: 'respiratory/pneumothorax',
    tier: 'ed-now',
    title: { en: 'Possible pneumothorax', zh: '疑气胸' },
    action: {
      en: 'Emergency department now; with falling pressure or a deviated trachea decompress at once, before any image.',
      zh: '立即送急诊；如血压下降或气管偏移，应在影像检查前立即减压。',
    },
    source: {
      guideline: 'British Thoracic Society Guideline for pleural disease (2023)',
      section: 'Spontaneous pneumothorax',
    },
    when: any(
      all(
        says(pneumothorax),
        any(says(breathless, chestPain, suddenOnset), atMost(spo2, 93)),
      ),
      says(sign('tension pneumothorax', 'tension pneumothorax', '张力性气胸')),
    ),
  },
  {
    id: 'respiratory/massive-haemoptysis',
    tier: 'ed-now',
    title: { en: 'Massive haemoptysis', zh: '大咯血' },
    action: {
      en: 'Emergency department now, lying on the bleeding side: patients die of flooded airways, not of blood loss.',
      zh: '立即送急诊，取患侧卧位：主要死因是气道被血液淹没而非失血。',
    },
    source: {
      guideline: '咯血诊治专家共识（2020，中国医师协会整合医学分会呼吸专业委员会）',
      section: '大咯血的紧急处理',
    },
    when: says(massiveBlood),
  },
  {
    id: 'respiratory/cannot-breathe',
    tier: 'ed-now',
    title: { en: 'Severe breathlessness', zh: '严重呼吸困难' },
    action: {
      en: 'Emergency department now by ambulance: sit up, oxygen by saturation. Who cannot get air or speak can stop breathing within minutes.',
      zh: '立即由救护车送急诊：坐位，按血氧给氧。无法呼吸或说话者可在数分钟内呼吸停止。',
    },
    source: {
      guideline: 'WHO, ICRC and MSF Interagency Integrated Triage Tool (2020)',
      section: 'Red criteria: airway and breathing',
    },
    when: says(airless),
  },
  {
    id: 'respiratory/failure',
    tier: 'ed-now',
    title: { en: 'Respiratory failure', zh: '呼吸衰竭' },
    action: {
      en: 'Emergency department now: blood gas, controlled oxygen (88–92 % where CO₂ is retained) and ventilatory support.',
      zh: '立即送急诊：查血气，控制性氧疗（有 CO₂ 潴留风险者目标 88–92%）及呼吸支持。',
    },
    source: {
      guideline:
        'BTS Guideline for oxygen use in adults in healthcare and emergency settings (2017)',
      section: 'Hypercapnic respiratory failure',
    },
    when: says(failure),
  },
];
