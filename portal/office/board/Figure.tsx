import { Link } from 'react-router';

interface Props {
  readonly name: string;
  readonly n: number;
  readonly to: string;
  /** stands out when it is not zero */
  readonly bad?: boolean;
}

/** One number of the board, linked to the applications it counts. */
export function Figure({ name, n, to, bad = false }: Props) {
  return (
    <Link to={to} className={`panel boardFigure${bad && n > 0 ? ' boardBad' : ''}`}>
      <span className="boardFigureName">{name}</span>
      <span className="boardFigureNumber numbers">{n.toLocaleString('zh-CN')}</span>
    </Link>
  );
}
