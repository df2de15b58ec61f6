import { type PointerEvent, useState } from 'react';
import { type CoveredArea, wholePage } from '../../../../rules/dossier/covered.js';
import { covering } from '../../../labels/dossier/covering.js';
import { useLabels } from '../../../labels/labelArea.js';

interface Props {
  readonly source: string;
  /** from 1 */
  readonly page: number;
  readonly areas: readonly CoveredArea[];
  /** black, as the copy will be, instead of see-through */
  readonly asCopy: boolean;
  readonly onDraw: (area: CoveredArea) => void;
}
interface Point {
  readonly x: number;
  readonly y: number;
}

/** As small as an area is at least: a click draws none. */
const smallest = 50;

/** One page with its covered areas; dragging over it draws another. */
export function CoverPage({ source, page, areas, asCopy, onDraw }: Props) {
  const t = useLabels(covering);
  const [fails, setFails] = useState(false);
  const [from, setFrom] = useState<Point | null>(null);
  const [to, setTo] = useState<Point | null>(null);
  const drawn = from === null || to === null ? null : areaBetween(page, from, to);
  const begin = (event: PointerEvent<HTMLElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    setFrom(pointOf(event));
    setTo(null);
  };
  const end = () => {
    if (drawn !== null && drawn.width >= smallest && drawn.height >= smallest) onDraw(drawn);
    setFrom(null);
    setTo(null);
  };
  if (fails) return <p role="alert">{t('pageFails')}</p>;
  return (
    <div
      className={asCopy ? 'coverPage coverAsCopy' : 'coverPage'}
      onPointerDown={begin}
      onPointerMove={(event) => (from === null ? undefined : setTo(pointOf(event)))}
      onPointerUp={end}
      onPointerCancel={() => setFrom(null)}
    >
      <img src={source} alt={t('pageImage', { n: page })} draggable={false} onError={() => setFails(true)} />
      {[...areas.filter((one) => one.page === page), ...(drawn === null ? [] : [drawn])].map((area) => (
        <span key={JSON.stringify(area)} className="coverArea" style={placeOf(area)} />
      ))}
    </div>
  );
}

const placeOf = ({ x, y, width, height }: CoveredArea) => ({
  left: share(x),
  top: share(y),
  width: share(width),
  height: share(height),
});
const share = (part: number) => `${(part / wholePage) * 100}%`;

function pointOf(event: PointerEvent<HTMLElement>): Point {
  const box = event.currentTarget.getBoundingClientRect();
  const part = (at: number, start: number, length: number) =>
    Math.round(Math.min(1, Math.max(0, (at - start) / length)) * wholePage);
  return { x: part(event.clientX, box.left, box.width), y: part(event.clientY, box.top, box.height) };
}

function areaBetween(page: number, a: Point, b: Point): CoveredArea {
  return {
    page,
    x: Math.min(a.x, b.x),
    y: Math.min(a.y, b.y),
    width: Math.abs(a.x - b.x),
    height: Math.abs(a.y - b.y),
  };
}
