/**
 * @file Words that say how to take what stands near them: as absent, as past,
 * as somebody else's, as only possible.
 *
 * After Chapman's NegEx and Harkema's ConText, with Chinese added. A cue inside
 * a longer one is not heard: "no relief" takes nothing away, and "无明显诱因"
 * says nothing about what follows it.
 *
 * @see Harkema et al., ConText, J Biomed Inform 42(5), 2009
 */

import { phrases } from './sign.ts';

/** What a cue makes of a sign. `general` is a question about nobody in particular. */
export type Doubt = 'absent' | 'past' | 'family' | 'possible' | 'general';

/**
 * How far a cue reaches:
 * - `item` to the next comma, bracket or 、
 * - `clause` to the next comma
 * - `closed-list` over commas when the list they make ends with "or", 或, 等
 * - `list` over commas as long as short items follow
 * - `sentence` to its end
 */
export type Reach = 'item' | 'clause' | 'closed-list' | 'list' | 'sentence';

export type Cue =
  | { readonly kind: 'doubt'; readonly doubt: Doubt; readonly reach: Reach }
  /** Reaches back, over what was said before it. */
  | { readonly kind: 'doubt-before'; readonly doubt: Doubt; readonly reach: Reach }
  /** Ends what other cues reach. */
  | { readonly kind: 'turn' }
  /** Says that something is new: not past, and no item of a list. */
  | { readonly kind: 'fresh' }
  /** Closes a list. */
  | { readonly kind: 'or' }
  /** Somebody in particular is spoken of. */
  | { readonly kind: 'person' }
  /** Hides the cues and signs inside it. */
  | { readonly kind: 'nothing' };

const after = (doubt: Doubt, reach: Reach): Cue => ({ kind: 'doubt', doubt, reach });
const before = (doubt: Doubt, reach: Reach): Cue => ({
  kind: 'doubt-before',
  doubt,
  reach,
});

const CUES: readonly (readonly [cue: Cue, phrases: string])[] = [
  [
    after('absent', 'closed-list'),
    `no, not, without, never, neither, nor, none of, no sign of, no signs of, no evidence of,
     absence of, lack of, lacks, free of, free from, isn't, wasn't, hasn't, haven't, hadn't,
     doesn't, didn't, don't, isnt, doesnt, didnt, hasnt, no longer, nil,
     无, 没有, 没, 未见, 未诉, 未出现, 未发现, 未发生, 未闻, 未及, 未有, 未伴, 未感, 未述, 未曾, 从未,
     无明显, 不伴, 并不, 并无, 不是, 不存在, 不觉, 不感, 不出现, 不考虑, 均无, 不发, 非`,
  ],
  [
    after('absent', 'list'),
    `denies, denied, deny, denying, negative for, neg for, ruled out for, excluded,
     否认, 排除, 已排除, 除外, 已除外, 均阴性`,
  ],
  [
    before('absent', 'clause'),
    `ruled out, was ruled out, is ruled out, has been ruled out, have been ruled out,
     was excluded, been excluded, is excluded, excluded, is denied, was denied, are denied, were denied,
     is absent, are absent, was absent, were absent, not present, not seen, not noted,
     was negative, is negative, were negative, are negative, is unlikely,
     已被排除, 被排除, 已排除掉, 可排除, 均阴性, 均无, 均否认, 均未见`,
  ],
  [
    before('absent', 'item'),
    `(-), (neg), (negative), (no), (nil), : no, : none, : nil, : absent, : negative, : neg, = no,
     ? no, ? none, ? nope, ? 无, ? 没有, ?无, ?没有, ?否, ?不, - no, - none, -no, -none, :no, :none,
     :无, :否, :没有, :阴性, : 无, : 否, (阴性), (无), 阴性`,
  ],
  [
    after('past', 'list'),
    `history of, h/o, hx of, hx, previous, previously, prior, used to have, known history of,
     had a previous, s/p, status post, remote, formerly, residual,
     既往史, 病史:, 过去史`,
  ],
  [
    after('past', 'sentence'),
    `pmh, pmhx, past medical history, past history, background of, background:, 既往史:, 过去史:`,
  ],
  [
    after('past', 'clause'),
    `allergies:, allergy:, allergic to, 过敏史, 过敏史:, years ago, last year, 既往, 曾, 曾经, 曾有, 曾因, 曾患, 年前, 去年, 前年, 幼时, 小时候, 以前, 过去, 陈旧性, 遗留`,
  ],
  [
    before('past', 'clause'),
    `years ago, year ago, last year, as a child, in childhood, in the past, decades ago,
     病史, 史, 年前, 后遗症`,
  ],
  [
    after('family', 'list'),
    `family history, family hx, fhx, runs in the family,
     father had, father has, father died, mother had, mother has, mother died,
     brother had, brother has, brother died, sister had, sister has, sister died,
     grandfather had, grandfather died, grandmother had, grandmother died, uncle had, uncle died,
     aunt had, aunt died, parents had, cousin had,
     relative had, relative with, sibling had, his father, her father, his mother had, her mother had,
     家族史, 家族中, 家族史:`,
  ],
  [
    after('family', 'clause'),
    `父亲, 母亲, 其父, 其母, 父母, 爷爷, 奶奶, 外公, 外婆, 祖父, 祖母, 兄弟, 姐妹, 哥哥, 姐姐, 弟弟, 妹妹, 叔叔, 舅舅, 家人`,
  ],
  [before('family', 'clause'), '家族史'],
  [
    after('possible', 'clause'),
    `is there, is there any, whether there is, are there any, any sign of, any signs of, any evidence of,
     有无, 是否有, 是否存在, 有没有, 是否为`,
  ],
  [
    after('possible', 'list'),
    `if, in case, in case of, should he develop, should she develop, should they develop,
     should you develop, watch for, watch out for, look out for, monitor for,
     return for, safety net for, warned about, warning signs, educated about, advised about,
     counselled about, risk of, at risk of, at risk for, to prevent, prevention of, prophylaxis,
     rule out, to rule out, r/o, to exclude, screen for, screening for, unless,
     如果, 若, 如有, 如出现, 如发生, 一旦, 万一, 假如, 倘若, 警惕, 以防, 预防, 避免, 防止, 以免`,
  ],
  [
    after('general', 'sentence'),
    `causes of, cause of, definition of, define, criteria for, guideline for, guidelines for,
     risk factors for, epidemiology of, pathophysiology of, mechanism of, difference between,
     treatment of, management of, approach to, explain,
     how to treat, how to manage, what is, what are, tell me about, workup of, workup for,
     什么是, 请解释, 解释一下, 请介绍, 介绍一下, 如何处理, 如何治疗, 怎样治疗, 如何诊断, 如何鉴别, 哪些原因`,
  ],
  [
    before('general', 'sentence'),
    `的常见原因, 常见原因, 的原因, 的病因, 的诊断标准, 的治疗, 的处理原则, 的机制, 的定义, 的危险因素, 是什么, 的指南, 的区别, 的临床表现`,
  ],
  [
    { kind: 'turn' },
    `but, however, although, though, except, except for, apart from, aside from, besides, other than,
     yet, nevertheless, now, currently, because, because of, due to, still has, he has, she has,
     patient has, pt has, who has, and has, he is, she is, complains, complaining, c/o, reports,
     reporting, presents, presenting, presented, presents with, he developed, she developed,
     then developed, and developed, noted to have, admits, positive for, does have, has had,
     came with, comes with, brought in, patient, pt, this patient, instead,
     但, 但是, 但有, 然而, 不过, 却, 仅有, 只有, 除了, 现, 目前, 此次, 本次, 这次, 今, 主诉, 突发, 突然, 出现,
     患者, 患儿, 病人, 本人, 因, 就诊, 入院, 来诊, 伴有, 转而`,
  ],
  [
    { kind: 'fresh' },
    `now, currently, today, tonight, this morning, this afternoon, this evening, since, started, began, onset,
     sudden*, acute, acutely, again, hour*, hrs, minute*, mins, days, day history, days history,
     week history, weeks history, new, worsening, yesterday, last night, just, ongoing, radiating,
     现, 目前, 今, 今日, 今天, 今晨, 今早, 昨日, 昨天, 昨晚, 突发, 突然, 再发, 再次, 本次, 此次, 小时, 分钟, 天, 加重, 急性, 持续, 刚刚, 刚才`,
  ],
  [{ kind: 'or' }, 'or, nor, 或, 或者, 等'],
  [
    { kind: 'person' },
    `he, she, his, her, my, patient, pt, year old, years old, yo, y/o, man, woman, male, female, boy, girl,
     baby, infant, child, him, they, husband, wife, i, i've, i'm, aged, mother, father,
     患者, 病人, 患儿, 男, 女, 岁, 他, 她, 我, 宝宝, 婴, 老人, 孩子`,
  ],
  [
    { kind: 'nothing' },
    `no relief, without relief, no improvement, without improvement, no better, not improving,
     not improved, not improve, no change, no response, not responding, not relieved, not settling,
     not getting better, not better, no longer responding, no doubt, not only, not just,
     no effect, without effect, not resolved, not resolving, no obvious cause, no known cause,
     no cause, no trigger, no clear trigger, no apparent cause, without warning, without trigger,
     without provocation, without obvious cause, no history, not without, no sleep, not sleeping,
     not eating, not feeding, not drinking, not tolerating, not taking, no appetite,
     not known, not sure, not sure if, unsure if, wonder if, wondering if, tell me if, know if,
     see if, check if, determine if, decide if, not ruled out, cannot be ruled out, can't be ruled out,
     cannot rule out, can't rule out, not been ruled out, not excluded, cannot be excluded,
     cannot exclude, can't exclude, no allergies, no known allergies, nkda, no fixed abode, no time,
     history of present illness, history of presenting complaint, prior to, previously well,
     previously fit, previously healthy,
     breathing problems, breathing problem, breathing difficulties, breathing difficulty, breathing issues,
     urine infection, urine symptoms, pulse pressure, urine retention,
     chest pain clinic, chest pain unit, stroke unit, stroke ward, stroke clinic, sepsis protocol,
     sepsis bundle, seizure free, vitamin k, mother has noticed, mother has noted, mother has brought,
     mother has given, mother has seen, father has noticed, father has brought, his father says, her father says,
     his father reports, her father reports, his father brought, her father brought,
     history from, history given, not going away, not gone away, will not stop, won't stop,
     no stopping, not stopped, didn't help, did not help, didn't improve, did not improve, not help,
     doesn't help, doesn't go away, does not go away, not able, not being able, no medical history,
     无明显诱因, 无诱因, 无明显原因, 无缓解, 无明显缓解, 无好转, 无明显好转, 无改善, 无明显改善, 无效, 无法, 无力,
     无故, 无论, 无奈, 无规律, 无疑, 无特殊诱因, 毫无疑问, 没有缓解, 没有好转, 没有改善, 没有效果, 没有办法, 没有力气, 没法, 没办法,
     没缓解, 没好转, 没力气, 没效果, 没有明显诱因, 没有诱因, 没有原因, 不是没有, 并非没有, 不能排除, 不排除, 未排除, 待排除, 未能排除,
     不除外, 不能除外, 未除外, 尚未排除, 无法排除, 非常, 非同, 除非, 非典型, 非甾体, 并非, 若干, 无药物过敏, 无过敏史,
     现病史, 现病史:, 病史采集, 母亲诉, 母亲代诉, 母亲说, 母亲发现, 母亲带, 母亲抱, 母亲称, 母亲描述, 母亲述, 母亲怀抱,
     父亲诉, 父亲代诉, 父亲说, 父亲发现, 父亲带, 父亲抱, 父亲称, 家人发现, 家人诉, 家人代诉, 家人送, 家人说, 家人叫, 父母诉, 父母发现, 父母带, 父母称, 父母代诉,
     妹妹发现, 姐姐发现, 哥哥发现, 弟弟发现, 外婆发现, 奶奶发现, 爷爷发现, 因为, 天气, 今后, 现金, 曾祖, 等待, 等级, 同等, 等于, 历史, 中等, 何等, 呼吸道, 呼吸系统, 呼吸音, 呼吸不适, 呼吸异常, 反应性, 意识动作, 发现, 表现, 先天, 天生, 无痛性, 无创, 无菌`,
  ],
];

/** Every phrase with what it does. */
export const CUE_PHRASES: readonly (readonly [phrase: string, cue: Cue])[] =
  CUES.flatMap(([cue, list]) => phrases(list).map((phrase) => [phrase, cue] as const));
