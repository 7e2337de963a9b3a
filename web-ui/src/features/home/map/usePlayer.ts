import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { Clock } from "./MapCanvas";
import type { Recording } from "./replay";

/** So long playing a whole run takes, whatever the run took. */
const PLAYED_MS = { least: 6_000, most: 20_000 };
const RENDER_MS = 50; // the picture is drawn with each frame, its facts are worked out less often

/** Plays a run: the time, and the means to move it. Times are the run's own, in milliseconds since 1970. */
export function usePlayer({ from, to }: Recording) {
  const [time, setTime] = useState(to);
  const [playing, setPlaying] = useState(false);
  const exact = useRef(to);
  const length = to - from;
  const rate = length / Math.min(PLAYED_MS.most, Math.max(PLAYED_MS.least, length));
  const clock = useMemo<Clock>(() => ({ now: () => exact.current, rate }), [rate]);
  const seek = useCallback(
    (wanted: number) => {
      exact.current = Math.min(to, Math.max(from, wanted));
      setTime(exact.current);
    },
    [from, to],
  );
  useEffect(() => {
    if (!playing) return;
    let [last, rendered] = [performance.now(), 0];
    let waiting = requestAnimationFrame(frame);
    function frame(now: number) {
      exact.current = Math.min(to, exact.current + Math.max(0, now - last) * rate);
      last = now;
      const over = exact.current >= to;
      if (over || now - rendered >= RENDER_MS) {
        rendered = now;
        setTime(exact.current);
      }
      if (over) setPlaying(false);
      else waiting = requestAnimationFrame(frame);
    }
    return () => cancelAnimationFrame(waiting);
  }, [playing, rate, to]);
  const toggle = () => {
    if (!playing && exact.current >= to) seek(from); // from the beginning again
    setPlaying(!playing);
  };
  return { time, rate, clock, playing, toggle, seek };
}
