import { area } from '../labelArea.js';

/** Labels of papers of several applications, and of signed scans. */
export const papers = area('papers', {
  printSeveral: ['打印文书（{{n}} 份）', 'Print papers ({{n}})'],
  whichPaper: ['文书', 'Paper'],
  form: ['格式', 'Form'],
  copies: ['份数', 'Copies'],
  copiesOf: ['各 {{n}} 份', '{{n}} of each'],
  makeThem: ['生成并下载', 'Make and download'],
  making: ['正在生成', 'Being made'],
  made: ['已生成 {{done}} / {{all}}', '{{done}} of {{all}} made'],
  madeAll: [
    '已全部生成（{{all}}），请在浏览器的下载中查看。',
    'All {{all}} are made; see the downloads of your browser.',
  ],
  zipLead: [
    '每份一个文件；不能打印的在“未打印.txt”中说明。',
    'A file each; those that cannot be printed are listed in a text file.',
  ],
  oneFileLead: [
    '供双面打印，每份从新的一张开始；有不能打印的，整批不生成。',
    'For printing on both sides, each from a new sheet; nothing is made where one cannot be printed.',
  ],
  tableLead: [
    '同一单位的多人列在一张公示表中，签字盖章一次。',
    'Several persons of one unit in one table, signed and sealed once.',
  ],
  scans: ['签字盖章件与打印件的核对', 'Signed scans against what was printed'],
  archive: ['下载申报档案（ZIP）', 'Download the dossier (ZIP)'],
  archiveLead: [
    '含材料、文书、记录及其核验和带摘要的清单；下载会记入查阅记录。',
    'Evidence, papers, the record with its proof, and a list with hashes; the download is in the access log.',
  ],
});
