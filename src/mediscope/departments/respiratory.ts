/** @file Respiratory medicine. Codes: ICD-10-CM (public domain); sentences are this project's. */
import type { Department } from '../condition.ts';
import { words } from '../language.ts';

const PLEURA = words('Pleural disease', '胸膜疾病');

export const RESPIRATORY = {
  name: words('Respiratory medicine', '呼吸内科'),
  conditions: {
    pneumonia: {
      name: words('pneumonia', '肺炎'),
      icd10: 'J18.9',
      subspecialty: words('Lung infection', '肺部感染'),
      presentation: 'breathlessness',
      complaint: {
        en: [
          'a chesty cough',
          'a cough that makes breathing hard',
          'a wet cough',
          'a heavy, rattling cough',
        ],
        zh: ['咳嗽、胸闷', '咳得喘不过来', '湿咳', '咳嗽带呼噜声'],
      },
      tells: ['cough'],
      history: words(
        'A few days of fever, cough with coloured phlegm and sometimes pain on breathing.',
        '数日发热、咳黄痰，有时吸气痛。',
      ),
      riskFactors: words(
        'Age, smoking, chronic lung disease, weak immunity, trouble swallowing.',
        '高龄、吸烟、慢性肺病、免疫低下、吞咽障碍。',
      ),
      examination: words(
        'Fever, fast breathing, dullness and bronchial breathing on one side.',
        '发热、呼吸快，一侧叩浊、支气管呼吸音。',
      ),
      investigations: words(
        'Chest film, oxygen saturation, blood count, CRP, urea for the severity score.',
        '胸片、血氧、血常规、C反应蛋白、尿素以评分。',
      ),
      facts: {
        fever: 0.92,
        'coloured-phlegm': 0.88,
        'pain-on-breathing-in': 0.4,
        breathlessness: 0.6,
        smoking: 0.35,
        drowsiness: 0.12,
        'shaking-chills': 0.35,
        'coughing-blood': 0.05,
      },
      redFlags: ['drowsiness', 'coughing-blood'],
      apart: {
        'heart-failure': ['fever', 'extra-pillows'],
        tuberculosis: ['night-sweats', 'coloured-phlegm'],
        asthma: ['wheeze', 'fever'],
      },
      shows: { 'chest-film': 'consolidation' },
      tier: 'same-day',
      tierWithRedFlag: 'ed-now',
      management: {
        'ed-now': words(
          'Go to the emergency department for oxygen, fluids and antibiotics within the hour.',
          '去急诊吸氧、补液，一小时内用抗生素。',
        ),
        'same-day': words(
          'See a doctor today; amoxicillin for five days if low risk, drink, rest, and come back if breathing worsens.',
          '今天就诊；低危者阿莫西林五天，多饮水休息，气短加重就复诊。',
        ),
      },
      prevalence: {
        weight: 5,
        ages: [
          [18, 39, 2],
          [40, 64, 3],
          [65, 90, 5],
        ],
        female: 0.48,
      },
      course: { unit: 'day', length: [2, 7], severity: [4, 7] },
    },
    asthma: {
      name: words('asthma', '支气管哮喘'),
      icd10: 'J45.909',
      subspecialty: words('Airways', '气道疾病'),
      presentation: 'breathlessness',
      complaint: {
        en: [
          'a tight chest and a cough',
          'a dry cough with a tight chest',
          'coughing with a tight chest',
          'a tickly cough and tightness',
        ],
        zh: ['胸闷咳嗽', '干咳、胸口紧', '咳嗽伴胸紧', '喉咙痒咳、胸发紧'],
      },
      tells: ['cough'],
      history: words(
        'Wheeze, cough and tightness that vary, worse at night and with triggers.',
        '喘息、咳嗽、胸闷时轻时重，夜间和诱因下加重。',
      ),
      riskFactors: words(
        'Allergies, hay fever, family history, smoke, cold air.',
        '过敏、花粉症、家族史、烟雾、冷空气。',
      ),
      examination: words(
        'Wheeze on breathing out; a silent chest is an emergency.',
        '呼气相哮鸣音；“沉默肺”为急症。',
      ),
      investigations: words(
        'Peak flow or spirometry with reversibility; exhaled nitric oxide; a clear film.',
        '峰流速或肺功能舒张试验；呼出气一氧化氮；胸片清晰。',
      ),
      facts: {
        wheeze: 0.9,
        'night-cough': 0.85,
        'allergic-tendency': 0.75,
        breathlessness: 0.6,
        drowsiness: 0.05,
        fever: 0.04,
      },
      redFlags: ['drowsiness', 'fainting'],
      apart: {
        pneumonia: ['fever', 'wheeze'],
        'heart-failure': ['extra-pillows', 'night-cough'],
      },
      shows: {},
      tier: 'days',
      tierWithRedFlag: 'ed-now',
      management: {
        'ed-now': words(
          'Call an ambulance; ten puffs of salbutamol through a spacer, oxygen and steroid.',
          '叫救护车；储雾罐吸沙丁胺醇十喷，吸氧和激素。',
        ),
        days: words(
          'See a doctor within days; an inhaled steroid with formoterol, inhaler technique and a written plan.',
          '几天内就诊；吸入激素加福莫特罗，学会吸入技术并有书面计划。',
        ),
      },
      prevalence: {
        weight: 5,
        ages: [
          [12, 24, 4],
          [25, 44, 4],
          [45, 65, 2],
        ],
        female: 0.55,
      },
      course: { unit: 'week', length: [2, 12], severity: [2, 6] },
    },
    'pleural-effusion': {
      name: words('pleural effusion', '胸腔积液'),
      icd10: 'J90',
      subspecialty: PLEURA,
      presentation: 'breathlessness',
      complaint: {
        en: [
          'shorter and shorter breath',
          'a dull ache in the side with little breath',
          'breath that gets shorter each week',
          'a heavy side and shallow breath',
        ],
        zh: ['气越来越短', '一侧闷痛、气不够', '每周都更喘', '一边沉重、呼吸浅'],
      },
      tells: ['breathlessness'],
      history: words(
        'Weeks of growing breathlessness with a heavy side, often with weight loss.',
        '数周气短加重、一侧沉重，常伴消瘦。',
      ),
      riskFactors: words(
        'Cancer, infection, heart or liver failure, asbestos.',
        '肿瘤、感染、心肝衰竭、石棉接触。',
      ),
      examination: words(
        'Stony dullness and no breath sounds at one base.',
        '一侧肺底叩实音、呼吸音消失。',
      ),
      investigations: words(
        'Film, ultrasound-guided tap with protein, LDH, cytology, then CT.',
        '胸片、超声引导穿刺查蛋白、LDH、细胞学，再做CT。',
      ),
      facts: {
        'weight-loss': 0.7,
        smoking: 0.6,
        'poor-appetite': 0.5,
        'coughing-blood': 0.15,
        cough: 0.5,
        'extra-pillows': 0.2,
        fever: 0.05,
      },
      redFlags: ['coughing-blood', 'fainting'],
      apart: {
        'heart-failure': ['swollen-ankles', 'weight-loss'],
        pneumonia: ['fever', 'weight-loss'],
        tuberculosis: ['night-sweats', 'tuberculosis-contact'],
      },
      shows: { 'chest-film': 'effusion' },
      tier: 'days',
      tierWithRedFlag: 'ed-now',
      management: {
        'ed-now': words(
          'Go to the emergency department; fluid may have to be drained at once.',
          '去急诊，可能需立即引流。',
        ),
        days: words(
          'Chest clinic within days for a tap and CT, since cancer must be excluded.',
          '几天内到胸科门诊穿刺和CT，须排除肿瘤。',
        ),
      },
      prevalence: {
        weight: 2,
        ages: [
          [45, 64, 2],
          [65, 88, 4],
        ],
        female: 0.45,
      },
      course: { unit: 'week', length: [2, 8], severity: [3, 6] },
    },
    pneumothorax: {
      name: words('spontaneous pneumothorax', '自发性气胸'),
      icd10: 'J93.9',
      subspecialty: PLEURA,
      presentation: 'chest-pain',
      complaint: {
        en: [
          'a chest pain that came from nowhere',
          'chest pain and short breath',
          'a chest pain out of the blue',
          'a quick chest pain and little air',
        ],
        zh: ['突如其来的胸痛', '胸痛又气短', '没来由的胸痛', '胸一下子疼、气不够'],
      },
      tells: [],
      history: words(
        'Sudden one-sided pain with breathlessness, often in a tall young man at rest.',
        '突发单侧胸痛伴气短，多见于瘦高年轻男性静息时。',
      ),
      riskFactors: words(
        'Tall slim build, smoking, lung disease, an earlier collapse.',
        '瘦高体型、吸烟、肺病、既往气胸。',
      ),
      examination: words(
        'Quiet breath sounds and a hollow note on one side; a shifted windpipe means tension.',
        '一侧呼吸音减弱、叩诊鼓音；气管移位提示张力性。',
      ),
      investigations: words(
        'Upright chest film; ultrasound if unstable; the ECG is normal.',
        '立位胸片；不稳定者超声；心电图正常。',
      ),
      facts: {
        'one-sided-chest-pain': 0.95,
        breathlessness: 0.85,
        'pain-on-breathing-in': 0.6,
        smoking: 0.5,
        fainting: 0.06,
      },
      redFlags: ['breathlessness', 'fainting'],
      apart: {
        'pulmonary-embolism': ['swollen-calf', 'one-sided-chest-pain'],
        pericarditis: ['worse-lying-flat', 'one-sided-chest-pain'],
        'panic-attack': ['sudden-fear', 'one-sided-chest-pain'],
      },
      shows: { 'chest-film': 'pneumothorax' },
      tier: 'ed-now',
      tierWithRedFlag: 'ed-now',
      management: {
        'ed-now': words(
          'Go to the emergency department; small ones are watched, large ones drained, tension is decompressed at once.',
          '去急诊；少量观察，大量引流，张力性立即减压。',
        ),
        routine: words(
          'Afterwards: a film at two weeks, no flying until healed, never scuba diving.',
          '之后两周复查胸片，愈合前不乘飞机，终身不潜水。',
        ),
      },
      prevalence: {
        weight: 2,
        ages: [
          [16, 30, 5],
          [31, 45, 2],
          [60, 80, 1],
        ],
        female: 0.2,
      },
      course: { unit: 'hour', length: [1, 24], severity: [5, 9] },
    },
    'pulmonary-embolism': {
      name: words('pulmonary embolism', '肺栓塞'),
      icd10: 'I26.99',
      subspecialty: words('Lung circulation', '肺血管疾病'),
      presentation: 'chest-pain',
      complaint: {
        en: [
          'a pain in the chest',
          'a chest pain with weakness',
          'chest pain and a racing pulse',
          'an unusual pain in the chest',
        ],
        zh: ['胸疼', '胸痛、没力气', '胸痛、脉搏快', '胸口异样的疼'],
      },
      tells: [],
      history: words(
        'Sharp pain on breathing and breathlessness, often after immobility or with a swollen leg.',
        '吸气痛和气短，常在制动后或伴单腿肿。',
      ),
      riskFactors: words(
        'Surgery, long travel, cancer, oestrogen, earlier clots.',
        '手术、长途旅行、肿瘤、雌激素、既往血栓。',
      ),
      examination: words(
        'Fast pulse and breathing with clear lungs; one tender calf.',
        '心率呼吸快而肺部清晰；一侧小腿压痛。',
      ),
      investigations: words(
        'Wells score, D-dimer or CT angiography; film and ECG are often normal.',
        'Wells评分、D-二聚体或CT血管造影；胸片心电图常正常。',
      ),
      facts: {
        breathlessness: 0.88,
        'pain-on-breathing-in': 0.75,
        'swollen-calf': 0.65,
        'long-rest-or-journey': 0.75,
        'coughing-blood': 0.2,
        fainting: 0.12,
      },
      redFlags: ['breathlessness', 'fainting', 'coughing-blood'],
      apart: {
        pneumothorax: ['swollen-calf', 'long-rest-or-journey'],
        pericarditis: ['worse-lying-flat', 'long-rest-or-journey'],
        'anterior-infarction': ['pressing-chest-pain', 'swollen-calf'],
      },
      shows: {},
      tier: 'ed-now',
      tierWithRedFlag: 'ed-now',
      management: {
        'ed-now': words(
          'Call an ambulance; CT angiography and an anticoagulant, thrombolysis if in shock.',
          '叫救护车；CT肺动脉造影和抗凝，休克者溶栓。',
        ),
        routine: words(
          'Afterwards: an anticoagulant for at least three months and a search for the cause.',
          '之后抗凝至少三个月并查找病因。',
        ),
      },
      prevalence: {
        weight: 2,
        ages: [
          [25, 44, 2],
          [45, 64, 3],
          [65, 85, 4],
        ],
        female: 0.52,
      },
      course: { unit: 'day', length: [1, 4], severity: [5, 8] },
    },
  },
} as const satisfies Department;
