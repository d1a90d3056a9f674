/** @file Rheumatology and orthopaedics. Codes: ICD-10-CM (public domain); sentences are this project's. */
import type { Department } from '../condition.ts';
import { words } from '../language.ts';

export const RHEUMATOLOGY = {
  name: words('Rheumatology and orthopaedics', '风湿骨科'),
  conditions: {
    gout: {
      name: words('gout', '痛风'),
      icd10: 'M10.9',
      subspecialty: words('Crystal arthritis', '晶体性关节炎'),
      presentation: 'sore-joints',
      complaint: {
        en: [
          'a hot, sore foot',
          'a foot too sore to walk',
          'a hot foot that hurts',
          'a throbbing foot',
        ],
        zh: ['脚又热又疼', '脚疼得走不了', '脚发热疼痛', '脚一跳一跳地疼'],
      },
      tells: [],
      history: words(
        'Sudden night attack in one joint, usually the big toe, gone in a week or two.',
        '夜间突发单关节痛，多为大脚趾，一两周缓解。',
      ),
      riskFactors: words(
        'Beer, meat and seafood, diuretics, kidney disease, overweight.',
        '啤酒、肉和海鲜、利尿剂、肾病、超重。',
      ),
      examination: words(
        'Red, hot, exquisitely tender joint; tophi.',
        '关节红热剧痛；痛风石。',
      ),
      investigations: words(
        'Uric acid, crystals in the fluid if in doubt, kidney function.',
        '尿酸，有疑问查关节液晶体，肾功能。',
      ),
      facts: {
        'big-toe-attack': 0.92,
        'same-attack-before': 0.6,
        'drinking-alcohol': 0.6,
        'high-blood-pressure': 0.5,
        fever: 0.08,
        'cannot-move-joint': 0.15,
      },
      redFlags: ['fever', 'shaking-chills'],
      apart: {
        'septic-arthritis': ['fever', 'big-toe-attack'],
        'knee-osteoarthritis': ['worse-with-use', 'big-toe-attack'],
      },
      shows: { 'lab-report': 'high-urate' },
      tier: 'days',
      tierWithRedFlag: 'ed-now',
      management: {
        'ed-now': words(
          'Go to the emergency department: a hot joint with fever is septic until the needle says no.',
          '去急诊：关节热痛伴发热，穿刺前按化脓处理。',
        ),
        days: words(
          'See a doctor within days; naproxen or colchicine now, allopurinol to stay below 360.',
          '几天内就诊；萘普生或秋水仙碱，别嘌醇维持尿酸低于360。',
        ),
      },
      prevalence: {
        weight: 4,
        ages: [
          [30, 49, 3],
          [50, 80, 5],
        ],
        female: 0.18,
      },
      course: { unit: 'day', length: [1, 4], severity: [7, 9] },
    },
    'septic-arthritis': {
      name: words('septic arthritis', '化脓性关节炎'),
      icd10: 'M00.9',
      subspecialty: words('Joint infection', '关节感染'),
      presentation: 'sore-joints',
      complaint: {
        en: [
          'a swollen knee',
          'a knee that is hot and big',
          'a big, sore knee',
          'a knee blown up like a ball',
        ],
        zh: ['膝盖肿', '膝盖又热又大', '膝盖肿大疼痛', '膝盖肿得像球'],
      },
      tells: [],
      history: words(
        'Days of a hot, swollen joint that cannot be moved, with fever.',
        '数日单关节红肿热痛、不能活动，伴发热。',
      ),
      riskFactors: words(
        'Artificial joint, injection, diabetes, rheumatoid arthritis, weak immunity.',
        '人工关节、关节注射、糖尿病、类风湿、免疫低下。',
      ),
      examination: words(
        'Held bent, any movement hurts.',
        '屈曲固定，任何活动均剧痛。',
      ),
      investigations: words(
        'Aspirate before antibiotics, blood cultures, CRP.',
        '用药前穿刺、血培养、C反应蛋白。',
      ),
      facts: {
        'cannot-move-joint': 0.92,
        fever: 0.85,
        'shaking-chills': 0.4,
        'joint-needle-or-implant': 0.4,
        diabetes: 0.3,
        'same-attack-before': 0.03,
        'broken-skin': 0.2,
      },
      redFlags: ['cannot-move-joint', 'fever', 'shaking-chills'],
      apart: {
        gout: ['fever', 'same-attack-before'],
        'knee-osteoarthritis': ['fever', 'worse-with-use'],
      },
      shows: { 'lab-report': 'high-crp' },
      tier: 'ed-now',
      tierWithRedFlag: 'ed-now',
      management: {
        'ed-now': words(
          'Go to the emergency department; aspirate, antibiotics by vein and washout.',
          '去急诊；穿刺、静脉抗生素、关节冲洗。',
        ),
        routine: words(
          'Afterwards: weeks of antibiotics and physiotherapy.',
          '之后数周抗生素和理疗。',
        ),
      },
      prevalence: {
        weight: 1.5,
        ages: [
          [18, 49, 2],
          [50, 85, 5],
        ],
        female: 0.45,
      },
      course: { unit: 'day', length: [1, 5], severity: [7, 10] },
    },
    'rheumatoid-arthritis': {
      name: words('rheumatoid arthritis', '类风湿关节炎'),
      icd10: 'M06.9',
      subspecialty: words('Inflammatory arthritis', '炎症性关节炎'),
      presentation: 'sore-joints',
      complaint: {
        en: [
          'stiff, sore hands',
          'hands that ache every morning',
          'sore hands',
          'hands that will not make a fist',
        ],
        zh: ['手僵、手疼', '每天早上手疼', '双手酸痛', '手握不起拳'],
      },
      tells: [],
      history: words(
        'Over six weeks of swollen small joints with long morning stiffness.',
        '小关节肿痛超过六周，晨僵时间长。',
      ),
      riskFactors: words(
        'Female sex, smoking, family history.',
        '女性、吸烟、家族史。',
      ),
      examination: words(
        'Soft, tender swelling of knuckles and wrists on both sides.',
        '双侧掌指关节、腕关节软组织肿胀压痛。',
      ),
      investigations: words(
        'Rheumatoid factor, anti-CCP, CRP, films of hands and feet.',
        '类风湿因子、抗CCP、C反应蛋白、手足X线。',
      ),
      facts: {
        'long-morning-stiffness': 0.93,
        'small-joints-both-hands': 0.92,
        smoking: 0.35,
        'weight-loss': 0.15,
        fever: 0.06,
        'worse-with-use': 0.08,
      },
      redFlags: ['fever', 'breathlessness'],
      apart: {
        'knee-osteoarthritis': ['long-morning-stiffness', 'worse-with-use'],
        gout: ['small-joints-both-hands', 'big-toe-attack'],
      },
      shows: { 'lab-report': 'rheumatoid-factor' },
      tier: 'days',
      tierWithRedFlag: 'same-day',
      management: {
        'same-day': words(
          'Be seen today: fever or breathlessness may be infection or lung disease.',
          '今天就诊：发热或气短可能为感染或肺受累。',
        ),
        days: words(
          'Rheumatology soon; methotrexate with folic acid started within weeks protects the joints.',
          '尽快看风湿科；数周内用甲氨蝶呤加叶酸保护关节。',
        ),
      },
      prevalence: {
        weight: 3,
        ages: [
          [25, 44, 3],
          [45, 72, 5],
        ],
        female: 0.74,
      },
      course: { unit: 'week', length: [6, 20], severity: [4, 7] },
    },
    'knee-osteoarthritis': {
      name: words('osteoarthritis of the knee', '膝骨关节炎'),
      icd10: 'M17.9',
      subspecialty: words('Joint wear', '退行性关节病'),
      presentation: 'sore-joints',
      complaint: {
        en: ['an aching knee', 'knees that hurt', 'a bad knee', 'knees that grumble'],
        zh: ['膝盖酸痛', '两个膝盖疼', '膝盖不好', '膝盖老是疼'],
      },
      tells: [],
      history: words(
        'Years of pain on use that rest relieves, stiff for a few minutes.',
        '多年活动后疼痛、休息缓解，僵硬仅几分钟。',
      ),
      riskFactors: words(
        'Age, overweight, old injury, kneeling work.',
        '年龄、超重、旧伤、跪位劳作。',
      ),
      examination: words(
        'Grating, bony edges, little warmth.',
        '摩擦感、骨性膨大、少有发热。',
      ),
      investigations: words(
        'None when typical; film before surgery.',
        '典型者无需；术前拍片。',
      ),
      facts: {
        'worse-with-use': 0.93,
        'long-morning-stiffness': 0.04,
        'weight-gain': 0.4,
        fever: 0.01,
        'cannot-move-joint': 0.03,
      },
      redFlags: ['fever', 'cannot-move-joint'],
      apart: {
        'rheumatoid-arthritis': ['long-morning-stiffness', 'worse-with-use'],
        'septic-arthritis': ['fever', 'cannot-move-joint'],
      },
      shows: {},
      tier: 'self-care',
      tierWithRedFlag: 'ed-now',
      management: {
        'ed-now': words(
          'Go to the emergency department: a hot locked knee may be infected.',
          '去急诊：发热、锁住的膝关节可能感染。',
        ),
        'self-care': words(
          'Strengthen the thigh, lose weight, a stick, anti-inflammatory gel.',
          '锻炼股四头肌、减重、手杖、消炎凝胶。',
        ),
      },
      prevalence: {
        weight: 5,
        ages: [
          [45, 64, 4],
          [65, 88, 5],
        ],
        female: 0.62,
      },
      course: { unit: 'year', length: [1, 8], severity: [3, 6] },
    },
  },
} as const satisfies Department;
