/** @file Endocrinology. Codes: ICD-10-CM (public domain); sentences are this project's. */
import type { Department } from '../condition.ts';
import { words } from '../language.ts';

const THYROID = words('Thyroid', '甲状腺疾病'),
  SUGAR = words('Diabetes', '糖尿病');

export const ENDOCRINOLOGY = {
  name: words('Endocrinology', '内分泌科'),
  conditions: {
    hypothyroidism: {
      name: words('hypothyroidism', '甲状腺功能减退症'),
      icd10: 'E03.9',
      subspecialty: THYROID,
      presentation: 'tiredness',
      complaint: {
        en: ['no energy', 'tiredness', 'a lack of energy', 'constant tiredness'],
        zh: ['没有精神', '乏力', '没力气', '总是很累'],
      },
      tells: [],
      history: words(
        'Slow months of tiredness, cold, weight gain, constipation and dry skin.',
        '数月渐起乏力、怕冷、体重增加、便秘、皮肤干。',
      ),
      riskFactors: words(
        'Female sex, autoimmune disease, thyroid surgery, lithium, amiodarone.',
        '女性、自身免疫病、甲状腺手术、锂、胺碘酮。',
      ),
      examination: words(
        'Slow pulse and reflexes, dry skin, puffy face, perhaps a goitre.',
        '脉缓、反射慢、皮肤干、颜面浮肿，可有甲状腺肿。',
      ),
      investigations: words(
        'TSH, free T4, thyroid antibodies.',
        'TSH、游离T4、甲状腺抗体。',
      ),
      facts: {
        'cold-intolerance': 0.88,
        'weight-gain': 0.75,
        constipation: 0.7,
        'low-mood': 0.25,
        drowsiness: 0.02,
        'slow-pulse': 0.2,
      },
      redFlags: ['drowsiness', 'slow-pulse'],
      apart: {
        depression: ['cold-intolerance', 'no-joy'],
        'iron-deficiency-anaemia': ['heavy-periods', 'cold-intolerance'],
      },
      shows: { 'lab-report': 'high-tsh' },
      tier: 'routine',
      tierWithRedFlag: 'ed-now',
      management: {
        'ed-now': words(
          'Go to the emergency department: drowsiness or a very slow pulse may be myxoedema.',
          '去急诊：嗜睡或脉搏过慢可能为黏液水肿。',
        ),
        routine: words(
          'Levothyroxine on an empty stomach; check TSH after six weeks.',
          '空腹左甲状腺素；六周后查TSH。',
        ),
      },
      prevalence: {
        weight: 4,
        ages: [
          [25, 44, 3],
          [45, 80, 5],
        ],
        female: 0.85,
      },
      course: { unit: 'month', length: [2, 12], severity: [2, 5] },
    },
    hyperthyroidism: {
      name: words('hyperthyroidism of Graves’ disease', '格雷夫斯甲亢'),
      icd10: 'E05.00',
      subspecialty: THYROID,
      presentation: 'palpitations',
      complaint: {
        en: [
          'a heart that beats too fast',
          'palpitations all day',
          'a quick heartbeat all day',
          'a heart that hurries',
        ],
        zh: ['心跳太快', '整天心慌', '心率总快', '心一直急促地跳'],
      },
      tells: [],
      history: words(
        'Weeks of palpitations, heat, tremor and weight loss with a good appetite.',
        '数周心悸、怕热、手抖、食欲好而消瘦。',
      ),
      riskFactors: words(
        'Female sex, family history, smoking, after childbirth.',
        '女性、家族史、吸烟、产后。',
      ),
      examination: words(
        'Fast pulse, goitre with a bruit, staring eyes, warm moist hands.',
        '脉快、甲状腺肿伴杂音、突眼、手热潮。',
      ),
      investigations: words(
        'TSH, free T4 and T3, receptor antibodies, ECG.',
        'TSH、FT4、FT3、受体抗体、心电图。',
      ),
      facts: {
        'heat-intolerance': 0.9,
        'weight-loss': 0.8,
        'shaky-hands': 0.8,
        'uneven-heartbeat': 0.08,
        fever: 0.06,
        drowsiness: 0.03,
        'poor-sleep': 0.4,
      },
      redFlags: ['fever', 'drowsiness'],
      apart: {
        'atrial-fibrillation': ['heat-intolerance', 'uneven-heartbeat'],
        'generalized-anxiety': ['heat-intolerance', 'endless-worry'],
      },
      shows: { 'lab-report': 'low-tsh' },
      tier: 'days',
      tierWithRedFlag: 'ed-now',
      management: {
        'ed-now': words(
          'Go to the emergency department: fever with a racing heart may be a thyroid storm.',
          '去急诊：发热伴心动过速可能为甲亢危象。',
        ),
        days: words(
          'See a doctor within days; carbimazole with a warning about sore throat, propranolol for the heart.',
          '几天内就诊；抗甲状腺药（警惕咽痛），普萘洛尔控制心率。',
        ),
      },
      prevalence: {
        weight: 3,
        ages: [
          [18, 34, 4],
          [35, 60, 4],
        ],
        female: 0.82,
      },
      course: { unit: 'week', length: [3, 16], severity: [2, 5] },
    },
    'type-2-diabetes': {
      name: words('type 2 diabetes', '2型糖尿病'),
      icd10: 'E11.9',
      subspecialty: SUGAR,
      presentation: 'tiredness',
      complaint: {
        en: [
          'tiredness after meals',
          'a tired body',
          'weariness all day',
          'little energy after meals',
        ],
        zh: ['饭后疲倦', '身体疲乏', '整天倦怠', '吃完饭就没劲'],
      },
      tells: [],
      history: words(
        'Thirst, much urine, blurred sight and tiredness over months.',
        '数月口渴、多尿、视物模糊、乏力。',
      ),
      riskFactors: words(
        'Overweight, family history, earlier diabetes of pregnancy.',
        '超重、家族史、妊娠糖尿病史。',
      ),
      examination: words(
        'Weight, blood pressure, feet, eyes; breath for ketones.',
        '体重、血压、足、眼；呼气酮味。',
      ),
      investigations: words(
        'HbA1c, fasting glucose, lipids, kidney function, urine albumin.',
        '糖化血红蛋白、空腹血糖、血脂、肾功、尿白蛋白。',
      ),
      facts: {
        'great-thirst': 0.85,
        'frequent-urination': 0.85,
        'blurred-sight': 0.5,
        'weight-gain': 0.4,
        vomiting: 0.02,
        'deep-fast-breathing': 0.01,
        'weight-loss': 0.15,
      },
      redFlags: ['deep-fast-breathing', 'vomiting'],
      apart: {
        'diabetic-ketoacidosis': ['vomiting', 'deep-fast-breathing'],
        'chronic-kidney-disease': ['foamy-urine', 'great-thirst'],
      },
      shows: { 'lab-report': 'high-glucose' },
      tier: 'routine',
      tierWithRedFlag: 'ed-now',
      management: {
        'ed-now': words(
          'Go to the emergency department: vomiting or deep breathing may be ketoacidosis.',
          '去急诊：呕吐或深大呼吸可能为酮症酸中毒。',
        ),
        routine: words(
          'Weight, food and walking, metformin, and checks of eyes, feet and kidneys.',
          '控制体重饮食、步行、二甲双胍，查眼足肾。',
        ),
      },
      prevalence: {
        weight: 6,
        ages: [
          [35, 54, 4],
          [55, 80, 5],
        ],
        female: 0.46,
      },
      course: { unit: 'month', length: [2, 12], severity: [1, 4] },
    },
    'diabetic-ketoacidosis': {
      name: words('diabetic ketoacidosis', '糖尿病酮症酸中毒'),
      icd10: 'E10.10',
      subspecialty: SUGAR,
      presentation: 'tiredness',
      complaint: {
        en: [
          'extreme weakness',
          'deep tiredness',
          'total exhaustion',
          'a body without any strength',
        ],
        zh: ['极度虚弱', '累得不行', '完全没力气', '浑身一点劲没有'],
      },
      tells: [],
      history: words(
        'Days of thirst and urine, then vomiting, belly pain and deep breathing.',
        '数日口渴多尿，继而呕吐、腹痛、深大呼吸。',
      ),
      riskFactors: words(
        'Type 1 diabetes, missed insulin, infection.',
        '1型糖尿病、漏打胰岛素、感染。',
      ),
      examination: words(
        'Dry, fast pulse, deep sighing breath with a fruity smell.',
        '脱水、脉快、深大呼吸、烂苹果味。',
      ),
      investigations: words(
        'Glucose, ketones, blood gas, potassium.',
        '血糖、血酮、血气、血钾。',
      ),
      facts: {
        'great-thirst': 0.92,
        'frequent-urination': 0.85,
        vomiting: 0.88,
        'deep-fast-breathing': 0.85,
        'weight-loss': 0.7,
        drowsiness: 0.35,
        fever: 0.15,
      },
      redFlags: ['deep-fast-breathing', 'drowsiness', 'vomiting'],
      apart: {
        'type-2-diabetes': ['vomiting', 'deep-fast-breathing'],
        'chronic-kidney-disease': ['great-thirst', 'deep-fast-breathing'],
      },
      shows: { 'lab-report': 'ketoacidosis' },
      tier: 'ed-now',
      tierWithRedFlag: 'ed-now',
      management: {
        'ed-now': words(
          'Call an ambulance; fluids, insulin by drip and potassium.',
          '叫救护车；补液、静脉胰岛素、补钾。',
        ),
        days: words(
          'Afterwards: insulin teaching and sick-day rules within days.',
          '之后几天内学习胰岛素和生病期规则。',
        ),
      },
      prevalence: {
        weight: 1.5,
        ages: [
          [10, 24, 5],
          [25, 50, 3],
        ],
        female: 0.5,
      },
      course: { unit: 'day', length: [2, 6], severity: [6, 9] },
    },
  },
} as const satisfies Department;
