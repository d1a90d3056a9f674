/** @file What is asked about head, nerves, eyes, ears, throat and mind. */
import { gcs, glucose } from '../red-flags/measures.ts';
import { blurredVision, confusion, headache, seizure } from '../red-flags/signs.ts';
import { ask, background, danger } from './topic.ts';

export const HEAD = {
  headache: ask(['Is there a headache?', '有没有头痛？'], headache),
  thunderclap: danger(
    [
      'Did it reach its worst within a minute; is it the worst ever?',
      '是否在一分钟内达到最剧烈？是否一生中最重？',
    ],
    [
      'thunderclap, worst headache, worst ever, sudden*, explosive, within seconds, within a minute, gradual*',
      '雷击样, 最剧烈, 最严重, 炸裂, 突发, 突然, 逐渐, 一生中',
    ],
  ),
  neck: danger(
    [
      'Is the neck stiff, does light hurt, is there a rash?',
      '有没有颈项强直、畏光、皮疹？',
    ],
    [
      'neck stiff*, stiff neck, photophobi*, mening*, nuchal, neck supple, light hurts',
      '颈项强直, 颈强直, 畏光, 脑膜刺激征, 颈部僵硬, 颈软, 脖子硬',
    ],
  ),
  focal: danger(
    [
      'Any weakness, numbness, drooping face, trouble speaking?',
      '有没有肢体无力、麻木、口角歪斜、言语不清？',
    ],
    [
      'weak*, numb*, facial droop*, face … droop*, slurred, speech, aphasi*, hemipar*, focal, neurological deficit, paralys*, tingling, fast positive, fast negative',
      '无力, 麻木, 口角歪斜, 面瘫, 言语不清, 说话不清, 失语, 偏瘫, 肢体活动, 神经系统定位, 口齿不清',
    ],
  ),
  lastWell: danger(
    [
      'When was the patient last known well, to the minute?',
      '最后正常的时间是几点几分？',
    ],
    [
      'last known well, last seen well, last seen normal, woke up with, onset at, onset time, since … am, since … pm',
      '最后正常, 最后正常时间, 发病时间, 点起病, 醒来时, 起病时间, 点发病',
    ],
  ),
  vision: danger(
    [
      'Has the sight changed: blurred, double, lost?',
      '视力有没有变化：模糊、复视、丧失？',
    ],
    blurredVision,
  ),
  confusion: danger(
    ['Is the patient confused, drowsy, changed?', '有没有意识模糊、嗜睡、行为改变？'],
    confusion,
    {
      measures: [gcs],
    },
  ),
  seizure: danger(['Was there a seizure?', '有没有抽搐？'], seizure),
  morning: danger(
    [
      'Is it worse in the morning, on coughing or lying down?',
      '是否晨起、咳嗽或平卧时加重？',
    ],
    [
      'worse in … morning, morning headache, wakes … up, on coughing, with coughing, valsalva, bending, lying down',
      '晨起加重, 早晨加重, 咳嗽时加重, 平卧加重, 弯腰, 用力时',
    ],
  ),
  temporal: danger(
    [
      'Over 50: sore scalp or temple, jaw pain on chewing?',
      '50 岁以上：头皮或颞部触痛、咀嚼痛？',
    ],
    [
      'scalp tender*, jaw claudication, jaw pain, temple, temporal, polymyalgia',
      '头皮触痛, 咀嚼痛, 下颌痛, 颞部, 颞动脉',
    ],
    { only: { fromYears: 50 } },
  ),
  aura: ask(
    [
      'Nausea, sensitivity to light or sound, flickering before it?',
      '有没有恶心、畏光畏声、发作前闪光？',
    ],
    [
      'aura, phonophobi*, photophobi*, flashing lights, zigzag, nausea, migrain*',
      '先兆, 畏声, 畏光, 闪光, 恶心, 偏头痛',
    ],
  ),
  anticoagulant: danger(
    ['Are blood thinners taken?', '是否服用抗凝或抗血小板药？'],
    [
      'anticoag*, warfarin, apixaban, rivaroxaban, dabigatran, edoxaban, blood thinner*, clopidogrel, aspirin, heparin',
      '抗凝, 华法林, 利伐沙班, 达比加群, 阿哌沙班, 氯吡格雷, 阿司匹林, 肝素',
    ],
  ),
  spinning: ask(
    [
      'Does the room spin, or is it light-headed; how long does each spell last?',
      '是旋转感还是头昏？每次多久？',
    ],
    [
      'spinning, rotat*, vertigo, light headed, lightheaded, presyncop*, unsteady, off balance, lasts seconds, lasts minutes, lasts hours',
      '旋转, 视物旋转, 眩晕, 头昏, 不稳, 持续数秒, 持续数分钟, 昏沉',
    ],
  ),
  positional: ask(
    ['Is it brought on by turning the head or standing up?', '转头或起立时诱发吗？'],
    [
      'turning … head, head movement*, rolling over, on standing, standing up, positional, postural',
      '转头, 翻身, 体位, 起立, 站起, 头位',
    ],
  ),
  hearing: ask(
    [
      'Has hearing changed, is there ringing or discharge?',
      '听力有没有变化、耳鸣或流液？',
    ],
    [
      'hearing, tinnitus, ringing, deaf*, discharge, otorrh*',
      '听力, 耳鸣, 耳聋, 流脓, 流液, 耳漏',
    ],
  ),
  gait: danger(
    [
      'Can the patient walk straight; double vision, hiccups, trouble swallowing?',
      '能否走直线？有没有复视、呃逆、吞咽困难？',
    ],
    [
      "gait, unable to walk, cannot walk, can't walk, walks, ataxi*, double vision, diplopia, unsteady",
      '步态, 不能行走, 走路, 共济失调, 复视, 行走不稳',
    ],
  ),
  sugar: ask(
    ['What is the blood sugar?', '血糖是多少？'],
    ['blood sugar, blood glucose, hypoglyc*, hyperglyc*, bm', '血糖, 低血糖, 高血糖'],
    { measures: [glucose] },
  ),
  witness: ask(
    [
      'What did a witness see: jerking, colour, how long, recovery?',
      '目击者看到了什么：抽动、面色、时长、恢复情况？',
    ],
    [
      'witness*, jerk*, tongue bit*, bit … tongue, incontinen*, post ictal, postictal, recovered quickly, recovery',
      '目击, 抽动, 咬舌, 舌咬伤, 失禁, 发作后, 恢复快, 面色',
    ],
  ),
  exertion: danger(
    [
      'Did it happen on exertion or lying; sudden death in the family?',
      '是否在用力或平卧时发生？家族有猝死吗？',
    ],
    [
      'on exertion, during exercise, while exercising, exertional, sudden death, standing, sitting, lying',
      '用力时, 运动时, 活动时, 猝死, 站立, 平卧, 坐位',
    ],
  ),
  throat: ask(
    [
      'Is the throat sore, are the tonsils coated, neck glands swollen?',
      '有没有咽痛、扁桃体渗出、颈部淋巴结肿大？',
    ],
    [
      'sore throat, throat pain, tonsil*, exudat*, lymph node*, glands, pharyng*',
      '咽痛, 喉咙痛, 嗓子疼, 扁桃体, 淋巴结, 咽炎',
    ],
  ),
  trismus: danger(
    [
      'Can the mouth be opened; drooling, muffled voice?',
      '能否张口？有没有流涎、声音含糊？',
    ],
    [
      'trismus, open … mouth, drool*, muffled, hot potato',
      '张口困难, 张口受限, 流涎, 声音含糊, 流口水',
    ],
  ),
  nose: ask(
    ['Runny or blocked nose, pain over the face?', '有没有流涕、鼻塞、面部疼痛？'],
    [
      'runny nose, rhinorrh*, blocked nose, nasal, congest*, sinus*, facial pain, coryza*',
      '流涕, 流鼻涕, 鼻塞, 面部疼痛, 鼻窦, 打喷嚏',
    ],
  ),
  eyePain: danger(
    [
      'Is the eye painful, sensitive to light; are contact lenses worn?',
      '眼睛痛吗？畏光吗？戴隐形眼镜吗？',
    ],
    [
      'eye pain, painful eye, photophobi*, contact lens*, eye hurts, painless, gritty',
      '眼痛, 畏光, 隐形眼镜, 异物感, 无痛',
    ],
  ),
  eyeDischarge: ask(
    [
      'Is there discharge, itching, one eye or both?',
      '有没有分泌物、痒？单眼还是双眼？',
    ],
    [
      'discharge, sticky, itch*, watering, tearing, both eyes, one eye, left eye, right eye',
      '分泌物, 痒, 流泪, 双眼, 单眼, 左眼, 右眼',
    ],
  ),
  halos: danger(
    [
      'Halos around lights, headache, vomiting with it; flashes or floaters?',
      '有没有灯光周围光晕、头痛呕吐、闪光或飞蚊？',
    ],
    [
      'halo*, floater*, flashes, flashing, curtain, shadow',
      '光晕, 虹视, 飞蚊, 闪光, 黑影, 幕布',
    ],
  ),
  chemical: danger(
    [
      'Did anything get into the eye: chemical, metal, blow?',
      '有没有异物、化学物溅入或外伤？',
    ],
    [
      'chemical, splash*, grinding, metal, foreign body, welding, trauma',
      '化学, 溅入, 异物, 金属, 电焊, 外伤',
    ],
  ),
  mood: ask(
    [
      'How is the mood, is there still pleasure in things?',
      '情绪如何？对事物还有兴趣吗？',
    ],
    [
      'mood, depress*, anhedon*, pleasure, interest, tearful, low',
      '情绪, 抑郁, 兴趣, 心情, 低落, 快感',
    ],
  ),
  suicide: danger(
    [
      'Are there thoughts of not wanting to live, or a plan?',
      '有没有不想活的念头或计划？',
    ],
    [
      'suicid*, self harm, kill … self, end … life, wants to die, plan, harm himself, harm herself',
      '自杀, 自伤, 不想活, 轻生, 想死, 自残, 结束生命',
    ],
  ),
  psychosis: danger(
    [
      'Are voices heard, things believed that others do not; danger to others?',
      '有没有幻听、妄想、伤人的危险？',
    ],
    [
      'hallucinat*, hears voices, hearing voices, delusion*, paranoi*, psycho*, danger to others, harm others',
      '幻听, 幻觉, 妄想, 被害, 伤人, 精神病',
    ],
  ),
  sleep: ask(
    ['How are sleep and energy?', '睡眠和精力如何？'],
    [
      'sleep*, insomnia, wakes early, early waking, tired*, fatigue*, energy, snor*',
      '睡眠, 失眠, 早醒, 疲乏, 乏力, 精力, 打鼾, 入睡',
    ],
  ),
  stress: ask(
    [
      'What has happened lately; who is there to help?',
      '最近发生了什么？有谁可以帮助？',
    ],
    [
      'stress*, bereave*, divorce*, lost … job, supportive, lives with, lives alone, work pressure, support',
      '压力, 丧亲, 离婚, 失业, 独居, 家人支持, 同住, 变故',
    ],
  ),
  thyroid: ask(
    [
      'Heat or cold hard to bear, change of weight, tremor, dry skin?',
      '怕热或怕冷、体重变化、手抖、皮肤干燥？',
    ],
    [
      'heat intoleran*, cold intoleran*, tremor, dry skin, goitre, goiter, thyroid, feels cold, feels hot',
      '怕热, 怕冷, 手抖, 皮肤干燥, 甲状腺, 多汗',
    ],
  ),
  anaemia: ask(
    [
      'Heavy periods, bleeding, a diet without iron?',
      '有没有月经过多、出血、缺铁饮食？',
    ],
    [
      'heavy period*, menorrhagia, bleeding, vegetarian, vegan, diet, anaemi*, anemi*',
      '月经过多, 出血, 素食, 饮食, 贫血',
    ],
  ),
  mental: background(
    ['Mental illness before, treatment, substances?', '既往精神疾病、治疗、物质使用？'],
    [
      'psychiatric, antidepressant*, previous depression, ssri, sertraline, substance*, therap*, counsell*',
      '精神科, 抗抑郁, 抑郁症史, 心理治疗, 舍曲林, 物质滥用',
    ],
  ),
};
