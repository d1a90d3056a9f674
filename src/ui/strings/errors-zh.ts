/**
 * @file 错误的中文说明。What each kind of error says in Chinese, from its kind and details.
 *
 * The errors' own messages are English and name every value; here are the same
 * situations for a reader of Chinese: what happened, then what to do. A record
 * may come from disk, written by another version: details can be missing.
 */
import type { ErrorDetails, ErrorKind, ErrorRecord } from '../../base/errors.ts';

type Sentences = {
  readonly [K in ErrorKind]: (details: Partial<ErrorDetails[K]>) => string;
};

const SENTENCES: Sentences = {
  aborted: ({ by }) =>
    by === 'page' ? '页面已关闭，操作随之停止。' : '操作已按您的要求停止。',
  unsupported: ({ missing = '' }) =>
    `这里缺少所需的功能：${MISSING[missing] ?? missing}。请使用最新的 Chrome 或 Edge，或选择其他权重。`,
  'out-of-memory': ({ where = 'wasm', neededBytes }) => {
    const needed =
      neededBytes === undefined ? '' : `（需要 ${Math.ceil(neededBytes / 1e6)} MB）`;
    return `${MEMORY[where].ranOut}${needed}。${MEMORY[where].whatToDo}`;
  },
  'device-lost': ({ reason }) =>
    `计算设备已断开${inBrackets(reason)}。请重新加载模型；会诊内容已保留。`,
  'self-check-failed': ({ tried = [] }) =>
    `本设备的计算结果与基准不符，因此模型不会作答${tried.length > 0 ? `（已尝试：${tried.join('、')}）` : ''}。请更新浏览器或显卡驱动，或换一台设备。`,
  'bad-input': (details) =>
    details.what === 'image' ? badImage(details) : INPUT[details.what ?? 'option'],
  'bad-data': ({ path = '' }) => badData(path),
  'not-writer': () =>
    '现在由另一个标签页书写，刚才的内容没有写入。请选择“在此书写”，然后重试。',
  'storage-failed': ({ reason = '' }) =>
    reason === 'InvalidStateError'
      ? '数据库已被浏览器关闭。请重新加载页面；已保存的内容都在。'
      : `浏览器的数据库无法读写${inBrackets(reason)}。请重试；若仍然如此，请检查磁盘并重新启动浏览器。屏幕上的内容会保留。`,
  network,
};

const BUG = '这是应用的缺陷。会诊内容已保留，请重新加载页面后继续。';

/** What happened and what to do, in Chinese; a kind that this version does not know is told as a bug. */
export function sayErrorInChinese({ kind, ...record }: ErrorRecord): string {
  if (!Object.hasOwn(SENTENCES, kind)) return BUG;
  const details: unknown = 'details' in record ? record.details : undefined;
  const say = SENTENCES[kind as ErrorKind] as (details: unknown) => string;
  return say(details ?? {});
}

/** Names of what can be missing; whatever has none here is named as the error names it. */
const MISSING: Readonly<Record<string, string>> = {
  webgpu: 'WebGPU',
  'shader-f16': 'GPU 半精度计算',
  jspi: 'WebAssembly 挂起（JSPI）',
  OPFS: '本地文件存储（OPFS），请退出无痕浏览',
  passkey: '能用于解锁的通行密钥（WebAuthn PRF），请继续使用口令',
  IndexedDB: '本地数据库（IndexedDB），请退出无痕浏览或允许网站保存数据',
  checkpoint: '模型权重，本设备上一套也没有',
  createImageBitmap: '图片解码',
  'OffscreenCanvas 2d': '离屏绘图（OffscreenCanvas）',
  'a vision tower': '视觉部分，这套权重只懂文字，请去掉图片',
  'a byte-level tokenizer': '字节级分词器',
  'a runtime': '可用的运行环境',
};

const MEMORY = {
  gpu: {
    ranOut: '显存不足',
    whatToDo: '请关闭其他占用 GPU 的页面，或选择较小的权重。会诊内容已保留。',
  },
  wasm: {
    ranOut: '浏览器内存不足',
    whatToDo: '请关闭其他标签页，或选择较小的权重。会诊内容已保留。',
  },
  disk: {
    ranOut: '本页可用的磁盘空间已用完',
    whatToDo: '请移除一套权重或释放磁盘空间，然后重试。',
  },
} as const;

const INPUT = {
  question: '这个问题无法使用。请修改后再发送。',
  'context-full': '这次会诊已达到模型可读的最大长度。请新建会诊，或编辑最近的提问。',
  folder:
    '这个文件夹无法使用。请选择含 manifest.json 的已转换文件夹，或含 config.json 与 safetensors（或一个 GGUF 文件）的完整文件夹。',
  'other-folder':
    '这不是当初开始处理的文件夹，或者它已有改动。请选择原来的文件夹，或移除未完成的部分后重新开始。',
  'folder-closed':
    '本页面已不能读取该文件夹。请点击“继续”并允许读取，或重新选择文件夹。',
  address:
    '这不是权重的地址。请填写 manifest.json 所在的文件夹：本站的路径（如 /checkpoints/name/），或以 https:// 开头的完整网址。',
  option: '这个选项无法使用。请检查所填内容。',
  passphrase: '这既不是此存档的口令，也不是它的恢复码。请使用制作存档时设置的口令。',
} as const;

function badImage({ name, why }: Partial<ErrorDetails['bad-input']>): string {
  const image = name === undefined ? '这张图片' : `“${name}”`;
  if (why === 'too-large') return `${image}太大。请附上较小的副本。`;
  if (why === 'too-narrow') return `${image}过于狭长。请先裁剪。`;
  if (why === 'empty') return `${image}是空的。请选择其他文件。`;
  if (why === 'password') return `${image}设有密码。请另存为无密码的文件后再添加。`;
  if (why === 'too-slow') {
    return `${image}读取时间过长，已中止。请重新保存，或附上较小的副本。`;
  }
  if (why === 'damaged') {
    return `${image}已损坏，无法读取。请重新保存或重新下载后再添加。`;
  }
  return `${image}已损坏，或不是本浏览器能读取的图片格式。请另存为 PNG 或 JPEG 后再添加。`;
}

/** What can be wrong with an archive, by its path `archive:FAULT`. */
const ARCHIVE: Readonly<Record<string, string>> = {
  'archive:no-archive': '这个文件不是会诊存档。请选择以 .pulsemind 结尾的文件。',
  'archive:truncated': '存档不完整：缺少结尾。请从原处重新复制，或使用较早的存档。',
  'archive:changed': '存档在制作后已损坏或被改动。请从原处重新复制，或使用较早的存档。',
  'archive:newer': '存档由更新版本的应用制作。请更新应用后再打开。',
  'archive:too-large':
    '存档中有一条记录超出应用可接受的大小。请去掉相应的图片，重新制作存档。',
  'archive:mismatch': '存档内容与其自身的清单不符。请重新制作，或使用较早的存档。',
  'backup:gone': '未完成的备份已不在原处。请重新开始备份。',
  'backup:unwritable': '备份无法写入所选位置。请连接磁盘、允许本页面写入，或另选位置。',
  'archive:unreadable':
    '无法从所在位置读取存档。请连接磁盘，或将文件复制到本机后再打开。',
};

function badData(path: string): string {
  const archive = ARCHIVE[path];
  if (archive !== undefined) return archive;
  if (path.startsWith('indexeddb:')) {
    return '会诊记录由更新版本的应用写入。请关闭本应用的所有标签页，然后重新加载以更新。';
  }
  if (path === 'logits' || path === 'vision') {
    return '模型算出的数值超出范围，没有意义。请校验这套权重，或选择其他权重。会诊内容已保留。';
  }
  return `“${path}”已损坏、不完整或不存在。请重新获取；会诊内容已保留。`;
}

function network({
  url = '',
  status,
  isOtherSite,
}: Partial<ErrorDetails['network']>): string {
  const kept = '已下载的部分会保留，重试时从断点继续。';
  if (status === 404) return `服务器上没有 ${url}（404）。请检查地址。`;
  if (status !== undefined) {
    return `服务器对 ${url} 的回应是 ${status}。请重试；${kept}`;
  }
  if (isOtherSite === true) {
    return `无法从其他站点获取 ${url}。本页只能从本站下载，除非管理者在 Content-Security-Policy 的 connect-src 中写明该站点，并且该站点发送 Access-Control-Allow-Origin。请把文件夹放到本站，或请管理者允许该站点。`;
  }
  return `获取 ${url} 时连接中断。请重试；${kept}`;
}

function inBrackets(text: string | undefined): string {
  return text === undefined || text === '' ? '' : `（${text}）`;
}
