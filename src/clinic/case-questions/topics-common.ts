/** @file What is asked with most complaints: the course of it, and the person who has it. */
import { age, temperature } from '../red-flags/measures.ts';
import { fever } from '../red-flags/signs.ts';
import { ask, background, danger } from './topic.ts';

const WOMEN = { sex: 'female', fromYears: 11, belowYears: 56 } as const;

export const COMMON = {
  age: ask(
    ['How old is the patient?', '患者多大年龄？'],
    ['newborn, elderly', '新生儿'],
    {
      measures: [age],
    },
  ),
  onset: ask(
    ['When did it begin, and how quickly?', '什么时候开始的？起病快慢如何？'],
    [
      `sudden*, abrupt*, gradual*, insidious*, acute onset, since, began, started, onset, for … day*, for … week*, for … month*, for … hour*, for … year*,
       day history, week history, month history, hour history, year history, days ago, day ago, hours ago, hour ago, weeks ago, week ago, months ago, month ago, minutes ago,
       yesterday, this morning, last night, today, x … days`,
      `突发, 突然, 逐渐, 缓慢, 急性起病, 起病, 小时前, 天前, 周前, 月前, 年前, 分钟前, 昨天, 昨日, 昨晚, 今晨, 今早, 今天, 开始, 已有, 余天, 个月来, 天来, 周来, 年来, 小时来, 持续`,
    ],
  ),
  course: ask(
    [
      'Is it constant, does it come and go, is it getting worse?',
      '是持续的还是间断的？在加重吗？',
    ],
    [
      `constant*, continuous*, intermittent*, comes and goes, on and off, episodic*, worsening, getting worse, worse since, progressive*, improving, getting better, unchanged, stable, recurrent*, paroxysmal`,
      `持续性, 持续存在, 间断, 间歇, 阵发, 时有时无, 反复, 加重, 好转, 减轻, 缓解, 进行性, 无变化, 稳定`,
    ],
  ),
  provoking: ask(
    [
      'What brings it on or makes it worse, and what relieves it?',
      '什么会诱发或加重？什么能缓解？',
    ],
    [
      `worse with, worse on, worse when, worse after, worsens with, better with, better on, better when, relieved by, relieved with, eases with, brought on by, triggered by, exertional, on exertion, at rest, with movement, on movement, after meals, after eating, after food, on lying, when lying, leaning forward, aggravated by, no trigger, no relief, not relieved, pleuritic`,
      `加重因素, 缓解因素, 活动后, 劳累后, 休息时, 休息后, 静息时, 进食后, 餐后, 饭后, 体位, 平卧, 前倾, 深呼吸时, 咳嗽时, 诱因, 诱发, 服药后, 含服, 运动后, 活动时`,
    ],
  ),
  quality: ask(
    [
      'What does it feel like: sharp, dull, burning, pressing, cramping?',
      '是什么样的感觉：刺痛、钝痛、烧灼、压榨还是绞痛？',
    ],
    [
      `sharp, dull, burning, pressing, pressure like, squeezing, crushing, tearing, stabbing, throbbing, pulsating, cramp*, colicky, aching, gnawing, tight, tightness, shooting, electric, heavy, band like, vice like`,
      `刺痛, 钝痛, 烧灼, 灼痛, 压榨, 压迫感, 绞痛, 胀痛, 隐痛, 撕裂, 刀割, 搏动, 跳痛, 酸痛, 闷痛, 紧缩, 针刺, 放电样, 痉挛`,
    ],
  ),
  radiation: ask(
    [
      'Where exactly is it, and does it spread anywhere?',
      '具体在什么部位？有没有向别处放射？',
    ],
    [
      `radiat*, spreads to, spreading to, goes to … arm, goes to … back, into … arm, into … jaw, into … back, into … leg, to … left arm, to … shoulder, down … leg, to … groin, localised, localized, retrosternal, central, left sided, right sided, epigastric, periumbilical, one sided, both sides, bilateral, unilateral`,
      `放射, 牵涉, 左臂, 后背, 肩背, 下颌, 固定部位, 局限, 胸骨后, 左侧, 右侧, 双侧, 单侧, 两侧, 上腹, 下腹, 脐周, 右下腹, 右上腹, 左下腹, 前额, 枕部, 颞部`,
    ],
  ),
  severity: ask(
    [
      'How bad is it from 0 to 10, and what does it keep the patient from doing?',
      '严重程度 0 到 10 分是几分？影响日常活动吗？',
    ],
    [
      `/10, out of 10, out of ten, mild, moderate, severe, unbearable, excruciating, worst, cannot sleep, can't sleep, wakes … night, cannot walk, can't walk, off work, interferes`,
      `分/10, /10, 轻度, 中度, 重度, 剧烈, 难忍, 难以忍受, 不能忍受, 轻微, 影响睡眠, 影响工作, 影响生活, 痛醒`,
    ],
  ),
  before: background(
    [
      'Has this happened before, and what was found then?',
      '以前发生过吗？当时查出什么？',
    ],
    [
      `previous episode*, similar episode*, happened before, had this before, first time, first episode, never had, never before, recurrent*, previous attack*, same as last time`,
      `以前有过, 类似发作, 首次, 第一次, 从未, 既往发作, 反复发作, 曾有类似, 再发, 复发`,
    ],
  ),
  fever: ask(['Is there fever or are there chills?', '有没有发热或寒战？'], fever, {
    measures: [temperature],
  }),
  weight: danger(
    [
      'Has weight been lost without trying, are there night sweats?',
      '有没有不明原因的体重下降或盗汗？',
    ],
    [
      `weight loss, lost weight, losing weight, night sweat*, weight stable, kg lost, lost … kg, weight gain, gained weight`,
      `体重下降, 消瘦, 体重减轻, 盗汗, 体重无变化, 体重稳定, 体重无明显变化, 体重增加`,
    ],
  ),
  history: background(
    ['Which illnesses and operations were there before?', '既往有哪些疾病和手术？'],
    [
      `past medical history, pmh, pmhx, history of, known, background of, previously well, previously healthy, previously fit, no medical history, diabet*, hypertens*, asthma, copd, previous surgery, appendectomy, appendicectomy, cholecystectomy, no past history, otherwise healthy, fit and well`,
      `既往史, 既往, 病史, 糖尿病, 高血压, 冠心病, 手术史, 体健, 平素健康, 平素体健, 慢性病, 哮喘史, 基础疾病`,
    ],
  ),
  medication: background(
    [
      'Which medicines are taken, also bought ones and herbal ones?',
      '目前在用哪些药，包括自购药和中草药？',
    ],
    [
      `medication*, takes, taking, on regular, tablets, prescribed, drug history, dhx, no regular medication*, over the counter, warfarin, aspirin, metformin, insulin, statin, paracetamol, ibuprofen, amlodipine, metoprolol`,
      `用药, 服用, 口服, 服药, 药物史, 未服药, 在用药, 阿司匹林, 华法林, 二甲双胍, 胰岛素, 布洛芬, 对乙酰氨基酚, 降压药, 中药`,
    ],
  ),
  allergies: background(
    ['Are there allergies, and what happened then?', '有没有过敏？当时什么反应？'],
    [`allerg*, nkda, nka, anaphyla*, intoleran*`, `过敏, 无药物过敏, 过敏史`],
  ),
  smoking: background(
    [
      'Does the patient smoke, drink alcohol or use drugs?',
      '是否吸烟、饮酒或使用其他成瘾物质？',
    ],
    [
      `smok*, tobacco, cigarette*, pack year*, vap*, alcohol, drink*, units a week, units per week, teetotal, cocaine, cannabis, drug use, iv drug*`,
      `吸烟, 抽烟, 烟龄, 饮酒, 喝酒, 不饮酒, 戒烟, 毒品, 吸毒, 烟酒`,
    ],
  ),
  family: background(
    ['Does something like this run in the family?', '家族中有类似的情况吗？'],
    [
      `family history, fhx, father, mother, brother, sister, runs in … family, parents`,
      `家族史, 父亲, 母亲, 家族, 遗传, 兄弟, 姐妹`,
    ],
  ),
  pregnancy: danger(
    [
      'Could she be pregnant, and when was the last period?',
      '是否可能怀孕？末次月经是什么时候？',
    ],
    [
      `pregnan*, lmp, last period, last menstrual, menopaus*, postmenopausal, hysterectomy, gravida, weeks gestation, hcg, contracepti*, postpartum`,
      `怀孕, 妊娠, 孕, 末次月经, 停经, 绝经, 避孕, 子宫切除, 产后, hcg`,
    ],
    { only: WOMEN },
  ),
  travel: background(
    [
      'Any travel, sick contacts, animals, unusual food?',
      '近期有无旅行、接触病人或动物、可疑饮食？',
    ],
    [
      `travel*, abroad, returned from, sick contact*, contact with, exposure to, animal*, tick*, mosquito*, unusual food, seafood, takeaway, street food`,
      `旅行, 旅游, 出国, 接触史, 疫区, 流行病学史, 不洁饮食, 动物, 蜱, 蚊虫, 海鲜, 聚餐, 外出就餐`,
    ],
  ),
  injury: danger(
    ['Was there a fall, a blow or another injury?', '有没有跌倒、碰撞或其他外伤？'],
    [
      `fall, fell, trauma, injur*, accident, blow to, hit, twist*, sprain*, rta, collision`,
      `外伤, 跌倒, 摔倒, 摔伤, 碰撞, 撞击, 车祸, 扭伤, 受伤`,
    ],
  ),
  immunity: danger(
    [
      'Is immunity weakened: steroids, chemotherapy, HIV, transplant?',
      '免疫力是否低下：激素、化疗、HIV、移植？',
    ],
    [
      `immunosuppress*, immunocompromis*, steroid*, prednisolone, prednisone, chemotherapy, hiv, transplant*, splenectomy, neutropeni*, methotrexate, biologic*`,
      `免疫抑制, 免疫力低下, 激素, 泼尼松, 化疗, 艾滋, 移植, 脾切除, 中性粒细胞减少, 免疫缺陷`,
    ],
  ),
};
