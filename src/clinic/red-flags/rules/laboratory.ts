/** @file Values of the laboratory, and the metabolic emergencies behind them. */
import { all, any, atLeast, atMost, says } from '../condition.ts';
import {
  bloodPh,
  calcium,
  glucose,
  haemoglobin,
  ketones,
  lactate,
  potassium,
  sodium,
} from '../measures.ts';
import type { RedFlagRule } from '../red-flag.ts';
import { sign } from '../sign.ts';
import {
  abdominalPain,
  confusion,
  fever,
  hypotensive,
  seizure,
  unresponsive,
  vomiting,
} from '../signs.ts';

const hypoglycaemia = sign(
  'severe hypoglycaemia',
  'severe hypoglycaemia, severe hypoglycemia, hypoglycaemic coma, hypoglycemic coma',
  '严重低血糖, 低血糖昏迷',
);
const dka = sign(
  'ketoacidosis',
  'dka, ketoacidosis, diabetic ketoacidosis, ketotic breath, kussmaul*, fruity breath',
  '酮症酸中毒, 糖尿病酮症, 烂苹果味, 深大呼吸',
);
const peaked = sign(
  'ECG of high potassium',
  'peaked t waves, tented t waves, sine wave, severe hyperkalaemia, severe hyperkalemia',
  't波高尖, 高尖t波, 正弦波, 严重高钾血症, 重度高钾血症',
);
const adrenal = sign(
  'adrenal crisis',
  'adrenal crisis, addisonian crisis, addison crisis',
  '肾上腺危象',
);
const steroids = sign(
  'depends on steroids',
  `addison*, adrenal insufficiency, long term steroids, long term prednisolone, long term prednisone, stopped … steroids, stopped … prednisolone, stopped … prednisone, ran out of hydrocortisone, steroid dependent`,
  `肾上腺皮质功能减退, 长期激素, 长期服用泼尼松, 长期服用激素, 自行停用激素, 停用泼尼松, 阿狄森病, 激素骤停`,
);
const thyroidStorm = sign(
  'thyroid storm',
  'thyroid storm, thyrotoxic crisis, thyrotoxic storm, myxoedema coma, myxedema coma',
  '甲亢危象, 甲状腺危象, 黏液性水肿昏迷, 粘液性水肿昏迷',
);

export const laboratoryRules: readonly RedFlagRule[] = [
  {
    id: 'laboratory/high-potassium',
    tier: 'ed-now',
    title: { en: 'Severe hyperkalaemia', zh: '重度高钾血症' },
    action: {
      en: 'Emergency department now with ECG monitoring: intravenous calcium when the ECG is changed, then insulin with glucose. Exclude a haemolysed sample without waiting for it.',
      zh: '立即送急诊并心电监护：心电图有改变先静脉钙剂，再用胰岛素加葡萄糖。复查排除溶血标本，但不要等结果。',
    },
    source: {
      guideline:
        'UK Kidney Association Clinical Practice Guidelines: Treatment of Acute Hyperkalaemia in Adults (2020, updated 2023)',
      section: 'Severe hyperkalaemia: K⁺ ≥ 6.5 mmol/L',
    },
    when: any(atLeast(potassium, 6.5), says(peaked)),
  },
  {
    id: 'laboratory/low-potassium',
    tier: 'ed-now',
    title: { en: 'Severe hypokalaemia', zh: '重度低钾血症' },
    action: {
      en: 'Emergency department now with ECG monitoring: under 2.5 mmol/L arrhythmia and paralysis threaten; replace potassium and magnesium.',
      zh: '立即送急诊并心电监护：<2.5 mmol/L 有心律失常和肌麻痹风险；补钾补镁。',
    },
    source: {
      guideline: 'European Resuscitation Council Guidelines 2021',
      section: 'Cardiac arrest in special circumstances: hypokalaemia',
    },
    when: atMost(potassium, 2.49),
  },
  {
    id: 'laboratory/low-glucose',
    tier: 'ed-now',
    title: { en: 'Hypoglycaemia', zh: '低血糖' },
    action: {
      en: 'Treat now: fast sugar by mouth when awake, intravenous glucose or glucagon when not; measure again after 15 minutes. Under 3.0 mmol/L, or with a sulfonylurea: emergency department.',
      zh: '立即处理：清醒者口服速效糖，意识障碍者静脉葡萄糖或胰高血糖素；15 分钟后复测。<3.0 mmol/L 或服磺脲类者送急诊。',
    },
    source: {
      guideline: 'American Diabetes Association Standards of Care in Diabetes',
      section: '6 Glycemic goals and hypoglycemia: level 2, < 54 mg/dL (3.0 mmol/L)',
    },
    when: any(atMost(glucose, 2.99), says(hypoglycaemia)),
  },
  {
    id: 'laboratory/ketoacidosis',
    tier: 'ed-now',
    title: { en: 'Possible diabetic ketoacidosis', zh: '疑糖尿病酮症酸中毒' },
    action: {
      en: 'Emergency department now: ketones and blood gas, fluids, fixed-rate insulin, potassium. Glucose may be near normal with SGLT2 inhibitors or in pregnancy.',
      zh: '立即送急诊：查血酮与血气，补液、固定速率胰岛素、补钾。用 SGLT2 抑制剂或妊娠时血糖可接近正常。',
    },
    source: {
      guideline: 'JBDS 02 The Management of Diabetic Ketoacidosis in Adults (2023)',
      section: 'Diagnosis: ketones ≥ 3.0 mmol/L, glucose > 11.0 mmol/L, pH < 7.3',
    },
    when: any(
      says(dka),
      atLeast(ketones, 3),
      all(
        atLeast(glucose, 11.1),
        any(says(vomiting, abdominalPain, confusion), atMost(bloodPh, 7.29)),
      ),
    ),
  },
  {
    id: 'laboratory/very-high-glucose',
    tier: 'ed-now',
    title: { en: 'Very high glucose', zh: '血糖极高' },
    action: {
      en: 'Emergency department now: osmolality, sodium and ketones; at 30 mmol/L or more a hyperosmolar state threatens, most of all in the old.',
      zh: '立即送急诊：查渗透压、血钠及血酮；≥30 mmol/L 有高渗状态风险，老年人尤甚。',
    },
    source: {
      guideline:
        'JBDS 06 The Management of Hyperosmolar Hyperglycaemic State in Adults (2022)',
      section: 'Diagnosis: glucose ≥ 30 mmol/L',
    },
    when: atLeast(glucose, 30),
  },
  {
    id: 'laboratory/low-sodium',
    tier: 'ed-now',
    title: {
      en: 'Profound or symptomatic hyponatraemia',
      zh: '重度或有症状的低钠血症',
    },
    action: {
      en: 'Emergency department now: with seizure, coma or vomiting hypertonic saline; otherwise correct slowly, no more than 10 mmol/L on the first day.',
      zh: '立即送急诊：抽搐、昏迷或呕吐者用高渗盐水；否则缓慢纠正，首日不超过 10 mmol/L。',
    },
    source: {
      guideline:
        'ESICM/ESE/ERA-EDTA Clinical practice guideline on hyponatraemia (2014)',
      section: 'Profound hyponatraemia < 125 mmol/L; severe symptoms',
    },
    when: any(
      atMost(sodium, 119),
      all(atMost(sodium, 129), says(seizure, confusion, unresponsive, vomiting)),
    ),
  },
  {
    id: 'laboratory/high-calcium',
    tier: 'ed-now',
    title: { en: 'Severe hypercalcaemia', zh: '重度高钙血症' },
    action: {
      en: 'Emergency department now: saline first, ECG; above 3.5 mmol/L arrhythmia and coma threaten.',
      zh: '立即送急诊：先补生理盐水，查心电图；>3.5 mmol/L 有心律失常和昏迷风险。',
    },
    source: {
      guideline:
        'Society for Endocrinology Emergency Guidance: Acute hypercalcaemia in adult patients (2016)',
      section: 'Severity: > 3.5 mmol/L requires urgent correction',
    },
    when: atLeast(calcium, 3.5),
  },
  {
    id: 'laboratory/acidosis',
    tier: 'ed-now',
    title: { en: 'Severe acidosis or high lactate', zh: '严重酸中毒或高乳酸' },
    action: {
      en: 'Emergency department now: lactate of 4 mmol/L or more, or pH under 7.2: look for shock, sepsis, ischaemia and poisoning.',
      zh: '立即送急诊：乳酸 ≥4 mmol/L 或 pH <7.2，查找休克、脓毒症、缺血及中毒。',
    },
    source: {
      guideline:
        'Surviving Sepsis Campaign: International Guidelines for Management of Sepsis and Septic Shock 2021',
      section: 'Initial resuscitation: lactate',
    },
    when: any(atLeast(lactate, 4), atMost(bloodPh, 7.19)),
  },
  {
    id: 'laboratory/severe-anaemia',
    tier: 'same-day',
    title: { en: 'Severe anaemia', zh: '重度贫血' },
    action: {
      en: 'Hospital today: below 70 g/L find the bleeding and consider transfusion. Chest pain, breathlessness, collapse or visible bleeding: emergency department now.',
      zh: '当日住院：<70 g/L 查找出血并考虑输血。胸痛、气促、晕厥或可见出血者立即送急诊。',
    },
    source: {
      guideline: 'NICE NG24 Blood transfusion (2015)',
      section: '1.2 Red blood cells: thresholds and targets',
    },
    when: atMost(haemoglobin, 69),
  },
  {
    id: 'laboratory/adrenal-crisis',
    tier: 'ed-now',
    title: { en: 'Possible adrenal crisis', zh: '疑肾上腺危象' },
    action: {
      en: 'Give hydrocortisone 100 mg (adult; verify the dose) now, then emergency department: treatment must not wait for a cortisol result.',
      zh: '立即给氢化可的松 100 mg（成人，请核对剂量）并送急诊：治疗不等皮质醇结果。',
    },
    source: {
      guideline:
        'NICE NG243 Adrenal insufficiency: identification and management (2024)',
      section: 'Emergency management of adrenal crisis',
    },
    when: any(
      says(adrenal),
      all(says(steroids), says(vomiting, hypotensive, confusion, fever, unresponsive)),
    ),
  },
  {
    id: 'laboratory/thyroid-emergency',
    tier: 'ed-now',
    title: { en: 'Thyroid storm or myxoedema coma', zh: '甲状腺危象或黏液性水肿昏迷' },
    action: {
      en: 'Emergency department with intensive care now: mortality is high and treatment begins on suspicion.',
      zh: '立即送有重症监护的急诊：病死率高，疑诊即开始治疗。',
    },
    source: {
      guideline:
        '2016 American Thyroid Association Guidelines for Hyperthyroidism and Other Causes of Thyrotoxicosis',
      section: 'Thyroid storm',
    },
    when: says(thyroidStorm),
  },
];
