/** @file 图片查看器的文字。What the image viewer says, in Chinese. */
import type { ViewerStrings } from './viewer-en.ts';

export const viewerZh: ViewerStrings = {
  stage: (name) => `${name}：拖动或用方向键移动`,
  pixels: (width, height) => `${width} × ${height} 像素`,
  cutOut: '截自另一张图片',
  place: (at, count, name) => `第 ${at} 张，共 ${count} 张：${name}`,
  previous: '上一张',
  next: '下一张',
  missing: (name) => `图片“${name}”已不存在。`,

  shortcuts: '查看图片',
  moves: '移动，或换到下一张',
  closes: '先退出选区或缩放，再关闭',
  tools: '查看',
  zoomIn: '放大',
  zoomOut: '缩小',
  size: '缩放',
  fit: '适合窗口',
  actualSize: '原始像素',
  zoomTool: '上下拖动缩放',
  turnLeft: '向左旋转',
  turnRight: '向右旋转',
  mirrorAcross: '左右翻转',
  mirrorOver: '上下翻转',
  invert: '反相',
  light: '亮度与对比度',
  brightness: '亮度',
  contrast: '对比度',
  reset: '恢复原样',

  region: '选取区域',
  regionWord: '局部',
  ask: '就此区域提问',
  regionAt: ({ x, y, widthPx, heightPx }) =>
    `区域 ${widthPx} × ${heightPx} 像素，距图片左边 ${x}，距上边 ${y}`,
  regionSize: (width, height) => `${width} × ${height} 像素，按原始分辨率截取。`,
  regionTooSmall: (least, rect) =>
    rect === undefined
      ? '请在图片上画一个矩形。'
      : `${rect.widthPx} × ${rect.heightPx} 像素太小：区域每边至少 ${least} 像素。`,
  imageTooSmall: (least) => `这张图片太小，无法截取区域：区域每边至少 ${least} 像素。`,
  regionHint:
    '在图片上拖动以绘制。方向键移动区域，Shift 加方向键调整大小，按住 Ctrl 每次一个像素。',
  anotherTabWrites: '现在由另一个标签页书写。请先选择“在此书写”，或关闭那个标签页。',

  sight: '模型所见',
  seenPicture: (name) => `模型所见的 ${name}`,
  noModel: '尚未加载模型，因此不知道它会看到什么。请先加载模型。',
  preparing: '正在按模型的方式处理图片……',
  seen: (model, { widthPx, heightPx, patchPx, tokenPx, tokens }) => {
    const patches = `${widthPx / patchPx} × ${heightPx / patchPx} 个 ${patchPx} × ${patchPx} 的图块`;
    const merged = `每 ${tokenPx / patchPx} × ${tokenPx / patchPx} 块合并`;
    return `${model} 得到 ${widthPx} × ${heightPx} 像素：${patches}，${merged}，共 ${tokens} 个词元。`;
  },
  lost: (times) =>
    `缩小了 ${times} 倍：原图中小于 ${times} 像素的细节不会到达模型。如需询问，请选取区域，按原始分辨率提问。`,

  moveLeft: (name) => `将 ${name} 左移`,
  moveRight: (name) => `将 ${name} 右移`,
};
