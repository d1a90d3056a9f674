/** @file What the rules of injury must see and must not see. */
import { examples, type ExamplesById } from '../example.ts';

export const injuryExamples: ExamplesById = {
  'injury/head': examples(
    {
      fires: 'Hit her head, vomited twice | Head injury on warfarin',
      silent: 'Head injury, no vomiting, no loss of consciousness | No head injury',
    },
    {
      fires: '头部外伤后呕吐2次 | 头部受伤，口服华法林',
      silent: '头部外伤，无呕吐，无意识丧失 | 无头部外伤',
    },
  ),
  'injury/major-trauma': examples(
    {
      fires: 'Fell from a roof | Stab wound to the abdomen',
      silent: 'No fall from height | Denies stab wound',
    },
    { fires: '高处坠落伤 | 腹部刀刺伤', silent: '无车祸 | 否认高处坠落' },
  ),
  'injury/bleeding': examples(
    {
      fires: "Arterial bleeding from the forearm | The bleeding won't stop",
      silent: 'No arterial bleeding | No uncontrolled bleeding',
    },
    {
      fires: '前臂伤口出血不止 | 喷射性出血',
      silent: '无活动性大出血 | 未见喷射性出血',
    },
  ),
  'injury/open-fracture': examples(
    {
      fires: 'Open fracture of the tibia | Compartment syndrome suspected, tense calf',
      silent: 'No open fracture | Compartment syndrome was ruled out',
    },
    {
      fires: '胫骨开放性骨折 | 骨筋膜室综合征',
      silent: '无开放性骨折 | 已排除骨筋膜室综合征',
    },
  ),
  'injury/spine': examples(
    {
      fires:
        'Diving accident, cannot feel his legs | Midline neck tenderness after a crash',
      silent: 'No midline neck tenderness | No cervical spine fracture on CT',
    },
    {
      fires: '跳水后颈椎外伤，双腿不能动 | 颈椎骨折',
      silent: '无颈椎骨折 | 未见脊髓损伤',
    },
  ),
  'injury/burn': examples(
    {
      fires: 'Electrical burn to the hand | Facial burns with soot in the mouth',
      silent: 'No electrical burn | No inhalation injury',
    },
    { fires: '电击伤1小时 | 面部烧伤，声嘶', silent: '无电击伤 | 无吸入性损伤' },
  ),
  'injury/heat-stroke': examples(
    {
      fires: 'Marathon runner, confused, temperature 41 | Heat stroke, unresponsive',
      silent: 'Marathon runner, not confused, temperature 37 | No heat stroke',
    },
    {
      fires: '高温作业后昏迷，体温41℃ | 热射病，抽搐',
      silent: '高温作业后乏力，无意识障碍 | 无中暑',
    },
  ),
  'injury/drowning': examples(
    {
      fires: 'Pulled from the water, coughing | Near drowning an hour ago',
      silent: 'No drowning | No submersion',
    },
    { fires: '溺水后10分钟 | 泳池溺水，已救起', silent: '无溺水 | 否认溺水' },
  ),
};
