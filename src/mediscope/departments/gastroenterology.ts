/** @file Gastroenterology and abdominal surgery. Codes: ICD-10-CM (public domain); sentences are this project's. */
import type { Department } from '../condition.ts';
import { words } from '../language.ts';

const BILE = words('Gallbladder and bile ducts', '胆道疾病');
const UPPER = words('Gullet and stomach', '食管胃疾病');

export const GASTROENTEROLOGY = {
  name: words('Gastroenterology', '消化科'),
  conditions: {
    reflux: {
      name: words('gastro-oesophageal reflux disease', '胃食管反流病'),
      icd10: 'K21.9',
      subspecialty: UPPER,
      presentation: 'chest-pain',
      complaint: {
        en: [
          'an unpleasant feeling in the chest',
          'a chest pain after dinner',
          'chest discomfort in the evenings',
          'a nagging pain in the chest',
        ],
        zh: ['胸口不舒服', '晚饭后胸痛', '晚上胸部不适', '胸口隐隐作痛'],
      },
      tells: [],
      history: words(
        'Burning after meals and when lying or bending, with acid in the mouth.',
        '饭后、平卧或弯腰时烧灼，伴反酸。',
      ),
      riskFactors: words(
        'Overweight, late meals, hiatus hernia, pregnancy, smoking.',
        '超重、晚餐过晚、食管裂孔疝、妊娠、吸烟。',
      ),
      examination: words(
        'Usually normal; look for weight loss or anaemia.',
        '多无异常；注意消瘦和贫血。',
      ),
      investigations: words(
        'None at first if young without red flags; ECG when in doubt; endoscopy with red flags.',
        '年轻无警示者可先不查；有疑问查心电图；有警示症状做胃镜。',
      ),
      facts: {
        'burning-after-meals': 0.92,
        'sour-taste': 0.85,
        'black-stools': 0.04,
        'weight-loss': 0.06,
        'weight-gain': 0.3,
      },
      redFlags: ['black-stools', 'weight-loss', 'vomiting-blood'],
      apart: {
        'anterior-infarction': ['cold-sweat', 'burning-after-meals'],
        'panic-attack': ['sudden-fear', 'sour-taste'],
      },
      shows: {},
      tier: 'self-care',
      tierWithRedFlag: 'days',
      management: {
        days: words('See a doctor within days for an endoscopy.', '几天内就诊做胃镜。'),
        'self-care': words(
          'Eat early and small, raise the head of the bed, lose weight; a proton pump inhibitor for four weeks.',
          '少量早吃、抬高床头、减重；质子泵抑制剂四周。',
        ),
      },
      prevalence: {
        weight: 6,
        ages: [
          [25, 44, 3],
          [45, 70, 4],
        ],
        female: 0.5,
      },
      course: { unit: 'week', length: [2, 12], severity: [2, 5] },
    },
    'biliary-colic': {
      name: words('biliary colic from gallstones', '胆囊结石胆绞痛'),
      icd10: 'K80.20',
      subspecialty: BILE,
      presentation: 'upper-belly-pain',
      complaint: {
        en: [
          'attacks of pain under the right ribs',
          'cramps in the upper belly',
          'pain attacks high in the belly',
          'spasms below the right ribs',
        ],
        zh: ['右肋下阵发疼痛', '上腹绞痛', '肚子上方阵阵疼', '右肋下痉挛痛'],
      },
      tells: [],
      history: words(
        'Attacks of an hour or two after rich meals, free of pain between them.',
        '油腻餐后发作一两小时，间歇期无痛。',
      ),
      riskFactors: words(
        'Female sex, age over forty, overweight, pregnancy, fast weight loss.',
        '女性、四十岁以上、超重、妊娠、快速减重。',
      ),
      examination: words(
        'Soft belly, no fever, no Murphy sign.',
        '腹软、无发热、Murphy征阴性。',
      ),
      investigations: words('Ultrasound and liver tests.', '超声和肝功能。'),
      facts: {
        'after-fatty-food': 0.9,
        'steady-pain-for-hours': 0.08,
        vomiting: 0.3,
        fever: 0.03,
        'yellow-skin': 0.05,
        'stones-before': 0.3,
      },
      redFlags: ['yellow-skin', 'fever'],
      apart: {
        cholecystitis: ['fever', 'steady-pain-for-hours'],
        'peptic-ulcer': ['hunger-pain', 'after-fatty-food'],
      },
      shows: { ultrasound: 'gallstones' },
      tier: 'routine',
      tierWithRedFlag: 'ed-now',
      management: {
        'ed-now': words(
          'Go to the emergency department: a blocked duct or infection needs treatment today.',
          '去急诊：胆管梗阻或感染需当天处理。',
        ),
        routine: words(
          'Low-fat meals, diclofenac for attacks, and planned keyhole removal of the gallbladder.',
          '低脂饮食、发作时双氯芬酸，择期腹腔镜胆囊切除。',
        ),
      },
      prevalence: {
        weight: 4,
        ages: [
          [30, 49, 4],
          [50, 75, 4],
        ],
        female: 0.7,
      },
      course: { unit: 'week', length: [2, 10], severity: [5, 8] },
    },
    cholecystitis: {
      name: words('acute cholecystitis', '急性胆囊炎'),
      icd10: 'K81.0',
      subspecialty: BILE,
      presentation: 'upper-belly-pain',
      complaint: {
        en: [
          'a strong pain in the upper belly',
          'pain on the right under the ribs',
          'a bad upper belly pain',
          'strong pain below the right ribs',
        ],
        zh: ['上腹痛得厉害', '右肋下疼', '上腹剧痛', '右肋下很疼'],
      },
      tells: [],
      history: words(
        'Constant right upper pain for many hours with fever and vomiting.',
        '右上腹持续疼痛数小时，伴发热呕吐。',
      ),
      riskFactors: words(
        'Gallstones, overweight, age, diabetes.',
        '胆结石、超重、高龄、糖尿病。',
      ),
      examination: words('Fever and a positive Murphy sign.', '发热、Murphy征阳性。'),
      investigations: words(
        'Ultrasound, blood count, CRP, liver tests, lipase.',
        '超声、血常规、C反应蛋白、肝功能、脂肪酶。',
      ),
      facts: {
        'steady-pain-for-hours': 0.94,
        fever: 0.85,
        vomiting: 0.7,
        'after-fatty-food': 0.5,
        'stones-before': 0.4,
        'shaking-chills': 0.2,
        'yellow-skin': 0.1,
      },
      redFlags: ['shaking-chills', 'yellow-skin'],
      apart: {
        'biliary-colic': ['fever', 'steady-pain-for-hours'],
        'acute-pancreatitis': ['pain-through-to-back', 'fever'],
      },
      shows: { ultrasound: 'thick-gallbladder' },
      tier: 'ed-now',
      tierWithRedFlag: 'ed-now',
      management: {
        'ed-now': words(
          'Go to the emergency department; fluids, antibiotics and surgery within three days.',
          '去急诊；补液、抗生素，三天内手术。',
        ),
        days: words(
          'After surgery: wound check within days; fever or jaundice means coming back.',
          '术后几天内查伤口；发热或黄疸须返院。',
        ),
      },
      prevalence: {
        weight: 3,
        ages: [
          [35, 54, 3],
          [55, 85, 5],
        ],
        female: 0.6,
      },
      course: { unit: 'day', length: [1, 3], severity: [6, 9] },
    },
    'peptic-ulcer': {
      name: words('peptic ulcer', '消化性溃疡'),
      icd10: 'K27.9',
      subspecialty: UPPER,
      presentation: 'upper-belly-pain',
      complaint: {
        en: [
          'a pain in the pit of the stomach',
          'stomach pain',
          'an ache in the stomach',
          'a sore stomach',
        ],
        zh: ['心窝疼', '胃痛', '胃隐痛', '胃不舒服疼'],
      },
      tells: [],
      history: words(
        'Gnawing pain on an empty stomach or at night, eased by food.',
        '空腹或夜间隐痛，进食缓解。',
      ),
      riskFactors: words(
        'Helicobacter pylori, anti-inflammatory painkillers, smoking.',
        '幽门螺杆菌、非甾体抗炎药、吸烟。',
      ),
      examination: words(
        'Tender above the navel; pallor suggests bleeding, rigidity perforation.',
        '上腹压痛；苍白提示出血，板状腹提示穿孔。',
      ),
      investigations: words(
        'Helicobacter test, blood count, endoscopy with red flags; normal ultrasound.',
        '幽门螺杆菌检测、血常规，有警示做胃镜；超声正常。',
      ),
      facts: {
        'hunger-pain': 0.88,
        'painkiller-use': 0.55,
        smoking: 0.4,
        'black-stools': 0.2,
        'vomiting-blood': 0.08,
        'after-fatty-food': 0.06,
      },
      redFlags: ['black-stools', 'vomiting-blood'],
      apart: {
        'biliary-colic': ['hunger-pain', 'after-fatty-food'],
        'acute-pancreatitis': ['pain-through-to-back', 'hunger-pain'],
      },
      shows: {},
      tier: 'days',
      tierWithRedFlag: 'ed-now',
      management: {
        'ed-now': words(
          'Go to the emergency department: a bleeding ulcer needs fluids and endoscopy.',
          '去急诊：溃疡出血需补液和内镜止血。',
        ),
        days: words(
          'See a doctor within days; stop ibuprofen and aspirin, test for Helicobacter, proton pump inhibitor.',
          '几天内就诊；停布洛芬和阿司匹林，查幽门螺杆菌，质子泵抑制剂。',
        ),
      },
      prevalence: {
        weight: 4,
        ages: [
          [25, 49, 3],
          [50, 78, 4],
        ],
        female: 0.42,
      },
      course: { unit: 'week', length: [2, 8], severity: [3, 6] },
    },
    'acute-pancreatitis': {
      name: words('acute pancreatitis', '急性胰腺炎'),
      icd10: 'K85.90',
      subspecialty: words('Pancreas', '胰腺疾病'),
      presentation: 'upper-belly-pain',
      complaint: {
        en: [
          'a terrible belly pain',
          'very bad pain across the upper belly',
          'a fierce belly pain',
          'horrible pain around the stomach',
        ],
        zh: ['肚子疼得要命', '整个上腹剧痛', '肚子猛烈疼痛', '胃周围疼得可怕'],
      },
      tells: [],
      history: words(
        'Severe constant pain through to the back with vomiting, after alcohol or gallstones.',
        '剧烈持续痛穿透后背伴呕吐，常因酒精或胆石。',
      ),
      riskFactors: words(
        'Gallstones, alcohol, very high triglycerides.',
        '胆石、酒精、高甘油三酯。',
      ),
      examination: words(
        'Tender upper belly, fast pulse, leaning forward for relief.',
        '上腹压痛、脉快、前倾位减轻。',
      ),
      investigations: words(
        'Lipase over three times the limit, calcium, ultrasound for stones.',
        '脂肪酶超三倍上限、血钙、超声找结石。',
      ),
      facts: {
        'pain-through-to-back': 0.93,
        vomiting: 0.85,
        'steady-pain-for-hours': 0.9,
        'drinking-alcohol': 0.65,
        fever: 0.2,
        drowsiness: 0.08,
      },
      redFlags: ['drowsiness', 'steady-pain-for-hours'],
      apart: {
        cholecystitis: ['pain-through-to-back', 'drinking-alcohol'],
        'peptic-ulcer': ['hunger-pain', 'pain-through-to-back'],
      },
      shows: {},
      tier: 'ed-now',
      tierWithRedFlag: 'ed-now',
      management: {
        'ed-now': words(
          'Go to the emergency department; fluids, pain relief, monitoring and a search for the cause.',
          '去急诊；补液、止痛、监护并查找病因。',
        ),
        routine: words(
          'Afterwards: no alcohol, gallbladder removal if stones were the cause.',
          '之后戒酒；因结石者切除胆囊。',
        ),
      },
      prevalence: {
        weight: 2,
        ages: [
          [25, 49, 4],
          [50, 75, 3],
        ],
        female: 0.4,
      },
      course: { unit: 'hour', length: [6, 48], severity: [7, 10] },
    },
    appendicitis: {
      name: words('acute appendicitis', '急性阑尾炎'),
      icd10: 'K35.80',
      subspecialty: words('Abdominal surgery', '普外科'),
      presentation: 'lower-belly-pain',
      complaint: {
        en: [
          'a belly ache',
          'belly pain that is getting worse',
          'a growing belly ache',
          'a belly pain that gets stronger',
        ],
        zh: ['肚子疼', '肚子越来越疼', '腹痛加重', '肚子一阵比一阵疼'],
      },
      tells: [],
      history: words(
        'Pain that starts at the navel and settles on the lower right, with no appetite.',
        '疼痛始于脐周后转移至右下腹，没有胃口。',
      ),
      riskFactors: words(
        'Age ten to thirty, but possible at any age.',
        '十至三十岁多见，任何年龄均可。',
      ),
      examination: words(
        'Tenderness and guarding at McBurney’s point; pain on release.',
        '麦氏点压痛、肌紧张和反跳痛。',
      ),
      investigations: words(
        'Blood count, CRP, pregnancy test, ultrasound or CT.',
        '血常规、C反应蛋白、妊娠试验、超声或CT。',
      ),
      facts: {
        'pain-moved-to-lower-right': 0.93,
        'poor-appetite': 0.85,
        'worse-on-moving': 0.8,
        fever: 0.5,
        vomiting: 0.5,
        'shaking-chills': 0.1,
      },
      redFlags: ['shaking-chills', 'worse-on-moving'],
      apart: {
        'ureteric-stone': ['flank-to-groin-waves', 'worse-on-moving'],
        'ectopic-pregnancy': ['missed-period', 'pain-moved-to-lower-right'],
        'ovarian-torsion': ['sudden-one-sided-belly', 'pain-moved-to-lower-right'],
      },
      shows: { ultrasound: 'appendix', 'lab-report': 'high-crp' },
      tier: 'ed-now',
      tierWithRedFlag: 'ed-now',
      management: {
        'ed-now': words(
          'Go to the emergency department without eating; antibiotics and keyhole surgery.',
          '空腹去急诊；抗生素和腹腔镜手术。',
        ),
        days: words(
          'After surgery: wound check within days, light work in a week.',
          '术后几天内查伤口，一周后可轻体力活动。',
        ),
      },
      prevalence: {
        weight: 4,
        ages: [
          [13, 29, 5],
          [30, 49, 3],
          [50, 70, 1],
        ],
        female: 0.45,
      },
      course: { unit: 'hour', length: [8, 48], severity: [5, 8] },
    },
  },
} as const satisfies Department;
