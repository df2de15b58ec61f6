import type { BilingualText } from '../../../rules/bilingualText.js';
import type { Finding } from '../../../rules/dossier/checks/finding.js';
import type { MissingItem, SectionName } from '../../../rules/dossier/dossier.js';
import { now } from '../../api/config.js';
import { ConnectionLost, problemIn } from '../../api/problem.js';
import { sameAnswers } from './sameAnswers.js';
import { type Saved, saveSections } from './saveSections.js';
import type { Sections } from './sections.js';
import { pick, readUnsaved, writeUnsaved } from './unsavedInput.js';

/** The form on the server: its version and sections. */
export interface OnServer {
  readonly version: number;
  readonly sections: Sections;
}

export interface DraftState {
  readonly sections: Sections;
  readonly state: 'saved' | 'typing' | 'saving' | 'offline' | 'refused';
  /** campaign time, ms */
  readonly savedAt: number | null;
  readonly missing: readonly MissingItem[] | null;
  readonly findings: readonly Finding[];
  readonly errors: Readonly<Record<string, BilingualText>>;
  /** sections saved differently in another window, in that window's version */
  readonly conflict: Sections | null;
  readonly problem: unknown;
  /** unsaved input of an earlier visit was restored */
  readonly restored: boolean;
}

interface Options {
  readonly applicationId: string;
  readonly personId: string;
  readonly read: () => Promise<OnServer>;
  readonly onSaved: (form: OnServer) => void;
}

const PAUSE = 700;
const AGAIN = 5_000;

/**
 * One form while it is filled in. Input is kept in the browser at once, saved after a short pause, and retried when the
 * connection is back. When another window has saved the same section differently, nothing is overwritten: the person
 * chooses.
 */
export class FormDraft {
  state: DraftState;
  #version: number;
  #base: Sections;
  readonly #dirty = new Set<SectionName>();
  /** sections saved without their invalid fields; not sent again until they change */
  readonly #held = new Map<SectionName, unknown>();
  readonly #listeners = new Set<() => void>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #saving = false;

  constructor(
    private readonly options: Options,
    server: OnServer,
  ) {
    const kept = readUnsaved(options.personId, options.applicationId);
    for (const name of Object.keys(kept?.sections ?? {})) this.#dirty.add(name as SectionName);
    this.#version = kept?.version ?? server.version;
    this.#base = server.sections;
    this.state = {
      sections: { ...server.sections, ...kept?.sections },
      state: 'saving',
      savedAt: null,
      missing: null,
      findings: [],
      errors: {},
      conflict: null,
      problem: null,
      restored: kept !== null,
    };
    if (kept !== null && kept.version !== server.version) this.#base = {};
  }

  subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  snapshot = () => this.state;

  /** Starts saving; the first save changes nothing and reports what is missing. Returns a function that stops it. */
  start = () => {
    const online = () => void this.save();
    const leaving = () => this.#keep();
    addEventListener('online', online);
    addEventListener('pagehide', leaving);
    void this.save();
    return () => {
      removeEventListener('online', online);
      removeEventListener('pagehide', leaving);
      if (this.#unsent().length > 0) void this.save();
      clearTimeout(this.#timer);
    };
  };

  change = <Name extends SectionName>(name: Name, section: NonNullable<Sections[Name]>) => {
    this.#dirty.add(name);
    this.#set({ sections: { ...this.state.sections, [name]: section }, state: 'typing' });
    this.#keep();
    this.#later(PAUSE);
  };

  /** Resolves a section saved differently in two windows. */
  choose = (name: SectionName, which: 'mine' | 'theirs') => {
    const { conflict, sections } = this.state;
    if (conflict === null) return;
    const { [name]: theirs, ...others } = conflict;
    if (which === 'theirs') this.#dirty.delete(name);
    const left = Object.keys(others).length === 0 ? null : others;
    const chosen = which === 'theirs' ? { ...sections, [name]: theirs } : sections;
    this.#set({ conflict: left, sections: chosen });
    this.#keep();
    if (left === null) void this.save();
  };

  /** Saves unsaved sections and refreshes what is missing. */
  save = async (): Promise<void> => {
    clearTimeout(this.#timer);
    if (this.#saving || this.state.conflict !== null) return;
    this.#saving = true;
    const sent = pick(this.state.sections, this.#unsent());
    this.#set({ state: 'saving' });
    try {
      this.#took(sent, await saveSections(this.options.applicationId, this.#version, sent));
    } catch (thrown) {
      await this.#failed(thrown);
    } finally {
      this.#saving = false;
    }
    if (this.state.state === 'typing') this.#later(PAUSE);
  };

  #took(sent: Sections, { version, missing, findings, errors, kept }: Saved) {
    this.#version = version;
    const names = Object.keys(sent) as SectionName[];
    this.#base = { ...this.#base, ...kept };
    const others = Object.entries(this.state.errors).filter(
      ([path]) => !names.some((one) => path.startsWith(`${one}.`)),
    );
    for (const name of names) {
      if (this.state.sections[name] !== sent[name]) continue;
      if (Object.keys(errors).some((path) => path.startsWith(`${name}.`))) this.#held.set(name, sent[name]);
      else this.#dirty.delete(name);
    }
    const state = this.#unsent().length > 0 ? 'typing' : 'saved';
    const all = { ...Object.fromEntries(others), ...errors };
    this.#set({ state, savedAt: now(), missing, findings, errors: all, problem: null });
    this.#keep();
    this.options.onSaved({ version, sections: this.#base });
  }

  async #failed(thrown: unknown): Promise<void> {
    if (thrown instanceof ConnectionLost) {
      this.#set({ state: 'offline' });
      this.#later(AGAIN);
    } else if (problemIn(thrown)?.code === 'stale_page') {
      await this.#meet().catch((error: unknown) => this.#failed(error));
    } else {
      this.#set({ state: 'refused', problem: thrown });
    }
  }

  /**
   * Another window has saved since: takes over sections unchanged here, and reports a conflict for those changed in
   * both.
   */
  async #meet(): Promise<void> {
    const theirs = await this.options.read();
    const both = [...this.#dirty].filter(
      (name) =>
        !sameAnswers(this.#base[name], theirs.sections[name]) &&
        !sameAnswers(this.state.sections[name], theirs.sections[name]),
    );
    this.#version = theirs.version;
    this.#base = theirs.sections;
    const mine = pick(this.state.sections, this.#dirty);
    this.#set({
      sections: { ...theirs.sections, ...mine },
      conflict: both.length > 0 ? pick(theirs.sections, both) : null,
      state: 'typing',
    });
    this.#later(0);
  }

  #unsent(): readonly SectionName[] {
    const { sections } = this.state;
    return [...this.#dirty].filter((name) => !this.#held.has(name) || this.#held.get(name) !== sections[name]);
  }

  #keep() {
    const { personId, applicationId } = this.options;
    writeUnsaved(personId, applicationId, { version: this.#version, sections: pick(this.state.sections, this.#dirty) });
  }

  #later(ms: number) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.save(), ms);
  }

  #set(change: Partial<DraftState>) {
    this.state = { ...this.state, ...change };
    for (const listener of this.#listeners) listener();
  }
}
