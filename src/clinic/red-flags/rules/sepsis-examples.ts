/** @file What the rules of infection must see and must not see. */
import { examples, type ExamplesById } from '../example.ts';

export const sepsisExamples: ExamplesById = {
  'sepsis/suspected': examples(
    {
      fires: 'Fever 39.5, confused, BP 88/50 | Septic shock from pneumonia',
      silent: 'No fever, no confusion | Sepsis was ruled out',
    },
    {
      fires: '高热，意识模糊，血压85/50 | 感染性休克',
      silent: '无发热，意识清楚 | 已排除脓毒症',
    },
  ),
  'sepsis/weak-defences': examples(
    {
      fires: 'On chemotherapy, fever of 38.4 | Neutropenic and febrile',
      silent: 'On chemotherapy, no fever | No fever, not immunocompromised',
    },
    {
      fires: '化疗后第8天，发热39℃ | 粒缺伴高热',
      silent: '化疗中，无发热 | 无化疗史，无发热',
    },
  ),
  'sepsis/necrotising-infection': examples(
    {
      fires:
        'Cellulitis with crepitus and severe pain | Necrotising fasciitis of the leg',
      silent: 'Cellulitis, no crepitus | No necrotising fasciitis on exploration',
    },
    {
      fires: '小腿红肿迅速蔓延，捻发感 | 会阴部坏死性筋膜炎',
      silent: '蜂窝织炎，无捻发感 | 未见坏死性筋膜炎',
    },
  ),
  'sepsis/septic-joint': examples(
    {
      fires: 'Hot swollen knee since yesterday | Septic arthritis of the hip',
      silent: 'No hot swollen joint | Septic arthritis was ruled out',
    },
    {
      fires: '膝关节红肿热痛，发热 | 化脓性关节炎',
      silent: '无关节红肿 | 已排除化脓性关节炎',
    },
  ),
  'sepsis/tropical-fever': examples(
    {
      fires: 'Fever, returned from Nigeria 10 days ago | Fever after travel to Africa',
      silent:
        'No fever, returned from Ghana | Malaria prophylaxis for a trip, no fever',
    },
    {
      fires: '发热，2周前从非洲务工返回 | 非洲回国后寒战高热',
      silent: '非洲回国，无发热 | 无发热，否认非洲旅行史',
    },
  ),
  'sepsis/rabies-exposure': examples(
    {
      fires: 'Dog bite on the hand today | Bitten by a stray dog',
      silent: 'No dog bite | Denies bat bite',
    },
    { fires: '今日被狗咬伤小腿 | 犬咬伤2小时', silent: '无犬咬伤 | 否认被狗咬' },
  ),
  'sepsis/tetanus': examples(
    {
      fires: 'Lockjaw 8 days after a wound | Trismus and spasms',
      silent: 'No trismus | Denies lockjaw',
    },
    {
      fires: '外伤后8天，牙关紧闭 | 苦笑面容，全身痉挛，疑破伤风',
      silent: '无牙关紧闭 | 否认破伤风',
    },
  ),
};
