/** The style sheet of the API reference. */
export const referenceStyle = `body{font:15px/1.6 system-ui,sans-serif;margin:0;display:grid;grid-template-columns:17rem 1fr;color:#1f2328}
nav{position:sticky;top:0;height:100vh;overflow:auto;background:#f6f8fa;padding:1rem;box-sizing:border-box}
nav a{display:block;color:inherit;text-decoration:none;font-size:13px;padding:.1rem 0}nav a:hover{text-decoration:underline}
main{padding:1rem 2rem;max-width:60rem;min-width:0}h2{border-bottom:1px solid #d0d7de;margin-top:2.5rem}
details{border:1px solid #d0d7de;border-radius:6px;margin:.6rem 0;padding:.4rem .8rem}summary{cursor:pointer}
code,pre{font:13px/1.5 ui-monospace,monospace}pre{background:#f6f8fa;padding:.8rem;overflow:auto;border-radius:6px}
.verb{display:inline-block;width:4.5rem;font-weight:600;color:#0550ae}td{padding:.1rem 1rem .1rem 0;vertical-align:top}
@media(max-width:50rem){body{display:block}nav{position:static;height:auto}}`;
