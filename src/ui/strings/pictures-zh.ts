/** @file What is said of the pages of a document, of the camera, and of what a model points at, in Chinese. */
import type { PicturesStrings } from './pictures-en.ts';

export const picturesZh: PicturesStrings = {
  page: (name, page) => `${name}，第 ${page} 页`,
  pagesOf: (name) => `${name} 的页面`,
  choosePages: (count) => `共 ${count} 页。选中的每一页会作为一张图片添加。`,
  pageNumber: (page) => `第 ${page} 页`,
  all: '全选',
  none: '全不选',
  attachPages: (count) => (count === 0 ? '添加' : `添加 ${count} 页`),
  manyPages: '页数过多会占满模型一次可读的长度。请只选与问题有关的页面。',

  takePicture: '拍照',
  camera: '相机',
  cameraView: '相机画面',
  starting: '正在启动相机…',
  shoot: '拍下',
  otherCamera: '切换相机',
  cameraWhy: {
    denied: '本页面无权使用相机。请在浏览器的网站设置中允许，然后重试。',
    none: '没有找到相机。请连接相机后重试，或从文件添加图片。',
    busy: '相机正被其他程序使用。请关闭该程序后重试。',
    unsupported: '本浏览器在此处不向网页提供相机。请从文件添加图片。',
  },
  tryAgain: '重试',
  pictureName: (time) => `照片 ${time}.jpg`,

  showOnImage: '在图片上显示',
  pointsAt: (count) => `模型指出了图片上的 ${count} 处。`,
  pointsAtAsSeenBy: (checkpoint) =>
    `这个回答指出了图片上的位置，按 ${checkpoint} 当时得到的图片计算。加载 ${checkpoint} 后即可查看。`,
  whichImage: '在哪张图片上？',
  places: '模型指出的位置',
  placesNote: '按模型所说绘制，可能有误。',
  outside: (count) => `另有 ${count} 处在图片之外。`,
  noPlaces: '这些位置都不在这张图片上。',
  savePlaces: '存为图片',
  drawing: '正在绘制…',
  placesWord: '标注',
  savedPlaces: (name) => `已存为 ${name}。图片下方和文件内部都注明标注由模型生成。`,
  wordsCorrected: (model, time) =>
    `［标注由 AI 生成：${model}。医生已于 ${time} 更正文字，未更正标注］`,
  onPicture: '标注由 AI 按其所说的位置绘制，可能有误。',
  unnamed: (at) => `位置 ${at}`,
  boxAt: (label, x, y, width, height) =>
    `${label}：${width} × ${height} 像素，距左 ${x}，距上 ${y}`,
  pointAt: (label, x, y) => `${label}：距左 ${x} 像素、距上 ${y} 像素的一点`,
};
