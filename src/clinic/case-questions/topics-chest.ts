/** @file What is asked about chest, heart and lungs. */
import { heartRate, respiratoryRate, spo2, systolic } from '../red-flags/measures.ts';
import { breathless, chestPain, sweating, syncope } from '../red-flags/signs.ts';
import { ask, background, danger } from './topic.ts';

export const CHEST = {
  chestPain: danger(
    ['Is there pain or pressure in the chest?', '有没有胸痛或胸部压迫感？'],
    chestPain,
  ),
  breathless: danger(
    [
      'Is there shortness of breath, at rest or on exertion, lying flat?',
      '有没有呼吸困难？静息、活动还是平卧时？',
    ],
    breathless,
    { measures: [spo2, respiratoryRate] },
  ),
  sweating: danger(
    ['Was there sweating, pallor, nausea with it?', '当时有没有出汗、面色苍白、恶心？'],
    sweating,
  ),
  syncope: danger(
    ['Was consciousness lost, or nearly?', '有没有晕厥或近乎晕厥？'],
    syncope,
  ),
  palpitations: danger(
    [
      'Are there palpitations, a fast or irregular heartbeat?',
      '有没有心悸、心跳过快或不齐？',
    ],
    [
      'palpitation*, racing heart, irregular heartbeat, heart racing, fluttering, skipped beats, irregular pulse',
      '心悸, 心慌, 心跳快, 心律不齐, 早搏, 心动过速',
    ],
    { measures: [heartRate] },
  ),
  tearing: danger(
    [
      'Is the pain tearing, does it go to the back, was it worst at once?',
      '疼痛是否撕裂样、放射到背部、一开始就最重？',
    ],
    [
      'tearing, ripping, to … back, into … back, between … shoulder blades, interscapular, maximal at onset',
      '撕裂, 放射至背, 向背部放射, 肩胛间, 背部放射, 后背痛, 放射到后背',
    ],
  ),
  legSwelling: danger(
    [
      'Is one calf swollen or painful; recent surgery, long travel, bed rest?',
      '有没有单侧小腿肿痛？近期手术、长途旅行或卧床？',
    ],
    [
      'calf, leg swelling, swollen leg*, unilateral swelling, dvt, recent surgery, long haul, long flight, immobili*, bed rest, leg pain',
      '小腿肿, 小腿痛, 下肢肿, 下肢水肿, 腿肿, 深静脉血栓, 近期手术, 长途, 卧床, 制动',
    ],
  ),
  haemoptysis: danger(
    ['Was blood coughed up?', '有没有咯血或痰中带血？'],
    [
      'haemoptysis, hemoptysis, coughing up blood, coughed up blood, blood in … sputum, bloody sputum, blood streaked',
      '咯血, 痰中带血, 血痰, 咳血',
    ],
  ),
  oedema: ask(
    [
      'Are both legs swollen, how many pillows at night?',
      '双下肢水肿吗？夜间需垫高几个枕头？',
    ],
    [
      'oedema, edema, swollen ankles, ankle swelling, orthopn*, pillow*, paroxysmal nocturnal, pnd',
      '水肿, 浮肿, 端坐呼吸, 夜间阵发性, 高枕卧位, 垫高',
    ],
  ),
  cardiacRisk: background(
    [
      'Cardiac risk: blood pressure, diabetes, cholesterol, smoking, early heart disease in the family?',
      '心血管危险因素：高血压、糖尿病、血脂、吸烟、早发心脏病家族史？',
    ],
    [
      'hypertens*, diabet*, hyperlipid*, cholesterol, smok*, ischaemic heart, ischemic heart, coronary, angina, stent, infarction, bypass, risk factors',
      '高血压, 糖尿病, 高血脂, 吸烟, 冠心病, 支架, 心梗, 心肌梗死, 搭桥, 血脂异常',
    ],
    { measures: [systolic] },
  ),
  clotRisk: background(
    ['Clots before, cancer, hormones or the pill?', '既往血栓、肿瘤、激素或避孕药？'],
    [
      'previous dvt, previous pe, clot*, thrombo*, cancer, malignan*, the pill, oral contracepti*, hrt, oestrogen, estrogen',
      '血栓, 肿瘤, 癌, 避孕药, 雌激素, 肺栓塞史',
    ],
  ),
  cough: ask(['Is there a cough?', '有没有咳嗽？'], ['cough*', '咳嗽, 干咳, 咳痰']),
  sputum: ask(
    ['Is anything coughed up; what colour and how much?', '有痰吗？颜色和量如何？'],
    [
      'sputum, phlegm, productive, dry cough, non productive, nonproductive, expectorat*',
      '痰, 干咳, 无痰',
    ],
  ),
  wheeze: ask(
    [
      'Is there wheezing, worse at night or with triggers?',
      '有没有喘息？夜间或接触诱因时加重吗？',
    ],
    [
      'wheez*, whistling, night time symptoms, inhaler*, atop*',
      '喘息, 喘鸣, 哮鸣, 喘, 夜间加重, 吸入剂, 过敏原',
    ],
  ),
  stridor: danger(
    [
      'Noisy breathing in, drooling, unable to speak in sentences?',
      '有没有吸气性喉鸣、流涎、不能说完整句子？',
    ],
    [
      'stridor, drool*, full sentences, in sentences, noisy breathing, hoarse*, muffled voice',
      '喉鸣, 喘鸣音, 流涎, 流口水, 完整句子, 声音嘶哑, 声嘶',
    ],
  ),
  occupation: background(
    [
      'Work and home: dust, asbestos, mould, birds, tuberculosis?',
      '职业与环境：粉尘、石棉、霉菌、鸟类、结核接触？',
    ],
    [
      'occupation*, works as, asbestos, dust, mould, mold, birds, tuberculosis, tb contact, tb',
      '职业, 粉尘, 石棉, 霉菌, 结核, 养鸟, 煤矿',
    ],
  ),
};
