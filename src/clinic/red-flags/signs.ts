/** @file Signs that rules of several groups ask for. */
import { sign } from './sign.ts';

export const chestPain = sign(
  'chest pain',
  `chest pain*, chest tightness, chest pressure, chest discomfort, chest heaviness, tight chest,
   pain in … chest, pressure in … chest, tightness in … chest, pressure on … chest, tightness across … chest, pain across … chest,
   retrosternal pain, substernal pain, precordial pain, central chest, elephant on … chest, angina at rest, chest feels tight,
   crushing chest, heavy chest, chest ache, chest hurts`,
  `胸痛, 胸口痛, 胸口疼, 胸疼, 胸闷痛, 胸骨后疼痛, 胸骨后痛, 心前区疼痛, 心前区痛, 心前区压榨, 胸部疼痛, 胸部压迫感,
   胸骨后压榨, 胸部剧痛, 胸前区疼痛, 胸前区痛, 心口痛, 心口疼, 胸部闷痛, 胸部压榨, 胸口压榨`,
);
export const breathless = sign(
  'breathlessness',
  `short of breath, shortness of breath, breathless*, dyspnoea, dyspnea, dyspnoeic, dyspneic, sob, difficulty breathing,
   trouble breathing, difficulty in breathing, struggling to breathe, cannot breathe, can't breathe, hard to breathe,
   unable to breathe, laboured breathing, labored breathing, respiratory distress, gasping, air hunger`,
  `呼吸困难, 气促, 气急, 喘不过气, 喘不上气, 呼吸急促, 呼吸窘迫, 憋气, 喘憋, 气短, 端坐呼吸, 呼吸费力`,
);
export const sweating = sign(
  'sweating',
  'sweat*, diaphor*, clammy, cold sweat*',
  '大汗, 出汗, 冷汗, 大汗淋漓, 多汗, 湿冷, 出冷汗, 冒冷汗',
);
export const syncope = sign(
  'loss of consciousness',
  `syncope, syncopal, collapsed, collapse, fainted, faint, fainting, passed out, blacked out, blackout, loss of consciousness,
   lost consciousness, loc, transient loss of consciousness`,
  `晕厥, 昏厥, 晕倒, 意识丧失, 昏倒, 失去意识, 一过性意识丧失, 黑朦晕倒`,
);
export const vomiting = sign(
  'vomiting',
  'vomit*, threw up, throwing up, emesis, being sick repeatedly',
  '呕吐, 吐了, 恶心呕吐',
);
export const fever = sign(
  'fever',
  `fever*, febrile, pyrexi*, high temperature, rigor*, shaking chills, spiking temperature*`,
  `发热, 发烧, 高热, 高烧, 寒战, 低热, 发冷发热`,
);
export const confusion = sign(
  'new confusion',
  `confus*, disorient*, altered mental status, altered mental state, delirious, delirium, drowsy, drowsiness, letharg*,
   obtunded, hard to rouse, difficult to rouse, difficult to wake, not making sense, altered consciousness,
   reduced consciousness, reduced level of consciousness, decreased level of consciousness, encephalopath*, stupor*`,
  `意识模糊, 神志模糊, 意识障碍, 神志不清, 意识不清, 嗜睡, 谵妄, 精神错乱, 胡言乱语, 精神萎靡, 反应迟钝, 昏睡, 叫不醒, 神志淡漠`,
);
export const unresponsive = sign(
  'unresponsive',
  `unresponsive, unconscious, comatose, coma, not responding to voice, not responding to pain, unrousable, unarousable, cannot be woken,
   can't be woken, cannot wake`,
  `昏迷, 无反应, 没有反应, 意识丧失不醒, 呼之不应, 无意识, 没有意识, 叫不醒, 唤不醒, 不省人事`,
);
export const mottled = sign(
  'poor perfusion',
  `mottled, mottling, cold peripheries, cold hands and feet, prolonged capillary refill, capillary refill > 3, ashen, cyanos*, cyanotic,
   blue lips, blue around … lips, grey skin, no urine, anuri*, not passed urine, oliguri*, looks very unwell, septic shock, in shock, shocked`,
  `花斑, 皮肤湿冷, 四肢湿冷, 四肢厥冷, 毛细血管再充盈时间延长, 发绀, 紫绀, 口唇青紫, 面色灰白, 面色苍白, 少尿, 无尿, 休克`,
);
export const hypotensive = sign(
  'low blood pressure',
  'hypotensive, hypotension, low blood pressure, blood pressure low, bp low, low bp, cardiovascular collapse, thready pulse',
  '低血压, 血压低, 血压下降, 血压测不出, 血压降低, 脉搏细弱, 脉细速',
);
export const suddenOnset = sign(
  'sudden onset',
  `sudden, suddenly, abrupt*, thunderclap, acute onset, sudden onset, within seconds, instantaneous*`,
  `突发, 突然, 骤发, 骤起, 骤然, 猛然, 一瞬间`,
);
export const severeHeadache = sign(
  'severe headache',
  `severe headache*, worst headache, worst … headache, thunderclap headache*, excruciating headache*, sudden headache*,
   sudden severe headache*, sudden onset headache*, explosive headache*, intense headache*, headache … worst`,
  `剧烈头痛, 头痛剧烈, 头痛欲裂, 剧烈的头痛, 突发头痛, 突然头痛, 雷击样头痛, 炸裂样头痛, 爆炸样头痛, 头痛难忍, 一生中最严重的头痛, 有生以来最剧烈的头痛, 头疼欲裂, 头痛明显加重`,
);
export const headache = sign(
  'headache',
  'headache*, head pain, cephalgia',
  '头痛, 头疼',
);
export const abdominalPain = sign(
  'abdominal pain',
  `abdominal pain*, abdo pain, tummy pain, stomach pain*, belly pain, stomach ache*, pelvic pain, epigastric pain, iliac fossa pain, rif pain,
   lif pain, abdominal cramp*, pain in … abdomen, lower quadrant pain, upper quadrant pain, flank pain, pain in … belly, abdomen … painful`,
  `腹痛, 肚子痛, 肚子疼, 腹部疼痛, 上腹痛, 下腹痛, 腹部剧痛, 胃痛, 盆腔痛, 腰腹痛, 小腹痛, 上腹部疼痛, 右下腹疼痛, 下腹疼痛, 腹部绞痛, 右上腹疼痛`,
);
export const severePain = sign(
  'severe pain',
  `severe, excruciating, agonising, agonizing, worst, unbearable, intense, tearing, ripping, 10/10, 9/10, out of proportion`,
  `剧烈, 剧痛, 撕裂样, 撕裂, 刀割样, 难以忍受, 难忍, 最剧烈, 绞痛`,
);
export const seizure = sign(
  'seizure',
  'seizure*, convuls*, fitting, fits, tonic clonic, status epilepticus',
  '一直抽, 全身抽, 抽搐, 惊厥, 癫痫发作, 抽风, 强直阵挛',
);
export const blurredVision = sign(
  'disturbed vision',
  `blurred vision, blurry vision, blurring of vision, visual disturbance*, flashing lights, seeing spots, scotoma*, double vision, diplopia,
   vision is blurred, vision blurred, visual loss`,
  `视物模糊, 视力模糊, 眼花, 视觉障碍, 复视, 视物不清, 视物成双, 眼前发黑, 闪光感`,
);
export const pregnancy = sign(
  'pregnancy',
  `pregnant, pregnancy, gravid, gestation, weeks pregnant, third trimester, second trimester, first trimester, antenatal, positive pregnancy test, hcg positive, primigravida`,
  `怀孕, 孕妇, 妊娠, 孕, 早孕, 孕晚期, 孕早期, 停经, 妊娠试验阳性, 孕期, hcg阳性`,
);
export const postpartum = sign(
  'after a birth',
  `postpartum, post partum, postnatal, gave birth, after delivery, after giving birth, after childbirth, since delivery, new mother, days after birth`,
  `产后, 分娩后, 生产后, 坐月子, 剖宫产后, 产褥期`,
);
export const newborn = sign(
  'young infant',
  'newborn*, neonat*, new born',
  '新生儿, 刚出生, 早产儿',
);
export const child = sign(
  'child',
  'baby, infant*, toddler*, child, newborn*, neonat*, boy, girl, kid',
  '患儿, 婴儿, 宝宝, 小儿, 幼儿, 新生儿, 儿童, 男婴, 女婴, 孩子, 男童, 女童',
);
