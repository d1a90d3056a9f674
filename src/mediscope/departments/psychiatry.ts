/** @file Psychiatry. Codes: ICD-10-CM (public domain); sentences are this project's. */
import type { Department } from '../condition.ts';
import { words } from '../language.ts';

const ANXIETY = words('Anxiety disorders', '焦虑障碍');

export const PSYCHIATRY = {
  name: words('Psychiatry', '精神心理科'),
  conditions: {
    'panic-attack': {
      name: words('panic disorder', '惊恐障碍'),
      icd10: 'F41.0',
      subspecialty: ANXIETY,
      presentation: 'chest-pain',
      complaint: {
        en: [
          'attacks of chest tightness',
          'spells of chest pain',
          'chest pain that comes in spells',
          'turns with a tight chest',
        ],
        zh: ['一阵阵胸闷胸痛', '阵发性胸口疼', '胸痛一阵一阵', '胸口阵阵发紧'],
      },
      tells: [],
      history: words(
        'Attacks of fear with chest pain and tingling that peak in ten minutes, then worry about the next.',
        '惊恐发作伴胸痛、发麻，十分钟达峰，之后害怕再发。',
      ),
      riskFactors: words(
        'Family history, stress, caffeine, earlier anxiety.',
        '家族史、压力、咖啡因、既往焦虑。',
      ),
      examination: words(
        'Normal between attacks; thyroid and heart normal.',
        '间歇期正常；甲状腺和心脏正常。',
      ),
      investigations: words(
        'ECG and thyroid test once; no repeated tests.',
        '心电图和甲功查一次；避免反复检查。',
      ),
      facts: {
        'sudden-fear': 0.94,
        'tingling-fingers': 0.75,
        breathlessness: 0.5,
        'endless-worry': 0.35,
        'poor-sleep': 0.3,
        'thoughts-of-death': 0.04,
        'pressing-chest-pain': 0.12,
        'cold-sweat': 0.08,
      },
      redFlags: ['thoughts-of-death', 'fainting'],
      apart: {
        'anterior-infarction': ['sudden-fear', 'pain-into-arm'],
        reflux: ['sudden-fear', 'burning-after-meals'],
      },
      shows: {},
      tier: 'routine',
      tierWithRedFlag: 'ed-now',
      management: {
        'ed-now': words(
          'Do not stay alone; go to the emergency department or call a crisis line now.',
          '不要独处；立即去急诊或拨打心理危机热线。',
        ),
        routine: words(
          'Slow breathing, cognitive behavioural therapy, a serotonin medicine if needed.',
          '缓慢呼吸、认知行为治疗，必要时用SSRI。',
        ),
      },
      prevalence: {
        weight: 4,
        ages: [
          [18, 34, 5],
          [35, 55, 3],
        ],
        female: 0.66,
      },
      course: { unit: 'week', length: [2, 12], severity: [4, 8] },
    },
    'generalized-anxiety': {
      name: words('generalized anxiety disorder', '广泛性焦虑障碍'),
      icd10: 'F41.1',
      subspecialty: ANXIETY,
      presentation: 'palpitations',
      complaint: {
        en: [
          'palpitations and tension',
          'a tense body and a quick pulse',
          'a jumpy heart',
          'an unquiet heart',
        ],
        zh: ['心慌紧张', '身体紧绷、脉快', '心里突突', '心神不宁、心跳快'],
      },
      tells: [],
      history: words(
        'Over six months of worry on most days with tension and poor sleep.',
        '多数日子过度担忧超过六个月，紧张、失眠。',
      ),
      riskFactors: words(
        'Family history, hard life events, chronic illness.',
        '家族史、生活事件、慢性病。',
      ),
      examination: words('Tense, otherwise normal.', '紧张，余正常。'),
      investigations: words('ECG, thyroid test, GAD-7.', '心电图、甲功、GAD-7量表。'),
      facts: {
        'endless-worry': 0.94,
        'poor-sleep': 0.75,
        'shaky-hands': 0.2,
        'sudden-fear': 0.15,
        'thoughts-of-death': 0.07,
        'low-mood': 0.3,
        'heat-intolerance': 0.03,
      },
      redFlags: ['thoughts-of-death', 'fainting'],
      apart: {
        hyperthyroidism: ['endless-worry', 'weight-loss'],
        'supraventricular-tachycardia': ['endless-worry', 'on-off-racing'],
      },
      shows: {},
      tier: 'routine',
      tierWithRedFlag: 'ed-now',
      management: {
        'ed-now': words(
          'Do not stay alone; go to the emergency department or call a crisis line now.',
          '不要独处；立即去急诊或拨打心理危机热线。',
        ),
        routine: words(
          'Guided self-help or therapy, exercise, less caffeine, sertraline if needed.',
          '自助指导或心理治疗、运动、少咖啡因，必要时舍曲林。',
        ),
      },
      prevalence: {
        weight: 4,
        ages: [
          [18, 39, 4],
          [40, 65, 4],
        ],
        female: 0.65,
      },
      course: { unit: 'month', length: [6, 24], severity: [3, 6] },
    },
    depression: {
      name: words('depression', '抑郁症'),
      icd10: 'F32.A',
      subspecialty: words('Mood disorders', '心境障碍'),
      presentation: 'tiredness',
      complaint: {
        en: [
          'no strength for anything',
          'tiredness even after sleep',
          'no drive for anything',
          'tiredness that rest does not help',
        ],
        zh: ['干什么都没劲', '睡了还累', '做事提不起劲', '歇着也累'],
      },
      tells: [],
      history: words(
        'Two weeks or more of low mood or lost interest with poor sleep and tiredness.',
        '情绪低落或兴趣丧失两周以上，伴失眠、乏力。',
      ),
      riskFactors: words(
        'Earlier episodes, loss, chronic illness, childbirth, alcohol.',
        '既往发作、丧失、慢性病、产后、饮酒。',
      ),
      examination: words(
        'Mood, thinking, risk; exclude thyroid disease.',
        '情绪、思维、风险评估；排除甲状腺病。',
      ),
      investigations: words(
        'PHQ-9, TSH, blood count; ask about suicide openly.',
        'PHQ-9、TSH、血常规；直接询问自杀念头。',
      ),
      facts: {
        'low-mood': 0.93,
        'no-joy': 0.9,
        'poor-sleep': 0.8,
        'thoughts-of-death': 0.22,
        'poor-appetite': 0.5,
        'weight-loss': 0.15,
        'drinking-alcohol': 0.2,
      },
      redFlags: ['thoughts-of-death'],
      apart: {
        hypothyroidism: ['cold-intolerance', 'no-joy'],
        'iron-deficiency-anaemia': ['low-mood', 'paleness'],
      },
      shows: {},
      tier: 'days',
      tierWithRedFlag: 'ed-now',
      management: {
        'ed-now': words(
          'Do not stay alone; go to the emergency department or call a crisis line now.',
          '不要独处；立即去急诊或拨打心理危机热线。',
        ),
        days: words(
          'See a doctor within days; talking therapy, activity, an antidepressant if moderate, weekly contact.',
          '几天内就诊；心理治疗、活动，中度以上用抗抑郁药，每周随访。',
        ),
      },
      prevalence: {
        weight: 5,
        ages: [
          [15, 34, 4],
          [35, 60, 4],
          [61, 82, 2],
        ],
        female: 0.62,
      },
      course: { unit: 'week', length: [3, 20], severity: [4, 7] },
    },
  },
} as const satisfies Department;
