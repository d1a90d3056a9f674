/** @file What the rules of the eye must see and must not see. */
import { examples, type ExamplesById } from '../example.ts';

export const eyeExamples: ExamplesById = {
  'eye/sudden-loss-of-vision': examples(
    {
      fires:
        'Sudden loss of vision in the left eye | She suddenly cannot see out of one eye',
      silent: 'No loss of vision | Denies visual loss, no vision loss',
    },
    { fires: '左眼突发视力丧失 | 右眼突然看不见', silent: '无视力丧失 | 否认失明' },
  ),
  'eye/angle-closure': examples(
    {
      fires:
        'Painful red eye with halos and vomiting | Eye pain, fixed mid-dilated pupil',
      silent: 'Red eye, no halos, no vomiting, no headache | No eye pain, no halos',
    },
    {
      fires: '眼胀痛伴虹视、呕吐 | 眼痛，瞳孔散大，头痛',
      silent: '眼红，无虹视，无呕吐 | 无眼痛、虹视',
    },
  ),
  'eye/retinal-detachment': examples(
    {
      fires: 'New floaters and flashes of light | A curtain over her vision',
      silent: 'No new floaters or flashes of light | Denies flashes of light',
    },
    { fires: '眼前幕布遮挡感 | 闪光感，飞蚊增多', silent: '无闪光感 | 否认幕样遮挡' },
  ),
  'eye/chemical-injury': examples(
    {
      fires: 'Bleach in both eyes ten minutes ago | Chemical splash to the eye',
      silent: 'No chemical in the eye | Denies bleach in the eye',
    },
    { fires: '石灰入眼10分钟 | 消毒液溅入眼', silent: '无化学品入眼 | 否认石灰入眼' },
  ),
  'eye/open-globe': examples(
    {
      fires: 'Penetrating eye injury from a nail | Hyphaema after a squash ball',
      silent: 'No hyphaema | No open globe, no penetrating eye injury',
    },
    { fires: '眼球穿通伤 | 前房积血', silent: '未见前房积血 | 无眼球破裂' },
  ),
  'eye/giant-cell-arteritis': examples(
    {
      fires:
        '72F new headache, jaw claudication | Scalp tenderness and pain on chewing',
      silent: 'No jaw claudication | Denies scalp tenderness or pain on chewing',
    },
    {
      fires: '72岁，头痛，咀嚼时下颌痛 | 颞动脉压痛，头皮触痛',
      silent: '无头皮触痛 | 否认咀嚼痛',
    },
  ),
  'eye/orbital-cellulitis': examples(
    {
      fires: 'Child with fever, proptosis | Swollen eyelid and painful eye movements',
      silent: 'Swollen eyelid, no proptosis | Fever, no proptosis or ophthalmoplegia',
    },
    {
      fires: '患儿发热，眼球突出 | 眼睑红肿，眼球转动痛',
      silent: '眼睑红肿，无眼球突出 | 发热，无眼球突出',
    },
  ),
};
