/** @file Infectious diseases. Codes: ICD-10-CM (public domain); sentences are this project's. */
import type { Department } from '../condition.ts';
import { words } from '../language.ts';

const TRAVEL = words('Travel medicine', '旅行医学'),
  SKIN = words('Skin and soft tissue infection', '皮肤软组织感染'),
  VIRUS = words('Viral infection', '病毒感染');

export const INFECTIOUS_DISEASES = {
  name: words('Infectious diseases', '感染科'),
  conditions: {
    tuberculosis: {
      name: words('pulmonary tuberculosis', '肺结核'),
      icd10: 'A15.0',
      subspecialty: words('Tuberculosis', '结核病'),
      presentation: 'breathlessness',
      complaint: {
        en: [
          'a cough that stays',
          'a long-lasting cough',
          'a stubborn cough',
          'a cough that never ends',
        ],
        zh: ['咳嗽一直不好', '久咳不好', '顽固的咳嗽', '没完没了的咳嗽'],
      },
      tells: ['cough'],
      history: words(
        'Over two weeks of cough with night sweats, weight loss and sometimes blood.',
        '咳嗽超过两周，盗汗、消瘦，有时咯血。',
      ),
      riskFactors: words(
        'Contact, crowding, HIV, diabetes, homelessness.',
        '接触史、拥挤、HIV、糖尿病、无家可归。',
      ),
      examination: words(
        'Thin, feverish in the evening, signs at the top of the lung.',
        '消瘦、午后低热、肺尖体征。',
      ),
      investigations: words(
        'Film, three sputum samples with PCR, HIV test.',
        '胸片、三次痰检加PCR、HIV检测。',
      ),
      facts: {
        'night-sweats': 0.88,
        'weight-loss': 0.85,
        'tuberculosis-contact': 0.5,
        'coughing-blood': 0.3,
        fever: 0.5,
        'coloured-phlegm': 0.15,
        breathlessness: 0.12,
      },
      redFlags: ['coughing-blood', 'breathlessness'],
      apart: {
        pneumonia: ['night-sweats', 'coloured-phlegm'],
        'pleural-effusion': ['night-sweats', 'tuberculosis-contact'],
      },
      shows: { 'chest-film': 'cavity' },
      tier: 'days',
      tierWithRedFlag: 'ed-now',
      management: {
        'ed-now': words(
          'Go to the emergency department with a mask: much blood or short breath is dangerous.',
          '戴口罩去急诊：大量咯血或气短很危险。',
        ),
        days: words(
          'Chest clinic within days with a mask; sputum, four drugs for two months then two for four, trace contacts.',
          '戴口罩几天内到结核门诊；查痰，四药两月再两药四月，追踪接触者。',
        ),
      },
      prevalence: {
        weight: 2.5,
        ages: [
          [16, 39, 4],
          [40, 80, 4],
        ],
        female: 0.4,
      },
      course: { unit: 'week', length: [3, 12], severity: [2, 5] },
    },
    shingles: {
      name: words('shingles', '带状疱疹'),
      icd10: 'B02.9',
      subspecialty: VIRUS,
      presentation: 'rash',
      complaint: {
        en: [
          'a painful rash',
          'a rash that hurts',
          'a sore rash',
          'a rash with much pain',
        ],
        zh: ['皮疹很疼', '出疹疼痛', '疼痛的疹子', '疹子疼得厉害'],
      },
      tells: ['rash'],
      history: words(
        'Days of burning, then blisters in one band on one side.',
        '先数日灼痛，继而单侧带状水疱。',
      ),
      riskFactors: words(
        'Age over fifty, stress, weak immunity.',
        '五十岁以上、压力、免疫低下。',
      ),
      examination: words(
        'One dermatome, not across the midline; nose tip means the eye.',
        '单个皮节不过中线；鼻尖受累提示眼部。',
      ),
      investigations: words(
        'None when typical; PCR of a blister.',
        '典型者无需；疱液PCR。',
      ),
      facts: {
        'band-on-one-side': 0.94,
        'burning-before-rash': 0.8,
        fever: 0.15,
        itching: 0.2,
        'eye-pain-and-redness': 0.1,
        drowsiness: 0.01,
      },
      redFlags: ['eye-pain-and-redness', 'drowsiness'],
      apart: {
        cellulitis: ['band-on-one-side', 'hot-spreading-redness'],
        'atopic-eczema': ['burning-before-rash', 'itching'],
      },
      shows: { 'skin-photo': 'blister-band' },
      tier: 'same-day',
      tierWithRedFlag: 'ed-now',
      management: {
        'ed-now': words(
          'Go to the emergency department: the eye or brain may be involved.',
          '去急诊：可能累及眼或脑。',
        ),
        'same-day': words(
          'Be seen today; valaciclovir within three days, pain relief, cover the rash, later the vaccine.',
          '今天就诊；三天内伐昔洛韦，止痛，遮盖皮疹，日后接种疫苗。',
        ),
      },
      prevalence: {
        weight: 3,
        ages: [
          [30, 49, 2],
          [50, 86, 5],
        ],
        female: 0.56,
      },
      course: { unit: 'day', length: [2, 6], severity: [4, 8] },
    },
    'lyme-disease': {
      name: words('early Lyme disease', '早期莱姆病'),
      icd10: 'A69.20',
      subspecialty: SKIN,
      presentation: 'rash',
      complaint: {
        en: [
          'a red circle on the leg',
          'a big red mark',
          'a wide red mark',
          'a large round red mark',
        ],
        zh: ['腿上红圈', '一大块红印', '大片红痕', '大而圆的红斑'],
      },
      tells: ['rash'],
      history: words(
        'A painless ring over five centimetres a week or more after a tick bite.',
        '蜱咬一周以上，无痛环形红斑大于5厘米。',
      ),
      riskFactors: words(
        'Woods and grass from spring to autumn.',
        '春秋林地草丛活动。',
      ),
      examination: words(
        'Expanding ring without scale; look for a weak face, slow pulse.',
        '扩大环形斑无鳞屑；查面瘫、心动过缓。',
      ),
      investigations: words(
        'None with a typical rash; serology is negative early.',
        '典型皮疹无需；早期血清学阴性。',
      ),
      facts: {
        'tick-bite': 0.9,
        'growing-spot': 0.5,
        'muscle-aches': 0.4,
        itching: 0.12,
        fever: 0.2,
        'drooping-face': 0.06,
        fainting: 0.03,
      },
      redFlags: ['drooping-face', 'fainting'],
      apart: {
        ringworm: ['tick-bite', 'itching'],
        cellulitis: ['tick-bite', 'hot-spreading-redness'],
      },
      shows: { 'skin-photo': 'target' },
      tier: 'days',
      tierWithRedFlag: 'ed-now',
      management: {
        'ed-now': words(
          'Go to the emergency department: nerves or heart may be affected.',
          '去急诊：可能累及神经或心脏。',
        ),
        days: words(
          'See a doctor within days; doxycycline for ten days, look for ticks after walks.',
          '几天内就诊；多西环素十天，外出后查蜱。',
        ),
      },
      prevalence: {
        weight: 2,
        ages: [
          [6, 17, 3],
          [18, 75, 5],
        ],
        female: 0.48,
      },
      course: { unit: 'day', length: [3, 14], severity: [1, 3] },
    },
    cellulitis: {
      name: words('cellulitis', '蜂窝织炎'),
      icd10: 'L03.90',
      subspecialty: SKIN,
      presentation: 'rash',
      complaint: {
        en: [
          'a red, swollen leg',
          'red skin on the shin',
          'a red and puffy shin',
          'swollen red skin',
        ],
        zh: ['腿红肿', '小腿前皮肤发红', '小腿前红肿', '皮肤红肿'],
      },
      tells: ['rash'],
      history: words(
        'A day or two of spreading hot redness from a break in the skin, with fever.',
        '皮肤破口处一两天内扩散性红热，伴发热。',
      ),
      riskFactors: words(
        'Cracked toes, oedema, diabetes, earlier cellulitis.',
        '脚趾皲裂、水肿、糖尿病、既往蜂窝织炎。',
      ),
      examination: words(
        'Draw the edge; pain out of proportion or crackling is necrotizing.',
        '画出边界；疼痛不成比例或捻发感提示坏死性。',
      ),
      investigations: words(
        'None if mild; blood count, CRP, cultures if unwell.',
        '轻者无需；重者血常规、C反应蛋白、培养。',
      ),
      facts: {
        'hot-spreading-redness': 0.94,
        fever: 0.55,
        'broken-skin': 0.7,
        'shaking-chills': 0.2,
        drowsiness: 0.04,
        diabetes: 0.25,
        itching: 0.05,
      },
      redFlags: ['shaking-chills', 'drowsiness'],
      apart: {
        'lyme-disease': ['hot-spreading-redness', 'tick-bite'],
        shingles: ['hot-spreading-redness', 'band-on-one-side'],
      },
      shows: { 'skin-photo': 'spreading-redness' },
      tier: 'same-day',
      tierWithRedFlag: 'ed-now',
      management: {
        'ed-now': words(
          'Go to the emergency department: chills or confusion need antibiotics by vein.',
          '去急诊：寒战或意识改变需静脉抗生素。',
        ),
        'same-day': words(
          'Be seen today; flucloxacillin for five days, raise the leg, mark the edge.',
          '今天就诊；氟氯西林五天，抬高患肢，标记边界。',
        ),
      },
      prevalence: {
        weight: 3,
        ages: [
          [25, 54, 3],
          [55, 88, 5],
        ],
        female: 0.46,
      },
      course: { unit: 'day', length: [1, 4], severity: [4, 7] },
    },
    meningitis: {
      name: words('bacterial meningitis', '细菌性脑膜炎'),
      icd10: 'G00.9',
      subspecialty: words('Infection of the nervous system', '神经系统感染'),
      presentation: 'headache',
      complaint: {
        en: [
          'a headache and feeling very ill',
          'a bad head and being very unwell',
          'a headache with great weakness',
          'a sick, aching head',
        ],
        zh: ['头痛、人很难受', '头疼得很不舒服', '头痛、虚弱', '头疼难受像生大病'],
      },
      tells: [],
      history: words(
        'Hours to a day of fever, headache, stiff neck and drowsiness.',
        '数小时至一天内发热、头痛、颈强、嗜睡。',
      ),
      riskFactors: words(
        'Missing vaccines, dormitories, no spleen, ear or sinus infection.',
        '未接种疫苗、集体宿舍、无脾、中耳炎鼻窦炎。',
      ),
      examination: words(
        'Stiff neck, Kernig sign, purpura, alertness.',
        '颈强直、Kernig征、紫癜、意识。',
      ),
      investigations: words(
        'Blood cultures, lumbar puncture, CT only if focal.',
        '血培养、腰穿，有局灶征才先CT。',
      ),
      facts: {
        fever: 0.95,
        'stiff-neck': 0.85,
        'light-hurts': 0.65,
        drowsiness: 0.55,
        vomiting: 0.5,
        'rash-that-stays-under-glass': 0.35,
        thunderclap: 0.01,
      },
      redFlags: ['stiff-neck', 'drowsiness', 'rash-that-stays-under-glass'],
      apart: {
        'subarachnoid-haemorrhage': ['fever', 'thunderclap'],
        migraine: ['fever', 'one-sided-throbbing'],
      },
      shows: {},
      tier: 'ed-now',
      tierWithRedFlag: 'ed-now',
      management: {
        'ed-now': words(
          'Call an ambulance; ceftriaxone and dexamethasone without waiting for tests.',
          '叫救护车；不等检查立即头孢曲松和地塞米松。',
        ),
        routine: words(
          'Afterwards: hearing test, antibiotics for contacts, vaccines.',
          '之后查听力，接触者预防用药，接种疫苗。',
        ),
      },
      prevalence: {
        weight: 1.5,
        ages: [
          [5, 24, 5],
          [25, 70, 3],
        ],
        female: 0.48,
      },
      course: { unit: 'hour', length: [8, 36], severity: [7, 10] },
    },
    malaria: {
      name: words('malaria', '疟疾'),
      icd10: 'B54',
      subspecialty: TRAVEL,
      presentation: 'fever-after-travel',
      complaint: {
        en: [
          'a fever',
          'a high fever',
          'fever with sweats',
          'a temperature and sweats',
        ],
        zh: ['发烧', '高烧', '发烧出汗', '发热、出汗'],
      },
      tells: ['fever'],
      history: words(
        'Bouts of chills, fever and sweat within weeks of the tropics.',
        '热带归来数周内寒战、高热、大汗交替。',
      ),
      riskFactors: words(
        'Travel without tablets or nets, visiting relatives, pregnancy.',
        '旅行未服药无蚊帐、探亲、妊娠。',
      ),
      examination: words(
        'Fever, pallor, jaundice, spleen; alertness.',
        '发热、苍白、黄疸、脾大；意识。',
      ),
      investigations: words(
        'Thick and thin films three times, rapid test, glucose, lactate.',
        '厚薄血膜三次、快速检测、血糖、乳酸。',
      ),
      facts: {
        'travel-to-tropics': 0.96,
        'fever-in-bouts': 0.8,
        'shaking-chills': 0.88,
        'muscle-aches': 0.4,
        drowsiness: 0.15,
        'yellow-skin': 0.2,
        vomiting: 0.25,
        'mosquito-bites': 0.45,
      },
      redFlags: ['drowsiness', 'yellow-skin'],
      apart: {
        influenza: ['travel-to-tropics', 'cough'],
        dengue: ['fever-in-bouts', 'pain-behind-eyes'],
      },
      shows: { 'blood-film': 'malaria-rings', 'lab-report': 'low-platelets' },
      tier: 'ed-now',
      tierWithRedFlag: 'ed-now',
      management: {
        'ed-now': words(
          'Go to the emergency department today and now; artemisinin tablets, by vein if severe.',
          '立即去急诊；青蒿素类口服，重症静脉。',
        ),
        routine: words(
          'Afterwards: a film on day 28 and primaquine for vivax after a G6PD test.',
          '之后第28天复查血片，间日疟查G6PD后用伯氨喹。',
        ),
      },
      prevalence: {
        weight: 2,
        ages: [
          [5, 17, 2],
          [18, 65, 5],
        ],
        female: 0.42,
      },
      course: { unit: 'day', length: [2, 8], severity: [5, 8] },
    },
    influenza: {
      name: words('influenza', '流行性感冒'),
      icd10: 'J11.1',
      subspecialty: VIRUS,
      presentation: 'fever-after-travel',
      complaint: {
        en: [
          'a fever and aches',
          'fever and weakness',
          'a fever with tiredness',
          'fever with sore limbs',
        ],
        zh: ['发烧、酸痛', '发烧没劲', '发热疲倦', '发烧、四肢酸'],
      },
      tells: ['fever'],
      history: words(
        'Sudden fever, aches, cough and sore throat in the season.',
        '流行季突发高热、酸痛、咳嗽、咽痛。',
      ),
      riskFactors: words(
        'No vaccine, crowded rooms; risk with age, pregnancy, lung or heart disease.',
        '未接种疫苗、人群聚集；高龄、妊娠、心肺病风险高。',
      ),
      examination: words('Fever, red throat, clear chest.', '发热、咽红、肺部清。'),
      investigations: words('Swab when it changes treatment.', '影响治疗时做咽拭子。'),
      facts: {
        cough: 0.9,
        'sore-throat': 0.75,
        'muscle-aches': 0.88,
        'travel-to-tropics': 0.03,
        breathlessness: 0.1,
        drowsiness: 0.04,
        'shaking-chills': 0.4,
      },
      redFlags: ['breathlessness', 'drowsiness'],
      apart: {
        malaria: ['travel-to-tropics', 'cough'],
        dengue: ['cough', 'pain-behind-eyes'],
        'infectious-mononucleosis': ['swollen-glands', 'cough'],
      },
      shows: {},
      tier: 'self-care',
      tierWithRedFlag: 'ed-now',
      management: {
        'ed-now': words(
          'Go to the emergency department: short breath or drowsiness means a complication.',
          '去急诊：气短或嗜睡提示并发症。',
        ),
        'self-care': words(
          'Rest, drink, paracetamol, stay at home; oseltamivir within two days if at risk.',
          '休息、饮水、对乙酰氨基酚、居家；高危者两天内奥司他韦。',
        ),
      },
      prevalence: {
        weight: 6,
        ages: [
          [5, 24, 4],
          [25, 64, 5],
          [65, 88, 2],
        ],
        female: 0.5,
      },
      course: { unit: 'day', length: [1, 4], severity: [4, 7] },
    },
    dengue: {
      name: words('dengue', '登革热'),
      icd10: 'A90',
      subspecialty: TRAVEL,
      presentation: 'fever-after-travel',
      complaint: {
        en: [
          'a fever that hurts everywhere',
          'a fever with an aching head',
          'fever and a sore head',
          'fever and pain all over',
        ],
        zh: ['发烧浑身疼', '发烧头疼', '发热、头痛', '发烧到处疼'],
      },
      tells: ['fever'],
      history: words(
        'High fever, pain behind the eyes and rash after daytime mosquito bites; danger when fever falls.',
        '白天蚊叮后高热、眶后痛、皮疹；退热期最危险。',
      ),
      riskFactors: words(
        'Travel to or outbreak in a dengue area, earlier dengue.',
        '去过登革流行区、既往感染。',
      ),
      examination: words(
        'Flushed, tourniquet test, rash; watch pressure.',
        '皮肤潮红、束臂试验、皮疹；监测血压。',
      ),
      investigations: words(
        'NS1 antigen, platelets and haematocrit daily, malaria film.',
        'NS1抗原、每日血小板和红细胞压积、疟原虫血片。',
      ),
      facts: {
        'pain-behind-eyes': 0.88,
        'muscle-aches': 0.85,
        rash: 0.6,
        'mosquito-bites': 0.85,
        'travel-to-tropics': 0.75,
        'easy-bruising': 0.25,
        'fever-in-bouts': 0.04,
        vomiting: 0.25,
        cough: 0.06,
      },
      redFlags: ['easy-bruising', 'vomiting'],
      apart: {
        malaria: ['pain-behind-eyes', 'fever-in-bouts'],
        influenza: ['pain-behind-eyes', 'cough'],
      },
      shows: { 'lab-report': 'low-platelets' },
      tier: 'same-day',
      tierWithRedFlag: 'ed-now',
      management: {
        'ed-now': words(
          'Go to the emergency department: bleeding or vomiting warns of shock.',
          '去急诊：出血或呕吐预示休克。',
        ),
        'same-day': words(
          'Be seen today; drink, paracetamol but no aspirin or ibuprofen, daily blood count.',
          '今天就诊；补水、对乙酰氨基酚，禁阿司匹林布洛芬，每日血常规。',
        ),
      },
      prevalence: {
        weight: 2,
        ages: [
          [10, 29, 4],
          [30, 65, 4],
        ],
        female: 0.5,
      },
      course: { unit: 'day', length: [2, 5], severity: [5, 8] },
    },
    'infectious-mononucleosis': {
      name: words('infectious mononucleosis', '传染性单核细胞增多症'),
      icd10: 'B27.90',
      subspecialty: VIRUS,
      presentation: 'fever-after-travel',
      complaint: {
        en: [
          'a fever that lingers',
          'a fever that stays',
          'a lingering temperature',
          'a fever that drags on',
        ],
        zh: ['低烧拖着不好', '发烧老不退', '体温老不正常', '发烧拖拖拉拉'],
      },
      tells: ['fever'],
      history: words(
        'Sore throat, neck glands and tiredness for weeks in a young person.',
        '年轻人数周咽痛、颈淋巴结肿大、疲倦。',
      ),
      riskFactors: words(
        'Age fifteen to twenty-five, kissing, shared cups.',
        '十五至二十五岁、接吻、共用杯子。',
      ),
      examination: words(
        'Large tonsils with coating, glands behind the neck, spleen.',
        '扁桃体肿大白膜、颈后淋巴结、脾大。',
      ),
      investigations: words(
        'Blood count with film, EBV antibodies, liver tests.',
        '血常规和血涂片、EBV抗体、肝功能。',
      ),
      facts: {
        'swollen-glands': 0.92,
        'sore-throat': 0.9,
        cough: 0.08,
        'travel-to-tropics': 0.03,
        rash: 0.1,
        breathlessness: 0.04,
        'shoulder-tip-pain': 0.03,
      },
      redFlags: ['breathlessness', 'shoulder-tip-pain'],
      apart: {
        influenza: ['swollen-glands', 'cough'],
        malaria: ['swollen-glands', 'travel-to-tropics'],
      },
      shows: {},
      tier: 'routine',
      tierWithRedFlag: 'ed-now',
      management: {
        'ed-now': words(
          'Go to the emergency department: a blocked throat or a torn spleen cannot wait.',
          '去急诊：咽喉梗阻或脾破裂不能等。',
        ),
        routine: words(
          'Rest, fluids, painkillers, no amoxicillin, no contact sport for a month.',
          '休息、补水、止痛，不用阿莫西林，一月内避免对抗性运动。',
        ),
      },
      prevalence: { weight: 2, ages: [[13, 27, 6]], female: 0.5 },
      course: { unit: 'week', length: [1, 3], severity: [3, 5] },
    },
  },
} as const satisfies Department;
