import { Link } from 'react-router';
import type { Board } from './boardQuery.js';

interface Props {
  readonly items: Board['audits']['items'];
  readonly hrefOf: (id: string) => string;
}

/** Applications listed by name and unit. */
export function NamedApplications({ items, hrefOf }: Props) {
  return (
    <ul className="boardNamed" lang="zh-CN">
      {items.flatMap(
        (one) =>
          one && (
            <li key={one.id}>
              <Link to={hrefOf(one.id)}>{one.applicantName}</Link> <span className="quiet">{one.unitName}</span>
            </li>
          ),
      )}
    </ul>
  );
}
