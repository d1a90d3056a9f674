/** @file Complaints of chest and head, and fever. */
import {
  breathless,
  chestPain,
  fever,
  headache,
  seizure,
  syncope,
} from '../red-flags/signs.ts';
import { type Complaint, complaint } from './complaint.ts';

export const UPPER: readonly Complaint[] = [
  complaint(
    ['chest pain', '胸痛'],
    chestPain,
    'breathless sweating syncope tearing legSwelling onset course provoking quality radiation severity palpitations cardiacRisk clotRisk before age history medication allergies',
  ),
  complaint(
    ['breathlessness', '呼吸困难'],
    breathless,
    'chestPain stridor legSwelling haemoptysis syncope onset course provoking fever cough wheeze oedema smoking cardiacRisk clotRisk age history medication allergies',
  ),
  complaint(
    ['palpitations', '心悸'],
    [
      'palpitation*, racing heart, heart racing, fluttering in … chest, irregular heartbeat',
      '心悸, 心慌, 心跳快, 心跳不齐',
    ],
    'chestPain syncope breathless exertion onset course provoking thyroid smoking cardiacRisk before family age history medication allergies',
  ),
  complaint(
    ['fainting', '晕厥'],
    syncope,
    'exertion chestPain bleeding headInjury focal witness onset palpitations positional provoking sugar before family age history medication allergies',
  ),
  complaint(
    ['cough', '咳嗽'],
    ['cough, coughing, coughs, productive cough, dry cough', '咳嗽, 干咳, 咳痰'],
    'haemoptysis breathless weight chestPain immunity onset course sputum fever wheeze nose smoking occupation travel age history medication allergies',
  ),
  complaint(
    ['coughing blood', '咯血'],
    [
      'haemoptysis, hemoptysis, coughing up blood, coughed up blood, blood in … sputum',
      '咯血, 痰中带血, 血痰',
    ],
    'breathless chestPain legSwelling weight anticoagulant onset course sputum fever smoking occupation travel age history medication allergies',
  ),
  complaint(
    ['fever', '发热'],
    fever,
    'rash neck confusion immunity breathless dehydration onset course cough throat urine abdominalPain flank travel age history medication allergies',
  ),
  complaint(
    ['sore throat', '咽痛'],
    [
      'sore throat, throat pain, painful throat, tonsillitis',
      '咽痛, 喉咙痛, 嗓子疼, 扁桃体炎',
    ],
    'trismus stridor swallowing neck immunity onset course fever cough nose severity age history medication allergies',
  ),
  complaint(
    ['ear pain or hearing loss', '耳痛或听力下降'],
    [
      'earache, ear pain, painful ear, hearing loss, ear discharge, otalgia',
      '耳痛, 耳朵痛, 耳朵疼, 听力下降, 耳流脓, 突聋',
    ],
    'focal headInjury neck onset course severity hearing fever spinning nose before age history medication allergies',
  ),
  complaint(
    ['headache', '头痛'],
    headache,
    'thunderclap neck focal vision confusion morning temporal injury pregnancy anticoagulant onset course provoking quality radiation severity fever aura before age history medication allergies',
  ),
  complaint(
    ['dizziness', '头晕'],
    ['dizz*, vertigo, light headed, lightheaded, giddy', '头晕, 眩晕, 头昏'],
    'focal gait syncope chestPain bleeding onset course spinning positional hearing sugar age history medication allergies',
  ),
  complaint(
    ['weakness or numbness', '无力或麻木'],
    [
      'weakness of … arm, weakness of … leg, arm weakness, leg weakness, weak arm, weak leg, facial droop, numbness, slurred speech, hemiparesis, limb weakness, left sided weakness, right sided weakness',
      '肢体无力, 一侧无力, 偏瘫, 麻木, 口角歪斜, 言语不清, 上肢无力, 下肢无力, 面瘫',
    ],
    'lastWell focal headache vision confusion seizure anticoagulant cauda injury sugar onset course cardiacRisk age history medication allergies',
  ),
  complaint(
    ['seizure', '抽搐'],
    seizure,
    'focal neck headInjury pregnancy confusion onset witness fever sugar smoking before age history medication allergies',
  ),
];
