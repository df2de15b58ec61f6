import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

const skipped = new Set(['node_modules', '.data', '.git', 'generated', 'dist']);

/** Every link of the Markdown files under a folder that leads to no file, or to no heading of one. */
export async function brokenLinks(root: string): Promise<string[]> {
  const broken: string[] = [];
  for (const file of await documentsIn(root)) {
    const text = await readFile(file, 'utf8');
    for (const target of linksOf(text)) {
      if (!(await leadsSomewhere(root, file, target))) broken.push(`${path.relative(root, file)}: ${target}`);
    }
  }
  return broken;
}

async function documentsIn(folder: string): Promise<string[]> {
  const found: string[] = [];
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory() && !skipped.has(entry.name)) found.push(...(await documentsIn(file)));
    if (entry.isFile() && entry.name.endsWith('.md')) found.push(file);
  }
  return found;
}

const withoutCode = (text: string) => text.replaceAll(/^```[\s\S]*?^```/gm, '').replaceAll(/`[^`\n]*`/g, '');

function linksOf(text: string): string[] {
  const plain = withoutCode(text);
  const inline = [...plain.matchAll(/\]\(<?([^)\s>]+)>?(?:\s+"[^"]*")?\)/g)].map(([, target = '']) => target);
  const defined = [...plain.matchAll(/^\[[^\]]+\]:\s*(\S+)/gm)].map(([, target = '']) => target);
  const elements = [...plain.matchAll(/\b(?:src|href)="([^"]+)"/g)].map(([, target = '']) => target);
  return [...inline, ...defined, ...elements].filter((target) => !/^[a-z]+:/i.test(target));
}

async function leadsSomewhere(root: string, from: string, target: string): Promise<boolean> {
  const [name = '', anchor] = target.split('#').map(decodeURIComponent);
  const base = name.startsWith('/') ? root : path.dirname(from);
  const file = name === '' ? from : path.join(base, name);
  if (!existsSync(file)) return false;
  if (anchor === undefined || !file.endsWith('.md')) return true;
  return anchorsOf(await readFile(file, 'utf8')).has(anchor);
}

/** The anchors GitHub gives the headings of a document. */
function anchorsOf(text: string): ReadonlySet<string> {
  const anchors = new Set<string>();
  const headings = text.replaceAll(/^```[\s\S]*?^```/gm, '').matchAll(/^#{1,6}\s+(.+?)\s*#*$/gm);
  for (const [, heading = ''] of headings) {
    const words = heading.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1').toLowerCase();
    const slug = words.replaceAll(/[^\p{L}\p{N}\p{M}_\- ]/gu, '').replaceAll(' ', '-');
    let anchor = slug;
    for (let again = 1; anchors.has(anchor); again += 1) anchor = `${slug}-${again}`;
    anchors.add(anchor);
  }
  for (const [, id = ''] of text.matchAll(/<a (?:id|name)="([^"]+)"/g)) anchors.add(id);
  return anchors;
}
