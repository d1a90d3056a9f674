/** @file What is asked about belly, bowels and urine. */
import { abdominalPain, vomiting } from '../red-flags/signs.ts';
import { ask, background, danger } from './topic.ts';

export const BELLY = {
  abdominalPain: ask(
    ['Is there pain in the belly, and where?', '有没有腹痛？在哪里？'],
    abdominalPain,
  ),
  vomiting: ask(
    ['Is there nausea or vomiting, how often?', '有没有恶心、呕吐？多频繁？'],
    vomiting,
  ),
  vomitBlood: danger(
    [
      'Is there blood or coffee-ground matter in the vomit, is it green?',
      '呕吐物有没有血、咖啡样物或胆汁？',
    ],
    [
      'haematemesis, hematemesis, vomiting blood, blood in … vomit, coffee ground*, bilious, green vomit, vomited blood',
      '呕血, 咖啡样, 咖啡色, 胆汁, 绿色呕吐, 呕吐物带血',
    ],
  ),
  bleeding: danger(
    ['Is there blood in the stool, or is it black?', '大便有没有带血或发黑？'],
    [
      'melaena, melena, black stool*, tarry, rectal bleeding, blood in … stool*, bloody stool*, bloody diarrh*, haematochezia, hematochezia, pr bleed*, fresh blood',
      '黑便, 便血, 血便, 柏油样, 大便带血, 大便发黑, 鲜血便, 脓血便',
    ],
  ),
  stool: ask(
    [
      'How are the bowels: when last, how often, loose or hard?',
      '大便情况：末次、次数、稀或干？',
    ],
    [
      'diarrh*, constipat*, bowel*, stool*, loose, opened, passing wind, flatus, obstipat*, motions',
      '大便, 腹泻, 便秘, 排便, 排气, 稀便, 水样便, 停止排气',
    ],
  ),
  obstruction: danger(
    [
      'Does nothing pass any more, neither wind nor stool; is the belly distended?',
      '是否停止排气排便、腹胀？',
    ],
    [
      'passing wind, flatus, distend*, distension, bloat*, obstipat*, not opened',
      '排气, 腹胀, 膨隆, 停止排便, 腹部胀',
    ],
  ),
  peritonism: danger(
    [
      'Does every movement or cough hurt; is the belly hard?',
      '活动或咳嗽时是否加剧？腹部是否发硬？',
    ],
    [
      'rigid*, guarding, rebound, peritoni*, hurts to move, lies still, soft abdomen, abdomen soft, board like',
      '板状腹, 反跳痛, 肌紧张, 腹膜刺激征, 腹软, 压痛, 不敢动',
    ],
  ),
  jaundice: danger(
    [
      'Are the eyes or skin yellow, urine dark, stools pale?',
      '有没有眼黄、皮肤黄、尿色深、大便色浅？',
    ],
    [
      'jaundice*, yellow, icter*, dark urine, pale stool*, itch*',
      '黄疸, 皮肤黄, 眼黄, 巩膜黄染, 尿色深, 陶土色, 尿黄',
    ],
  ),
  swallowing: danger(
    ['Does food stick, is swallowing painful?', '有没有吞咽困难或吞咽痛？'],
    [
      'dysphagia, difficulty swallowing, food stick*, trouble swallowing, odynophagia, painful swallowing, pain on swallowing, swallow*',
      '吞咽困难, 吞咽痛, 哽噎, 咽下困难, 吞咽',
    ],
  ),
  meals: ask(
    [
      'How is it related to meals, fat, alcohol, painkillers?',
      '与进食、油腻、饮酒、止痛药有什么关系？',
    ],
    [
      'after meals, after eating, before meals, empty stomach, fatty, fried, greasy, nsaid*, ibuprofen, alcohol, hunger',
      '餐后, 饭后, 空腹, 进食, 油腻, 饮酒, 止痛药, 布洛芬',
    ],
  ),
  appetite: ask(
    ['How is the appetite; are fluids kept down?', '食欲如何？能否进水？'],
    [
      'appetite, anorexia, eating, drinking, tolerating fluids, fluids, keeping down, off food, early satiety',
      '食欲, 纳差, 进食, 饮水, 进水, 胃纳, 早饱',
    ],
  ),
  dehydration: danger(
    ['Dry mouth, little urine, dizzy on standing?', '有没有口干、尿少、站立时头晕？'],
    [
      'dehydrat*, dry mouth, passing urine, urine output, little urine, dizzy on standing, thirsty, wet nappies, wet diapers, sunken eyes',
      '脱水, 口干, 尿少, 尿量, 口渴, 眼窝凹陷, 小便次数',
    ],
  ),
  antibiotics: background(
    [
      'Antibiotics or a hospital stay in the last weeks?',
      '近几周是否用过抗生素或住院？',
    ],
    [
      'antibiotic*, amoxicillin, clindamycin, hospital stay, recently admitted, clostrid*, c diff',
      '抗生素, 住院, 阿莫西林, 头孢',
    ],
  ),
  bowelChange: danger(
    [
      'Has the bowel habit changed for weeks; bowel cancer in the family?',
      '排便习惯是否改变数周？有肠癌家族史吗？',
    ],
    [
      'change in bowel habit, bowel habit, colonoscopy, bowel cancer, colon cancer, polyps',
      '排便习惯改变, 排便习惯, 肠镜, 肠癌, 息肉',
    ],
  ),
  urine: ask(
    [
      'Burning, frequency, urgency or pain in passing urine?',
      '有没有尿痛、尿频、尿急？',
    ],
    [
      'dysuria, burning … urin*, urinary frequency, frequency, urgency, painful urination, stinging, urinary symptoms, nocturia, urinary',
      '尿痛, 尿频, 尿急, 排尿困难, 尿路刺激, 夜尿, 小便',
    ],
  ),
  haematuria: danger(
    ['Is there blood in the urine, are there clots?', '有没有血尿或血块？'],
    [
      'haematuria, hematuria, blood in … urine, red urine, clots',
      '血尿, 尿血, 尿中带血, 肉眼血尿, 尿色红',
    ],
  ),
  flank: danger(
    ['Is there pain in the flank, shivering?', '有没有腰部疼痛、寒战？'],
    [
      'flank, loin, renal angle, costovertebral, back pain, rigor*',
      '腰痛, 腰部疼痛, 肾区, 侧腹, 肋脊角, 寒战',
    ],
  ),
  retention: danger(
    ['Can urine be passed at all?', '能否排出小便？'],
    [
      "retention, unable to pass urine, cannot pass urine, can't pass urine, passing urine, weak stream, hesitancy, dribbling",
      '尿潴留, 排不出尿, 不能排尿, 尿不出, 尿线细, 排尿费力, 排尿正常',
    ],
  ),
  testis: danger(
    ['Is a testicle painful or swollen?', '睾丸有没有疼痛或肿胀？'],
    ['testic*, testis, scrot*', '睾丸, 阴囊'],
    { only: { sex: 'male' } },
  ),
};
