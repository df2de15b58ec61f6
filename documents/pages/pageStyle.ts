/** The look of the public pages: the portal's blue, ground and paper, with the fonts a reader has, else the portal's. */
export const pageStyle = `:root{color-scheme:light dark;--ink:#16202e;--soft:#515b6a;--line:#e1e6ed;--rule:#1d4f9c;--ground:#f5f7fa;--paper:#fff;--link:#1d4f9c;--chosen:#e8effa;--head:#f0f3f7}
@media screen and (prefers-color-scheme:dark){:root{--ink:#e9edf3;--soft:#a9b3c0;--line:#2b333f;--rule:#3f7fdb;--ground:#10141a;--paper:#181d25;--link:#8fbaf7;--chosen:#1b2f4d;--head:#1b212a}}
*{box-sizing:border-box}html{text-size-adjust:100%}
body{margin:0;background:var(--ground);color:var(--ink);font:16px/1.75 "Noto Sans SC","PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC Variable",system-ui,sans-serif;overflow-wrap:anywhere}
a{color:var(--link);text-underline-offset:3px}a:hover{text-decoration-thickness:2px}:focus-visible{outline:3px solid var(--link);outline-offset:2px}
.inner{max-width:60rem;margin:0 auto;padding:0 1.5rem}
header{background:var(--paper);border-bottom:1px solid var(--line)}
header .inner{display:flex;flex-wrap:wrap;align-items:center;gap:.25rem 2rem;min-height:4rem}
.brand{display:flex;align-items:center;gap:.75rem;color:var(--ink);font-size:1.2rem;font-weight:600;text-decoration:none;margin-right:auto}
nav{display:flex;flex-wrap:wrap;gap:.25rem .5rem}
nav a{display:inline-block;padding:.4rem .9rem;border-radius:6px;color:var(--ink);text-decoration:none}nav a:hover{background:var(--ground)}
nav a[aria-current]{background:var(--chosen);color:var(--link);font-weight:600}
main.inner{padding-block:2rem 2.5rem}
article{background:var(--paper);border:1px solid var(--line);border-top:4px solid var(--rule);border-radius:8px;padding:2.5rem 3rem 3rem}
h1{margin:0 0 2rem;padding-bottom:1.5rem;border-bottom:1px solid var(--line);font-size:1.65rem;line-height:1.45;font-weight:700;text-align:center;text-wrap:balance}
h1 [lang=en]{display:block;margin-top:.35rem;font-size:1rem;font-weight:400}
h2{font-size:1.2rem;margin:2.5rem 0 .75rem;padding-left:.75rem;border-left:4px solid var(--rule);line-height:1.4}
[lang=en]{color:var(--soft);font-size:.88em;font-weight:400}nav a[aria-current] [lang=en]{color:inherit}
table{border-collapse:collapse;width:100%}caption{text-align:left;padding:0 0 .75rem;color:var(--soft)}
th,td{border-bottom:1px solid var(--line);padding:.7rem 1rem;text-align:left;vertical-align:top}thead th{background:var(--head);font-weight:600}
tbody th{font-weight:500}td>[lang=en],th>[lang=en]{display:block}
dl{margin:0}dl>div{display:grid;grid-template-columns:11rem minmax(0,1fr);gap:0 1.5rem;padding:.7rem 0;border-bottom:1px solid var(--line)}
dt{color:var(--soft)}dt [lang=en]{display:block}dd{margin:0}dd strong{font-size:1.1em}
ul.announced{list-style:none;margin:0;padding:0}ul.announced li{padding:1.1rem 0;border-bottom:1px solid var(--line)}ul.announced li:first-child{padding-top:0}
ul.announced a{font-size:1.1rem;font-weight:600}ul.announced span.about{display:block;color:var(--soft)}
.note{margin:2rem 0 0;padding:1rem 1.25rem;background:var(--head);border-radius:6px}.none{text-align:center;color:var(--soft)}.note [lang=en],.none [lang=en]{display:block}
.pages{margin:1.5rem 0 0;text-align:center}footer.inner{padding-block:0 2.5rem;color:var(--soft);text-align:center}
form{margin:2rem 0 1rem}label{font-weight:600}input,button{font:inherit;color:inherit;padding:.5rem .9rem;border:1px solid var(--soft);border-radius:6px;background:var(--paper);min-height:2.75rem;max-width:100%}button{background:#1d4f9c;border-color:#1d4f9c;color:#fff;cursor:pointer}button [lang=en]{color:inherit}
a.skip{position:absolute;left:-99rem}a.skip:focus{position:static}
@media(max-width:44rem){.inner{padding:0 1rem}header .inner{padding-block:.6rem}.brand{width:100%}main.inner{padding-block:1rem 1.5rem}article{padding:1.5rem 1.1rem 2rem}h1{font-size:1.35rem}
nav a{padding:.3rem .6rem}nav a [lang=en]{display:none}nav{margin-left:-.6rem}dl>div{grid-template-columns:minmax(0,1fr)}dt [lang=en]{display:inline}
table,tbody,tr,td,tbody th,caption{display:block}thead{display:none}tr{border-bottom:1px solid var(--line);padding:.8rem 0}td,tbody th{border:0;padding:.1rem 0}td>[lang=en],th>[lang=en]{display:inline}tbody th,tr td:first-child:not([data-head]){font-weight:600}td[data-head]::before{content:attr(data-head) '：';color:var(--soft)}}
@media print{:root{color-scheme:light}nav,a.skip,.pages{display:none}body,article{background:#fff;color:#000}article{border:0;padding:0}header{border:0}a{color:inherit;text-decoration:none}[lang=en],dt,caption{color:#333}tr,dl>div{break-inside:avoid}main.inner{padding:0}}`;
