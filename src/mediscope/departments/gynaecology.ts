/** @file Obstetrics and gynaecology. Codes: ICD-10-CM (public domain); sentences are this project's. */
import type { Department } from '../condition.ts';
import { words } from '../language.ts';

export const GYNAECOLOGY = {
  name: words('Obstetrics and gynaecology', '妇产科'),
  conditions: {
    'ectopic-pregnancy': {
      name: words('ectopic pregnancy', '异位妊娠'),
      icd10: 'O00.90',
      subspecialty: words('Early pregnancy', '早孕'),
      presentation: 'lower-belly-pain',
      complaint: {
        en: [
          'a low belly pain',
          'pain low in the belly',
          'an ache in the lower belly',
          'lower belly pain',
        ],
        zh: ['小腹疼', '肚子下面疼', '小肚子隐痛', '下腹痛'],
      },
      tells: [],
      history: words(
        'A late period, one-sided pain and spotting; shoulder pain or faint means rupture.',
        '停经、一侧腹痛、点滴出血；肩痛或晕厥提示破裂。',
      ),
      riskFactors: words(
        'Earlier ectopic, tubal infection or surgery, coil, fertility treatment, smoking.',
        '异位妊娠史、输卵管炎或手术、宫内节育器、助孕、吸烟。',
      ),
      examination: words(
        'Pulse and pressure first; tender on one side.',
        '先测脉搏血压；一侧压痛。',
      ),
      investigations: words(
        'Pregnancy test, hCG, vaginal ultrasound, blood group.',
        '妊娠试验、hCG、阴道超声、血型。',
      ),
      facts: {
        'missed-period': 0.95,
        spotting: 0.75,
        'shoulder-tip-pain': 0.25,
        fainting: 0.25,
        smoking: 0.3,
      },
      redFlags: ['fainting', 'shoulder-tip-pain'],
      apart: {
        appendicitis: ['missed-period', 'pain-moved-to-lower-right'],
        'ovarian-torsion': ['missed-period', 'sudden-one-sided-belly'],
      },
      shows: { ultrasound: 'adnexal-ring' },
      tier: 'ed-now',
      tierWithRedFlag: 'ed-now',
      management: {
        'ed-now': words(
          'Call an ambulance; two drips, blood group, keyhole surgery, or methotrexate if stable and small.',
          '叫救护车；双静脉通路、血型、腹腔镜，稳定且小者甲氨蝶呤。',
        ),
        routine: words(
          'Afterwards: hCG weekly to zero and an early scan next time.',
          '之后每周查hCG至零，下次妊娠早做超声。',
        ),
      },
      prevalence: {
        weight: 2,
        ages: [
          [18, 29, 4],
          [30, 43, 5],
        ],
        female: 1,
      },
      course: { unit: 'hour', length: [4, 48], severity: [5, 8] },
    },
    'ovarian-torsion': {
      name: words('ovarian torsion', '卵巢扭转'),
      icd10: 'N83.519',
      subspecialty: words('Gynaecological surgery', '妇科手术'),
      presentation: 'lower-belly-pain',
      complaint: {
        en: [
          'a violent belly pain',
          'belly pain that takes the breath away',
          'an unbearable belly pain',
          'a fierce pain low in the belly',
        ],
        zh: ['肚子剧烈疼痛', '肚子疼得喘不过气', '肚子疼得受不了', '小腹猛烈疼痛'],
      },
      tells: [],
      history: words(
        'Sudden one-sided pain with vomiting, often after movement, with a known cyst.',
        '活动后突发一侧腹痛伴呕吐，常有囊肿。',
      ),
      riskFactors: words(
        'Ovarian cyst over five centimetres, fertility treatment, pregnancy.',
        '卵巢囊肿大于5厘米、助孕、妊娠。',
      ),
      examination: words(
        'One-sided tenderness, sometimes a mass.',
        '一侧压痛，有时触及包块。',
      ),
      investigations: words(
        'Pregnancy test, ultrasound with Doppler; do not wait when suspicion is high.',
        '妊娠试验、超声多普勒；高度怀疑勿等。',
      ),
      facts: {
        'sudden-one-sided-belly': 0.94,
        vomiting: 0.75,
        'known-ovarian-cyst': 0.5,
        'missed-period': 0.04,
        fever: 0.04,
      },
      redFlags: ['vomiting', 'sudden-one-sided-belly'],
      apart: {
        'ectopic-pregnancy': ['missed-period', 'sudden-one-sided-belly'],
        appendicitis: ['pain-moved-to-lower-right', 'sudden-one-sided-belly'],
      },
      shows: { ultrasound: 'ovarian-cyst' },
      tier: 'ed-now',
      tierWithRedFlag: 'ed-now',
      management: {
        'ed-now': words(
          'Go to the emergency department without eating; untwisting within six hours saves the ovary.',
          '空腹去急诊；六小时内复位可保卵巢。',
        ),
        routine: words('Afterwards: a scan at six weeks.', '之后六周复查超声。'),
      },
      prevalence: {
        weight: 1.5,
        ages: [
          [15, 29, 5],
          [30, 48, 3],
        ],
        female: 1,
      },
      course: { unit: 'hour', length: [1, 10], severity: [8, 10] },
    },
    'hellp-syndrome': {
      name: words('HELLP syndrome of pregnancy', '妊娠HELLP综合征'),
      icd10: 'O14.20',
      subspecialty: words('High-risk pregnancy', '高危妊娠'),
      presentation: 'lower-belly-pain',
      complaint: {
        en: [
          'belly pain in late pregnancy',
          'a sore belly at seven months',
          'belly pain in the eighth month',
          'an aching belly late in pregnancy',
        ],
        zh: ['孕晚期肚子疼', '怀孕七个月肚子痛', '孕八月腹痛', '怀孕后期肚子疼'],
      },
      tells: ['missed-period'],
      history: words(
        'Pain under the ribs, headache, swelling and flickering sight after twenty weeks.',
        '孕二十周后肋下痛、头痛、水肿、视物闪烁。',
      ),
      riskFactors: words(
        'First pregnancy, earlier pre-eclampsia, high pressure, twins, diabetes.',
        '初产、子痫前期史、高血压、双胎、糖尿病。',
      ),
      examination: words(
        'High pressure, brisk reflexes, oedema, tender liver.',
        '血压高、反射亢进、水肿、肝区压痛。',
      ),
      investigations: words(
        'Pressure, urine protein, platelets, liver tests, fetal heart.',
        '血压、尿蛋白、血小板、肝功能、胎心。',
      ),
      facts: {
        'severe-headache-with-it': 0.8,
        'swollen-ankles': 0.85,
        'blurred-sight': 0.6,
        vomiting: 0.5,
        spotting: 0.06,
        drowsiness: 0.05,
        'easy-bruising': 0.12,
      },
      redFlags: ['severe-headache-with-it', 'blurred-sight'],
      apart: {
        'ectopic-pregnancy': ['spotting', 'severe-headache-with-it'],
        pyelonephritis: ['fever', 'severe-headache-with-it'],
      },
      shows: { 'lab-report': 'urine-protein' },
      tier: 'ed-now',
      tierWithRedFlag: 'ed-now',
      management: {
        'ed-now': words(
          'Call an ambulance to a maternity unit; magnesium, blood pressure control and delivery.',
          '叫救护车到产科；硫酸镁、降压、终止妊娠。',
        ),
        routine: words(
          'Afterwards: pressure checks to six weeks and aspirin next time.',
          '之后监测血压六周，下次妊娠用阿司匹林。',
        ),
      },
      prevalence: {
        weight: 1,
        ages: [
          [18, 29, 4],
          [30, 44, 4],
        ],
        female: 1,
      },
      course: { unit: 'hour', length: [4, 48], severity: [4, 8] },
    },
  },
} as const satisfies Department;
