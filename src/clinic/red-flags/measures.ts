/** @file The values that rules ask for. */
import type { Measure } from './measure.ts';
import { phrases as list } from './sign.ts';

const fahrenheit = (value: number) => ((value - 32) * 5) / 9;

/** Percent. */
export const spo2: Measure = {
  id: 'spo2',
  names:
    list(`spo2, sao2, sp02, o2 sat, o2 sats, o2 saturation, sats, sat, oxygen saturation,
     oxygen saturations, oxygen sats, saturation, saturations, saturating, satting,
     pulse ox, pulse oximetry, 血氧饱和度, 血氧, 氧饱和度, 指氧, 氧饱, 指脉氧, 饱和度`),
  units: { '%': 1, percent: 1 },
  plausible: [40, 100],
};

/** °C. */
export const temperature: Measure = {
  id: 'temperature',
  names:
    list(`temperature, temp, tmax, t, fever, febrile, pyrexia, 体温, 发热, 发烧, 高热, 高烧, 热峰, 烧到,
     烧至`),
  units: { '°c': 1, c: 1, 度: 1, 摄氏度: 1, '°f': fahrenheit, f: fahrenheit },
  telling: list('°c, °f, 摄氏度, 度, degrees c, degrees celsius'),
  guess: (value) => (value > 80 ? fahrenheit(value) : value),
  plausible: [25, 43],
};

/** Beats per minute. */
export const heartRate: Measure = {
  id: 'heart-rate',
  names: list(`heart rate, hr, pulse, pulse rate, tachycardia, tachycardic, bradycardia,
     bradycardic, ventricular rate, 心率, 脉搏, 脉率`),
  units: { bpm: 1, '/min': 1, '次/分': 1, 次: 1, 'beats per minute': 1 },
  plausible: [15, 320],
};

/** Breaths per minute. */
export const respiratoryRate: Measure = {
  id: 'respiratory-rate',
  names:
    list(`respiratory rate, resp rate, rr, resps, breathing rate, tachypnoea, tachypnea,
     tachypnoeic, tachypneic, 呼吸频率, 呼吸, 呼吸率`),
  units: {
    '/min': 1,
    bpm: 1,
    '次/分': 1,
    次: 1,
    'breaths/min': 1,
    'breaths per minute': 1,
  },
  plausible: [3, 120],
};

/** mmHg. "85/50" gives this and the next. */
export const systolic: Measure = {
  id: 'systolic',
  names:
    list(`blood pressure, bp, systolic, sbp, systolic bp, hypotensive, systolic blood
     pressure, hypotension, systolic pressure, 血压, 收缩压`),
  units: { mmhg: 1, 'mm hg': 1, 毫米汞柱: 1, kpa: 7.5 },
  plausible: [30, 320],
};

/** mmHg. */
export const diastolic: Measure = {
  id: 'diastolic',
  names: list('diastolic, dbp, diastolic bp, 舒张压'),
  units: { mmhg: 1, 'mm hg': 1 },
  plausible: [15, 220],
};

/** Glasgow Coma Scale, 3–15. */
export const gcs: Measure = {
  id: 'gcs',
  names:
    list(`gcs, glasgow coma scale, glasgow coma score, glasgow, 格拉斯哥评分, 格拉斯哥昏迷评分, gcs评分,
     昏迷评分`),
  units: { '/15': 1, 分: 1, points: 1 },
  plausible: [3, 15],
};

/** mmol/L. */
export const potassium: Measure = {
  id: 'potassium',
  names: list('potassium, k, k+, serum k, 血钾, 钾, 血清钾, 钾离子'),
  units: { 'mmol/l': 1, 'meq/l': 1, mmol: 1, meq: 1 },
  plausible: [1, 12],
};

/** mmol/L. */
export const sodium: Measure = {
  id: 'sodium',
  names: list('sodium, na, na+, serum na, 血钠, 钠, 血清钠, 钠离子'),
  units: { 'mmol/l': 1, 'meq/l': 1, mmol: 1, meq: 1 },
  plausible: [90, 200],
};

/** mmol/L. A number above 34 without unit is mg/dL. */
export const glucose: Measure = {
  id: 'glucose',
  names:
    list(`glucose, blood glucose, blood sugar, bg, cbg, bgl, rbs, sugar, glucometer,
     fingerstick, 血糖, 随机血糖, 指血糖, 葡萄糖`),
  units: { 'mmol/l': 1, mmol: 1, 'mg/dl': 1 / 18 },
  guess: (value) => (value > 34 ? value / 18 : value),
  plausible: [0.2, 120],
};

/** mmol/L. */
export const ketones: Measure = {
  id: 'ketones',
  names: list('ketones, ketone, blood ketones, beta hydroxybutyrate, 血酮, 酮体'),
  units: { 'mmol/l': 1, mmol: 1 },
  plausible: [0, 25],
};

export const bloodPh: Measure = {
  id: 'ph',
  names: list('ph, arterial ph, venous ph, blood ph, 血ph, ph值'),
  units: {},
  plausible: [6.5, 7.9],
};

/** mmol/L. */
export const lactate: Measure = {
  id: 'lactate',
  names: list('lactate, lactic acid, 乳酸, 血乳酸'),
  units: { 'mmol/l': 1, mmol: 1, 'mg/dl': 0.111 },
  plausible: [0.1, 35],
};

/** g/L. A number below 25 without unit is g/dL. */
export const haemoglobin: Measure = {
  id: 'haemoglobin',
  names: list('haemoglobin, hemoglobin, hb, hgb, 血红蛋白, 血色素'),
  units: { 'g/l': 1, 'g/dl': 10 },
  guess: (value) => (value < 25 ? value * 10 : value),
  plausible: [10, 250],
};

/** mmol/L, adjusted for albumin. */
export const calcium: Measure = {
  id: 'calcium',
  names: list('calcium, corrected calcium, adjusted calcium, ca2+, 血钙, 校正血钙'),
  units: { 'mmol/l': 1, mmol: 1, 'mg/dl': 0.25 },
  guess: (value) => (value > 6 ? value / 4 : value),
  plausible: [0.5, 6],
};

/** Years. */
export const age: Measure = {
  id: 'age',
  names: list(
    'aged, age, 年龄, 出生, 生后, 日龄, 患儿, 男婴, 女婴, 婴儿, 宝宝, 男, 女, 新生儿',
  ),
  units: {
    years: 1,
    year: 1,
    yrs: 1,
    岁: 1,
    months: 1 / 12,
    month: 1 / 12,
    个月: 1 / 12,
    月: 1 / 12,
    weeks: 7 / 365,
    week: 7 / 365,
    周: 7 / 365,
    days: 1 / 365,
    day: 1 / 365,
    天: 1 / 365,
    日: 1 / 365,
    'year old': 1,
    'years old': 1,
    'yr old': 1,
    'y old': 1,
    yo: 1,
    'y.o': 1,
    'y/o': 1,
    'month old': 1 / 12,
    'months old': 1 / 12,
    'week old': 7 / 365,
    'weeks old': 7 / 365,
    'day old': 1 / 365,
    'days old': 1 / 365,
    月龄: 1 / 12,
    个月大: 1 / 12,
    月大: 1 / 12,
    周大: 7 / 365,
    周龄: 7 / 365,
    天大: 1 / 365,
    日龄: 1 / 365,
    m: 1,
    f: 1,
  },
  telling:
    list(`year old, years old, yr old, y old, yo, y.o, y/o, m, f, month old, months old,
     week old, weeks old, day old, days old, 岁, 月龄, 个月大, 月大, 周大, 周龄, 天大, 日龄`),
  needsUnit: true,
  plausible: [0, 120],
};

/** Weeks of pregnancy. */
export const gestation: Measure = {
  id: 'gestation',
  names: list('gestation, pregnant, ga, 孕, 妊娠, 停经, 怀孕, 孕期, 宫内孕'),
  units: {
    weeks: 1,
    week: 1,
    周: 1,
    days: 1 / 7,
    天: 1 / 7,
    'weeks pregnant': 1,
    'week pregnant': 1,
    'weeks gestation': 1,
    'weeks of gestation': 1,
    '/40': 1,
  },
  telling: list('weeks pregnant, weeks gestation, weeks of gestation, /40'),
  needsUnit: true,
  plausible: [3, 44],
};

export const MEASURES: readonly Measure[] = [
  spo2,
  temperature,
  heartRate,
  respiratoryRate,
  systolic,
  diastolic,
  gcs,
  potassium,
  sodium,
  glucose,
  ketones,
  bloodPh,
  lactate,
  haemoglobin,
  calcium,
  age,
  gestation,
];
