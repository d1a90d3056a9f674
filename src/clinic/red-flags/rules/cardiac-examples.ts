/** @file What the rules of the heart must see and must not see. */
import { examples, type ExamplesById } from '../example.ts';

export const cardiacExamples: ExamplesById = {
  'cardiac/arrest': examples(
    {
      fires:
        'Collapsed in the waiting room, no pulse | Patient in cardiac arrest, CPR started',
      silent:
        'No cardiac arrest, he was talking throughout | Father died of cardiac arrest at 60',
    },
    {
      fires: '患者突然倒地，无脉搏，没有呼吸 | 心脏骤停，正在心肺复苏',
      silent: '未发生心脏骤停 | 家族史：父亲心脏骤停',
    },
  ),
  'cardiac/acute-coronary-syndrome': examples(
    {
      fires:
        '62M crushing chest pain radiating to the left arm with sweating | ECG shows ST elevation in II, III, aVF',
      silent: 'No chest pain, no sweating | Denies chest pain, dyspnoea or sweating',
    },
    {
      fires: '胸骨后压榨样疼痛，向左臂放射，伴大汗 | 心电图示ST段抬高',
      silent: '无胸痛、大汗 | 否认胸痛、呼吸困难及出汗',
    },
  ),
  'cardiac/sudden-chest-pain': examples(
    {
      fires:
        'Sudden chest pain while watching TV | Chest pain, abrupt onset an hour ago',
      silent: 'No sudden chest pain | Chronic dull ache in the shoulder for years',
    },
    { fires: '突发胸痛2小时 | 突然出现胸骨后疼痛', silent: '无突发胸痛 | 否认胸痛' },
  ),
  'cardiac/dangerous-syncope': examples(
    {
      fires: '17-year-old collapsed while running | Syncope preceded by palpitations',
      silent:
        'No syncope, no palpitations | Denies collapse, palpitations or chest pain',
    },
    { fires: '运动时晕厥一次 | 心悸后晕倒', silent: '无晕厥、心悸 | 否认晕厥及胸痛' },
  ),
  'cardiac/unstable-rhythm': examples(
    {
      fires: 'Monitor shows ventricular tachycardia | Complete heart block, dizzy',
      silent: 'No ventricular tachycardia on Holter | Denies SVT',
    },
    {
      fires: '心电监护示室性心动过速 | 三度房室传导阻滞，头晕',
      silent: '动态心电图未见室速 | 否认室上速',
    },
  ),
  'cardiac/pulmonary-oedema': examples(
    {
      fires:
        'Pink frothy sputum and cannot lie flat | Acute pulmonary oedema on the film',
      silent: 'No pulmonary oedema on chest film | Denies frothy sputum',
    },
    {
      fires: '咳粉红色泡沫痰，端坐呼吸 | 急性左心衰',
      silent: '胸片未见肺水肿 | 无粉红色泡沫痰',
    },
  ),
  'cardiac/tamponade': examples(
    {
      fires: 'Muffled heart sounds and raised JVP | Echo: cardiac tamponade',
      silent: 'Echo shows no tamponade | Tamponade was ruled out',
    },
    {
      fires: '心音遥远，颈静脉怒张 | 超声示心脏压塞',
      silent: '超声未见心脏压塞 | 已排除心包填塞',
    },
  ),
};
