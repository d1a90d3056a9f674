/** @file What the rules of vessels must see and must not see. */
import { examples, type ExamplesById } from '../example.ts';

export const vascularExamples: ExamplesById = {
  'vascular/aortic-dissection': examples(
    {
      fires: 'Tearing chest pain through to the back | CT: aortic dissection type A',
      silent: 'No tearing chest pain | Aortic dissection was ruled out',
    },
    {
      fires: '撕裂样胸痛，放射至后背 | CTA提示主动脉夹层',
      silent: '无撕裂样胸痛 | 已排除主动脉夹层',
    },
  ),
  'vascular/ruptured-aneurysm': examples(
    {
      fires:
        '74M back pain and collapse, known smoker | Pulsatile mass in the abdomen with pain',
      silent: '74M back pain, no collapse, no hypotension | No pulsatile mass',
    },
    {
      fires: '75岁，腹痛伴晕厥，血压下降 | 腹部搏动性包块，腹痛',
      silent: '75岁，腰痛，无晕厥，无低血压 | 腹部未触及包块，未见搏动性包块',
    },
  ),
  'vascular/limb-ischaemia': examples(
    {
      fires: 'Cold pale leg for 3 hours | Pulseless foot after femoral puncture',
      silent: 'No cold leg, pulses present | Denies cold foot',
    },
    {
      fires: '左下肢苍白、冰冷，足背动脉搏动消失 | 急性肢体缺血3小时',
      silent: '无下肢发凉 | 足背动脉搏动正常，未见肢体苍白',
    },
  ),
  'vascular/deep-vein-thrombosis': examples(
    {
      fires: 'Pain in the left calf after a flight | Swollen leg, on the pill',
      silent: 'No calf swelling or calf pain | Deep vein thrombosis was ruled out',
    },
    {
      fires: '左下肢肿胀2天 | 小腿疼痛、单侧下肢水肿',
      silent: '无下肢肿胀 | 已排除深静脉血栓',
    },
  ),
  'vascular/pulmonary-embolism': examples(
    {
      fires:
        'Swollen calf and short of breath | Pleuritic chest pain and dyspnoea after long flight',
      silent:
        'No calf swelling, no shortness of breath | Pulmonary embolism was excluded',
    },
    {
      fires: '左下肢肿胀伴呼吸困难 | CTPA示肺栓塞',
      silent: '无下肢肿胀，无呼吸困难 | 已排除肺栓塞',
    },
  ),
};
