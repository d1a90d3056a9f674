/** @file Haematology. Codes: ICD-10-CM (public domain); sentences are this project's. */
import type { Department } from '../condition.ts';
import { words } from '../language.ts';

const ANAEMIA = words('Anaemia', '贫血');

export const HAEMATOLOGY = {
  name: words('Haematology', '血液科'),
  conditions: {
    'iron-deficiency-anaemia': {
      name: words('iron deficiency anaemia', '缺铁性贫血'),
      icd10: 'D50.9',
      subspecialty: ANAEMIA,
      presentation: 'tiredness',
      complaint: {
        en: [
          'tiredness on the stairs',
          'feeling worn out',
          'tiredness at the least effort',
          'feeling drained',
        ],
        zh: ['上楼就累', '总觉得累', '一动就累', '感觉被掏空'],
      },
      tells: [],
      history: words(
        'Tiredness and pallor from heavy periods, hidden bleeding or poor diet.',
        '月经过多、隐性失血或饮食不足致乏力苍白。',
      ),
      riskFactors: words(
        'Heavy periods, painkillers, bowel cancer, vegetarian diet, pregnancy.',
        '月经过多、止痛药、肠癌、素食、妊娠。',
      ),
      examination: words(
        'Pale lids, cracked mouth corners, spoon nails; examine the rectum in older people.',
        '睑结膜苍白、口角炎、匙状甲；老人直肠检查。',
      ),
      investigations: words(
        'Blood count, film, ferritin; endoscopy without heavy periods.',
        '血常规、血涂片、铁蛋白；无月经过多者做内镜。',
      ),
      facts: {
        paleness: 0.8,
        'craving-ice': 0.5,
        'heavy-periods': 0.85,
        breathlessness: 0.4,
        'black-stools': 0.15,
        'painkiller-use': 0.25,
        'weight-loss': 0.08,
        'cold-intolerance': 0.15,
      },
      redFlags: ['black-stools', 'weight-loss'],
      apart: {
        'b12-deficiency': ['numb-feet', 'craving-ice'],
        hypothyroidism: ['cold-intolerance', 'paleness'],
        'acute-leukaemia': ['easy-bruising', 'many-infections'],
      },
      shows: { 'lab-report': 'low-ferritin', 'blood-film': 'small-pale-cells' },
      tier: 'routine',
      tierWithRedFlag: 'days',
      management: {
        days: words(
          'See a doctor within days: the bowel must be looked at for bleeding or cancer.',
          '几天内就诊：须查肠道出血或肿瘤。',
        ),
        routine: words(
          'Iron tablet every other day for three months, treat the cause, check the count at four weeks.',
          '隔日铁剂三个月，治病因，四周复查。',
        ),
      },
      prevalence: {
        weight: 5,
        ages: [
          [16, 34, 4],
          [35, 50, 5],
          [60, 82, 3],
        ],
        female: 0.8,
      },
      course: { unit: 'month', length: [1, 8], severity: [2, 5] },
    },
    'b12-deficiency': {
      name: words('vitamin B12 deficiency anaemia', '维生素B12缺乏性贫血'),
      icd10: 'D51.9',
      subspecialty: ANAEMIA,
      presentation: 'tiredness',
      complaint: {
        en: [
          'tiredness and unsteady legs',
          'weak, tired legs',
          'weariness with clumsy legs',
          'tired, unsure steps',
        ],
        zh: ['乏力、腿不稳', '腿累没劲', '疲倦、腿笨', '走路累、步子不稳'],
      },
      tells: [],
      history: words(
        'Slow tiredness with sore tongue and numb feet.',
        '渐起乏力、舌痛、双足麻木。',
      ),
      riskFactors: words(
        'Vegan food, stomach surgery, pernicious anaemia, metformin.',
        '纯素、胃手术、恶性贫血、二甲双胍。',
      ),
      examination: words(
        'Smooth tongue, lost vibration sense, lemon pallor.',
        '舌光滑、振动觉减退、柠檬黄苍白。',
      ),
      investigations: words(
        'Blood count, film, B12, folate, antibodies.',
        '血常规、血涂片、B12、叶酸、抗体。',
      ),
      facts: {
        'numb-feet': 0.85,
        'sore-smooth-tongue': 0.7,
        'no-animal-food': 0.5,
        paleness: 0.65,
        'weak-arm-or-leg': 0.05,
      },
      redFlags: ['numb-feet', 'thoughts-of-death'],
      apart: {
        'iron-deficiency-anaemia': ['numb-feet', 'craving-ice'],
        depression: ['numb-feet', 'no-joy'],
      },
      shows: { 'lab-report': 'low-b12', 'blood-film': 'large-oval-cells' },
      tier: 'days',
      tierWithRedFlag: 'days',
      management: {
        days: words(
          'See a doctor within days; B12 injections before nerve damage is lasting.',
          '几天内就诊；尽早注射B12，防止神经永久损伤。',
        ),
        routine: words(
          'Afterwards: injections every three months or tablets for vegans.',
          '之后每三个月注射，纯素者可口服。',
        ),
      },
      prevalence: {
        weight: 3,
        ages: [
          [30, 54, 2],
          [55, 86, 5],
        ],
        female: 0.55,
      },
      course: { unit: 'month', length: [2, 12], severity: [2, 5] },
    },
    'acute-leukaemia': {
      name: words('acute leukaemia', '急性白血病'),
      icd10: 'C95.00',
      subspecialty: words('Blood cancer', '血液肿瘤'),
      presentation: 'tiredness',
      complaint: {
        en: [
          'tiredness that came quickly',
          'sudden weakness and tiredness',
          'tiredness that gets worse fast',
          'fast-growing tiredness',
        ],
        zh: ['突然变得很累', '一下子虚弱乏力', '乏力加重很快', '乏力越来越快'],
      },
      tells: [],
      history: words(
        'Weeks of tiredness with bruises, infections and fever.',
        '数周乏力、瘀斑、感染、发热。',
      ),
      riskFactors: words(
        'Earlier chemotherapy, radiation, Down syndrome.',
        '化疗史、放射、唐氏综合征。',
      ),
      examination: words(
        'Pallor, purpura, swollen gums, large spleen.',
        '苍白、紫癜、牙龈肿、脾大。',
      ),
      investigations: words(
        'Blood count and film at once, clotting, bone marrow.',
        '立即血常规和血涂片、凝血、骨髓。',
      ),
      facts: {
        'easy-bruising': 0.88,
        'many-infections': 0.75,
        paleness: 0.8,
        fever: 0.45,
        'night-sweats': 0.4,
        'weight-loss': 0.35,
        'bone-pain-many-places': 0.25,
      },
      redFlags: ['easy-bruising', 'fever'],
      apart: {
        'iron-deficiency-anaemia': ['easy-bruising', 'many-infections'],
        'b12-deficiency': ['easy-bruising', 'numb-feet'],
      },
      shows: { 'lab-report': 'high-white-cells', 'blood-film': 'blasts' },
      tier: 'same-day',
      tierWithRedFlag: 'ed-now',
      management: {
        'ed-now': words(
          'Go to the emergency department: fever or bleeding with blasts cannot wait an hour.',
          '去急诊：有原始细胞且发热或出血，一小时都不能等。',
        ),
        'same-day': words(
          'Haematology today for marrow and treatment in a specialist ward.',
          '今天看血液科，骨髓检查并住专科病房。',
        ),
      },
      prevalence: {
        weight: 1,
        ages: [
          [3, 14, 2],
          [15, 49, 3],
          [50, 78, 5],
        ],
        female: 0.45,
      },
      course: { unit: 'week', length: [2, 6], severity: [4, 7] },
    },
    'sickle-cell-crisis': {
      name: words('sickle cell crisis', '镰状细胞危象'),
      icd10: 'D57.00',
      subspecialty: words('Red cell disease', '红细胞疾病'),
      presentation: 'sore-joints',
      complaint: {
        en: [
          'strong pain in arms and legs',
          'pain all over the limbs',
          'deep pain in the limbs',
          'pain in the arms, legs and back',
        ],
        zh: ['胳膊腿很疼', '四肢到处疼', '肢体深处疼', '胳膊、腿、背都疼'],
      },
      tells: [],
      history: words(
        'Deep bone pain in several places after cold, dehydration or infection.',
        '受凉、脱水或感染后多处骨深部疼痛。',
      ),
      riskFactors: words(
        'Sickle cell disease, dehydration, cold, infection.',
        '镰状细胞病、脱水、受凉、感染。',
      ),
      examination: words(
        'Tender bones, jaundice; count breaths and measure oxygen.',
        '骨压痛、黄疸；数呼吸、测血氧。',
      ),
      investigations: words(
        'Blood count, reticulocytes, film, chest film if breathless.',
        '血常规、网织红、血涂片，气短做胸片。',
      ),
      facts: {
        'bone-pain-many-places': 0.92,
        'sickle-in-family': 0.85,
        breathlessness: 0.12,
        fever: 0.2,
        'yellow-skin': 0.3,
      },
      redFlags: ['breathlessness', 'fever'],
      apart: {
        gout: ['big-toe-attack', 'bone-pain-many-places'],
        'septic-arthritis': ['cannot-move-joint', 'sickle-in-family'],
      },
      shows: { 'lab-report': 'sickle-anaemia', 'blood-film': 'sickles' },
      tier: 'ed-now',
      tierWithRedFlag: 'ed-now',
      management: {
        'ed-now': words(
          'Go to the emergency department; strong painkiller within half an hour, fluids, oxygen if low.',
          '去急诊；半小时内强效止痛，补液，缺氧吸氧。',
        ),
        routine: words(
          'Afterwards: hydroxycarbamide, vaccines, drink well and stay warm.',
          '之后羟基脲、疫苗、多饮水、保暖。',
        ),
      },
      prevalence: {
        weight: 1.5,
        ages: [
          [5, 17, 4],
          [18, 40, 4],
        ],
        female: 0.5,
      },
      course: { unit: 'day', length: [1, 4], severity: [7, 10] },
    },
  },
} as const satisfies Department;
