import { area } from '../labelArea.js';

/** Labels of covering parts of a document. */
export const covering = area('covering', {
  cover: ['遮盖', 'Cover parts'],
  coverOf: ['遮盖：{{name}}', 'Cover parts of {{name}}'],
  covered: ['已遮盖', 'Parts covered'],
  lead: [
    '在页面上拖动画出要遮盖的区域，或在下方填写位置。确认后，用人单位、主管部门和评审专家只能看到遮盖后的副本；本人、评委会办事机构和监督仍可查看原件。',
    'Drag over the page to mark what to cover, or give its place below. Unit, departments and experts then see a copy without it only; you, the office and the supervisor still see the original.',
  ],
  page: ['第 {{n}} 页，共 {{of}} 页', 'Page {{n}} of {{of}}'],
  previousPage: ['上一页', 'Previous page'],
  nextPage: ['下一页', 'Next page'],
  pageImage: ['第 {{n}} 页的图片', 'Picture of page {{n}}'],
  pageFails: ['这一页无法显示。', 'This page cannot be shown.'],
  asCopy: ['按遮盖后的样子显示', 'Show as it will look'],
  areas: ['遮盖区域（{{n}}）', 'Covered areas ({{n}})'],
  noAreas: ['还没有遮盖区域。', 'Nothing is covered yet.'],
  area: ['区域 {{n}}（第 {{page}} 页）', 'Area {{n}} (page {{page}})'],
  left: ['左 %', 'Left %'],
  top: ['上 %', 'Top %'],
  width: ['宽 %', 'Width %'],
  height: ['高 %', 'Height %'],
  add: ['在本页添加区域', 'Add an area on this page'],
  remove: ['删除区域 {{n}}', 'Remove area {{n}}'],
  undo: ['撤销', 'Undo'],
  confirm: ['确认遮盖', 'Cover'],
  uncover: ['取消全部遮盖', 'Uncover everything'],
  uncoverSure: ['取消后，其他人将看到原件。', 'Others will see the original then.'],
});
