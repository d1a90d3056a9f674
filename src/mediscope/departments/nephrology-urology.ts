/** @file Nephrology and urology. Codes: ICD-10-CM (public domain); sentences are this project's. */
import type { Department } from '../condition.ts';
import { words } from '../language.ts';

export const NEPHROLOGY_UROLOGY = {
  name: words('Nephrology and urology', '肾内与泌尿外科'),
  conditions: {
    'ureteric-stone': {
      name: words('ureteric stone', '输尿管结石'),
      icd10: 'N20.1',
      subspecialty: words('Stone disease', '泌尿系结石'),
      presentation: 'lower-belly-pain',
      complaint: {
        en: [
          'a terrible pain in the side',
          'pain low in the side',
          'a horrible side pain',
          'a gripping pain in the side',
        ],
        zh: ['侧腰疼得要命', '腰下侧疼', '腰侧疼得可怕', '腰边揪着疼'],
      },
      tells: [],
      history: words(
        'Waves of pain from flank to groin, restless, with blood in the urine.',
        '腰部至腹股沟阵发绞痛，坐立不安，血尿。',
      ),
      riskFactors: words(
        'Earlier stones, little drinking, gout, hot work.',
        '结石史、饮水少、痛风、高温作业。',
      ),
      examination: words(
        'Tender flank, soft belly; fever with a stone is an emergency.',
        '肾区叩痛、腹软；结石伴发热为急症。',
      ),
      investigations: words(
        'Urine, creatinine, ultrasound or low-dose CT.',
        '尿检、肌酐、超声或低剂量CT。',
      ),
      facts: {
        'flank-to-groin-waves': 0.93,
        'restless-with-pain': 0.8,
        'blood-in-urine': 0.65,
        vomiting: 0.45,
        'stones-before': 0.45,
        fever: 0.08,
        'shaking-chills': 0.05,
        'worse-on-moving': 0.05,
      },
      redFlags: ['fever', 'shaking-chills'],
      apart: {
        pyelonephritis: ['fever', 'restless-with-pain'],
        appendicitis: ['worse-on-moving', 'flank-to-groin-waves'],
      },
      shows: { ultrasound: 'hydronephrosis' },
      tier: 'same-day',
      tierWithRedFlag: 'ed-now',
      management: {
        'ed-now': words(
          'Go to the emergency department: an infected blocked kidney must be drained today.',
          '去急诊：感染性梗阻肾须当天引流。',
        ),
        'same-day': words(
          'Be seen today; diclofenac, drinking to thirst, sieve the urine, stones over 6 mm rarely pass.',
          '今天就诊；双氯芬酸，适量饮水，滤尿，大于6毫米难自排。',
        ),
      },
      prevalence: {
        weight: 4,
        ages: [
          [20, 39, 4],
          [40, 65, 4],
        ],
        female: 0.35,
      },
      course: { unit: 'hour', length: [2, 24], severity: [8, 10] },
    },
    pyelonephritis: {
      name: words('acute pyelonephritis', '急性肾盂肾炎'),
      icd10: 'N10',
      subspecialty: words('Urinary infection', '泌尿系感染'),
      presentation: 'lower-belly-pain',
      complaint: {
        en: [
          'an aching side',
          'a sore back on one side',
          'a one-sided ache in the waist',
          'a dull ache at the waist',
        ],
        zh: ['一侧腰酸痛', '单边后腰疼', '腰一侧酸胀', '腰部闷痛'],
      },
      tells: [],
      history: words(
        'Fever with shivering, flank pain and burning urine.',
        '寒战发热、腰痛、尿痛。',
      ),
      riskFactors: words(
        'Female sex, pregnancy, stones, catheters, diabetes.',
        '女性、妊娠、结石、导尿管、糖尿病。',
      ),
      examination: words('Fever and a tender kidney angle.', '发热、肾区叩击痛。'),
      investigations: words(
        'Urine dip and culture, blood count, CRP, ultrasound if not better.',
        '尿检和培养、血常规、C反应蛋白，不好转做超声。',
      ),
      facts: {
        fever: 0.94,
        'shaking-chills': 0.65,
        'burning-urine': 0.8,
        'frequent-urination': 0.6,
        vomiting: 0.3,
        drowsiness: 0.06,
        'missed-period': 0.06,
        'flank-to-groin-waves': 0.05,
      },
      redFlags: ['shaking-chills', 'drowsiness', 'vomiting'],
      apart: {
        'ureteric-stone': ['fever', 'restless-with-pain'],
        appendicitis: ['burning-urine', 'pain-moved-to-lower-right'],
      },
      shows: { 'lab-report': 'infected-urine' },
      tier: 'same-day',
      tierWithRedFlag: 'ed-now',
      management: {
        'ed-now': words(
          'Go to the emergency department: chills, vomiting or confusion need antibiotics by vein.',
          '去急诊：寒战、呕吐或意识改变需静脉抗生素。',
        ),
        'same-day': words(
          'Be seen today; urine culture and cefalexin or ciprofloxacin, fluids, check in two days.',
          '今天就诊；尿培养，头孢氨苄或环丙沙星，补水，两天复查。',
        ),
      },
      prevalence: {
        weight: 3,
        ages: [
          [16, 39, 5],
          [40, 75, 3],
        ],
        female: 0.82,
      },
      course: { unit: 'day', length: [1, 4], severity: [4, 7] },
    },
    'chronic-kidney-disease': {
      name: words('chronic kidney disease', '慢性肾脏病'),
      icd10: 'N18.9',
      subspecialty: words('Kidney disease', '肾脏内科'),
      presentation: 'tiredness',
      complaint: {
        en: [
          'tiredness and itchy skin',
          'weariness with swollen feet',
          'tiredness and no appetite',
          'weariness and puffy eyes',
        ],
        zh: ['乏力、皮肤痒', '疲倦、脚肿', '乏力、不想吃', '疲惫、眼皮肿'],
      },
      tells: [],
      history: words(
        'Slow tiredness, swelling, foamy urine and itch in long diabetes or high pressure.',
        '长期糖尿病或高血压者渐起乏力、水肿、泡沫尿、瘙痒。',
      ),
      riskFactors: words(
        'Diabetes, high blood pressure, painkillers, family history.',
        '糖尿病、高血压、止痛药、家族史。',
      ),
      examination: words(
        'High pressure, pallor, ankle oedema.',
        '血压高、苍白、踝部水肿。',
      ),
      investigations: words(
        'Creatinine, eGFR, potassium, urine albumin, ultrasound.',
        '肌酐、eGFR、血钾、尿白蛋白、超声。',
      ),
      facts: {
        'foamy-urine': 0.85,
        'swollen-ankles': 0.75,
        'high-blood-pressure': 0.8,
        itching: 0.45,
        diabetes: 0.45,
        'painkiller-use': 0.3,
        breathlessness: 0.12,
        drowsiness: 0.04,
        vomiting: 0.1,
      },
      redFlags: ['breathlessness', 'drowsiness'],
      apart: {
        'type-2-diabetes': ['foamy-urine', 'great-thirst'],
        'iron-deficiency-anaemia': ['swollen-ankles', 'craving-ice'],
      },
      shows: { 'lab-report': 'high-creatinine' },
      tier: 'days',
      tierWithRedFlag: 'ed-now',
      management: {
        'ed-now': words(
          'Go to the emergency department: fluid on the lungs or confusion needs treatment now.',
          '去急诊：肺水肿或意识改变需立即处理。',
        ),
        days: words(
          'Kidney clinic within days; ACE inhibitor, SGLT2 inhibitor, no ibuprofen, less salt.',
          '几天内肾科；ACEI、SGLT2抑制剂，停布洛芬，限盐。',
        ),
      },
      prevalence: {
        weight: 3,
        ages: [
          [45, 64, 3],
          [65, 88, 5],
        ],
        female: 0.48,
      },
      course: { unit: 'month', length: [2, 12], severity: [2, 5] },
    },
  },
} as const satisfies Department;
