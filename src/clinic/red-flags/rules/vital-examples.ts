/** @file What the rules of vital signs must see and must not see. */
import { examples, type ExamplesById } from '../example.ts';

export const vitalExamples: ExamplesById = {
  'vital/low-oxygen': examples(
    {
      fires:
        '62M, cough for 3 days, SpO2 86% on room air | O2 sats dropped from 96 to 88%',
      silent: 'SpO2 97% on room air | If sats fall below 90%, call us',
    },
    {
      fires: '患者气促，血氧饱和度85% | 指氧 88％，未吸氧',
      silent: '血氧饱和度98% | 如果血氧低于90%请立即就诊',
    },
  ),
  'vital/low-pressure': examples(
    {
      fires: 'BP 82/45, drowsy | In septic shock after perforation, on noradrenaline',
      silent: 'BP 124/78, well | No signs of shock',
    },
    {
      fires: '血压80/50mmHg | 患者休克，四肢湿冷',
      silent: '血压128/80mmHg | 无休克表现，血压正常',
    },
  ),
  'vital/heart-rate': examples(
    {
      fires: '70F, palpitations, HR 158 | Pulse 34 and dizzy',
      silent: 'HR 72 regular | Heart rate is 98 after climbing stairs',
    },
    {
      fires: '心率 160次/分，伴头晕 | 脉搏35次/分',
      silent: '心率76次/分，律齐 | 心率98次/分',
    },
  ),
  'vital/breathing-rate': examples(
    {
      fires: 'Adult, RR 32, fever | Respiratory rate of 6 after morphine',
      silent: 'RR 16, chest clear | Respiratory rate 18/min',
    },
    {
      fires: '呼吸32次/分，发热 | 呼吸频率6次/分',
      silent: '呼吸18次/分，平稳 | 呼吸频率16次/分',
    },
  ),
  'vital/consciousness': examples(
    {
      fires: 'Found unresponsive on the floor | GCS 7 (E2V2M3) after a fall',
      silent: 'GCS 15, alert and oriented | He was never unconscious',
    },
    { fires: '患者昏迷，呼之不应 | GCS 8分', silent: '神志清楚，GCS 15分 | 无昏迷史' },
  ),
  'vital/temperature': examples(
    {
      fires: 'Found outdoors, temperature 31.5 C | Temp 41.6 after running',
      silent: 'Temperature 38.2, sore throat | Temp 36.8, well',
    },
    {
      fires: '体温31℃，户外被发现 | 体温41.5℃，意识模糊',
      silent: '体温37.8℃，咽痛 | 体温36.5℃',
    },
  ),
};
