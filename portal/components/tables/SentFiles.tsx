import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { Instant } from '../deadline/Instant.js';
import { Panel } from '../Panel.js';
import '../lines.css';

interface Sent {
  readonly id: string;
  readonly fileName: string;
  readonly madeAt: string;
  readonly madeByName: string | null;
}

interface Props<File extends Sent> {
  readonly files: readonly File[] | undefined;
  readonly labels: { readonly title: string; readonly none: string; readonly open: string };
  /** Stands before the name of the file. */
  readonly kindOf?: (file: File) => ReactNode;
  /** What became of it. */
  readonly stateOf: (file: File) => ReactNode;
  readonly onOpen: (id: string) => void;
}

/** Which file the address shows (`?name=`), and how to show another. */
export function useShownFile(name: string): readonly [shown: string | null, show: (id: string) => void] {
  const [address, setAddress] = useSearchParams();
  const show = (id: string) =>
    setAddress((now) => {
      now.set(name, id);
      return now;
    });
  return [address.get(name), show];
}

/** Files of rows that were sent before, the latest first: by whom, when, and what became of each. */
export function SentFiles<File extends Sent>({ files, labels, kindOf, stateOf, onOpen }: Props<File>) {
  return (
    <Panel title={labels.title}>
      {files?.length === 0 ? <p className="nothingHere">{labels.none}</p> : null}
      <ul className="lines">
        {files?.map((file) => (
          <li key={file.id}>
            <span>
              {kindOf?.(file)}
              <span lang="zh-CN">{file.fileName}</span>
              <div className="quiet">
                <Instant at={file.madeAt} /> {file.madeByName}
              </div>
              {stateOf(file)}
            </span>
            <Button size="small" onClick={() => onOpen(file.id)}>
              {labels.open}
              <span className="visuallyHidden">：{file.fileName}</span>
            </Button>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
