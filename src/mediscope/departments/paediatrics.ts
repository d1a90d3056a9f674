/** @file Paediatrics. Codes: ICD-10-CM (public domain); sentences are this project's. */
import type { Department } from '../condition.ts';
import { words } from '../language.ts';

const CHEST = words('Children’s chest', '小儿呼吸'),
  BELLY = words('Children’s abdomen', '小儿腹部'),
  FEVER = words('Childhood infections', '小儿感染');

export const PAEDIATRICS = {
  name: words('Paediatrics', '儿科'),
  conditions: {
    croup: {
      name: words('croup', '急性喉气管炎'),
      icd10: 'J05.0',
      subspecialty: CHEST,
      presentation: 'child-breathing',
      complaint: {
        en: ['a bad cough at night', 'noisy breath', 'an odd cough', 'a nasty cough'],
        zh: ['夜里咳得厉害', '呼吸有声', '咳得奇怪', '咳得难受'],
      },
      tells: [],
      history: words(
        'A cold, then at night a barking cough and harsh breathing in.',
        '先感冒，夜间犬吠样咳、吸气性喉鸣。',
      ),
      riskFactors: words(
        'Age six months to four years, autumn, earlier croup.',
        '半岁至四岁、秋季、既往喉炎。',
      ),
      examination: words(
        'Do not upset the child; stridor at rest and chest pulling in mean severe.',
        '避免激惹；静息喉鸣和吸凹提示重症。',
      ),
      investigations: words('None; a film shows clear lungs.', '无需；胸片肺野清晰。'),
      facts: {
        'barking-cough': 0.95,
        'noisy-breathing-in': 0.75,
        'runny-nose': 0.7,
        fever: 0.5,
        'blue-lips': 0.06,
        drowsiness: 0.03,
        wheeze: 0.04,
      },
      redFlags: ['blue-lips', 'drowsiness'],
      apart: {
        bronchiolitis: ['barking-cough', 'wheeze'],
        'childhood-pneumonia': ['barking-cough', 'coloured-phlegm'],
      },
      shows: {},
      tier: 'same-day',
      tierWithRedFlag: 'ed-now',
      management: {
        'ed-now': words(
          'Call an ambulance; keep the child upright and calm, nebulized adrenaline and dexamethasone.',
          '叫救护车；让孩子坐直安静，雾化肾上腺素和地塞米松。',
        ),
        'same-day': words(
          'Be seen today; one dose of dexamethasone, calm and cool air.',
          '今天就诊；一剂地塞米松，安静、凉爽空气。',
        ),
      },
      prevalence: {
        weight: 3,
        ages: [
          [1, 3, 6],
          [4, 5, 2],
        ],
        female: 0.4,
      },
      course: { unit: 'day', length: [1, 3], severity: [3, 6] },
    },
    bronchiolitis: {
      name: words('bronchiolitis', '毛细支气管炎'),
      icd10: 'J21.9',
      subspecialty: CHEST,
      presentation: 'child-breathing',
      complaint: {
        en: [
          'fast breathing',
          'trouble breathing with a cold',
          'quick, heavy breathing',
          'hard breathing',
        ],
        zh: ['呼吸快', '感冒后呼吸费力', '呼吸又快又重', '喘气费劲'],
      },
      tells: [],
      history: words(
        'A baby with a cold who wheezes and feeds poorly, worst on day three to five.',
        '婴儿感冒后喘息、吃奶差，第三至五天最重。',
      ),
      riskFactors: words(
        'Under one year, prematurity, heart disease, smoke.',
        '一岁以下、早产、先心病、烟雾。',
      ),
      examination: words(
        'Fast breathing, pulling in, crackles and wheeze all over.',
        '呼吸快、吸凹、双肺细湿啰音和哮鸣。',
      ),
      investigations: words(
        'Oxygen saturation; no film as a rule.',
        '血氧；一般不拍片。',
      ),
      facts: {
        wheeze: 0.88,
        'runny-nose': 0.92,
        'poor-feeding': 0.6,
        'others-sick-too': 0.5,
        'blue-lips': 0.1,
        'few-wet-nappies': 0.15,
        fever: 0.35,
        drowsiness: 0.04,
        'barking-cough': 0.03,
      },
      redFlags: ['blue-lips', 'few-wet-nappies'],
      apart: {
        croup: ['barking-cough', 'wheeze'],
        'childhood-pneumonia': ['wheeze', 'coloured-phlegm'],
      },
      shows: {},
      tier: 'same-day',
      tierWithRedFlag: 'ed-now',
      management: {
        'ed-now': words(
          'Call an ambulance; oxygen and fluids by tube.',
          '叫救护车；吸氧、鼻饲补液。',
        ),
        'same-day': words(
          'Be seen today; small frequent feeds, a clear nose, no antibiotics.',
          '今天就诊；少量多次喂养、清鼻，不用抗生素。',
        ),
      },
      prevalence: { weight: 3, ages: [[0, 1, 6]], female: 0.42 },
      course: { unit: 'day', length: [2, 5], severity: [3, 6] },
    },
    'childhood-pneumonia': {
      name: words('childhood pneumonia', '小儿肺炎'),
      icd10: 'J15.9',
      subspecialty: CHEST,
      presentation: 'child-breathing',
      complaint: {
        en: [
          'a cough and fast breath',
          'coughing and heavy breathing',
          'a cough with quick breath',
          'a cough with hard breath',
        ],
        zh: ['咳嗽、呼吸快', '咳嗽、喘粗气', '咳嗽伴气促', '咳嗽呼吸重'],
      },
      tells: ['cough'],
      history: words(
        'Days of high fever, wet cough and fast breathing.',
        '数日高热、湿咳、呼吸快。',
      ),
      riskFactors: words(
        'Missing vaccines, smoke, crowding.',
        '未接种疫苗、烟雾、拥挤。',
      ),
      examination: words(
        'Count the breaths for a minute; crackles on one side.',
        '数一分钟呼吸；一侧湿啰音。',
      ),
      investigations: words('Oxygen saturation; a film if unwell.', '血氧；重者胸片。'),
      facts: {
        fever: 0.93,
        'coloured-phlegm': 0.75,
        'poor-feeding': 0.4,
        'blue-lips': 0.08,
        drowsiness: 0.1,
        wheeze: 0.08,
        'barking-cough': 0.01,
      },
      redFlags: ['blue-lips', 'drowsiness'],
      apart: {
        bronchiolitis: ['wheeze', 'coloured-phlegm'],
        croup: ['barking-cough', 'coloured-phlegm'],
      },
      shows: { 'chest-film': 'consolidation' },
      tier: 'same-day',
      tierWithRedFlag: 'ed-now',
      management: {
        'ed-now': words(
          'Call an ambulance; oxygen and antibiotics.',
          '叫救护车；吸氧和抗生素。',
        ),
        'same-day': words(
          'Be seen today; amoxicillin, fluids, back in two days or sooner if worse.',
          '今天就诊；阿莫西林、补液，两天复诊，加重随时来。',
        ),
      },
      prevalence: {
        weight: 3,
        ages: [
          [1, 5, 6],
          [6, 11, 3],
        ],
        female: 0.46,
      },
      course: { unit: 'day', length: [2, 5], severity: [4, 7] },
    },
    intussusception: {
      name: words('intussusception', '肠套叠'),
      icd10: 'K56.1',
      subspecialty: BELLY,
      presentation: 'child-belly',
      complaint: {
        en: [
          'a sore tummy and crying',
          'tummy trouble and crying',
          'tummy cramps with tears',
          'a painful tummy with crying',
        ],
        zh: ['肚子不舒服、哭闹', '肚子难受直哭', '肚子疼得哭', '腹痛哭闹'],
      },
      tells: [],
      history: words(
        'Bouts of crying with legs drawn up, vomiting, then bloody jelly stool.',
        '阵发哭闹、蜷腿、呕吐，继而果酱样便。',
      ),
      riskFactors: words(
        'Age three months to three years, recent virus, boys.',
        '三月至三岁、近期病毒感染、男孩。',
      ),
      examination: words(
        'A sausage-shaped lump; pale between bouts.',
        '腊肠样包块；间歇期苍白。',
      ),
      investigations: words('Ultrasound at once.', '立即超声。'),
      facts: {
        'legs-drawn-up-in-bouts': 0.94,
        vomiting: 0.8,
        'red-jelly-stool': 0.45,
        drowsiness: 0.3,
        'watery-stools': 0.08,
        paleness: 0.5,
        'few-wet-nappies': 0.15,
      },
      redFlags: ['red-jelly-stool', 'drowsiness'],
      apart: {
        'childhood-gastroenteritis': ['legs-drawn-up-in-bouts', 'watery-stools'],
      },
      shows: { ultrasound: 'bowel-target' },
      tier: 'ed-now',
      tierWithRedFlag: 'ed-now',
      management: {
        'ed-now': words(
          'Go to the emergency department at once; air enema, surgery if it fails.',
          '立即去急诊；空气灌肠，失败则手术。',
        ),
        routine: words(
          'Afterwards: come back if the bouts return.',
          '之后若再发作立即返院。',
        ),
      },
      prevalence: {
        weight: 2,
        ages: [
          [0, 2, 6],
          [3, 4, 1],
        ],
        female: 0.38,
      },
      course: { unit: 'hour', length: [4, 24], severity: [6, 9] },
    },
    'childhood-gastroenteritis': {
      name: words('childhood gastroenteritis', '小儿胃肠炎'),
      icd10: 'A09',
      subspecialty: BELLY,
      presentation: 'child-belly',
      complaint: {
        en: ['an upset tummy', 'a bad tummy', 'tummy upset', 'a tummy bug'],
        zh: ['肚子闹毛病', '肚子不好', '闹肚子', '肚子吃坏了似的'],
      },
      tells: [],
      history: words(
        'Vomiting then watery stools for days, often with others ill.',
        '先吐后泻数日，周围常有人患病。',
      ),
      riskFactors: words(
        'Nursery, no rotavirus vaccine, travel.',
        '托幼、未接种轮状疫苗、旅行。',
      ),
      examination: words(
        'Signs of dryness: tears, mouth, skin, pulse.',
        '脱水征：泪、口、皮肤、脉搏。',
      ),
      investigations: words(
        'None as a rule; stool test if bloody.',
        '一般无需；血便查便。',
      ),
      facts: {
        'watery-stools': 0.95,
        vomiting: 0.8,
        'others-sick-too': 0.65,
        fever: 0.4,
        'few-wet-nappies': 0.2,
        drowsiness: 0.04,
        'legs-drawn-up-in-bouts': 0.05,
      },
      redFlags: ['few-wet-nappies', 'drowsiness'],
      apart: { intussusception: ['legs-drawn-up-in-bouts', 'watery-stools'] },
      shows: {},
      tier: 'self-care',
      tierWithRedFlag: 'ed-now',
      management: {
        'ed-now': words(
          'Go to the emergency department for fluids: the child is drying out.',
          '去急诊补液：孩子已脱水。',
        ),
        'self-care': words(
          'Oral rehydration in small sips, keep feeding, no stopping medicines.',
          '口服补液盐少量多次，继续进食，不用止泻药。',
        ),
      },
      prevalence: {
        weight: 5,
        ages: [
          [0, 3, 6],
          [4, 9, 3],
        ],
        female: 0.48,
      },
      course: { unit: 'day', length: [1, 4], severity: [2, 5] },
    },
    'scarlet-fever': {
      name: words('scarlet fever', '猩红热'),
      icd10: 'A38.9',
      subspecialty: FEVER,
      presentation: 'child-rash',
      complaint: {
        en: [
          'a red body and fever',
          'red skin and a fever',
          'a fever with red skin',
          'fever and a red face',
        ],
        zh: ['身上发红、发烧', '皮肤红、发烧', '发烧伴皮肤发红', '发烧、脸红'],
      },
      tells: ['fever', 'rash'],
      history: words(
        'Sore throat and fever, then a rough red rash and strawberry tongue.',
        '咽痛发热，继而粗糙红疹、草莓舌。',
      ),
      riskFactors: words('Age four to ten, school outbreak.', '四至十岁、学校流行。'),
      examination: words(
        'Sandpaper rash, pale around the mouth, red tonsils.',
        '砂纸样疹、口周苍白、扁桃体红肿。',
      ),
      investigations: words('Throat swab for streptococci.', '咽拭子链球菌。'),
      facts: {
        'sandpaper-rash': 0.93,
        'sore-throat': 0.9,
        'strawberry-tongue': 0.65,
        'others-sick-too': 0.4,
        'few-wet-nappies': 0.05,
        drowsiness: 0.02,
        'red-dry-eyes': 0.03,
      },
      redFlags: ['drowsiness', 'few-wet-nappies'],
      apart: {
        'kawasaki-disease': ['fever-five-days', 'sandpaper-rash'],
        'hand-foot-mouth-disease': ['spots-on-palms-and-soles', 'sandpaper-rash'],
      },
      shows: { 'skin-photo': 'fine-red-spots' },
      tier: 'same-day',
      tierWithRedFlag: 'ed-now',
      management: {
        'ed-now': words(
          'Go to the emergency department: drowsy or dry children need it.',
          '去急诊：嗜睡或脱水需急诊处理。',
        ),
        'same-day': words(
          'Be seen today; penicillin for ten days, home from school for a day.',
          '今天就诊；青霉素十天，用药一天后可上学。',
        ),
      },
      prevalence: {
        weight: 3,
        ages: [
          [3, 5, 4],
          [6, 11, 5],
        ],
        female: 0.5,
      },
      course: { unit: 'day', length: [1, 3], severity: [3, 6] },
    },
    'kawasaki-disease': {
      name: words('Kawasaki disease', '川崎病'),
      icd10: 'M30.3',
      subspecialty: words('Children’s heart', '小儿心脏'),
      presentation: 'child-rash',
      complaint: {
        en: [
          'a fever that will not go',
          'a stubborn fever and a rash',
          'a lasting fever with a rash',
          'a rash and endless fever',
        ],
        zh: ['烧一直不退', '顽固发烧和皮疹', '持续发烧出疹', '出疹、烧个不停'],
      },
      tells: ['fever', 'rash'],
      history: words(
        'Five days of fever with red eyes, lips, rash, hands or neck glands.',
        '发热五天，伴眼红、唇红、皮疹、手足或淋巴结改变。',
      ),
      riskFactors: words(
        'Age under five, East Asian descent, boys.',
        '五岁以下、东亚人群、男孩。',
      ),
      examination: words(
        'Dry red eyes, cracked lips, red palms, one neck gland.',
        '无渗出结膜红、唇裂、掌红、单侧颈淋巴结。',
      ),
      investigations: words(
        'CRP, platelets, echocardiography of the coronaries.',
        'C反应蛋白、血小板、冠脉超声。',
      ),
      facts: {
        'fever-five-days': 0.95,
        'red-dry-eyes': 0.88,
        'cracked-red-lips': 0.88,
        'strawberry-tongue': 0.5,
        'swollen-glands': 0.5,
        'sandpaper-rash': 0.06,
      },
      redFlags: ['fever-five-days', 'red-dry-eyes'],
      apart: {
        'scarlet-fever': ['fever-five-days', 'red-dry-eyes'],
        'hand-foot-mouth-disease': ['cracked-red-lips', 'mouth-ulcers'],
      },
      shows: { 'skin-photo': 'blotchy-rash' },
      tier: 'ed-now',
      tierWithRedFlag: 'ed-now',
      management: {
        'ed-now': words(
          'Go to the emergency department; immunoglobulin before day ten protects the coronary arteries.',
          '去急诊；第十天前用丙种球蛋白保护冠状动脉。',
        ),
        routine: words(
          'Afterwards: heart ultrasound at two and six weeks, low-dose aspirin.',
          '之后两周、六周心脏超声，小剂量阿司匹林。',
        ),
      },
      prevalence: {
        weight: 1.5,
        ages: [
          [0, 2, 5],
          [3, 5, 3],
        ],
        female: 0.4,
      },
      course: { unit: 'day', length: [5, 8], severity: [4, 7] },
    },
    'hand-foot-mouth-disease': {
      name: words('hand, foot and mouth disease', '手足口病'),
      icd10: 'B08.4',
      subspecialty: FEVER,
      presentation: 'child-rash',
      complaint: {
        en: [
          'spots and a fever',
          'a fever with spots',
          'fever and small spots',
          'little spots and a fever',
        ],
        zh: ['出疹子、发烧', '发烧、有疹点', '发烧和小疹子', '小疹子、发热'],
      },
      tells: ['fever', 'rash'],
      history: words(
        'Mild fever, mouth sores, then blisters on palms and soles.',
        '低热、口腔溃疡，继而掌跖水疱。',
      ),
      riskFactors: words('Under five, nursery, summer.', '五岁以下、托幼、夏季。'),
      examination: words(
        'Oval grey blisters; watch for jerks and unsteadiness.',
        '椭圆灰白水疱；警惕惊跳、步态不稳。',
      ),
      investigations: words('None as a rule.', '一般无需。'),
      facts: {
        'spots-on-palms-and-soles': 0.94,
        'mouth-ulcers': 0.85,
        'others-sick-too': 0.6,
        'few-wet-nappies': 0.12,
        drowsiness: 0.06,
      },
      redFlags: ['few-wet-nappies', 'drowsiness'],
      apart: {
        'scarlet-fever': ['spots-on-palms-and-soles', 'sore-throat'],
        'kawasaki-disease': ['mouth-ulcers', 'red-dry-eyes'],
      },
      shows: { 'skin-photo': 'palm-blisters' },
      tier: 'self-care',
      tierWithRedFlag: 'ed-now',
      management: {
        'ed-now': words(
          'Go to the emergency department: drowsiness, jerks or no urine need a doctor now.',
          '去急诊：嗜睡、惊跳或无尿须立即看医生。',
        ),
        'self-care': words(
          'Cool drinks, paracetamol, wash hands, home until the blisters dry.',
          '凉饮、对乙酰氨基酚、勤洗手，水疱干前居家。',
        ),
      },
      prevalence: {
        weight: 4,
        ages: [
          [1, 5, 6],
          [6, 9, 1],
        ],
        female: 0.45,
      },
      course: { unit: 'day', length: [1, 4], severity: [2, 5] },
    },
  },
} as const satisfies Department;
