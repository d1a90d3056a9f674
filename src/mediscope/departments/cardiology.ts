/** @file Cardiology. Codes: ICD-10-CM (public domain); sentences are this project's. */
import type { Department } from '../condition.ts';
import { words } from '../language.ts';

const CORONARY = words('Coronary care', '冠心病监护');
const RHYTHM = words('Heart rhythm', '心律失常');

export const CARDIOLOGY = {
  name: words('Cardiology', '心内科'),
  conditions: {
    'anterior-infarction': {
      name: words('anterior myocardial infarction', '急性前壁心肌梗死'),
      icd10: 'I21.09',
      subspecialty: CORONARY,
      presentation: 'chest-pain',
      complaint: {
        en: [
          'a bad pain in the chest',
          'chest pain that will not go',
          'strong pain in the chest',
          'an awful pain in the chest',
        ],
        zh: ['胸口疼得厉害', '胸痛一直不好', '胸部剧痛', '胸口难受疼痛'],
      },
      tells: [],
      history: words(
        'Pressing pain behind the breastbone for more than twenty minutes, often with sweating and sickness.',
        '胸骨后压榨样疼痛超过二十分钟，常伴出汗和恶心。',
      ),
      riskFactors: words(
        'Smoking, high blood pressure, diabetes, high cholesterol, early heart disease in the family.',
        '吸烟、高血压、糖尿病、高血脂、早发冠心病家族史。',
      ),
      examination: words(
        'Pale and clammy; look for low pressure, a new murmur and crackles.',
        '面色苍白、皮肤湿冷；注意低血压、新杂音和肺部啰音。',
      ),
      investigations: words(
        'ECG within ten minutes, troponin, echocardiography; the film shows no other cause.',
        '十分钟内心电图、肌钙蛋白、超声心动图；胸片排除其他原因。',
      ),
      facts: {
        'pressing-chest-pain': 0.93,
        'pain-into-arm': 0.7,
        'cold-sweat': 0.75,
        breathlessness: 0.4,
        smoking: 0.5,
        'high-blood-pressure': 0.55,
        diabetes: 0.3,
        fainting: 0.12,
        vomiting: 0.3,
      },
      redFlags: ['cold-sweat', 'fainting', 'pain-into-arm'],
      apart: {
        pericarditis: ['worse-lying-flat', 'pain-into-arm'],
        reflux: ['burning-after-meals', 'cold-sweat'],
        'panic-attack': ['sudden-fear', 'tingling-fingers'],
      },
      shows: { ecg: 'anterior-st-elevation' },
      tier: 'ed-now',
      tierWithRedFlag: 'ed-now',
      management: {
        'ed-now': words(
          'Call an ambulance, chew 300 mg aspirin unless allergic, and open the artery by angioplasty within two hours.',
          '立即叫救护车，无过敏者嚼服阿司匹林300毫克，两小时内行介入开通血管。',
        ),
        routine: words(
          'After discharge: two antiplatelets, a statin, rehabilitation and no smoking.',
          '出院后双联抗血小板、他汀、心脏康复并戒烟。',
        ),
      },
      prevalence: {
        weight: 4,
        ages: [
          [40, 54, 2],
          [55, 69, 4],
          [70, 88, 4],
        ],
        female: 0.35,
      },
      course: { unit: 'hour', length: [1, 6], severity: [7, 10] },
    },
    pericarditis: {
      name: words('acute pericarditis', '急性心包炎'),
      icd10: 'I30.9',
      subspecialty: words('Heart muscle and pericardium', '心肌与心包疾病'),
      presentation: 'chest-pain',
      complaint: {
        en: [
          'a sharp pain in the chest',
          'a stabbing chest pain',
          'a sharp chest ache',
          'a cutting pain in the chest',
        ],
        zh: ['胸口尖锐的疼', '胸部刺痛', '胸口锐痛', '胸部像刀划一样疼'],
      },
      tells: [],
      history: words(
        'Sharp pain after a viral illness, worse lying flat, eased by leaning forward.',
        '病毒感染后出现锐痛，平卧加重，前倾减轻。',
      ),
      riskFactors: words(
        'A recent viral infection, autoimmune disease, kidney failure.',
        '近期病毒感染、自身免疫病、肾衰竭。',
      ),
      examination: words(
        'A friction rub at the left edge of the breastbone; check for a paradoxical pulse.',
        '胸骨左缘心包摩擦音；检查奇脉。',
      ),
      investigations: words(
        'ECG, CRP, troponin and echocardiography for fluid.',
        '心电图、C反应蛋白、肌钙蛋白，超声看积液。',
      ),
      facts: {
        'worse-lying-flat': 0.92,
        'pain-on-breathing-in': 0.6,
        'recent-cold': 0.75,
        fever: 0.35,
        breathlessness: 0.2,
        fainting: 0.06,
      },
      redFlags: ['fainting', 'breathlessness'],
      apart: {
        'anterior-infarction': ['worse-lying-flat', 'pressing-chest-pain'],
        'pulmonary-embolism': ['swollen-calf', 'worse-lying-flat'],
      },
      shows: { ecg: 'diffuse-st-elevation' },
      tier: 'same-day',
      tierWithRedFlag: 'ed-now',
      management: {
        'ed-now': words(
          'Go to the emergency department for echocardiography, in case fluid presses on the heart.',
          '去急诊做心脏超声，排除心包填塞。',
        ),
        'same-day': words(
          'See a doctor today; ibuprofen and colchicine with rest from sport for weeks.',
          '今天就诊；布洛芬加秋水仙碱，数周内避免运动。',
        ),
      },
      prevalence: {
        weight: 2,
        ages: [
          [18, 34, 4],
          [35, 54, 3],
          [55, 70, 1],
        ],
        female: 0.35,
      },
      course: { unit: 'day', length: [1, 5], severity: [4, 8] },
    },
    'atrial-fibrillation': {
      name: words('atrial fibrillation', '心房颤动'),
      icd10: 'I48.91',
      subspecialty: RHYTHM,
      presentation: 'palpitations',
      complaint: {
        en: [
          'a fluttering heart',
          'palpitations',
          'an odd heartbeat',
          'a flutter in the chest',
        ],
        zh: ['心慌', '心悸', '心跳怪怪的', '胸口扑腾'],
      },
      tells: [],
      history: words(
        'An uneven, often fast heartbeat with tiredness or breathlessness on effort.',
        '心跳不齐且常偏快，活动后乏力气短。',
      ),
      riskFactors: words(
        'Age, high blood pressure, valve disease, alcohol, an overactive thyroid.',
        '高龄、高血压、瓣膜病、饮酒、甲亢。',
      ),
      examination: words(
        'A completely irregular pulse, slower than the heart sounds; look for heart failure.',
        '脉律绝对不齐、脉搏短绌；注意心衰体征。',
      ),
      investigations: words(
        'ECG, thyroid function, electrolytes, echocardiography; stroke risk score.',
        '心电图、甲功、电解质、心脏超声；评估卒中风险。',
      ),
      facts: {
        'uneven-heartbeat': 0.93,
        breathlessness: 0.4,
        'high-blood-pressure': 0.6,
        'drinking-alcohol': 0.3,
        fainting: 0.08,
        'pressing-chest-pain': 0.1,
      },
      redFlags: ['fainting', 'pressing-chest-pain'],
      apart: {
        'supraventricular-tachycardia': ['uneven-heartbeat', 'on-off-racing'],
        hyperthyroidism: ['heat-intolerance', 'weight-loss'],
      },
      shows: { ecg: 'atrial-fibrillation' },
      tier: 'same-day',
      tierWithRedFlag: 'ed-now',
      management: {
        'ed-now': words(
          'Go to the emergency department for a monitor; unstable patients are cardioverted.',
          '去急诊监护；血流动力学不稳者电复律。',
        ),
        'same-day': words(
          'See a doctor today; slow the rate with a beta blocker and weigh an anticoagulant.',
          '今天就诊；用β受体阻滞剂控制心率，评估抗凝。',
        ),
      },
      prevalence: {
        weight: 4,
        ages: [
          [50, 64, 2],
          [65, 79, 5],
          [80, 92, 3],
        ],
        female: 0.45,
      },
      course: { unit: 'day', length: [1, 14], severity: [2, 5] },
    },
    'supraventricular-tachycardia': {
      name: words('supraventricular tachycardia', '阵发性室上性心动过速'),
      icd10: 'I47.10',
      subspecialty: RHYTHM,
      presentation: 'palpitations',
      complaint: {
        en: [
          'attacks of a racing heart',
          'a pounding heart',
          'a heart that races',
          'spells of fast heartbeat',
        ],
        zh: ['一阵阵心跳很快', '心怦怦跳', '心跳得飞快', '阵发性心跳加速'],
      },
      tells: [],
      history: words(
        'Attacks of regular racing that begin and end abruptly, sometimes stopped by straining.',
        '突发突止的规则心动过速，屏气有时可终止。',
      ),
      riskFactors: words(
        'An extra conduction pathway, caffeine, lack of sleep.',
        '房室旁路、咖啡因、睡眠不足。',
      ),
      examination: words(
        'A fast regular pulse during attacks, nothing between them.',
        '发作时脉搏快而规则，间歇期无异常。',
      ),
      investigations: words(
        'ECG in the attack and between attacks; thyroid function.',
        '发作时和间歇期心电图；甲状腺功能。',
      ),
      facts: {
        'on-off-racing': 0.94,
        'tingling-fingers': 0.06,
        breathlessness: 0.25,
        fainting: 0.1,
        'pressing-chest-pain': 0.1,
      },
      redFlags: ['fainting', 'pressing-chest-pain'],
      apart: {
        'atrial-fibrillation': ['uneven-heartbeat', 'on-off-racing'],
        'generalized-anxiety': ['endless-worry', 'on-off-racing'],
      },
      shows: { ecg: 'narrow-tachycardia' },
      tier: 'same-day',
      tierWithRedFlag: 'ed-now',
      management: {
        'ed-now': words(
          'Go to the emergency department; adenosine or cardioversion ends the attack.',
          '去急诊；腺苷或电复律终止发作。',
        ),
        'same-day': words(
          'Try the modified Valsalva manoeuvre and be seen today; ablation cures most.',
          '先做改良Valsalva动作，今天就诊；多数可经消融根治。',
        ),
      },
      prevalence: {
        weight: 3,
        ages: [
          [15, 34, 4],
          [35, 60, 3],
        ],
        female: 0.6,
      },
      course: { unit: 'hour', length: [1, 4], severity: [3, 6] },
    },
    'complete-heart-block': {
      name: words('complete heart block', '完全性房室传导阻滞'),
      icd10: 'I44.2',
      subspecialty: RHYTHM,
      presentation: 'palpitations',
      complaint: {
        en: [
          'weak spells with a thumping heart',
          'giddy turns and a heavy heartbeat',
          'spells of weakness with heavy heartbeats',
          'light-headed spells with a thudding heart',
        ],
        zh: [
          '一阵阵发虚、心跳很重',
          '发晕、心咚咚跳',
          '阵阵乏力伴心跳沉重',
          '头重脚轻、心跳一下一下很响',
        ],
      },
      tells: [],
      history: words(
        'Faints without warning and poor stamina in an older person.',
        '老年人无先兆晕厥、活动耐力下降。',
      ),
      riskFactors: words(
        'Age, earlier infarction, drugs that slow the heart.',
        '高龄、陈旧心梗、减慢心率的药物。',
      ),
      examination: words(
        'A slow regular pulse of 30 to 40 with cannon waves in the neck.',
        '脉搏规则缓慢30至40次，颈静脉大炮波。',
      ),
      investigations: words(
        'ECG at once, electrolytes, a list of medicines.',
        '立即心电图、电解质、核对用药。',
      ),
      facts: {
        'slow-pulse': 0.92,
        fainting: 0.65,
        breathlessness: 0.4,
        'heart-disease-before': 0.35,
      },
      redFlags: ['fainting', 'slow-pulse'],
      apart: {
        'atrial-fibrillation': ['slow-pulse', 'uneven-heartbeat'],
        'supraventricular-tachycardia': ['slow-pulse', 'on-off-racing'],
      },
      shows: { ecg: 'complete-block' },
      tier: 'ed-now',
      tierWithRedFlag: 'ed-now',
      management: {
        'ed-now': words(
          'Call an ambulance; monitoring, pacing if needed and a permanent pacemaker.',
          '叫救护车；心电监护，必要时临时起搏并植入永久起搏器。',
        ),
        routine: words(
          'After the pacemaker: a check at six weeks, then every year.',
          '装起搏器后六周复查，此后每年一次。',
        ),
      },
      prevalence: {
        weight: 2,
        ages: [
          [60, 74, 2],
          [75, 92, 4],
        ],
        female: 0.45,
      },
      course: { unit: 'day', length: [1, 7], severity: [3, 6] },
    },
    'heart-failure': {
      name: words('heart failure', '心力衰竭'),
      icd10: 'I50.9',
      subspecialty: words('Heart failure', '心力衰竭'),
      presentation: 'breathlessness',
      complaint: {
        en: [
          'breathlessness on the stairs',
          'too little breath for short walks',
          'breathlessness when walking',
          'puffing after a few steps',
        ],
        zh: ['上楼就喘', '走几步就气短', '走路气喘', '动一动就喘'],
      },
      tells: ['breathlessness'],
      history: words(
        'Breathlessness that grew over weeks, worse lying down, with swollen legs.',
        '数周内气短加重，平卧更甚，伴下肢水肿。',
      ),
      riskFactors: words(
        'Earlier infarction, high blood pressure, diabetes, valve disease.',
        '心梗史、高血压、糖尿病、瓣膜病。',
      ),
      examination: words(
        'Raised neck veins, crackles at both bases, ankle oedema, a third heart sound.',
        '颈静脉怒张、双肺底湿啰音、踝部水肿、第三心音。',
      ),
      investigations: words(
        'Chest film, natriuretic peptide, ECG, echocardiography.',
        '胸片、利钠肽、心电图、心脏超声。',
      ),
      facts: {
        'extra-pillows': 0.9,
        'swollen-ankles': 0.85,
        'heart-disease-before': 0.5,
        'high-blood-pressure': 0.6,
        'coloured-phlegm': 0.03,
        fainting: 0.05,
        'pressing-chest-pain': 0.08,
      },
      redFlags: ['pressing-chest-pain', 'fainting'],
      apart: {
        pneumonia: ['fever', 'extra-pillows'],
        asthma: ['wheeze', 'swollen-ankles'],
      },
      shows: { 'chest-film': 'oedema' },
      tier: 'same-day',
      tierWithRedFlag: 'ed-now',
      management: {
        'ed-now': words(
          'Go to the emergency department for oxygen, intravenous diuretic and a monitor.',
          '去急诊吸氧、静脉利尿并监护。',
        ),
        'same-day': words(
          'See a doctor today; a diuretic now, then the drugs that prolong life, and daily weighing.',
          '今天就诊；先利尿，再用改善预后的药物，每天称体重。',
        ),
      },
      prevalence: {
        weight: 4,
        ages: [
          [55, 69, 2],
          [70, 92, 5],
        ],
        female: 0.48,
      },
      course: { unit: 'week', length: [1, 8], severity: [4, 7] },
    },
  },
} as const satisfies Department;
