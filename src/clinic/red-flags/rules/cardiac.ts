/** @file Red flags of the heart. */
import { all, any, says } from '../condition.ts';
import type { RedFlagRule } from '../red-flag.ts';
import { sign } from '../sign.ts';
import {
  breathless,
  chestPain,
  suddenOnset,
  sweating,
  syncope,
  vomiting,
} from '../signs.ts';

const crushing = sign(
  'crushing',
  `crushing, squeezing, heavy, heaviness, pressure like, pressure, band like, tightness, tight`,
  '压榨, 压榨样, 压榨性, 压迫感, 紧缩感, 憋闷, 濒死感, 闷痛, 绞榨样',
);
const radiating = sign(
  'radiating',
  `radiat*, left arm, both arms, into … arm, to … arm, down … arm, to … jaw, into … jaw, jaw pain, arm pain, to … shoulder, to … back`,
  `放射, 左肩, 左臂, 左上肢, 下颌, 左手臂, 后背, 背部放射, 肩背`,
);
const infarction = sign(
  'infarction on the ECG',
  `stemi, st elevation*, st segment elevation*, nstemi, heart attack, myocardial infarction, acute mi, elevated troponin, raised troponin, troponin positive,
   troponin elevated, troponin raised, ischaemic changes, ischemic changes`,
  `st段抬高, st抬高, 心肌梗死, 心梗, 急性冠脉综合征, 肌钙蛋白升高, 肌钙蛋白阳性, 肌钙蛋白明显升高`,
);
const arrest = sign(
  'no pulse or breath',
  `cardiac arrest, no pulse, pulseless, not breathing, no breathing, stopped breathing, asystole, ventricular fibrillation, pea arrest, agonal breathing`,
  `心跳骤停, 心脏骤停, 呼吸心跳停止, 无脉, 没有脉搏, 无呼吸, 没有呼吸, 呼吸停止, 心跳停止, 室颤, 大动脉搏动消失, 叹气样呼吸`,
);
const arrhythmia = sign(
  'arrhythmia',
  `ventricular tachycardia, broad complex tachycardia, wide complex tachycardia, complete heart block, third degree heart block, mobitz ii, mobitz 2, torsades, svt`,
  `室性心动过速, 室速, 宽qrs心动过速, 完全性房室传导阻滞, 三度房室传导阻滞, 高度房室传导阻滞, 尖端扭转, 室上速`,
);
const exertion = sign(
  'on exertion',
  `on exertion, during exercise, while exercising, while running, during exertion, with exertion, while swimming, while playing football, exertional syncope, exertional collapse`,
  `运动时, 运动中, 劳累时, 活动时, 跑步时, 劳力性晕厥, 用力时, 游泳时`,
);
const palpitation = sign(
  'palpitations',
  'palpitation*, racing heart, heart racing',
  '心悸, 心慌',
);
const lungOedema = sign(
  'pulmonary oedema',
  `pulmonary oedema, pulmonary edema, pink frothy sputum, frothy sputum, flash pulmonary, acute heart failure, acute decompensated heart failure`,
  `急性肺水肿, 肺水肿, 粉红色泡沫痰, 粉红色泡沫样痰, 急性左心衰, 急性心衰, 急性心力衰竭`,
);
const tamponade = sign(
  'tamponade',
  `cardiac tamponade, tamponade, muffled heart sounds, beck's triad, large pericardial effusion`,
  `心包填塞, 心脏压塞, 心包压塞, 心音遥远, 大量心包积液`,
);

export const cardiacRules: readonly RedFlagRule[] = [
  {
    id: 'cardiac/arrest',
    tier: 'ed-now',
    title: { en: 'Cardiac or respiratory arrest', zh: '心跳呼吸骤停' },
    action: {
      en: 'Call the resuscitation team or an ambulance now, start CPR and attach a defibrillator: every minute without either lowers survival.',
      zh: '立即呼叫急救团队或 120，开始心肺复苏并连接除颤仪：每延误一分钟，生存机会都会下降。',
    },
    source: {
      guideline: 'European Resuscitation Council Guidelines 2021',
      section: 'Adult advanced life support',
    },
    when: says(arrest),
  },
  {
    id: 'cardiac/acute-coronary-syndrome',
    tier: 'ed-now',
    title: { en: 'Possible acute coronary syndrome', zh: '可能为急性冠脉综合征' },
    action: {
      en: 'Emergency department now: 12-lead ECG within 10 minutes and troponin. In STEMI the time to reperfusion decides the outcome.',
      zh: '立即送急诊：10 分钟内完成 12 导联心电图并查肌钙蛋白。ST 段抬高型心肌梗死的预后取决于再灌注时间。',
    },
    source: {
      guideline: 'NICE CG95 Recent-onset chest pain (2010, updated 2016)',
      section: '1.2 People presenting with acute chest pain',
    },
    when: any(
      says(infarction),
      all(
        says(chestPain),
        says(crushing, radiating, sweating, breathless, vomiting, syncope, palpitation),
      ),
    ),
  },
  {
    id: 'cardiac/sudden-chest-pain',
    tier: 'ed-now',
    title: { en: 'Chest pain of sudden onset', zh: '突发胸痛' },
    action: {
      en: 'Emergency department now: infarction, dissection, embolism and pneumothorax begin this way and are told apart only there.',
      zh: '立即送急诊：心肌梗死、主动脉夹层、肺栓塞和气胸均可如此起病，只有在急诊才能鉴别。',
    },
    source: {
      guideline: '急性胸痛急诊诊疗专家共识（2019）',
      section: '急性胸痛的评估与危险分层',
    },
    when: all(says(chestPain), says(suddenOnset)),
  },
  {
    id: 'cardiac/dangerous-syncope',
    tier: 'ed-now',
    title: { en: 'Syncope with signs of a cardiac cause', zh: '疑心源性晕厥' },
    action: {
      en: 'Emergency department now with ECG monitoring: collapse on exertion, or with chest pain or palpitations, can precede sudden death.',
      zh: '立即送急诊并行心电监护：活动中晕厥，或伴胸痛、心悸者，可能是猝死的先兆。',
    },
    source: {
      guideline: '2018 ESC Guidelines for the diagnosis and management of syncope',
      section: 'Risk stratification in the emergency department',
    },
    when: all(says(syncope), says(exertion, palpitation, chestPain, arrhythmia)),
  },
  {
    id: 'cardiac/unstable-rhythm',
    tier: 'ed-now',
    title: { en: 'Dangerous arrhythmia', zh: '危险性心律失常' },
    action: {
      en: 'Emergency department now with monitoring and a defibrillator at hand: these rhythms can turn into arrest at any time.',
      zh: '立即送急诊，持续心电监护并备好除颤仪：此类心律随时可能转为心脏骤停。',
    },
    source: {
      guideline: 'European Resuscitation Council Guidelines 2021',
      section: 'Adult advanced life support: peri-arrest arrhythmias',
    },
    when: says(arrhythmia),
  },
  {
    id: 'cardiac/pulmonary-oedema',
    tier: 'ed-now',
    title: { en: 'Acute pulmonary oedema', zh: '急性肺水肿' },
    action: {
      en: 'Emergency department now: sit up, give oxygen when saturation is low; early diuretics and ventilatory support prevent arrest.',
      zh: '立即送急诊：端坐位，血氧低时给氧；尽早利尿和呼吸支持可防止呼吸心跳骤停。',
    },
    source: {
      guideline:
        '2021 ESC Guidelines for the diagnosis and treatment of acute and chronic heart failure',
      section: '11 Acute heart failure',
    },
    when: says(lungOedema),
  },
  {
    id: 'cardiac/tamponade',
    tier: 'ed-now',
    title: { en: 'Possible cardiac tamponade', zh: '疑心脏压塞' },
    action: {
      en: 'Emergency department now: echocardiography and drainage; without it output falls until the heart stops.',
      zh: '立即送急诊：行超声心动图及心包引流，否则心排量持续下降直至停搏。',
    },
    source: {
      guideline:
        '2015 ESC Guidelines for the diagnosis and management of pericardial diseases',
      section: 'Cardiac tamponade',
    },
    when: says(tamponade),
  },
];
