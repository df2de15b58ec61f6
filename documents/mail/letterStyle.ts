/** Fonts that readers' machines have; in single quotes, because it stands in style attributes. */
export const fontFamily = "'PingFang SC','Microsoft YaHei','Noto Sans SC',Helvetica,Arial,sans-serif";

const ink = '#16202e';
const soft = '#515b6a';

/** The inline styles of a letter, by part. */
export const styles = {
  body: `margin:0;padding:0;background-color:#f5f7fa;color:${ink};font-family:${fontFamily};-webkit-text-size-adjust:100%`,
  ground: 'background-color:#f5f7fa;width:100%',
  paper: `background-color:#ffffff;width:100%;margin:0 auto;font-family:${fontFamily};table-layout:fixed;word-break:break-word;overflow-wrap:anywhere`,
  head: `background-color:#1d4f9c;color:#ffffff;padding:16px 24px;font-size:18px;line-height:26px;font-weight:bold`,
  foot: 'height:24px;line-height:24px;font-size:1px',
  cell: `padding:8px 24px;color:${ink};font-size:16px;line-height:26px;text-align:left`,
  title: `margin:16px 0 4px;color:${ink};font-size:24px;line-height:34px;font-weight:bold`,
  paragraph: `margin:0 0 12px;color:${ink};font-size:16px;line-height:26px`,
  small: `margin:8px 0 4px;color:${soft};font-size:14px;line-height:22px`,
  soft: `color:${soft};font-size:14px;line-height:22px`,
  box: `background-color:#e8effa;color:${ink};padding:14px 18px;font-size:16px;line-height:26px;border-radius:4px`,
  point: `padding:8px 0;color:${ink};font-size:16px;line-height:26px;border-bottom:1px solid #e1e6ed`,
  term: 'padding:2px 0 2px 16px;border-left:4px solid #1d4f9c',
  label: `margin:0;color:${soft};font-size:16px;line-height:24px`,
  when: `margin:0;color:${ink};font-size:26px;line-height:36px;font-weight:bold`,
  button: 'background-color:#1d4f9c;border-radius:4px',
  anchor:
    'display:inline-block;padding:12px 28px;color:#ffffff;font-size:18px;line-height:26px;font-weight:bold;text-decoration:none',
  heading: `margin:8px 0 6px;padding:14px 0 0;border-top:1px solid #e1e6ed;color:${soft};font-size:14px;line-height:22px;font-weight:bold`,
  lines: `margin:0;color:${ink};font-size:15px;line-height:24px`,
} as const;

/** For programs that have a dark ground and read rules. */
export const darkRules = `@media (prefers-color-scheme:dark){.ground{background-color:#10141a!important}.paper{background-color:#181d25!important}.ink{color:#e9edf3!important}.soft{color:#a9b3c0!important}.tint{background-color:#1b2f4d!important}.line{border-color:#2b333f!important}.rule{border-color:#3f7fdb!important}}`;
