/** @file Ophthalmology. Codes: ICD-10-CM (public domain); sentences are this project's. */
import type { Department } from '../condition.ts';
import { words } from '../language.ts';

const RETINA = words('Retina', '眼底病');

export const OPHTHALMOLOGY = {
  name: words('Ophthalmology', '眼科'),
  conditions: {
    'diabetic-retinopathy': {
      name: words('diabetic retinopathy', '糖尿病视网膜病变'),
      icd10: 'E11.319',
      subspecialty: RETINA,
      presentation: 'poor-sight',
      complaint: {
        en: ['sight that gets worse', 'blurry eyes', 'weaker sight', 'poor eyesight'],
        zh: ['视力越来越差', '眼睛模糊', '视力变弱', '看东西不清'],
      },
      tells: [],
      history: words(
        'Slow blurring after years of diabetes, or sudden floaters from bleeding.',
        '多年糖尿病后缓慢模糊，或出血致飞蚊。',
      ),
      riskFactors: words(
        'Length of diabetes, poor control, high blood pressure, kidney disease.',
        '病程长、控制差、高血压、肾病。',
      ),
      examination: words(
        'Dots, blots and exudates; new vessels mean proliferative disease.',
        '点状、片状出血和渗出；新生血管为增殖期。',
      ),
      investigations: words(
        'Fundus photograph, OCT, HbA1c, blood pressure.',
        '眼底照相、OCT、糖化血红蛋白、血压。',
      ),
      facts: {
        'long-diabetes': 0.93,
        diabetes: 0.97,
        'floating-specks': 0.35,
        'high-blood-pressure': 0.5,
        'flashes-and-curtain': 0.08,
        'numb-feet': 0.4,
      },
      redFlags: ['flashes-and-curtain', 'floating-specks'],
      apart: {
        'macular-degeneration': ['wavy-lines', 'long-diabetes'],
        'open-angle-glaucoma': ['side-vision-loss', 'long-diabetes'],
      },
      shows: { fundus: 'diabetic-retinopathy' },
      tier: 'days',
      tierWithRedFlag: 'same-day',
      management: {
        'same-day': words(
          'Eye clinic today: bleeding or detachment may be under way.',
          '今天到眼科：可能出血或视网膜脱离。',
        ),
        days: words(
          'Eye clinic within days; injections or laser, and better sugar and pressure.',
          '几天内到眼科；注药或激光，控制血糖血压。',
        ),
      },
      prevalence: {
        weight: 4,
        ages: [
          [40, 59, 3],
          [60, 80, 4],
        ],
        female: 0.5,
      },
      course: { unit: 'month', length: [1, 12], severity: [0, 2] },
    },
    'open-angle-glaucoma': {
      name: words('open-angle glaucoma', '原发性开角型青光眼'),
      icd10: 'H40.10X0',
      subspecialty: words('Glaucoma', '青光眼'),
      presentation: 'poor-sight',
      complaint: {
        en: [
          'trouble with sight',
          'sight that is not what it was',
          'sight that troubles when driving',
          'eyes that miss things',
        ],
        zh: ['看东西有问题', '视力不如从前', '开车时看不好', '眼睛老看漏东西'],
      },
      tells: [],
      history: words(
        'Silent loss of side vision over years.',
        '多年无声的周边视野缺损。',
      ),
      riskFactors: words(
        'Age, family history, high eye pressure, short sight, steroids.',
        '年龄、家族史、高眼压、近视、激素。',
      ),
      examination: words(
        'High pressure, large cup of the disc, open angle.',
        '眼压高、杯盘比大、房角开放。',
      ),
      investigations: words(
        'Tonometry, visual fields, OCT of the nerve.',
        '眼压、视野、视神经OCT。',
      ),
      facts: {
        'side-vision-loss': 0.9,
        'glaucoma-in-family': 0.5,
        'eye-pain-and-redness': 0.03,
        'high-blood-pressure': 0.35,
      },
      redFlags: ['eye-pain-and-redness', 'flashes-and-curtain'],
      apart: {
        'macular-degeneration': ['side-vision-loss', 'wavy-lines'],
        'diabetic-retinopathy': ['long-diabetes', 'side-vision-loss'],
      },
      shows: { fundus: 'cupped-disc' },
      tier: 'routine',
      tierWithRedFlag: 'same-day',
      management: {
        'same-day': words(
          'Eye clinic today: a painful red eye may be acute closure.',
          '今天到眼科：红痛可能是急性闭角。',
        ),
        routine: words(
          'Eye clinic in weeks; pressure-lowering drops every evening or laser.',
          '数周内到眼科；每晚降压眼药水或激光。',
        ),
      },
      prevalence: {
        weight: 3,
        ages: [
          [45, 64, 3],
          [65, 88, 5],
        ],
        female: 0.5,
      },
      course: { unit: 'month', length: [3, 24], severity: [0, 1] },
    },
    'macular-degeneration': {
      name: words('age-related macular degeneration', '年龄相关性黄斑变性'),
      icd10: 'H35.30',
      subspecialty: RETINA,
      presentation: 'poor-sight',
      complaint: {
        en: [
          'trouble reading',
          'print that is hard to read',
          'poor reading sight',
          'faces that are hard to make out',
        ],
        zh: ['看书费劲', '字看不清', '阅读视力差', '人脸认不清'],
      },
      tells: [],
      history: words(
        'Blurred centre and bent lines in an older person.',
        '老年人中心模糊、直线变形。',
      ),
      riskFactors: words('Age, smoking, family history.', '高龄、吸烟、家族史。'),
      examination: words(
        'Drusen at the macula; blood or fluid means the wet form.',
        '黄斑玻璃膜疣；出血或积液为湿性。',
      ),
      investigations: words(
        'Amsler grid, OCT, fundus photograph.',
        'Amsler方格、OCT、眼底照相。',
      ),
      facts: {
        'wavy-lines': 0.9,
        smoking: 0.45,
        'sudden-one-eye-blur': 0.12,
        'side-vision-loss': 0.03,
      },
      redFlags: ['sudden-one-eye-blur', 'flashes-and-curtain'],
      apart: {
        'open-angle-glaucoma': ['wavy-lines', 'side-vision-loss'],
        'retinal-vein-occlusion': ['sudden-one-eye-blur', 'wavy-lines'],
      },
      shows: { fundus: 'drusen' },
      tier: 'days',
      tierWithRedFlag: 'same-day',
      management: {
        'same-day': words(
          'Eye clinic today: sudden change points to the wet form.',
          '今天到眼科：突变提示湿性。',
        ),
        days: words(
          'Eye clinic within days; injections if wet, no smoking, lutein diet, an Amsler grid at home.',
          '几天内到眼科；湿性者注药，戒烟，叶黄素饮食，在家查方格。',
        ),
      },
      prevalence: {
        weight: 3,
        ages: [
          [60, 74, 3],
          [75, 93, 5],
        ],
        female: 0.58,
      },
      course: { unit: 'month', length: [1, 12], severity: [0, 1] },
    },
    'retinal-vein-occlusion': {
      name: words('central retinal vein occlusion', '视网膜中央静脉阻塞'),
      icd10: 'H34.8190',
      subspecialty: RETINA,
      presentation: 'poor-sight',
      complaint: {
        en: [
          'sight that is bad',
          'misty sight',
          'sight that has gone dim',
          'foggy sight',
        ],
        zh: ['视力差', '视物有雾', '视力变暗', '看东西雾蒙蒙'],
      },
      tells: [],
      history: words(
        'Painless fall of sight in one eye, often noticed on waking.',
        '单眼无痛视力下降，常晨起发现。',
      ),
      riskFactors: words(
        'High blood pressure, diabetes, glaucoma, clotting tendency.',
        '高血压、糖尿病、青光眼、易栓。',
      ),
      examination: words(
        'Flame haemorrhages in four quadrants and twisted veins.',
        '四象限火焰状出血、静脉迂曲。',
      ),
      investigations: words(
        'OCT, blood pressure, glucose, blood count.',
        'OCT、血压、血糖、血常规。',
      ),
      facts: {
        'sudden-one-eye-blur': 0.93,
        'high-blood-pressure': 0.7,
        diabetes: 0.3,
        'eye-pain-and-redness': 0.04,
      },
      redFlags: ['eye-pain-and-redness', 'flashes-and-curtain'],
      apart: {
        'macular-degeneration': ['sudden-one-eye-blur', 'wavy-lines'],
        'diabetic-retinopathy': ['sudden-one-eye-blur', 'long-diabetes'],
      },
      shows: { fundus: 'vein-occlusion' },
      tier: 'same-day',
      tierWithRedFlag: 'same-day',
      management: {
        'same-day': words(
          'Eye clinic today; injections for swelling of the macula, control of pressure.',
          '今天到眼科；黄斑水肿注药，控制血压。',
        ),
        routine: words(
          'Afterwards: monthly eye checks for new vessels and pressure.',
          '之后每月查新生血管和眼压。',
        ),
      },
      prevalence: {
        weight: 2,
        ages: [
          [50, 64, 3],
          [65, 85, 4],
        ],
        female: 0.48,
      },
      course: { unit: 'day', length: [1, 6], severity: [0, 2] },
    },
  },
} as const satisfies Department;
