/** @file Ear, nose and throat. Codes: ICD-10-CM (public domain); sentences are this project's. */
import type { Department } from '../condition.ts';
import { words } from '../language.ts';

const MIDDLE = words('Middle ear', '中耳疾病'),
  CANAL = words('Ear canal', '外耳道疾病');

export const ENT = {
  name: words('Ear, nose and throat', '耳鼻喉科'),
  conditions: {
    'acute-otitis-media': {
      name: words('acute otitis media', '急性中耳炎'),
      icd10: 'H66.90',
      subspecialty: MIDDLE,
      presentation: 'ear-trouble',
      complaint: {
        en: ['a bad ear', 'trouble with an ear', 'a sore ear', 'trouble with one ear'],
        zh: ['耳朵难受', '耳朵不好受', '耳朵不舒服', '一只耳朵有问题'],
      },
      tells: [],
      history: words(
        'Ear pain and fever after a cold, better once it runs.',
        '感冒后耳痛发热，流脓后减轻。',
      ),
      riskFactors: words(
        'Age under six, nursery, smoke at home, colds.',
        '六岁以下、托幼、家中吸烟、感冒。',
      ),
      examination: words(
        'A red bulging drum; press behind the ear.',
        '鼓膜充血膨隆；按压耳后乳突。',
      ),
      investigations: words('None when typical.', '典型者无需。'),
      facts: {
        'ear-pain': 0.95,
        fever: 0.7,
        'recent-cold': 0.8,
        'dull-hearing': 0.5,
        'ear-pull-hurts': 0.04,
        'swelling-behind-ear': 0.1,
        drowsiness: 0.02,
      },
      redFlags: ['swelling-behind-ear', 'drowsiness'],
      apart: {
        'otitis-externa': ['ear-pull-hurts', 'fever'],
        'otitis-media-with-effusion': ['ear-pain', 'popping-ears'],
      },
      shows: { otoscopy: 'bulging-red' },
      tier: 'days',
      tierWithRedFlag: 'ed-now',
      management: {
        'ed-now': words(
          'Go to the emergency department: swelling behind the ear suggests mastoiditis.',
          '去急诊：耳后肿胀提示乳突炎。',
        ),
        days: words(
          'Painkillers now; see a doctor if not better in two days, amoxicillin then.',
          '先止痛；两天不好就诊，用阿莫西林。',
        ),
      },
      prevalence: {
        weight: 5,
        ages: [
          [1, 6, 7],
          [7, 15, 2],
          [16, 45, 2],
        ],
        female: 0.48,
      },
      course: { unit: 'day', length: [1, 3], severity: [5, 8] },
    },
    'otitis-media-with-effusion': {
      name: words('otitis media with effusion', '分泌性中耳炎'),
      icd10: 'H65.90',
      subspecialty: MIDDLE,
      presentation: 'ear-trouble',
      complaint: {
        en: [
          'a blocked ear after a cold',
          'a stuffy ear',
          'a full ear',
          'an ear that feels full',
        ],
        zh: ['感冒后耳朵闷', '耳朵堵', '耳闷', '耳朵发胀'],
      },
      tells: [],
      history: words(
        'Weeks of fullness, popping and dull hearing without pain.',
        '数周耳闷、作响、听力下降而不痛。',
      ),
      riskFactors: words(
        'Recent ear infection, colds, allergy, large adenoids.',
        '近期中耳炎、感冒、过敏、腺样体肥大。',
      ),
      examination: words(
        'Dull amber drum with bubbles and little movement.',
        '鼓膜混浊琥珀色、有气泡、活动差。',
      ),
      investigations: words(
        'Tympanometry, hearing test after three months; in adults look behind the nose.',
        '声导抗，三个月后听力检查；成人查鼻咽。',
      ),
      facts: {
        'dull-hearing': 0.92,
        'popping-ears': 0.8,
        'recent-cold': 0.75,
        'ear-pain': 0.1,
        fever: 0.02,
        'coughing-blood': 0.01,
      },
      redFlags: ['spinning', 'swollen-glands'],
      apart: {
        'acute-otitis-media': ['ear-pain', 'popping-ears'],
        'ear-wax': ['popping-ears', 'cotton-buds'],
      },
      shows: { otoscopy: 'fluid-level' },
      tier: 'routine',
      tierWithRedFlag: 'days',
      management: {
        days: words(
          'Ear clinic within days: neck lumps or vertigo must be explained.',
          '几天内耳鼻喉科：颈部肿块或眩晕须查明。',
        ),
        routine: words(
          'Wait three months with nose inflation; then hearing test and perhaps grommets.',
          '观察三个月配合捏鼻鼓气；再查听力，必要时置管。',
        ),
      },
      prevalence: {
        weight: 3,
        ages: [
          [3, 9, 6],
          [10, 60, 3],
        ],
        female: 0.48,
      },
      course: { unit: 'week', length: [2, 10], severity: [1, 3] },
    },
    'otitis-externa': {
      name: words('otitis externa', '外耳道炎'),
      icd10: 'H60.90',
      subspecialty: CANAL,
      presentation: 'ear-trouble',
      complaint: {
        en: [
          'a sore, wet ear',
          'an ear that bothers all day',
          'an inflamed ear',
          'a raw, sticky ear',
        ],
        zh: ['耳朵又疼又湿', '耳朵整天难受', '耳朵发炎', '耳朵糜烂发粘'],
      },
      tells: [],
      history: words(
        'Pain on touching the ear with itch and discharge after swimming.',
        '游泳后触耳疼痛、痒、流液。',
      ),
      riskFactors: words(
        'Swimming, cotton buds, eczema, hearing aids.',
        '游泳、棉签、湿疹、助听器。',
      ),
      examination: words(
        'Tender tragus, swollen canal with debris.',
        '耳屏压痛、耳道肿胀有碎屑。',
      ),
      investigations: words('Swab if it does not settle.', '不愈者拭子培养。'),
      facts: {
        'ear-pull-hurts': 0.94,
        'ear-discharge': 0.6,
        'swimming-lately': 0.65,
        'cotton-buds': 0.45,
        itching: 0.5,
        fever: 0.05,
        diabetes: 0.12,
        'dull-hearing': 0.4,
        'drooping-face': 0.02,
      },
      redFlags: ['drooping-face', 'fever'],
      apart: {
        'acute-otitis-media': ['ear-pull-hurts', 'fever'],
        'ear-wax': ['ear-pull-hurts', 'ear-discharge'],
      },
      shows: { otoscopy: 'swollen-canal' },
      tier: 'days',
      tierWithRedFlag: 'ed-now',
      management: {
        'ed-now': words(
          'Go to the emergency department: infection may have reached the bone.',
          '去急诊：感染可能累及骨质。',
        ),
        days: words(
          'See a doctor within days; antibiotic and steroid drops, keep the ear dry.',
          '几天内就诊；抗生素加激素滴耳液，保持干燥。',
        ),
      },
      prevalence: {
        weight: 4,
        ages: [
          [7, 24, 5],
          [25, 65, 4],
        ],
        female: 0.5,
      },
      course: { unit: 'day', length: [2, 7], severity: [4, 7] },
    },
    'eardrum-perforation': {
      name: words('perforated eardrum', '鼓膜穿孔'),
      icd10: 'H72.90',
      subspecialty: MIDDLE,
      presentation: 'ear-trouble',
      complaint: {
        en: [
          'an ear that has gone deaf',
          'one ear that suddenly fails',
          'hearing trouble after a shock',
          'one ear gone quiet',
        ],
        zh: ['一只耳朵听不见', '耳朵突然失灵', '受惊后耳朵不灵', '一边耳朵没声音'],
      },
      tells: ['dull-hearing'],
      history: words(
        'Sudden pain and dull hearing after a blow, blast or burst infection.',
        '外力、爆震或化脓破溃后突发耳痛、听力下降。',
      ),
      riskFactors: words(
        'Slaps, diving, flights, ear infections, cotton buds.',
        '掌击、潜水、飞行、中耳炎、棉签。',
      ),
      examination: words(
        'A hole in the drum; tuning fork tests.',
        '鼓膜穿孔；音叉试验。',
      ),
      investigations: words('Hearing test.', '听力检查。'),
      facts: {
        'blow-to-ear': 0.85,
        'ear-pain': 0.55,
        'ear-discharge': 0.35,
        spinning: 0.12,
        'popping-ears': 0.05,
      },
      redFlags: ['spinning', 'drooping-face'],
      apart: {
        'ear-wax': ['blow-to-ear', 'cotton-buds'],
        'acute-otitis-media': ['blow-to-ear', 'fever'],
      },
      shows: { otoscopy: 'perforation' },
      tier: 'days',
      tierWithRedFlag: 'same-day',
      management: {
        'same-day': words(
          'Ear clinic today: vertigo or a weak face means damage further in.',
          '今天看耳科：眩晕或面瘫提示内耳或面神经损伤。',
        ),
        days: words(
          'See a doctor within days; keep water out, most close in two months.',
          '几天内就诊；避水，多数两个月愈合。',
        ),
      },
      prevalence: {
        weight: 2,
        ages: [
          [8, 24, 4],
          [25, 55, 4],
        ],
        female: 0.42,
      },
      course: { unit: 'day', length: [1, 5], severity: [2, 6] },
    },
    'ear-wax': {
      name: words('impacted ear wax', '耵聍栓塞'),
      icd10: 'H61.20',
      subspecialty: CANAL,
      presentation: 'ear-trouble',
      complaint: {
        en: [
          'a plugged ear',
          'an ear that feels stuffed',
          'a clogged ear',
          'an ear as if plugged with cotton',
        ],
        zh: ['耳朵塞住了', '耳朵像堵了东西', '耳朵不通', '耳朵像塞棉花'],
      },
      tells: [],
      history: words(
        'Painless blocked ear and dull hearing, often after a shower.',
        '无痛性耳堵、听力下降，常在淋浴后。',
      ),
      riskFactors: words(
        'Cotton buds, hearing aids, narrow canals, age.',
        '棉签、助听器、耳道窄、高龄。',
      ),
      examination: words('Brown wax that hides the drum.', '褐色耵聍遮住鼓膜。'),
      investigations: words(
        'None; a hearing test if deafness stays afterwards.',
        '无需；清除后仍聋再查听力。',
      ),
      facts: {
        'dull-hearing': 0.9,
        'cotton-buds': 0.7,
        'ear-pain': 0.08,
        'popping-ears': 0.1,
        fever: 0.01,
      },
      redFlags: ['spinning', 'ear-discharge'],
      apart: {
        'otitis-media-with-effusion': ['popping-ears', 'cotton-buds'],
        'eardrum-perforation': ['blow-to-ear', 'cotton-buds'],
      },
      shows: { otoscopy: 'wax' },
      tier: 'self-care',
      tierWithRedFlag: 'days',
      management: {
        days: words(
          'See a doctor within days before anything is put into the ear.',
          '几天内就诊，先不要往耳内滴药或冲洗。',
        ),
        'self-care': words(
          'Olive oil drops twice a day for a week, no cotton buds; irrigation if it stays.',
          '橄榄油滴耳每天两次一周，不用棉签；不通再冲洗。',
        ),
      },
      prevalence: {
        weight: 5,
        ages: [
          [15, 44, 3],
          [45, 90, 5],
        ],
        female: 0.5,
      },
      course: { unit: 'day', length: [2, 14], severity: [0, 3] },
    },
  },
} as const satisfies Department;
