/** @file Dermatology. Codes: ICD-10-CM (public domain); sentences are this project's. */
import type { Department } from '../condition.ts';
import { words } from '../language.ts';

const TUMOURS = words('Skin tumours', '皮肤肿瘤'),
  INFLAMMATION = words('Inflammatory skin disease', '炎症性皮肤病');

export const DERMATOLOGY = {
  name: words('Dermatology', '皮肤科'),
  conditions: {
    melanoma: {
      name: words('melanoma', '皮肤黑色素瘤'),
      icd10: 'C43.9',
      subspecialty: TUMOURS,
      presentation: 'skin-spot',
      complaint: {
        en: [
          'a dark spot on the skin',
          'a dark mole',
          'a brown-black spot',
          'a dark mark on the skin',
        ],
        zh: ['皮肤上一块黑斑', '一颗黑痣', '棕黑色的斑', '皮肤上的黑印'],
      },
      tells: [],
      history: words(
        'A mole that changes in size, shape or colour, later itches or bleeds.',
        '痣的大小、形状或颜色改变，后期发痒或出血。',
      ),
      riskFactors: words(
        'Many moles, fair skin, sunburns, melanoma in the family.',
        '多痣、白皙皮肤、晒伤史、家族史。',
      ),
      examination: words(
        'Asymmetry, border, colour, diameter, evolution; feel the lymph nodes.',
        'ABCDE：不对称、边界、颜色、直径、变化；触诊淋巴结。',
      ),
      investigations: words(
        'Dermoscopy, then complete excision for histology.',
        '皮肤镜，随后完整切除送病理。',
      ),
      facts: {
        'growing-spot': 0.88,
        'changing-colour': 0.88,
        'bleeding-spot': 0.3,
        'much-sun': 0.55,
        'melanoma-in-family': 0.25,
        itching: 0.2,
        'there-for-years': 0.08,
        'stuck-on': 0.03,
      },
      redFlags: ['growing-spot', 'changing-colour', 'bleeding-spot'],
      apart: {
        naevus: ['changing-colour', 'there-for-years'],
        'seborrhoeic-keratosis': ['stuck-on', 'changing-colour'],
      },
      shows: { dermoscopy: 'melanoma' },
      tier: 'days',
      tierWithRedFlag: 'days',
      management: {
        days: words(
          'Skin cancer clinic within days; excision with a margin, then staging by thickness.',
          '几天内到皮肤肿瘤门诊；带边切除，按厚度分期。',
        ),
        routine: words(
          'Afterwards: skin checks every three months and protection from the sun.',
          '之后每三个月查皮肤并防晒。',
        ),
      },
      prevalence: {
        weight: 2,
        ages: [
          [25, 49, 3],
          [50, 85, 5],
        ],
        female: 0.5,
      },
      course: { unit: 'month', length: [2, 12], severity: [0, 2] },
    },
    naevus: {
      name: words('benign naevus', '良性色素痣'),
      icd10: 'D22.9',
      subspecialty: TUMOURS,
      presentation: 'skin-spot',
      complaint: {
        en: [
          'a brown spot on the skin',
          'a mole that looks dark',
          'a brown mole',
          'a small dark mole',
        ],
        zh: ['皮肤上一个褐色斑', '一颗看着很黑的痣', '棕色的痣', '小黑痣'],
      },
      tells: [],
      history: words(
        'A small even mole that has not changed for years.',
        '多年不变的均匀小痣。',
      ),
      riskFactors: words(
        'Fair skin and sun in childhood; many moles raise the risk of melanoma.',
        '白皙皮肤、童年日晒；多痣增加黑色素瘤风险。',
      ),
      examination: words(
        'Symmetrical, one colour, sharp border, under six millimetres.',
        '对称、单色、边界清、直径小于6毫米。',
      ),
      investigations: words(
        'Dermoscopy; photographs when there are many.',
        '皮肤镜；多痣者拍照随访。',
      ),
      facts: {
        'there-for-years': 0.9,
        'growing-spot': 0.05,
        'changing-colour': 0.04,
        'bleeding-spot': 0.02,
      },
      redFlags: ['bleeding-spot', 'changing-colour'],
      apart: {
        melanoma: ['changing-colour', 'there-for-years'],
        'seborrhoeic-keratosis': ['stuck-on', 'there-for-years'],
      },
      shows: { dermoscopy: 'naevus' },
      tier: 'self-care',
      tierWithRedFlag: 'days',
      management: {
        days: words(
          'See a skin doctor within days, because the mole has changed.',
          '痣有变化，几天内看皮肤科。',
        ),
        'self-care': words(
          'Leave it alone, look at it once a month and protect it from the sun.',
          '不必处理，每月自查一次并防晒。',
        ),
      },
      prevalence: {
        weight: 6,
        ages: [
          [12, 34, 5],
          [35, 60, 3],
        ],
        female: 0.55,
      },
      course: { unit: 'year', length: [2, 20], severity: [0, 1] },
    },
    'seborrhoeic-keratosis': {
      name: words('seborrhoeic keratosis', '脂溢性角化病'),
      icd10: 'L82.1',
      subspecialty: TUMOURS,
      presentation: 'skin-spot',
      complaint: {
        en: [
          'a rough brown spot',
          'an ugly brown patch',
          'a bumpy brown spot',
          'a coarse dark patch',
        ],
        zh: ['粗糙的褐色斑', '难看的棕色斑块', '凸起的棕斑', '粗粗的深色斑'],
      },
      tells: [],
      history: words(
        'Waxy brown growths that appear slowly after fifty and may itch.',
        '五十岁后缓慢出现的蜡样褐色增生，可痒。',
      ),
      riskFactors: words('Age, family tendency, sun.', '年龄、家族倾向、日晒。'),
      examination: words(
        'A stuck-on, waxy plaque with horn plugs.',
        '贴附样、蜡样斑块，有角栓。',
      ),
      investigations: words(
        'Dermoscopy; histology when in doubt.',
        '皮肤镜；有疑问送病理。',
      ),
      facts: {
        'stuck-on': 0.92,
        itching: 0.35,
        'growing-spot': 0.3,
        'changing-colour': 0.1,
        'bleeding-spot': 0.05,
        'there-for-years': 0.3,
      },
      redFlags: ['bleeding-spot', 'changing-colour'],
      apart: {
        melanoma: ['stuck-on', 'changing-colour'],
        'basal-cell-carcinoma': ['not-healing', 'stuck-on'],
      },
      shows: { dermoscopy: 'keratosis' },
      tier: 'self-care',
      tierWithRedFlag: 'days',
      management: {
        days: words(
          'See a skin doctor within days to rule out cancer.',
          '几天内看皮肤科排除肿瘤。',
        ),
        'self-care': words(
          'Harmless; freezing or shaving only if it catches on clothes.',
          '无害；影响穿衣才冷冻或削除。',
        ),
      },
      prevalence: {
        weight: 5,
        ages: [
          [45, 64, 3],
          [65, 90, 6],
        ],
        female: 0.5,
      },
      course: { unit: 'year', length: [1, 8], severity: [0, 2] },
    },
    'basal-cell-carcinoma': {
      name: words('basal cell carcinoma', '基底细胞癌'),
      icd10: 'C44.91',
      subspecialty: TUMOURS,
      presentation: 'skin-spot',
      complaint: {
        en: [
          'a shiny bump on the face',
          'a small lump on the nose',
          'a pearly bump',
          'a little bump near the eye',
        ],
        zh: ['脸上一个发亮的小包', '鼻子上小疙瘩', '珍珠样小结', '眼旁的小包'],
      },
      tells: [],
      history: words(
        'A pearly bump on sun-exposed skin that bleeds, crusts and does not heal.',
        '曝光部位珍珠样丘疹，出血结痂、不愈合。',
      ),
      riskFactors: words(
        'Sun over decades, fair skin, weak immunity.',
        '数十年日晒、白皙皮肤、免疫低下。',
      ),
      examination: words(
        'Pearly edge with fine vessels, sometimes a central ulcer.',
        '珍珠样边缘、毛细血管扩张，可有中央溃疡。',
      ),
      investigations: words('Dermoscopy, biopsy.', '皮肤镜、活检。'),
      facts: {
        'not-healing': 0.9,
        'bleeding-spot': 0.65,
        'much-sun': 0.75,
        'growing-spot': 0.5,
        'changing-colour': 0.08,
        'there-for-years': 0.04,
      },
      redFlags: ['bleeding-spot', 'not-healing'],
      apart: {
        'seborrhoeic-keratosis': ['not-healing', 'stuck-on'],
        melanoma: ['not-healing', 'changing-colour'],
      },
      shows: { dermoscopy: 'basal-cell' },
      tier: 'routine',
      tierWithRedFlag: 'routine',
      management: {
        routine: words(
          'Skin clinic within weeks; excision, or Mohs surgery near eye and nose.',
          '数周内皮肤门诊；切除，眼鼻旁用莫氏手术。',
        ),
        'self-care': words(
          'Between visits: sun cream and a monthly look at the skin.',
          '平时防晒并每月自查皮肤。',
        ),
      },
      prevalence: {
        weight: 3,
        ages: [
          [45, 64, 3],
          [65, 92, 6],
        ],
        female: 0.45,
      },
      course: { unit: 'month', length: [3, 18], severity: [0, 2] },
    },
    psoriasis: {
      name: words('plaque psoriasis', '斑块状银屑病'),
      icd10: 'L40.0',
      subspecialty: INFLAMMATION,
      presentation: 'rash',
      complaint: {
        en: [
          'red, scaly skin',
          'red patches that flake',
          'scaly red patches',
          'red, flaking skin',
        ],
        zh: ['皮肤发红掉屑', '红斑脱皮屑', '带屑的红斑', '皮肤红、脱屑'],
      },
      tells: ['rash'],
      history: words(
        'Well-defined scaly plaques that come and go, sometimes with nail and joint changes.',
        '边界清楚的鳞屑斑块反复，可伴指甲和关节改变。',
      ),
      riskFactors: words(
        'Family history, throat infections, stress, alcohol, lithium.',
        '家族史、咽部感染、压力、饮酒、锂剂。',
      ),
      examination: words(
        'Plaques on elbows, knees, scalp; pinpoint bleeding under scales; nail pits.',
        '肘膝头皮斑块，刮屑点状出血，甲凹点。',
      ),
      investigations: words(
        'None as a rule; ask about joints.',
        '一般无需；询问关节。',
      ),
      facts: {
        'silvery-scales-on-elbows': 0.93,
        'nail-pits': 0.5,
        itching: 0.4,
        fever: 0.02,
        'long-morning-stiffness': 0.12,
      },
      redFlags: ['fever', 'long-morning-stiffness'],
      apart: {
        ringworm: ['ring-that-clears-inside', 'silvery-scales-on-elbows'],
        'atopic-eczema': ['creases-of-limbs', 'silvery-scales-on-elbows'],
      },
      shows: { 'skin-photo': 'plaques' },
      tier: 'routine',
      tierWithRedFlag: 'days',
      management: {
        days: words(
          'See a doctor within days: fever or stiff joints need early treatment.',
          '发热或关节僵硬，几天内就诊尽早治疗。',
        ),
        routine: words(
          'Routine visit; vitamin D with steroid cream, then light or biologics.',
          '择期就诊；维D衍生物加激素软膏，再光疗或生物制剂。',
        ),
      },
      prevalence: {
        weight: 3,
        ages: [
          [15, 34, 4],
          [35, 65, 4],
        ],
        female: 0.5,
      },
      course: { unit: 'month', length: [2, 24], severity: [1, 4] },
    },
    ringworm: {
      name: words('ringworm', '体癣'),
      icd10: 'B35.4',
      subspecialty: words('Skin infections', '皮肤感染'),
      presentation: 'rash',
      complaint: {
        en: [
          'a red patch on the arm',
          'a growing red patch',
          'an itchy red patch',
          'a red mark on the belly',
        ],
        zh: ['胳膊上一块红斑', '慢慢变大的红斑', '一块痒的红斑', '肚皮上的红印'],
      },
      tells: ['rash'],
      history: words(
        'One or few itchy rings that widen over weeks.',
        '一个或几个瘙痒环形斑，数周扩大。',
      ),
      riskFactors: words(
        'Pets, wrestling, shared towels, damp skin.',
        '宠物、摔跤、共用毛巾、皮肤潮湿。',
      ),
      examination: words(
        'A raised scaly edge with a clearing centre.',
        '边缘隆起脱屑，中心消退。',
      ),
      investigations: words('Scrapings for microscopy.', '刮屑镜检。'),
      facts: {
        'ring-that-clears-inside': 0.92,
        itching: 0.75,
        'pets-or-gym': 0.65,
        fever: 0.01,
      },
      redFlags: ['fever', 'hot-spreading-redness'],
      apart: {
        psoriasis: ['ring-that-clears-inside', 'silvery-scales-on-elbows'],
        'lyme-disease': ['tick-bite', 'itching'],
      },
      shows: { 'skin-photo': 'ring' },
      tier: 'self-care',
      tierWithRedFlag: 'same-day',
      management: {
        'same-day': words(
          'Be seen today: fever or spreading heat means bacteria as well.',
          '今天就诊：发热或扩散发烫提示细菌感染。',
        ),
        'self-care': words(
          'Terbinafine cream twice a day for two weeks, dry skin, own towel, treat the pet.',
          '特比萘芬乳膏每日两次共两周，保持干燥，毛巾专用，治疗宠物。',
        ),
      },
      prevalence: {
        weight: 4,
        ages: [
          [6, 18, 4],
          [19, 50, 4],
        ],
        female: 0.45,
      },
      course: { unit: 'week', length: [1, 6], severity: [1, 3] },
    },
    'atopic-eczema': {
      name: words('atopic eczema', '特应性皮炎'),
      icd10: 'L20.9',
      subspecialty: INFLAMMATION,
      presentation: 'rash',
      complaint: {
        en: [
          'dry, red skin',
          'sore dry patches',
          'dry and sore skin',
          'red, rough skin',
        ],
        zh: ['皮肤干红', '干燥发疼的斑片', '皮肤又干又疼', '皮肤红糙'],
      },
      tells: ['rash'],
      history: words(
        'Itchy dry skin since childhood in the creases, with flares.',
        '自幼屈侧干痒皮损，反复发作。',
      ),
      riskFactors: words(
        'Asthma, hay fever, family history, soap, wool.',
        '哮喘、花粉症、家族史、肥皂、羊毛。',
      ),
      examination: words(
        'Ill-defined redness, scratch marks and thickening; weeping means infection.',
        '边界不清红斑、抓痕、苔藓化；渗液提示感染。',
      ),
      investigations: words('None; swab if weeping.', '无需；渗液时拭子培养。'),
      facts: {
        'creases-of-limbs': 0.92,
        itching: 0.95,
        'allergic-tendency': 0.75,
        fever: 0.03,
      },
      redFlags: ['fever', 'hot-spreading-redness'],
      apart: {
        psoriasis: ['creases-of-limbs', 'silvery-scales-on-elbows'],
        urticaria: ['weals-that-move', 'creases-of-limbs'],
      },
      shows: { 'skin-photo': 'crease-eczema' },
      tier: 'self-care',
      tierWithRedFlag: 'same-day',
      management: {
        'same-day': words(
          'Be seen today: infected eczema needs treatment.',
          '今天就诊：湿疹继发感染需治疗。',
        ),
        'self-care': words(
          'Plenty of ointment twice a day, a steroid cream in flares, no soap.',
          '每天两次足量润肤膏，发作时外用激素，不用肥皂。',
        ),
      },
      prevalence: {
        weight: 5,
        ages: [
          [4, 14, 5],
          [15, 40, 4],
        ],
        female: 0.55,
      },
      course: { unit: 'week', length: [2, 12], severity: [2, 5] },
    },
    urticaria: {
      name: words('acute urticaria', '急性荨麻疹'),
      icd10: 'L50.9',
      subspecialty: INFLAMMATION,
      presentation: 'rash',
      complaint: {
        en: [
          'a rash with much itching',
          'a sudden rash',
          'bumps that itch',
          'a rash that came quickly',
        ],
        zh: ['皮肤起痒疹', '突然出疹', '发痒的疙瘩', '很快冒出的皮疹'],
      },
      tells: ['rash'],
      history: words(
        'Weals that come and go within a day, after infection, food or medicine.',
        '感染、食物或药物后风团，二十四小时内消退。',
      ),
      riskFactors: words(
        'Recent infection, new medicines, foods, allergy.',
        '近期感染、新药、食物、过敏。',
      ),
      examination: words(
        'Pale weals with flares; check lips, tongue, breathing and pressure.',
        '苍白风团伴红晕；查唇舌、呼吸、血压。',
      ),
      investigations: words('None when short-lived.', '短期者无需。'),
      facts: {
        'weals-that-move': 0.94,
        itching: 0.92,
        'new-food-or-medicine': 0.6,
        'swollen-lips-or-tongue': 0.18,
        breathlessness: 0.06,
        'recent-cold': 0.3,
      },
      redFlags: ['swollen-lips-or-tongue', 'breathlessness'],
      apart: {
        'atopic-eczema': ['weals-that-move', 'creases-of-limbs'],
        ringworm: ['weals-that-move', 'ring-that-clears-inside'],
      },
      shows: { 'skin-photo': 'weals' },
      tier: 'self-care',
      tierWithRedFlag: 'ed-now',
      management: {
        'ed-now': words(
          'Call an ambulance: swelling of the tongue or short breath needs adrenaline.',
          '叫救护车：舌肿或气短须用肾上腺素。',
        ),
        'self-care': words(
          'A non-drowsy antihistamine each day, avoid the trigger, it settles in days.',
          '每天非镇静抗组胺药，避开诱因，数日可愈。',
        ),
      },
      prevalence: {
        weight: 4,
        ages: [
          [5, 24, 4],
          [25, 60, 4],
        ],
        female: 0.6,
      },
      course: { unit: 'hour', length: [6, 72], severity: [2, 5] },
    },
  },
} as const satisfies Department;
