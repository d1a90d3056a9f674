/** @file Neurology. Codes: ICD-10-CM (public domain); sentences are this project's. */
import type { Department } from '../condition.ts';
import { words } from '../language.ts';

const HEADACHE = words('Headache', '头痛'),
  VASCULAR = words('Stroke', '脑血管病');

export const NEUROLOGY = {
  name: words('Neurology', '神经内科'),
  conditions: {
    migraine: {
      name: words('migraine', '偏头痛'),
      icd10: 'G43.909',
      subspecialty: HEADACHE,
      presentation: 'headache',
      complaint: {
        en: [
          'headaches that stop all work',
          'bad headaches',
          'headaches that spoil whole days',
          'strong headaches again and again',
        ],
        zh: ['头痛得不能上班', '头痛厉害', '头痛耽误一整天', '反复的剧烈头疼'],
      },
      tells: [],
      history: words(
        'Recurrent one-sided throbbing for hours to days with nausea and dislike of light.',
        '反复单侧搏动性头痛数小时至数天，伴恶心畏光。',
      ),
      riskFactors: words(
        'Family history, periods, lack of sleep, missed meals.',
        '家族史、月经、缺觉、漏餐。',
      ),
      examination: words(
        'Normal between and during attacks.',
        '发作和间歇期神经查体正常。',
      ),
      investigations: words(
        'None needed when typical; imaging only with red flags.',
        '典型者无需检查；有警示症状才做影像。',
      ),
      facts: {
        'one-sided-throbbing': 0.88,
        'light-hurts': 0.88,
        'zigzag-lines': 0.35,
        vomiting: 0.5,
        thunderclap: 0.01,
        fever: 0.02,
      },
      redFlags: ['thunderclap', 'weak-arm-or-leg'],
      apart: {
        'tension-headache': ['band-around-head', 'light-hurts'],
        'subarachnoid-haemorrhage': ['thunderclap', 'one-sided-throbbing'],
      },
      shows: {},
      tier: 'routine',
      tierWithRedFlag: 'ed-now',
      management: {
        'ed-now': words(
          'Go to the emergency department for a scan before calling it migraine.',
          '先去急诊做CT，再谈偏头痛。',
        ),
        routine: words(
          'Early ibuprofen or a triptan, regular sleep and meals, a diary; prevention if over four days a month.',
          '尽早布洛芬或曲普坦，规律作息，记日记；每月超过四天用预防药。',
        ),
      },
      prevalence: {
        weight: 6,
        ages: [
          [15, 34, 5],
          [35, 55, 4],
        ],
        female: 0.75,
      },
      course: { unit: 'month', length: [3, 24], severity: [6, 9] },
    },
    'tension-headache': {
      name: words('tension-type headache', '紧张型头痛'),
      icd10: 'G44.209',
      subspecialty: HEADACHE,
      presentation: 'headache',
      complaint: {
        en: [
          'a dull headache most evenings',
          'a headache day after day',
          'dull headaches',
          'a mild but constant headache',
        ],
        zh: ['晚上常闷头痛', '天天头痛', '头闷痛', '轻但不断的头痛'],
      },
      tells: [],
      history: words(
        'A dull pressing band on both sides, worse with stress, no sickness.',
        '双侧紧箍样闷痛，压力大时加重，无呕吐。',
      ),
      riskFactors: words(
        'Stress, screen work, poor sleep, too many painkillers.',
        '压力、久看屏幕、睡眠差、止痛药过量。',
      ),
      examination: words(
        'Tender neck and scalp muscles, otherwise normal.',
        '颈部和头皮肌肉压痛，余正常。',
      ),
      investigations: words(
        'None when there are no red flags.',
        '无警示症状不需检查。',
      ),
      facts: {
        'band-around-head': 0.92,
        'poor-sleep': 0.4,
        'light-hurts': 0.08,
        vomiting: 0.02,
      },
      redFlags: ['thunderclap', 'fever'],
      apart: {
        migraine: ['band-around-head', 'one-sided-throbbing'],
        'intracranial-hypertension': ['vision-dims-on-bending', 'band-around-head'],
      },
      shows: {},
      tier: 'self-care',
      tierWithRedFlag: 'ed-now',
      management: {
        'ed-now': words(
          'Go to the emergency department; a new red flag needs a scan.',
          '去急诊；新出现警示症状需做CT。',
        ),
        'self-care': words(
          'Breaks from the screen, exercise, sleep, paracetamol on no more than two days a week.',
          '少看屏幕、运动、睡好，对乙酰氨基酚每周不超过两天。',
        ),
      },
      prevalence: {
        weight: 8,
        ages: [
          [18, 39, 5],
          [40, 65, 4],
        ],
        female: 0.58,
      },
      course: { unit: 'week', length: [2, 12], severity: [2, 4] },
    },
    'subarachnoid-haemorrhage': {
      name: words('subarachnoid haemorrhage', '蛛网膜下腔出血'),
      icd10: 'I60.9',
      subspecialty: VASCULAR,
      presentation: 'headache',
      complaint: {
        en: [
          'a terrible headache',
          'an unbearable headache',
          'a new, awful headache',
          'a headache like never before',
        ],
        zh: ['头痛得可怕', '头疼得受不了', '从没这么头痛过', '头痛得厉害极了'],
      },
      tells: [],
      history: words(
        'A thunderclap headache, often with vomiting and a stiff neck.',
        '雷击样头痛，常伴呕吐和颈强直。',
      ),
      riskFactors: words(
        'Smoking, high blood pressure, aneurysms in the family.',
        '吸烟、高血压、动脉瘤家族史。',
      ),
      examination: words(
        'Stiff neck, drowsiness, sometimes a dilated pupil.',
        '颈强直、嗜睡，有时瞳孔散大。',
      ),
      investigations: words(
        'CT within six hours; lumbar puncture if late; CT angiography.',
        '六小时内CT；较晚者腰穿；CT血管造影。',
      ),
      facts: {
        thunderclap: 0.95,
        'stiff-neck': 0.7,
        vomiting: 0.7,
        drowsiness: 0.35,
        'light-hurts': 0.4,
        smoking: 0.4,
        'high-blood-pressure': 0.45,
      },
      redFlags: ['thunderclap', 'stiff-neck', 'drowsiness'],
      apart: {
        migraine: ['thunderclap', 'one-sided-throbbing'],
        meningitis: ['fever', 'thunderclap'],
      },
      shows: { 'head-ct': 'subarachnoid-blood' },
      tier: 'ed-now',
      tierWithRedFlag: 'ed-now',
      management: {
        'ed-now': words(
          'Call an ambulance; the aneurysm is secured by coil or clip, with nimodipine.',
          '叫救护车；介入或夹闭动脉瘤，用尼莫地平。',
        ),
        routine: words(
          'Afterwards: blood pressure control, no smoking, rehabilitation.',
          '之后控制血压、戒烟、康复。',
        ),
      },
      prevalence: {
        weight: 1.5,
        ages: [
          [35, 54, 4],
          [55, 75, 4],
        ],
        female: 0.6,
      },
      course: { unit: 'hour', length: [1, 8], severity: [9, 10] },
    },
    'intracranial-hypertension': {
      name: words('idiopathic intracranial hypertension', '特发性颅内高压'),
      icd10: 'G93.2',
      subspecialty: HEADACHE,
      presentation: 'headache',
      complaint: {
        en: [
          'a headache that is there every morning',
          'headaches with poor sight at times',
          'headache and bad sight',
          'headaches that come with blurring',
        ],
        zh: ['每天早上头痛', '头痛、有时看不清', '天天头疼、视力差', '头痛时发花'],
      },
      tells: [],
      history: words(
        'Daily headache with brief dimming of sight and a pulsing noise, in a young woman with weight gain.',
        '年轻女性体重增加后每日头痛，伴一过性视物发暗和搏动性耳鸣。',
      ),
      riskFactors: words(
        'Weight gain, tetracyclines, vitamin A.',
        '体重增加、四环素类、维生素A。',
      ),
      examination: words(
        'Swollen discs, enlarged blind spots, sometimes a weak sixth nerve.',
        '视盘水肿、盲点扩大，有时外展神经麻痹。',
      ),
      investigations: words(
        'Fundus, brain and vein imaging, lumbar puncture with pressure.',
        '眼底、脑及静脉成像、腰穿测压。',
      ),
      facts: {
        'vision-dims-on-bending': 0.88,
        'whooshing-in-ears': 0.7,
        'weight-gain': 0.8,
        vomiting: 0.2,
      },
      redFlags: ['vision-dims-on-bending', 'side-vision-loss'],
      apart: {
        'tension-headache': ['vision-dims-on-bending', 'band-around-head'],
        migraine: ['whooshing-in-ears', 'one-sided-throbbing'],
      },
      shows: { fundus: 'swollen-disc' },
      tier: 'same-day',
      tierWithRedFlag: 'same-day',
      management: {
        'same-day': words(
          'Be seen today by eye and nerve doctors; acetazolamide and weight loss save sight.',
          '今天看眼科和神经科；乙酰唑胺和减重保护视力。',
        ),
        routine: words(
          'Afterwards: visual fields at every visit and slow weight loss.',
          '之后每次复查视野，缓慢减重。',
        ),
      },
      prevalence: {
        weight: 1.5,
        ages: [
          [16, 29, 5],
          [30, 44, 4],
        ],
        female: 0.93,
      },
      course: { unit: 'week', length: [3, 16], severity: [4, 7] },
    },
    'chronic-subdural': {
      name: words('chronic subdural haematoma', '慢性硬膜下血肿'),
      icd10: 'I62.03',
      subspecialty: words('Neurosurgery', '神经外科'),
      presentation: 'headache',
      complaint: {
        en: [
          'a headache that grows from week to week',
          'a slow, growing headache',
          'a headache that slowly worsens',
          'a creeping headache',
        ],
        zh: ['一周比一周重的头痛', '慢慢加重的头痛', '头痛渐渐厉害', '头痛一点点加重'],
      },
      tells: [],
      history: words(
        'Weeks after a slight knock an older person has headache, slowness and unsteadiness.',
        '老人轻微碰撞数周后头痛、迟钝、步态不稳。',
      ),
      riskFactors: words(
        'Age, anticoagulants, alcohol, falls.',
        '高龄、抗凝药、饮酒、跌倒。',
      ),
      examination: words(
        'Fluctuating confusion and mild weakness of one side.',
        '波动性意识模糊、一侧轻瘫。',
      ),
      investigations: words('CT of the head, clotting tests.', '头颅CT、凝血功能。'),
      facts: {
        'head-injury': 0.85,
        'blood-thinner': 0.55,
        drowsiness: 0.6,
        'weak-arm-or-leg': 0.35,
        'drinking-alcohol': 0.25,
      },
      redFlags: ['drowsiness', 'weak-arm-or-leg'],
      apart: {
        'tension-headache': ['head-injury', 'band-around-head'],
        'subarachnoid-haemorrhage': ['thunderclap', 'head-injury'],
      },
      shows: { 'head-ct': 'crescent' },
      tier: 'ed-now',
      tierWithRedFlag: 'ed-now',
      management: {
        'ed-now': words(
          'Go to the emergency department; stop the blood thinner and let the surgeons drain it if large.',
          '去急诊；停抗凝药，量大者钻孔引流。',
        ),
        routine: words(
          'Afterwards: a scan at four weeks and prevention of falls.',
          '之后四周复查CT并防跌倒。',
        ),
      },
      prevalence: {
        weight: 1.5,
        ages: [
          [65, 79, 4],
          [80, 93, 4],
        ],
        female: 0.38,
      },
      course: { unit: 'week', length: [2, 6], severity: [3, 6] },
    },
    'ischaemic-stroke': {
      name: words('ischaemic stroke', '缺血性脑卒中'),
      icd10: 'I63.9',
      subspecialty: VASCULAR,
      presentation: 'weakness',
      complaint: {
        en: [
          'sudden weakness',
          'trouble moving',
          'sudden loss of power',
          'clumsiness all of a sudden',
        ],
        zh: ['突然没力气', '动作不灵', '突然使不上劲', '突然笨拙'],
      },
      tells: [],
      history: words(
        'Sudden weakness of face, arm or leg with slurred speech, without much headache.',
        '突发面部或肢体无力、言语不清，头痛不明显。',
      ),
      riskFactors: words(
        'High blood pressure, atrial fibrillation, diabetes, smoking.',
        '高血压、房颤、糖尿病、吸烟。',
      ),
      examination: words(
        'Stroke scale, pulse, pressure and glucose; the forehead still moves.',
        '卒中量表、脉搏、血压、血糖；额纹存在。',
      ),
      investigations: words(
        'CT and CT angiography at once; glucose; ECG.',
        '立即CT和CT血管造影；血糖；心电图。',
      ),
      facts: {
        'weak-arm-or-leg': 0.9,
        'drooping-face': 0.75,
        'slurred-speech': 0.75,
        'high-blood-pressure': 0.65,
        'uneven-heartbeat': 0.3,
        'severe-headache-with-it': 0.06,
        'blood-thinner': 0.1,
        'eye-will-not-close': 0.03,
        diabetes: 0.3,
        smoking: 0.35,
      },
      redFlags: ['slurred-speech', 'weak-arm-or-leg', 'drooping-face'],
      apart: {
        'brain-haemorrhage': ['severe-headache-with-it'],
        'bell-palsy': ['weak-arm-or-leg', 'eye-will-not-close'],
      },
      shows: { 'head-ct': 'dark-territory' },
      tier: 'ed-now',
      tierWithRedFlag: 'ed-now',
      management: {
        'ed-now': words(
          'Call an ambulance and note the time; thrombolysis within 4.5 hours, thrombectomy if a large vessel is shut.',
          '叫救护车并记住发病时间；4.5小时内溶栓，大血管闭塞取栓。',
        ),
        routine: words(
          'Afterwards: rehabilitation, antiplatelet or anticoagulant, statin, blood pressure.',
          '之后康复、抗血小板或抗凝、他汀、控制血压。',
        ),
      },
      prevalence: {
        weight: 4,
        ages: [
          [45, 64, 3],
          [65, 90, 6],
        ],
        female: 0.47,
      },
      course: { unit: 'hour', length: [1, 5], severity: [5, 9] },
    },
    'brain-haemorrhage': {
      name: words('brain haemorrhage', '脑出血'),
      icd10: 'I61.9',
      subspecialty: VASCULAR,
      presentation: 'weakness',
      complaint: {
        en: [
          'weakness that came on fast',
          'limbs that stopped working',
          'a sudden feebleness',
          'a body that suddenly gave up',
        ],
        zh: ['突然发软', '手脚不听使唤', '突然虚弱', '身体突然不行了'],
      },
      tells: [],
      history: words(
        'Sudden weakness that worsens over minutes with headache and vomiting.',
        '突发无力数分钟内加重，伴头痛呕吐。',
      ),
      riskFactors: words(
        'High blood pressure, blood thinners, age, alcohol.',
        '高血压、抗凝药、高龄、饮酒。',
      ),
      examination: words(
        'Very high pressure, falling alertness, one-sided weakness.',
        '血压极高、意识下降、一侧无力。',
      ),
      investigations: words('CT at once, clotting tests.', '立即CT、凝血功能。'),
      facts: {
        'weak-arm-or-leg': 0.9,
        'severe-headache-with-it': 0.88,
        vomiting: 0.65,
        drowsiness: 0.5,
        'slurred-speech': 0.6,
        'drooping-face': 0.6,
        'high-blood-pressure': 0.8,
        'blood-thinner': 0.25,
      },
      redFlags: ['drowsiness', 'severe-headache-with-it', 'weak-arm-or-leg'],
      apart: {
        'ischaemic-stroke': ['severe-headache-with-it', 'vomiting'],
        'bell-palsy': ['weak-arm-or-leg', 'severe-headache-with-it'],
      },
      shows: { 'head-ct': 'bright-clot' },
      tier: 'ed-now',
      tierWithRedFlag: 'ed-now',
      management: {
        'ed-now': words(
          'Call an ambulance; lower the pressure, reverse blood thinners, stroke unit or surgery.',
          '叫救护车；降压、逆转抗凝，卒中单元或手术。',
        ),
        routine: words(
          'Afterwards: strict blood pressure control and rehabilitation.',
          '之后严格控制血压和康复。',
        ),
      },
      prevalence: {
        weight: 2,
        ages: [
          [45, 64, 4],
          [65, 88, 4],
        ],
        female: 0.42,
      },
      course: { unit: 'hour', length: [1, 4], severity: [7, 10] },
    },
    'bell-palsy': {
      name: words('Bell’s palsy', '贝尔面瘫'),
      icd10: 'G51.0',
      subspecialty: words('Peripheral nerves', '周围神经病'),
      presentation: 'weakness',
      complaint: {
        en: [
          'a strange, weak face',
          'a face that feels wrong',
          'a weak and odd-feeling face',
          'a face that does not obey',
        ],
        zh: ['脸不对劲、没力', '脸感觉怪', '脸发僵无力', '脸不听使唤'],
      },
      tells: [],
      history: words(
        'One half of the face weak within two days, the forehead too, often after ear ache.',
        '两天内半侧面部无力，包括额部，常先有耳后痛。',
      ),
      riskFactors: words(
        'Recent viral illness, pregnancy, diabetes.',
        '近期病毒感染、妊娠、糖尿病。',
      ),
      examination: words(
        'Forehead and eyelid weak on one side; arms and legs strong; look in the ear for blisters.',
        '一侧额纹和闭眼无力，四肢有力；查耳部疱疹。',
      ),
      investigations: words(
        'None when typical; imaging if the forehead is spared.',
        '典型者不需检查；额纹存在则做影像。',
      ),
      facts: {
        'eye-will-not-close': 0.93,
        'drooping-face': 0.95,
        'pain-behind-ear': 0.6,
        'weak-arm-or-leg': 0.01,
        'recent-cold': 0.4,
        'slurred-speech': 0.1,
      },
      redFlags: ['weak-arm-or-leg', 'eye-will-not-close'],
      apart: {
        'ischaemic-stroke': ['eye-will-not-close', 'weak-arm-or-leg'],
        'carpal-tunnel': ['night-tingling-hand', 'drooping-face'],
      },
      shows: {},
      tier: 'same-day',
      tierWithRedFlag: 'same-day',
      management: {
        'ed-now': words(
          'Any weakness of arm or leg: call an ambulance as for a stroke.',
          '若有肢体无力：按卒中叫救护车。',
        ),
        'same-day': words(
          'Be seen today; prednisolone within three days, eye drops and tape at night.',
          '今天就诊；三天内用泼尼松龙，滴眼液、夜间贴眼。',
        ),
      },
      prevalence: {
        weight: 3,
        ages: [
          [18, 39, 4],
          [40, 70, 4],
        ],
        female: 0.5,
      },
      course: { unit: 'day', length: [1, 3], severity: [2, 5] },
    },
    'carpal-tunnel': {
      name: words('carpal tunnel syndrome', '腕管综合征'),
      icd10: 'G56.00',
      subspecialty: words('Peripheral nerves', '周围神经病'),
      presentation: 'weakness',
      complaint: {
        en: [
          'a numb, clumsy hand',
          'a weak grip',
          'a hand that drops things',
          'a hand with little feeling',
        ],
        zh: ['手麻、不灵活', '握力差', '手总掉东西', '手没什么感觉'],
      },
      tells: [],
      history: words(
        'Tingling of thumb to ring finger at night, relieved by shaking.',
        '夜间拇指至环指发麻，甩手缓解。',
      ),
      riskFactors: words(
        'Repeated wrist work, pregnancy, underactive thyroid, diabetes.',
        '反复腕部劳作、妊娠、甲减、糖尿病。',
      ),
      examination: words(
        'Tinel and Phalen signs; wasting of the thumb muscles when late.',
        'Tinel征、Phalen征；晚期鱼际萎缩。',
      ),
      investigations: words(
        'Nerve conduction when surgery is planned.',
        '拟手术时做神经传导。',
      ),
      facts: {
        'night-tingling-hand': 0.94,
        'repeated-hand-work': 0.6,
        'drooping-face': 0.005,
        'slurred-speech': 0.005,
      },
      redFlags: ['drooping-face', 'slurred-speech'],
      apart: {
        'ischaemic-stroke': ['night-tingling-hand', 'slurred-speech'],
        'bell-palsy': ['drooping-face', 'night-tingling-hand'],
      },
      shows: {},
      tier: 'routine',
      tierWithRedFlag: 'ed-now',
      management: {
        'ed-now': words(
          'With a drooping face or slurred speech: call an ambulance.',
          '若脸歪或言语不清：叫救护车。',
        ),
        routine: words(
          'A wrist splint at night, fewer repeated movements, a steroid injection or release if it stays.',
          '夜间护腕，减少重复动作，不好则封闭或松解术。',
        ),
      },
      prevalence: {
        weight: 4,
        ages: [
          [30, 49, 4],
          [50, 72, 4],
        ],
        female: 0.7,
      },
      course: { unit: 'month', length: [2, 12], severity: [2, 5] },
    },
  },
} as const satisfies Department;
