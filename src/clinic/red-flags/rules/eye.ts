/** @file Red flags of the eye. */
import { all, any, fromYears, says } from '../condition.ts';
import type { RedFlagRule } from '../red-flag.ts';
import { sign } from '../sign.ts';
import {
  blurredVision,
  fever,
  headache,
  severeHeadache,
  suddenOnset,
  vomiting,
} from '../signs.ts';

const lostSight = sign(
  'loss of sight',
  `sudden loss of vision, loss of vision, lost vision, lost … vision, sudden visual loss, vision loss, went blind, cannot see, can't see out of, sudden blindness, painless loss of vision, lost sight, loss of sight`,
  `突发视力丧失, 视力突然下降, 突然失明, 视力丧失, 突然看不见, 视力骤降, 失明, 突发视力下降, 看不见东西`,
);
const redEye = sign(
  'painful red eye',
  `painful red eye, red painful eye, eye pain, severe eye pain, pain in … eye, painful eye, red eye, eye … painful, ocular pain`,
  `眼痛, 眼睛痛, 眼红眼痛, 眼胀痛, 眼部剧痛, 眼球胀痛, 红眼, 眼睛红痛, 眼睛胀痛`,
);
const halos = sign(
  'halos or a fixed pupil',
  `halos, haloes, mid dilated pupil, fixed mid dilated, hazy cornea, cloudy cornea, angle closure, raised intraocular pressure, hard eye`,
  `虹视, 瞳孔散大, 角膜水肿, 角膜雾状混浊, 闭角型青光眼, 眼压升高, 急性青光眼, 眼压高`,
);
const curtain = sign(
  'retinal detachment',
  `curtain over … vision, curtain coming, curtain across, new floaters, shower of floaters, flashes and floaters, floaters and flashes, flashes of light, retinal detachment, shadow in … vision, curtain in, sudden floaters`,
  `眼前黑幕, 幕布遮挡, 闪光感, 飞蚊增多, 飞蚊症突然加重, 视网膜脱离, 幕样遮挡, 大量飞蚊, 眼前黑影遮挡`,
);
const chemical = sign(
  'chemical in the eye',
  `chemical … eye*, bleach in … eye*, acid in … eye*, alkali … eye*, lime in … eye*, eye … splashed, splashed … eye*, drain cleaner … eye*, cement in … eye*, ammonia … eye*`,
  `眼睛溅入, 化学品入眼, 石灰入眼, 酸入眼, 碱入眼, 眼化学伤, 眼部化学烧伤, 溅入眼, 消毒液入眼, 化学性眼外伤`,
);
const pierced = sign(
  'open eye',
  `penetrating eye injury, open globe, ruptured globe, globe rupture, metal … in … eye, hyphaema, hyphema, teardrop pupil, eye … penetrat*`,
  `眼球破裂, 眼球穿通伤, 开放性眼外伤, 眼内异物, 前房积血, 眼球穿孔伤`,
);
const arteritis = sign(
  'signs of arteritis',
  `jaw claudication, scalp tenderness, tender scalp, temporal arteritis, giant cell arteritis, tender temporal artery, temporal tenderness, pain on chewing, jaw pain on chewing`,
  `颞动脉炎, 巨细胞动脉炎, 咀嚼痛, 咀嚼时下颌痛, 头皮触痛, 颞部压痛, 下颌间歇性运动障碍, 颞动脉压痛`,
);
const orbit = sign(
  'orbital cellulitis',
  `orbital cellulitis, proptosis, pain on eye movement*, painful eye movement*, restricted eye movement*, ophthalmoplegia, eye … bulging, bulging eye`,
  `眶蜂窝织炎, 眼球突出, 眼球运动痛, 眼球转动痛, 眼球活动受限, 眼球运动受限, 眼眶蜂窝织炎`,
);
const swollenLid = sign(
  'swollen lid',
  'swollen eyelid*, eyelid swelling, periorbital swelling, swollen eye, periorbital cellulitis, eyelid … swollen',
  '眼睑肿胀, 眼睑红肿, 眼周红肿, 眼皮肿',
);

export const eyeRules: readonly RedFlagRule[] = [
  {
    id: 'eye/sudden-loss-of-vision',
    tier: 'ed-now',
    title: { en: 'Sudden loss of vision', zh: '突发视力丧失' },
    action: {
      en: 'Emergency department or eye casualty now: retinal artery occlusion is a stroke of the eye, with hours to act and a brain at risk.',
      zh: '立即送急诊或眼科急诊：视网膜动脉阻塞相当于眼卒中，只有数小时窗口，且脑卒中风险高。',
    },
    source: {
      guideline:
        'AAO Preferred Practice Pattern: Retinal and Ophthalmic Artery Occlusions (2019)',
      section: 'Management: immediate referral',
    },
    when: says(lostSight),
  },
  {
    id: 'eye/angle-closure',
    tier: 'ed-now',
    title: { en: 'Possible acute angle closure', zh: '疑急性闭角型青光眼' },
    action: {
      en: 'Eye casualty now: lower the pressure within hours; the optic nerve does not recover.',
      zh: '立即送眼科急诊：数小时内降眼压，视神经损伤不可逆。',
    },
    source: {
      guideline:
        'Royal College of Ophthalmologists: The Management of Angle-Closure Glaucoma (2022)',
      section: 'Acute angle closure crisis',
    },
    when: all(
      says(redEye),
      says(halos, vomiting, headache, severeHeadache, blurredVision),
    ),
  },
  {
    id: 'eye/retinal-detachment',
    tier: 'same-day',
    title: { en: 'Possible retinal detachment', zh: '疑视网膜脱离' },
    action: {
      en: 'Dilated examination by an eye doctor today: before the macula comes off sight can be saved. A curtain or lost vision: eye casualty now.',
      zh: '当日眼科散瞳检查：黄斑脱离前视力可保。出现黑幕或视力丧失者立即送眼科急诊。',
    },
    source: {
      guideline:
        'AAO Preferred Practice Pattern: Posterior Vitreous Detachment, Retinal Breaks, and Lattice Degeneration (2019)',
      section: 'Management: symptomatic patients',
    },
    when: says(curtain),
  },
  {
    id: 'eye/chemical-injury',
    tier: 'ed-now',
    title: { en: 'Chemical in the eye', zh: '眼化学伤' },
    action: {
      en: 'Rinse now, for at least 30 minutes, before anything else and on the way; alkali goes on burning.',
      zh: '立即冲洗至少 30 分钟，先于一切检查，转运途中继续；碱性物质会持续灼伤。',
    },
    source: {
      guideline:
        'College of Optometrists Clinical Management Guidelines: Trauma (chemical)',
      section: 'Management: emergency first aid',
    },
    when: says(chemical),
  },
  {
    id: 'eye/open-globe',
    tier: 'ed-now',
    title: { en: 'Penetrating eye injury', zh: '眼球穿通伤' },
    action: {
      en: 'Eye casualty now: a rigid shield, no pressure, no drops, nothing removed; nothing by mouth.',
      zh: '立即送眼科急诊：硬质眼罩保护，勿加压、勿滴药、勿取出异物；禁食。',
    },
    source: {
      guideline:
        'College of Optometrists Clinical Management Guidelines: Trauma (penetrating)',
      section: 'Management category: emergency referral',
    },
    when: says(pierced),
  },
  {
    id: 'eye/giant-cell-arteritis',
    tier: 'same-day',
    title: { en: 'Possible giant cell arteritis', zh: '疑巨细胞动脉炎' },
    action: {
      en: 'High-dose glucocorticoid today and specialist review within a day: sight is lost without warning. Any visual symptom: eye casualty now.',
      zh: '当日开始大剂量糖皮质激素，并在一天内由专科评估：失明可毫无先兆。有任何视觉症状者立即送眼科急诊。',
    },
    source: {
      guideline:
        'British Society for Rheumatology guideline on giant cell arteritis (2020)',
      section: 'Urgent referral and immediate treatment',
    },
    when: any(says(arteritis), all(fromYears(50), says(headache), says(lostSight))),
  },
  {
    id: 'eye/orbital-cellulitis',
    tier: 'ed-now',
    title: { en: 'Possible orbital cellulitis', zh: '疑眶蜂窝织炎' },
    action: {
      en: 'Emergency department now: intravenous antibiotics and CT; it can blind and spread to the brain within a day.',
      zh: '立即送急诊：静脉抗生素及 CT；一天内可致盲并蔓延至颅内。',
    },
    source: {
      guideline:
        'College of Optometrists Clinical Management Guidelines: Cellulitis, preseptal and orbital',
      section: 'Management category: emergency referral',
    },
    when: all(says(orbit), says(fever, swollenLid, suddenOnset, redEye)),
  },
];
