import { ExpectedPanel } from './ExpectedPanel.js';
import { SlotsPanel } from './SlotsPanel.js';

/** Who comes when, what is on its way, and the times at the counter. */
export function CounterDays() {
  return (
    <div className="stack" style={{ marginBlockStart: 20 }}>
      <ExpectedPanel />
      <SlotsPanel />
    </div>
  );
}
