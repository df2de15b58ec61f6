import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { readEnvironment } from '../config/environment.js';
import { letterGallery } from './letters/letterGallery.js';

/** Writes the page of all letters into the data folder, and says where it is. */
const folder = readEnvironment().dataDir;
await mkdir(folder, { recursive: true });
const file = path.join(folder, 'letters.html');
await writeFile(file, letterGallery());
console.log(`全部信函 / every letter: ${file}`);
